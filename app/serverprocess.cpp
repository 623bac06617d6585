// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "serverprocess.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qjsondocument.h>

ServerProcess::ServerProcess(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
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
    m_process.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--serve"), QStringLiteral("--port"),
                     QString::number(qMax(m_url.port(), 0))});
}

void ServerProcess::kill()
{
    m_expected = true;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void ServerProcess::read()
{
    while (m_process.canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        if (line.contains(QLatin1StringView("ready"))) {
            m_url = QUrl(line.value(QLatin1StringView("ready")).toString());
            Q_EMIT ready();
        } else {
            Q_EMIT received(line.value(QLatin1StringView("received")).toString());
        }
    }
}
