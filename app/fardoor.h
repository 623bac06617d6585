// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpserver.h>

//! A SOCKS proxy (RFC 1928) on the loopback interface that leads every name in the world to one
//! local port. So the demo can dial a host that is far away, as an app does: what the system says
//! of the network counts for nothing where the host is this machine.
//!
//! Between its two sides, ends and resets are passed on as what they are.
class FarDoor : public QTcpServer
{
    Q_OBJECT

public:
    //! More guests than that, at once, are sent away.
    static constexpr int MostGuests = 64;

    //! Listens on a free port.
    explicit FarDoor(QObject *parent = nullptr);
    ~FarDoor() override;

    [[nodiscard]] QNetworkProxy proxy() const;
    //! Where who comes from now on is led to. 0: nowhere; they are told that there is no network.
    [[nodiscard]] quint16 target() const { return m_target; }
    void setTarget(quint16 port) { m_target = port; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    quint16 m_target = 0;
};
