// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The part of the façade that the application hears.

#include "logging.h"
#include "reconnectingwebsocket_p.h"

namespace Holdfast {

void ReconnectingWebSocketPrivate::tell(const Report &report)
{
    if (std::holds_alternative<Announce>(report))
        announce();
    else if (const auto *question = std::get_if<Ask>(&report))
        ask(question->reason);
    else if (std::holds_alternative<QueueLeft>(report))
        leavePromises();
    else
        std::visit([this](const auto &effect) { tell(effect); }, std::get<Effect>(report));
}

template <typename Property, typename T, typename... Args>
bool ReconnectingWebSocketPrivate::announceOne(T ConnectionSnapshot::*member, Property *property,
                                               void (ReconnectingWebSocket::*changed)(Args...))
{
    if (m_announced.*member == snapshot.*member)
        return true;
    m_announced.*member = snapshot.*member;
    m_anyAnnounced = true;
    const QPointer<ReconnectingWebSocket> alive(q);
    ReconnectingWebSocket *const facade = q;
    property->notify();
    if (!alive)
        return false;
    if constexpr (sizeof...(Args) > 0)
        Q_EMIT(facade->*changed)(m_announced.*member);
    else
        Q_EMIT(facade->*changed)();
    return alive;
}

void ReconnectingWebSocketPrivate::announce()
{
    using S = ConnectionSnapshot;
    using Q = ReconnectingWebSocket;
    if (m_announced.active != snapshot.active) {
        m_announced.active = snapshot.active;
        m_anyAnnounced = true;
        const QPointer<ReconnectingWebSocket> alive(q);
        Q_EMIT q->activeChanged();
        if (!alive)
            return;
    }
    // Each may be the last thing that this object does; && stops there.
    const bool alive = announceOne(&S::state, &q->m_state, &Q::stateChanged)
        && announceOne(&S::attemptCount, &q->m_attemptCount, &Q::attemptCountChanged)
        && announceOne(&S::pendingMessageCount, &q->m_pendingMessageCount,
                       &Q::pendingMessageCountChanged)
        && announceOne(&S::pendingByteCount, &q->m_pendingByteCount, &Q::pendingByteCountChanged)
        && announceOne(&S::oldestPendingAt, &q->m_oldestPendingAt, &Q::oldestPendingAtChanged)
        && announceOne(&S::nextAttemptAt, &q->m_nextAttemptAt, &Q::nextAttemptAtChanged)
        && announceOne(&S::retryDelay, &q->m_retryDelay, &Q::retryDelayChanged)
        && announceOne(&S::waitReason, &q->m_waitReason, &Q::waitReasonChanged)
        && announceOne(&S::everConnected, &q->m_everConnected, &Q::everConnectedChanged)
        && announceOne(&S::lastError, &q->m_lastError, &Q::lastErrorChanged)
        && announceOne(&S::roundTripTime, &q->m_roundTripTime, &Q::roundTripTimeChanged)
        && announceOne(&S::verifying, &q->m_verifying, &Q::verifyingChanged)
        && announceOne(&S::resumed, &q->m_resumed, &Q::resumedChanged)
        && announceOne(&S::deliveryProof, &q->m_deliveryProof, &Q::deliveryProofChanged)
        && announceOne(&S::subprotocol, &q->m_subprotocol, &Q::subprotocolChanged)
        && announceOne(&S::closeCode, &q->m_closeCode, &Q::closeCodeChanged)
        && announceOne(&S::closeReason, &q->m_closeReason, &Q::closeReasonChanged)
        && announceOne(&S::queueReady, &q->m_queueReady, &Q::queueReadyChanged)
        && announceOne(&S::storageHealthy, &q->m_storageHealthy, &Q::storageHealthyChanged)
        && announceOne(&S::storedThrough, &q->m_storedThrough, &Q::storedThroughChanged)
        && announceOne(&S::heldMessageCount, &q->m_heldMessageCount, &Q::heldMessageCountChanged)
        && announceOne(&S::reachability, &q->m_reachability, &Q::reachabilityChanged)
        && announceOne(&S::behindCaptivePortal, &q->m_behindCaptivePortal,
                       &Q::behindCaptivePortalChanged)
        && announceOne(&S::metered, &q->m_metered, &Q::meteredChanged)
        && announceOne(&S::medium, &q->m_medium, &Q::mediumChanged);
    if (alive && std::exchange(m_anyAnnounced, false))
        Q_EMIT q->snapshotChanged();
}

namespace {

Delivery outcome(const Effects::MessageDelivered &effect)
{
    return {.number = effect.number, .delivered = true, .tag = effect.tag};
}

Delivery outcome(const Effects::MessageFailed &effect)
{
    return {.number = effect.number,
            .failure = effect.failure,
            .maybeDelivered = effect.maybeDelivered,
            .tag = effect.tag};
}

//! Continuations run in it, and may delete everything.
void finish(std::optional<QPromise<Delivery>> promise, const Delivery &delivery)
{
    if (!promise)
        return;
    promise->addResult(delivery);
    promise->finish();
}

//! The time of an error is one and the same wherever it is told.
ConnectionError stamped(ConnectionError error, const ConnectionError &last)
{
    error.at = last.at;
    if (error != last)
        error.at = QDateTime::currentDateTimeUtc();
    return error;
}

} // namespace

void ReconnectingWebSocketPrivate::tell(const Effects::Connected &effect)
{
    Q_EMIT q->connected(effect.resumed);
}

void ReconnectingWebSocketPrivate::tell(const Effects::Disconnected &effect)
{
    Q_EMIT q->disconnected(stamped(effect.error, snapshot.lastError));
}

void ReconnectingWebSocketPrivate::tell(const Effects::Troubled &effect)
{
    Q_EMIT q->errorOccurred(stamped(effect.error, snapshot.lastError));
}

void ReconnectingWebSocketPrivate::tell(const Effects::Failed &effect)
{
    qCWarning(lcConnection).verbosity(QDebug::MinimumVerbosity)
        << "failed:" << effect.error.category << effect.error.detail;
    Q_EMIT q->failed(stamped(effect.error, snapshot.lastError));
}

void ReconnectingWebSocketPrivate::tell(const Effects::Stable &) { Q_EMIT q->stable(); }

void ReconnectingWebSocketPrivate::tell(const Effects::MessageWritten &effect)
{
    Q_EMIT q->messageWritten(effect.number);
}

void ReconnectingWebSocketPrivate::tell(const Effects::MessageDelivered &effect)
{
    std::optional<QPromise<Delivery>> promise = takePromise(effect.number);
    Q_EMIT q->messageDelivered(effect.number);
    finish(std::move(promise), outcome(effect)); // also if the handler has deleted the object
}

void ReconnectingWebSocketPrivate::tell(const Effects::MessageFailed &effect)
{
    const QPointer<ReconnectingWebSocket> alive(q);
    std::optional<QPromise<Delivery>> promise = takePromise(effect.number);
    m_tellingFailure = true;
    Q_EMIT q->messageFailed(effect.number, effect.failure);
    if (alive)
        m_tellingFailure = false;
    finish(std::move(promise), outcome(effect));
}

std::optional<QPromise<Delivery>> ReconnectingWebSocketPrivate::takePromise(quint64 number)
{
    Promises &promises = m_leftPromises.empty() ? m_promises : m_leftPromises.front();
    const auto at = promises.find(number);
    if (at == promises.end())
        return std::nullopt;
    QPromise<Delivery> promise = std::move(at->second);
    promises.erase(at);
    return promise;
}

//! Everything was told of the queue that was left. What it has kept, it will be told of by another.
void ReconnectingWebSocketPrivate::leavePromises()
{
    const Promises cancelled = std::move(m_leftPromises.front());
    m_leftPromises.pop_front();
}

//! The object's end. What is known by now is no less so because no signal will tell it.
void ReconnectingWebSocketPrivate::finishPromises(const Fifo<Report> &untold)
{
    for (const Report &report : untold) {
        const auto *effect = std::get_if<Effect>(&report);
        if (std::holds_alternative<QueueLeft>(report))
            leavePromises();
        else if (!effect)
            continue;
        else if (const auto *delivered = std::get_if<Effects::MessageDelivered>(effect))
            finish(takePromise(delivered->number), outcome(*delivered));
        else if (const auto *failed = std::get_if<Effects::MessageFailed>(effect))
            finish(takePromise(failed->number), outcome(*failed));
    }
    m_leftPromises.clear(); // cancels: a promise that dies unfinished does
    std::exchange(m_promises, {}).clear();
}

void ReconnectingWebSocketPrivate::tell(const Effects::MessageSuspected &effect)
{
    qCWarning(lcOutbox) << "message" << effect.number
                        << "was alone in flight when the connection ended," << effect.ends
                        << "times now; close codes against it:" << effect.strikes << "of"
                        << Quarantine::Strikes;
}

void ReconnectingWebSocketPrivate::tell(const Effects::RestartAnnounced &effect)
{
    Q_EMIT q->restartAnnounced(effect.milliseconds);
}

void ReconnectingWebSocketPrivate::tell(const Effects::CredentialsRequired &effect)
{
    Q_EMIT q->credentialsRequired(effect.reason);
}

} // namespace Holdfast
