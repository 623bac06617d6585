// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "linereader.h"
#include "options.h"
#include "serverprocess.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qobject.h>

#include "reconnectingwebsocket.h"

#include <memory>

//! JSON lines for scripts: each line of stdin is sent as a message, each event is a line on stdout.
//! At the end of the input it closes once nothing is pending, also of what an earlier run left in
//! the queue.
//!
//! The exit code is 1 if the connection Failed, a line was refused, or a message failed, also one
//! that waited in memory when a signal asked us to stop; else 0.
class Headless : public QObject
{
    Q_OBJECT

public:
    explicit Headless(const Options &options, QObject *parent = nullptr);

    void start();
    //! Close gracefully, and end.
    void stop();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void open(const QUrl &url);
    void endLater();
    void end();
    void print(const char *event, const QJsonObject &members = {});
    void printState();
    void printRefusal(Holdfast::MessageFailure why);
    void printError(const Holdfast::ConnectionError &error);
    void complain(const Holdfast::ConnectionError &error);
    void printStored();
    void sendLine(const QString &line);
    void pace();

    const Options m_options;
    QElapsedTimer m_clock;
    int m_exitCode = 0;
    bool m_opened = false;
    quint64 m_stored = 0; //!< printed last
    std::unique_ptr<Holdfast::ReconnectingWebSocket> m_socket; //!< null once all is over
    LineReader m_input;
    ServerProcess m_server;
};
