// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "serverprocess.h"
#include "terminal.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

#include "reconnectingwebsocket.h"

//! A scripted outage, told in the terminal: a server is killed while somebody is typing, stays away
//! for a while and comes back. The server's own record says whether the promises held.
class Outage : public QObject
{
    Q_OBJECT

public:
    explicit Outage(QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    //! 0 if every message arrived, in order.
    void finished(int exitCode);

private:
    void type();
    void crash();
    void finishIfDelivered();
    void judge();
    void sayState();
    void say(Terminal::Colour colour, const QString &who, const QString &what);

    QElapsedTimer m_clock;
    Holdfast::ReconnectingWebSocket m_socket;
    ServerProcess m_server;
    QTimer m_typist;
    QStringList m_typed;
    QStringList m_arrived;
    int m_delivered = 0;
    int m_lives = 0;
    qint64 m_downSince = 0;
    qint64 m_downFor = 0;
};
