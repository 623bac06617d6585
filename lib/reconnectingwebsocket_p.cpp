// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "reconnectingwebsocket_p.h"

#include "logging.h"
#include "plainprotocol.h"
#include "steadyclock.h"
#include "timeasleep.h"
#include "websockettransport.h"

#include <QtCore/qmetaobject.h>
#include <QtCore/qrandom.h>
#include <QtCore/qthread.h>

#include <algorithm>
#include <limits>

namespace Holdfast {

namespace {

// A deadline that moves by less than this is left where it is: a busy connection postpones its
// heartbeat with every frame, and each restart of a timer costs more than one early tick.
constexpr Duration WorthRearming{1'000};

QDateTime wallClock(Instant then, Instant now)
{
    return QDateTime::currentDateTimeUtc().addMSecs((then - now).count());
}

int toInt(Duration duration)
{
    return static_cast<int>(
        std::clamp<qint64>(duration.count(), 0, std::numeric_limits<int>::max()));
}

QString bare(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

ReconnectingWebSocketPrivate::ReconnectingWebSocketPrivate(ReconnectingWebSocket *facade)
    : q(facade)
    , link(std::make_unique<PlainProtocol>())
    , network(std::make_unique<NetworkWatch>(facade))
    , m_timer(new QTimer(facade))
{
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(m_timer, &QTimer::timeout, q, [this] { timedOut(); });
    keeper = std::make_unique<QueueKeeper>(link, q);
    watchNetwork();
}

ReconnectingWebSocketPrivate::~ReconnectingWebSocketPrivate() = default;

Instant ReconnectingWebSocketPrivate::now() { return steadyNow(); }

// ---- the loop ----

void ReconnectingWebSocketPrivate::post(LinkEvent event)
{
    m_events.append(Occurrence{.event = std::move(event)});
    process();
}

void ReconnectingWebSocketPrivate::postOfAttempt(LinkEvent event)
{
    m_events.append(Occurrence{.event = std::move(event), .attempt = m_attempt});
    process();
}

void ReconnectingWebSocketPrivate::process()
{
    const int level = QThread::currentThread()->loopLevel();
    // Called from a handler: it is handled when the handler has returned. Called from an event loop
    // that a handler runs, it is handled now, or nothing would move as long as that dialog is open.
    if (m_busy && level <= m_busyLevel)
        return processLater();
    const QPointer<ReconnectingWebSocket> alive(q);
    const bool wasBusy = std::exchange(m_busy, true);
    const int outerLevel = std::exchange(m_busyLevel, level);
    while (alive) {
        if (!m_reports.isEmpty()) {
            const Report report = m_reports.takeFirst();
            if (!m_reports.isEmpty() || !m_events.isEmpty())
                processLater(); // in case the handler runs an event loop of its own
            tell(report); // may delete everything here
        } else if (!m_events.isEmpty()) {
            handleNext();
        } else {
            m_busy = wasBusy;
            m_busyLevel = outerLevel;
            return;
        }
    }
}

void ReconnectingWebSocketPrivate::processLater()
{
    if (std::exchange(m_processPosted, true))
        return;
    QMetaObject::invokeMethod(
        q,
        [this] {
            m_processPosted = false;
            process();
        },
        Qt::QueuedConnection);
}

void ReconnectingWebSocketPrivate::handleNext()
{
    const Occurrence next = m_events.takeFirst();
    if (next.attempt != 0 && next.attempt != m_attempt)
        return; // from an attempt that has been given up meanwhile
    if (std::holds_alternative<CloseAsked>(next.event))
        m_question = 0; // somebody else may be there when it is opened again
    if (std::holds_alternative<EndpointChanged>(next.event)) {
        m_question = 0; // its answer would lead to the old endpoint
        network->setUrl(dial.request.url());
        if (m_nextProtocol)
            link.setProtocol(std::move(m_nextProtocol));
    }
    const double luck = QRandomGenerator::global()->generateDouble();
    link.setListeners(listeners());
    link.setTimeAsleep(timeAsleep());
    std::vector<Effect> effects = link.handle(next.event, now(), luck);
    if (const auto *restored = std::get_if<Restored>(&next.event); restored && restored->last)
        keeper->loaded();
    takeSnapshot();
    m_reports.append(Announce{});
    for (Effect &effect : effects) {
        if (!perform(effect) && !keepOutcome(effect))
            m_reports.append(std::move(effect));
    }
    arm();
    network->setActive(snapshot.active);
}

//! What comes with every message is not reported to nobody.
Link::Listeners ReconnectingWebSocketPrivate::listeners() const
{
    static const QMetaMethod written
        = QMetaMethod::fromSignal(&ReconnectingWebSocket::messageWritten);
    static const QMetaMethod delivered
        = QMetaMethod::fromSignal(&ReconnectingWebSocket::messageDelivered);
    return {.written = q->isSignalConnected(written),
            .delivered = !m_promises.empty() || q->isSignalConnected(delivered),
            .keeper = keeper->keeps()};
}

void ReconnectingWebSocketPrivate::takeSnapshot()
{
    const LinkSnapshot seen = link.snapshot();
    m_oldestPending = link.outbox().oldestQueuedAt();
    const Instant at = now();
    if (seen.state != snapshot.state && seen.errorCount != m_errorCount)
        qCDebug(lcConnection).verbosity(QDebug::MinimumVerbosity).noquote()
            << snapshot.state << "->" << seen.state << "because of" << seen.lastError.category
            << "close code" << seen.lastError.closeCode << seen.lastError.detail;
    else if (seen.state != snapshot.state)
        qCDebug(lcConnection).verbosity(QDebug::MinimumVerbosity)
            << snapshot.state << "->" << seen.state;
    // The wall clock is read once for each instant, so that a property does not change by rounding.
    if (seen.oldestPendingAt != snapshot.oldestPending)
        snapshot.oldestPendingAt
            = seen.oldestPendingAt ? wallClock(*seen.oldestPendingAt, at) : QDateTime();
    if (seen.nextAttemptAt != snapshot.nextAttempt)
        snapshot.nextAttemptAt
            = seen.nextAttemptAt ? wallClock(*seen.nextAttemptAt, at) : QDateTime();
    snapshot.oldestPending = seen.oldestPendingAt;
    snapshot.nextAttempt = seen.nextAttemptAt;

    if (seen.errorCount != m_errorCount) {
        m_errorCount = seen.errorCount;
        snapshot.lastError = seen.lastError;
        snapshot.lastError.at = QDateTime::currentDateTimeUtc();
    }
    snapshot.state = seen.state;
    snapshot.active = seen.active;
    snapshot.attemptCount = seen.attemptCount;
    snapshot.pendingMessageCount = seen.pendingMessageCount;
    snapshot.pendingByteCount = seen.pendingByteCount;
    snapshot.retryDelay = toInt(seen.retryDelay);
    snapshot.waitReason = seen.waitReason;
    snapshot.everConnected = seen.everConnected;
    snapshot.roundTripTime = seen.roundTripTime ? toInt(*seen.roundTripTime) : -1;
    snapshot.verifying = seen.verifying;
    snapshot.resumed = seen.resumed;
    snapshot.deliveryProof = seen.deliveryProof;
    snapshot.subprotocol = seen.subprotocol;
    snapshot.closeCode = seen.closeCode;
    snapshot.closeReason = seen.closeReason;
    keeper->setConnected(seen.state == ConnectionState::Connected);
    const QueueKeeper::Facts queue = keeper->facts();
    snapshot.queueReady = queue.ready;
    snapshot.storageHealthy = queue.healthy;
    snapshot.storedThrough = queue.storedThrough;
    snapshot.heldMessageCount = queue.heldCount;
    snapshot.queueHeld = queue.held;
    takeNetworkFacts();
}

void ReconnectingWebSocketPrivate::arm()
{
    const std::optional<Instant> deadline = link.deadline();
    if (!deadline) {
        m_timer->stop();
        m_rechecked = false;
        return;
    }
    if (m_rechecked && *deadline <= now())
        return; // it is being looked at already; steady traffic must not keep that from coming to
                // an end
    const bool waiting = m_timer->isActive() && !m_rechecked;
    if (waiting && *deadline >= m_armedFor && *deadline - m_armedFor < WorthRearming)
        return;
    m_armedFor = *deadline;
    m_rechecked = false;
    const Duration left
        = std::clamp(*deadline - now(), Duration(0), Duration(std::chrono::hours(24)));
    m_timer->start(left);
}

void ReconnectingWebSocketPrivate::timedOut()
{
    // A blocked event loop is not a dead peer: what has arrived meanwhile must be read before a
    // silence is judged. So the timer goes once more through the event loop, where the sockets come
    // first, and then once more behind what they have posted.
    if (!std::exchange(m_rechecked, true)) {
        m_timer->start(0);
        return;
    }
    QMetaObject::invokeMethod(
        q,
        [this] {
            m_rechecked = false;
            const QPointer<ReconnectingWebSocket> alive(q);
            network->look();
            if (alive)
                post(Event::Elapsed);
        },
        Qt::QueuedConnection);
}

// ---- sending ----

Outbox::Admission ReconnectingWebSocketPrivate::send(Payload payload, const SendOptions &options)
{
    if (!m_flushPosted) {
        // Good for the whole burst: asking a clock costs as much as queueing.
        m_turnBegan = now();
        link.setTimeAsleep(timeAsleep());
    }
    keeper->prepare();
    const Payload kept = keeper->keeps() ? payload : Payload();
    const Outbox::Admission admission = link.send(std::move(payload), options, m_turnBegan);
    if (admission.number == 0) {
        qCWarning(lcOutbox).verbosity(QDebug::MinimumVerbosity)
            << "message refused:" << admission.refusal;
        QMetaObject::invokeMethod(
            q, [this, why = admission.refusal] { Q_EMIT q->messageRefused(why); },
            Qt::QueuedConnection);
        return admission;
    }
    keeper->sent(admission.number, kept, options);
    countPending();
    flushLater();
    return admission;
}

bool ReconnectingWebSocketPrivate::cancel(quint64 number)
{
    if (!link.cancel(number))
        return false;
    countPending();
    flushLater();
    return true;
}

void ReconnectingWebSocketPrivate::cancelAll()
{
    link.cancelAll();
    countPending();
    flushLater();
}

//! What is pending has changed outside of an event; the news waits for the next one.
void ReconnectingWebSocketPrivate::countPending()
{
    const Outbox &outbox = link.outbox();
    const bool sameOldest = m_oldestPending == outbox.oldestQueuedAt();
    snapshot.pendingMessageCount = outbox.pendingCount();
    snapshot.pendingByteCount = outbox.pendingBytes();
    if (!sameOldest)
        takeSnapshot();
}

//! Writing waits for the end of this turn of the event loop: a burst gets one fence, and no outcome
//! can come before send… has returned the number.
void ReconnectingWebSocketPrivate::flushLater()
{
    if (std::exchange(m_flushPosted, true))
        return;
    QMetaObject::invokeMethod(
        q,
        [this] {
            m_flushPosted = false;
            post(Flush{});
        },
        Qt::QueuedConnection);
}

QFuture<Delivery> ReconnectingWebSocketPrivate::deliver(Payload payload, const SendOptions &options)
{
    QPromise<Delivery> promise;
    QFuture<Delivery> future = promise.future();
    promise.start();
    const Outbox::Admission admission = send(std::move(payload), options);
    if (admission.number == 0) {
        promise.addResult(Delivery{.failure = admission.refusal, .tag = options.tag});
        promise.finish();
    } else {
        m_promises.emplace(admission.number, std::move(promise));
    }
    return future;
}

void ReconnectingWebSocketPrivate::setProtocol(std::unique_ptr<Protocol> protocol)
{
    m_nextProtocol = std::move(protocol); // not at once: the present one may be what is calling
    post(EndpointChanged{});
}

void ReconnectingWebSocketPrivate::complain(ConnectionError error)
{
    qCWarning(lcConnection).noquote() << error.detail;
    tellLater(std::move(error));
}

void ReconnectingWebSocketPrivate::tellLater(ConnectionError error)
{
    error.at = QDateTime::currentDateTimeUtc();
    QMetaObject::invokeMethod(
        q, [this, error] { Q_EMIT q->errorOccurred(error); }, Qt::QueuedConnection);
}

void ReconnectingWebSocketPrivate::discardEverything()
{
    m_busy = true; // whatever a handler or continuation below asks for comes too late
    m_busyLevel = std::numeric_limits<int>::max();
    dropTransport();
    m_events.clear();
    const Fifo<Report> untold = std::exchange(m_reports, {});
    finishPromises(untold);
    const QueueKeeper::Failures left = closeQueue();
    keeper.reset();
    if (m_tellingFailure)
        return; // deleted from a handler of messageFailed, which must not be called again
    for (const Report &report : untold) {
        const auto *effect = std::get_if<Effect>(&report);
        const auto *failed = effect ? std::get_if<Effects::MessageFailed>(effect) : nullptr;
        if (failed)
            Q_EMIT q->messageFailed(failed->number, failed->failure);
    }
    for (const Effects::MessageFailed &message : left)
        Q_EMIT q->messageFailed(message.number, message.failure);
}

// ---- effects ----

bool ReconnectingWebSocketPrivate::perform(Effect &effect)
{
    if (const auto *write = std::get_if<Effects::Write>(&effect)) {
        if (transport)
            transport->write(write->frame);
    } else if (const auto *start = std::get_if<Effects::Dial>(&effect)) {
        startDial(start->reason);
    } else if (std::holds_alternative<Effects::Abandon>(effect)) {
        dropTransport();
    } else if (const auto *goodbye = std::get_if<Effects::HangUp>(&effect)) {
        if (transport)
            transport->hangUp(goodbye->code, goodbye->reason);
    } else if (std::holds_alternative<Effects::TakeNewProducer>(effect)) {
        keeper->takeNewProducer();
    } else if (const auto *forget = std::get_if<Effects::Forget>(&effect)) {
        keeper->delivered(forget->numbers);
    } else {
        return false;
    }
    return true;
}

void ReconnectingWebSocketPrivate::startDial(Reason reason)
{
    dropTransport();
    if (!provider) {
        openTransport(dial.request);
        return;
    }
    m_wantsAnswer = reason;
    m_reports.append(Ask{reason});
}

void ReconnectingWebSocketPrivate::ask(Reason reason)
{
    if (!m_wantsAnswer)
        return; // the attempt is over already
    if (!provider) { // it was taken away meanwhile
        m_wantsAnswer.reset();
        return openTransport(dial.request);
    }
    // One question at a time: an answer that is on its way serves this attempt too. But not one
    // asked before the server refused, and not one that has been out for a whole attempt.
    const bool joins = m_question != 0
        && (reason != Reason::Rejected || m_questionReason == Reason::Rejected)
        && now() - m_questionAt < link.policy().connectTimeout;
    if (joins)
        return;
    m_question = ++m_lastQuestion;
    m_questionReason = reason;
    m_questionAt = now();
    const QPointer<ReconnectingWebSocket> alive(q);
    const RequestReply reply(
        [this, alive, question = m_question](const RequestReply::Answer &answer) {
            if (alive)
                answered(question, answer);
        });
    const RequestProvider asked = provider; // it may be replaced from inside
    m_asking = true;
    m_replaced = false;
    asked(reason, reply);
    if (!alive)
        return;
    m_asking = false;
    if (m_replaced)
        forgetQuestion(); // unless it has answered
}

void ReconnectingWebSocketPrivate::setProvider(RequestProvider next)
{
    provider = std::move(next);
    m_replaced = true;
    if (!m_asking) // else it may answer all the same, until it returns
        forgetQuestion();
}

void ReconnectingWebSocketPrivate::forgetQuestion()
{
    m_question = 0;
    if (!m_wantsAnswer)
        return;
    // Later: what comes next may end the attempt, and the provider may be half made.
    QMetaObject::invokeMethod(
        q,
        [this] {
            if (!m_wantsAnswer || m_question != 0)
                return;
            m_reports.append(Ask{*m_wantsAnswer});
            process();
        },
        Qt::QueuedConnection);
}

void ReconnectingWebSocketPrivate::answered(quint64 question, const RequestReply::Answer &answer)
{
    if (question != m_question)
        return;
    m_question = 0;
    if (!std::exchange(m_wantsAnswer, std::nullopt))
        return;
    if (!answer.accepted)
        return postOfAttempt(Ended{{.kind = Ending::Kind::NoCredentials, .detail = answer.detail}});
    bindQueueByAnswer(answer.request.url());
    openTransport(answer.request);
}

void ReconnectingWebSocketPrivate::openTransport(const QNetworkRequest &request)
{
    DialRequest complete = dial;
    complete.request = request;
    complete.request.setUrl(link.protocol().endpoint(request.url()));
    complete.subprotocols = link.protocol().subprotocols();
    complete.maxIncomingBytes = link.policy().maxIncomingBytes;
    qCDebug(lcConnection) << "dialling" << bare(complete.request.url());

    transport = new WebSocketTransport(q);
    QObject::connect(
        transport, &Transport::opened, q,
        [this](Greeting greeting) {
            greeting.account = account;
            greeting.nonce = QRandomGenerator::system()->generate();
            postOfAttempt(Upgraded{std::move(greeting)});
        },
        Qt::SingleShotConnection);
    QObject::connect(transport, &Transport::received, q,
                     [this](const Frame &frame) { postOfAttempt(Arrived{frame}); });
    QObject::connect(transport, &Transport::heard, q, [this] { postOfAttempt(Event::Heard); });
    QObject::connect(transport, &Transport::drained, q,
                     [this](qint64 unwritten) { postOfAttempt(Drained{unwritten}); });
    QObject::connect(transport, &Transport::ended, q,
                     [this](const Ending &ending) { postOfAttempt(Ended{ending}); });
    QObject::connect(transport, &Transport::sslErrors, q, &ReconnectingWebSocket::sslErrors);
    QObject::connect(transport, &Transport::proxyAuthenticationRequired, q,
                     &ReconnectingWebSocket::proxyAuthenticationRequired);
    transport->open(complete);
    // Later, because the answer may come from outside: a handler of what still waits to be told may
    // end the attempt, or delete everything. So may one of the network's news.
    m_events.append(Occurrence{.event = Event::Dialled, .attempt = m_attempt});
    processLater();
    network->setUrl(request.url()); // a provider may lead elsewhere
}

void ReconnectingWebSocketPrivate::dropTransport()
{
    m_wantsAnswer.reset();
    ++m_attempt;
    if (!transport)
        return;
    transport->disconnect(q);
    transport->abandon();
    transport->deleteLater(); // it may be the one that is calling us
    transport.clear();
}

} // namespace Holdfast
