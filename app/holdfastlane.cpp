// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "holdfastlane.h"

#include "envelopeprotocol.h"
#include "weather.h"

#include <chrono>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr auto RecordDelay = 2s; // the server's record comes through another pipe

QString laneName() { return QStringLiteral("holdfast"); }

} // namespace

HoldfastLane::HoldfastLane(Weather &weather, const Policy &policy, const Queue &queue,
                           QObject *parent)
    : Lane(laneName(), tr("Holdfast"), weather, parent)
{
    m_socket.setProxy(weather.proxy());
    m_socket.setNetworkMonitor(weather.networkMonitor());
    m_socket.setPolicy(policy);
    auto protocol = std::make_unique<EnvelopeProtocol>();
    protocol->setProfile({{QStringLiteral("name"), tr("you")}});
    m_socket.setProtocol(std::move(protocol));
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
    connect(&m_socket, &Socket::textMessageReceived, this,
            [this](const QString &frame) { hear(frame); });
    connect(&m_socket, &Socket::errorOccurred, this, [this](const ConnectionError &error) {
        // Earlier demos had another address.
        if (error.category == ErrorCategory::QueueHeld && m_socket.account().isEmpty())
            m_socket.rebindQueue();
    });
    m_socket.setUrl(Weather::farUrl(laneName())); // for which the queue is opened
    m_socket.setStorageFolder(queue.folder);
    m_socket.setQueueName(queue.name);
    m_recalled = m_socket.isQueueReady();
    connect(&m_socket, &Socket::snapshotChanged, this, &HoldfastLane::recallAll);
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

void HoldfastLane::dial(const QUrl &) { m_socket.open(); }

void HoldfastLane::send(quint64 number, const QString &frame)
{
    // For the list of a later run, which knows nothing but what is told with a message.
    if (const quint64 n = m_socket.sendTextMessage(frame, {.tag = frame}))
        m_numbers.insert(n, number);
    else
        giveUp(number);
}

void HoldfastLane::recallAll()
{
    const bool ready = m_socket.isQueueReady() && m_socket.heldMessageCount() == 0;
    if (m_recalled || !(ready || !m_socket.isStorageHealthy()))
        return;
    m_recalled = true;
    for (const PendingMessage &message : m_socket.pendingMessages()) {
        const quint64 number = numberOf(message.tag);
        if (number <= lastNumber()) // of another program that used the queue
            continue;
        m_numbers.insert(message.number, number);
        recall(number, message.tag.section(u' ', 1));
    }
    Q_EMIT recalled();
}

void HoldfastLane::retranslate()
{
    setTitle(tr("Holdfast"));
    sayState();
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
        return setStateText(tr("trying again soon")); // the banner beside it counts
    case ConnectionState::WaitingForNetwork:
        return setStateText(tr("waiting for the network"));
    case ConnectionState::Closing:
        return setStateText(tr("closing…"));
    case ConnectionState::Failed:
        return setStateText(tr("failed"));
    }
}
