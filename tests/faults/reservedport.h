// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpsocket.h>

namespace Holdfast {

//! A port on loopback that stays ours while servers come and go: bound, never listening.
class ReservedPort
{
public:
    ReservedPort()
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        if (!m_socket.bind(QHostAddress::LocalHost, 0,
                           QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint))
            qFatal("no port: %s", qPrintable(m_socket.errorString()));
    }

    [[nodiscard]] quint16 number() const { return m_socket.localPort(); }

private:
    QTcpSocket m_socket;
};

} // namespace Holdfast
