// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "holdfastlane.h"

#include <chrono>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr auto RecordDelay = 2s; // the server's record comes through another pipe

} // namespace

HoldfastLane::HoldfastLane(Weather &weather, const Policy &policy, QObject *parent)
    : Lane(QStringLiteral("holdfast"), tr("Holdfast"), weather, parent)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setPolicy(policy);
    using Socket = ReconnectingWebSocket;
    connect(&m_socket, &Socket::snapshotChanged, this, &HoldfastLane::sayState);
    connect(&m_socket, &Socket::disconnected, this, [this] {
        for (const quint64 number : std::as_const(m_numbers))
            mark(number, Mark::Waiting); // again: none of them was confirmed
    });
    connect(&m_socket, &Socket::messageWritten, this,
            [this](quint64 n) { mark(m_numbers.value(n), Mark::Sent); });
    connect(&m_socket, &Socket::messageDelivered, this, [this](quint64 n) {
        const quint64 number = m_numbers.take(n);
        mark(number, Mark::Delivered);
        QTimer::singleShot(RecordDelay, this, [this, number] { giveUp(number); });
    });
    connect(&m_socket, &Socket::messageFailed, this,
            [this](quint64 n) { giveUp(m_numbers.take(n)); });
    sayState();
}

HoldfastLane::~HoldfastLane() { m_socket.disconnect(this); } // it would report what it discards

Policy HoldfastLane::impatient()
{
    Policy policy;
    policy.backoff.cap = 5s;
    policy.connectTimeout = 5s;
    policy.heartbeatInterval = 5s;
    policy.heartbeatTimeout = 4s;
    policy.restartSpread = 2s;
    policy.overloadWait = 3s;
    return policy;
}

void HoldfastLane::dial(const QUrl &url) { m_socket.open(url); }

void HoldfastLane::send(quint64 number, const QString &frame)
{
    if (const quint64 n = m_socket.sendTextMessage(frame))
        m_numbers.insert(n, number);
    else
        giveUp(number);
}

void HoldfastLane::sayState()
{
    setConnected(m_socket.state() == ConnectionState::Connected);
    switch (m_socket.state()) {
    case ConnectionState::Closed:
        return setStateText(tr("not connected"));
    case ConnectionState::Connecting:
        return setStateText(tr("connecting…"));
    case ConnectionState::Connected:
        return setStateText(m_socket.isVerifying() ? tr("checking the connection…")
                                                   : tr("connected"));
    case ConnectionState::WaitingToRetry:
        return setStateText(
            tr("trying again in %1 s").arg(double(m_socket.retryDelay()) / 1000, 0, 'f', 1));
    case ConnectionState::WaitingForNetwork:
        return setStateText(tr("waiting for the network"));
    case ConnectionState::Closing:
        return setStateText(tr("closing…"));
    case ConnectionState::Failed:
        return setStateText(tr("failed"));
    }
}
