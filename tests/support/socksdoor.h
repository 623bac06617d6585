// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

namespace Holdfast {

//! A SOCKS proxy (RFC 1928) that leads every name and address in the world to one local server: so
//! a test on loopback may dial a host far away.
class SocksDoor : public QObject
{
    Q_OBJECT

public:
    explicit SocksDoor(const QUrl &server);

    [[nodiscard]] QNetworkProxy proxy() const;
    //! Whoever comes from now on waits for nothing.
    void blackhole() { m_open = false; }
    void heal() { m_open = true; }

private:
    void accept();
    void greet(QTcpSocket *client);
    void lead(QTcpSocket *client);

    QUrl m_server;
    QTcpServer m_listener;
    bool m_open = true;
};

} // namespace Holdfast
