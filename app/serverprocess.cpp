// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "serverprocess.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qjsondocument.h>

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace {

QString hubProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    const QString built = here + QStringLiteral("/hub/holdfast-hub");
    return QFileInfo::exists(built) ? built : here + QStringLiteral("/holdfast-hub");
}

//! In the words of holdfast-hub.
QString wordFor(const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Kind::Refuse:
        return QStringLiteral("http=503");
    case Fault::Kind::Close:
        return QStringLiteral("close=%1").arg(fault.closeCode);
    case Fault::Kind::None:
        break;
    }
    return QStringLiteral("none");
}

} // namespace

ServerProcess::ServerProcess(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(program.isEmpty() ? hubProgram() : program)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    // A frozen one would not notice that its standard input ended with us.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ServerProcess::read);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        if (!m_expected)
            Q_EMIT failed(tr("the server ended by itself"));
    });
}

ServerProcess::~ServerProcess() { kill(); }

void ServerProcess::start()
{
    m_expected = false;
    m_process.start(m_program,
                    {QStringLiteral("--child"), QStringLiteral("--report"),
                     QStringLiteral("--plain"), QStringLiteral("broadcast"),
                     QStringLiteral("--port"), QString::number(qMax(m_url.port(), 0)),
                     QStringLiteral("--fault"), wordFor(m_fault)});
}

void ServerProcess::kill()
{
    m_expected = true;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void ServerProcess::freeze() { signal(SIGSTOP); }

void ServerProcess::thaw() { signal(SIGCONT); }

void ServerProcess::setFault(const Fault &fault)
{
    m_fault = fault;
    if (m_process.state() != QProcess::NotRunning)
        m_process.write("fault " + wordFor(fault).toUtf8() + '\n');
}

void ServerProcess::restart(std::chrono::milliseconds absence, std::chrono::milliseconds spread)
{
    if (m_process.state() != QProcess::NotRunning)
        m_process.write("restart " + QByteArray::number(qint64(absence.count())) + ' '
                        + QByteArray::number(qint64(spread.count())) + '\n');
}

void ServerProcess::signal(int number)
{
    if (const qint64 id = processId(); id > 0)
        ::kill(static_cast<pid_t>(id), number);
}

void ServerProcess::read()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        if (line.startsWith('{'))
            hear(QJsonDocument::fromJson(line).object());
        else if (line == "ready")
            Q_EMIT ready();
        else
            m_url = QUrl(QString::fromUtf8(line));
    }
}

void ServerProcess::hear(const QJsonObject &report)
{
    const QString event = report.value(QLatin1StringView("event")).toString();
    const QString payload = report.value(QLatin1StringView("payload")).toString();
    if (event == QLatin1StringView("message"))
        Q_EMIT received(payload, QStringLiteral("holdfast"));
    else if (event == QLatin1StringView("plain"))
        Q_EMIT received(payload, report.value(QLatin1StringView("path")).toString().mid(1));
}
