// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtNetwork/qtcpserver.h>

#include <chrono>

//! The stretch of network in front of a server: a TCP relay on the loopback interface that can be
//! slow, and whose cable can be pulled.
//!
//! While unplugged, what is on its way vanishes for ever, both ways, and nobody is told; so does
//! all that is said later on the connections of that time. Who dials gets no answer. Plugged in
//! again, the old connections are unknown (address and NAT are new): who speaks on one gets a
//! reset. A dial that still waits goes through when TCP repeats its SYN: 1, 3, 7, 15, … s after it
//! began.
//!
//! A client's reset overtakes what it said before: that is not delivered any more.
class Wire : public QTcpServer
{
    Q_OBJECT

public:
    //! Listens on a free port of the loopback interface.
    explicit Wire(QObject *parent = nullptr);
    ~Wire() override;

    //! Where the server is, on the loopback interface. 0: nowhere. A dial that finds nobody
    //! is reset as soon as it speaks.
    [[nodiscard]] quint16 target() const { return m_target; }
    void setTarget(quint16 port) { m_target = port; }
    [[nodiscard]] bool isUnplugged() const { return m_unplugged; }
    void setUnplugged(bool unplugged);
    //! Each way; bytes keep their order when it changes.
    [[nodiscard]] std::chrono::milliseconds latency() const { return m_latency; }
    void setLatency(std::chrono::milliseconds latency) { m_latency = latency; }

Q_SIGNALS:
    void pulled();
    void pluggedIn();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::chrono::milliseconds m_latency{0};
    quint16 m_target = 0;
    bool m_unplugged = false;
};
