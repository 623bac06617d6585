// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fault.h"

#include <QtCore/qobject.h>
#include <QtNetwork/qtcpserver.h>
#include <QtWebSockets/qwebsocketserver.h>

//! A small plain WebSocket server that knows nothing of Holdfast: it echoes text and bytes, and
//! prints what it got, so that somebody else can judge what arrived.
//!
//! Prints {"ready":"ws://…"} first, then {"received":"…","lane":"…","connection":n} for each text
//! message; the lane is the path of the URL, and missing where that is "/". Standard input takes
//! commands: "fault none", "fault refuse", "fault close CODE". Ends when its standard input does,
//! so that it never outlives who started it.
class PlainServer : public QObject
{
    Q_OBJECT

public:
    explicit PlainServer(QObject *parent = nullptr);

    //! False, with a word on stderr, if it cannot listen.
    [[nodiscard]] bool listen(quint16 port);

    //! From now on, and for who is connected already: faults send everybody away.
    void setFault(const Fault &fault);
    //! A line of standard input; a word on stderr if it means nothing.
    void obey(const QString &command);

private:
    void accept();
    void welcome();
    void greet(QWebSocket *client);
    void dismiss(QWebSocket *client);
    static void refuse(QTcpSocket *client);

    QTcpServer m_listener;
    QWebSocketServer m_server;
    Fault m_fault;
    int m_connections = 0;
};
