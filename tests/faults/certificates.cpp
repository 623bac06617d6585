// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "certificates.h"

#include <QtCore/qfile.h>
#include <QtCore/qprocess.h>

using namespace Qt::StringLiterals;

namespace Holdfast {

namespace {

constexpr int PatienceMs = 30'000;
const QString Here = QStringLiteral("IP:127.0.0.1");

QString nameOf(Certificates::Kind kind)
{
    static const QStringList names{QStringLiteral("good"),       QStringLiteral("renewed"),
                                   QStringLiteral("expired"),    QStringLiteral("wronghost"),
                                   QStringLiteral("selfsigned"), QStringLiteral("strange")};
    return names.at(static_cast<int>(kind));
}

QStringList words(const QString &line) { return line.split(u' '); }

} // namespace

QString Certificates::make()
{
    const QString ours = QStringLiteral("ours");
    const QString theirs = QStringLiteral("theirs");
    QString problem = makeAuthority(ours);
    const auto next = [&problem](auto step) {
        if (problem.isEmpty())
            problem = step();
    };
    next([&] { return makeAuthority(theirs); });
    next([&] { return makeSigned(nameOf(Kind::Good), ours, Here, 2); });
    next([&] { return makeSigned(nameOf(Kind::Renewed), ours, Here, 3); });
    next([&] { return makeSigned(nameOf(Kind::Expired), ours, Here, -1); });
    next([&] {
        return makeSigned(nameOf(Kind::WrongHost), ours, QStringLiteral("DNS:example.org"), 2);
    });
    next([&] { return makeSigned(nameOf(Kind::Strange), theirs, Here, 2); });
    next([&] {
        return openssl(words(u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                             "-days 2 -subj /CN=self -addext subjectAltName=%1 -keyout %2.key "
                             "-out %2.pem"_s.arg(Here, nameOf(Kind::SelfSigned))));
    });
    return problem;
}

QString Certificates::makeAuthority(const QString &name)
{
    return openssl(words(u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                         "-days 2 -subj /CN=%1 -keyout %1.key -out %1.pem"_s.arg(name)));
}

QString Certificates::makeSigned(const QString &name, const QString &authority, const QString &host,
                                 int days)
{
    QFile extensions(m_folder.filePath(name + u".ext"_s));
    if (!extensions.open(QIODevice::WriteOnly))
        return extensions.errorString();
    extensions.write(
        u"subjectAltName=%1\nbasicConstraints=critical,CA:FALSE\n"_s.arg(host).toLatin1());
    extensions.close();
    const QString problem = openssl(
        words(u"req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=%1 "
              "-keyout %1.key -out %1.csr"_s.arg(name)));
    if (!problem.isEmpty())
        return problem;
    return openssl(words(u"x509 -req -in %1.csr -CA %2.pem -CAkey %2.key -CAcreateserial -days %3 "
                         "-extfile %1.ext -out %1.pem"_s.arg(name, authority)
                             .arg(days)));
}

QString Certificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    if (process.waitForFinished(PatienceMs) && process.exitCode() == 0)
        return {};
    return u"openssl %1: %2 %3"_s.arg(arguments.join(u' '), process.errorString(),
                                      QString::fromLocal8Bit(process.readAll()));
}

QSslCertificate Certificates::certificate(Kind kind) const
{
    return QSslCertificate::fromPath(m_folder.filePath(nameOf(kind) + u".pem"_s)).value(0);
}

QSslKey Certificates::key(Kind kind) const
{
    QFile file(m_folder.filePath(nameOf(kind) + u".key"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QSslKey(&file, QSsl::Ec);
}

QList<QSslCertificate> Certificates::authority() const
{
    return QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("ours.pem")));
}

} // namespace Holdfast
