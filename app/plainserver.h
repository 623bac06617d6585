// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtWebSockets/qwebsocketserver.h>

//! A small plain WebSocket server that knows nothing of Holdfast: it echoes text and bytes, and
//! prints what it got, so that somebody else can judge what arrived.
//!
//! Prints {"ready":"ws://…"} first, then {"received":"…","connection":n} for each text message.
//! Ends when its standard input does, so that it never outlives who started it.
class PlainServer : public QObject
{
    Q_OBJECT

public:
    explicit PlainServer(QObject *parent = nullptr);

    //! False, with a word on stderr, if it cannot listen.
    [[nodiscard]] bool listen(quint16 port);

private:
    void welcome();

    QWebSocketServer m_server;
    int m_connections = 0;
};
