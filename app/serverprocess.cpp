// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "serverprocess.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qjsondocument.h>

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

ServerProcess::ServerProcess(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(program.isEmpty()
                    ? QCoreApplication::applicationDirPath() + QStringLiteral("/holdfast-hub")
                    : program)
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
                    {QStringLiteral("--supervised"), QStringLiteral("--plain"),
                     QStringLiteral("broadcast"), QStringLiteral("--port"),
                     QString::number(qMax(m_url.port(), 0))});
    m_process.write("fault " + m_fault.toString().toUtf8() + '\n');
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
        m_process.write("fault " + fault.toString().toUtf8() + '\n');
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
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        if (line.contains(QLatin1StringView("ready"))) {
            m_url = QUrl(line.value(QLatin1StringView("ready")).toString());
            Q_EMIT ready();
        } else {
            Q_EMIT received(line.value(QLatin1StringView("received")).toString(),
                            line.value(QLatin1StringView("lane")).toString());
        }
    }
}
