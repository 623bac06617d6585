// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "child.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qjsondocument.h>

#include <cstdio>

namespace Holdfast::Testing {

Child::Child(const QStringList &arguments)
    : Child(QCoreApplication::applicationFilePath(),
            QStringList(QStringLiteral("--as")) + arguments, {})
{
}

Child::Child(const QString &program, const QStringList &arguments, const QString &folder)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setWorkingDirectory(folder);
    m_process.start(program, arguments);
}

Child::~Child()
{
    m_process.kill();
    m_process.waitForFinished();
}

QJsonObject Child::result(int most)
{
    m_process.waitForFinished(most);
    const QByteArray all = m_process.readAllStandardOutput().trimmed();
    return QJsonDocument::fromJson(all.mid(all.lastIndexOf('\n') + 1)).object();
}

bool Child::says(const QByteArray &line, int most)
{
    const QDeadlineTimer deadline(most);
    while (!deadline.hasExpired()) {
        while (m_process.canReadLine()) {
            if (m_process.readLine().trimmed() == line)
                return true;
        }
        if (!m_process.waitForReadyRead(int(deadline.remainingTime()))
            && m_process.state() == QProcess::NotRunning && !m_process.canReadLine())
            return false;
    }
    return false;
}

void Child::tell(const QByteArray &line)
{
    m_process.write(line + '\n');
    m_process.waitForBytesWritten();
}

void Child::say(const QJsonObject &result)
{
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QStringList Child::role(int argc, char **argv)
{
    QStringList words;
    if (argc > 2 && QByteArrayView(argv[1]) == "--as") {
        for (int i = 2; i < argc; ++i)
            words += QString::fromLocal8Bit(argv[i]);
    }
    return words;
}

} // namespace Holdfast::Testing
