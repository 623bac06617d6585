// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "badserver.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qtimer.h>

using namespace Qt::StringLiterals;

namespace Holdfast {

namespace {

constexpr int PatienceMs = 30'000;

//! A certificate and its key, in \a folder; its own proof unless \a extra says who signs.
QString makeCertificate(const QString &folder, const QString &name, const QStringList &extra)
{
    QProcess openssl;
    openssl.setWorkingDirectory(folder);
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(
        QStringLiteral("openssl"),
        QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                    QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                    QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                    QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                    u"/CN=Holdfast test %1"_s.arg(name), QStringLiteral("-keyout"),
                    name + QStringLiteral(".key"), QStringLiteral("-out"),
                    name + QStringLiteral(".pem")}
            + extra);
    if (!openssl.waitForFinished(PatienceMs) || openssl.exitCode() != 0)
        return u"openssl: %1 %2"_s.arg(openssl.errorString(),
                                       QString::fromLocal8Bit(openssl.readAll()));
    return {};
}

} // namespace

bool soon(const std::function<bool()> &holds)
{
    const QDeadlineTimer deadline(PatienceMs);
    QTimer alarm; // so that the event loop returns by then
    alarm.start(PatienceMs + 1);
    while (!holds() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return holds();
}

BadServer::BadServer() = default;

BadServer::~BadServer()
{
    m_process.disconnect();
    m_process.closeWriteChannel(); // it ends with its stdin
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(PatienceMs))
        m_process.kill();
}

QString BadServer::start()
{
    if (const QString problem = makeCertificates(); !problem.isEmpty())
        return problem;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QStringLiteral("/usr/bin/python3"),
        {QStringLiteral(HOLDFAST_SOURCE_DIR "/tests/peers/badserver.py"), m_folder.path()});
    const QDeadlineTimer deadline(PatienceMs);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(PatienceMs) || deadline.hasExpired())
            return u"badserver.py says nothing: %1"_s.arg(m_process.errorString());
    }
    const QJsonObject ports = QJsonDocument::fromJson(m_process.readLine()).object();
    for (auto port = ports.begin(); port != ports.end(); ++port)
        m_ports.insert(port.key(), port.value().toInt());
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
                     [this] { readLines(); });
    return m_ports.isEmpty() ? QStringLiteral("badserver.py offers nothing") : QString();
}

QString BadServer::makeCertificates()
{
    const QStringList host{QStringLiteral("-addext"),
                           QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost")};
    const QStringList signedByAuthority{
        QStringLiteral("-CA"),     QStringLiteral("authority.pem"),
        QStringLiteral("-CAkey"),  QStringLiteral("authority.key"),
        QStringLiteral("-addext"), QStringLiteral("basicConstraints=critical,CA:FALSE")};
    QString problem = makeCertificate(m_folder.path(), QStringLiteral("authority"), {});
    if (problem.isEmpty())
        problem
            = makeCertificate(m_folder.path(), QStringLiteral("server"), host + signedByAuthority);
    if (problem.isEmpty())
        problem = makeCertificate(m_folder.path(), QStringLiteral("selfsigned"), host);
    return problem;
}

void BadServer::readLines()
{
    while (m_process.canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        m_farewells[line.value(QLatin1StringView("endpoint")).toString()].append(
            {.how = line.value(QLatin1StringView("how")).toString(),
             .bytes = line.value(QLatin1StringView("bytes")).toInteger(),
             .closeCode = line.value(QLatin1StringView("close")).toInt()});
    }
}

QStringList BadServer::endpoints() const
{
    QStringList names = m_ports.keys();
    names.sort();
    return names;
}

QUrl BadServer::url(const QString &endpoint) const
{
    const bool isSecure = endpoint.startsWith(QLatin1StringView("tls_"))
        || endpoint.startsWith(QLatin1StringView("selfsigned_"))
        || endpoint == QLatin1StringView("notls");
    QUrl url;
    url.setScheme(isSecure ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_ports.value(endpoint));
    url.setPath(QStringLiteral("/"));
    return url;
}

QList<BadServer::Farewell> BadServer::farewells(const QString &endpoint) const
{
    return m_farewells.value(endpoint);
}

QList<QSslCertificate> BadServer::authority() const
{
    return QSslCertificate::fromPath(path(QStringLiteral("authority.pem")));
}

QSslCertificate BadServer::selfSigned() const
{
    return QSslCertificate::fromPath(path(QStringLiteral("selfsigned.pem"))).value(0);
}

} // namespace Holdfast
