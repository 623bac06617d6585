// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "queuekeeper.h"

#include "logging.h"
#include "steadyclock.h"
#include "timeasleep.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qmetaobject.h>

#include <algorithm>
#include <iterator>
#include <limits>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

// A message that is confirmed within this time never touches the disk.
constexpr Duration Youth = 100ms;
// Where the disk is not well, it is asked less often.
constexpr Duration Convalescence = 1s;
constexpr quint64 Everything = std::numeric_limits<quint64>::max();

QString nameOf(StoreErrorCategory category)
{
    return QString::fromLatin1(
        QMetaEnum::fromType<StoreErrorCategory>().valueToKey(static_cast<int>(category)));
}

Instant agingClock() { return steadyNow() + timeAsleep(); }

StoredMessage asStored(const Message &message, const QDateTime &wallNow, Instant now)
{
    StoredMessage stored{.message = message,
                         .queuedAt = wallNow.addMSecs((message.queuedAt - now).count()),
                         .expiresAt = {}};
    if (message.timeToLive > Duration(0))
        stored.expiresAt = stored.queuedAt.addMSecs(message.timeToLive.count());
    return stored;
}

} // namespace

QueueKeeper::QueueKeeper(Link &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    numberFrom(1, newProducer());
}

QueueKeeper::~QueueKeeper() = default;

void QueueKeeper::enter(Phase phase)
{
    m_phase = phase;
    // What cannot be read may never come, so nobody is kept waiting for it.
    const bool opening = phase >= Phase::Unprepared && phase <= Phase::Opening;
    m_link.setRestoring(opening || phase == Phase::Loading);
}

void QueueKeeper::watchTime()
{
    if (m_timer)
        return;
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QueueKeeper::timedOut);
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, this, &QueueKeeper::outOfPatience);
    if (QCoreApplication *app = QCoreApplication::instance())
        connect(app, &QCoreApplication::aboutToQuit, this, [this] { (void)commit(); });
}

void QueueKeeper::setStore(std::unique_ptr<MessageStore> store)
{
    m_store = std::move(store);
    enter(m_store ? Phase::Unprepared : Phase::Memory);
    m_link.setSendableThrough(m_store ? 0 : Everything);
    identify(!m_store);
    if (!m_store)
        return numberFrom(m_last + 1, newProducer());
    watchTime();
    m_first = 0;
    // What else is said about the queue in this turn of the event loop counts.
    QMetaObject::invokeMethod(
        this, [this] { open(); }, Qt::QueuedConnection);
}

void QueueKeeper::setCommitMode(CommitMode mode)
{
    m_mode = mode;
    schedule(true);
}

//! Whether a server may be greeted in our name.
void QueueKeeper::identify(bool known)
{
    m_link.setIdentityUnknown(!known);
    if (m_patience)
        m_patience->stop();
}

bool QueueKeeper::setBinding(const StoreBinding &binding)
{
    const bool early = m_phase <= Phase::Prepared;
    if (!early && m_binding != binding)
        return false;
    m_binding = binding;
    return true;
}

bool QueueKeeper::keeps() const
{
    return m_phase != Phase::Memory && m_phase != Phase::Refused && m_phase != Phase::Held;
}

bool QueueKeeper::mayStore() const
{
    return m_phase == Phase::Open || (m_phase == Phase::Loading && !m_alone);
}

QueueKeeper::Facts QueueKeeper::facts() const
{
    // What somebody else has open, they will send.
    const bool waits = m_phase >= Phase::Unprepared && m_phase <= Phase::Unreachable
        && m_error.category != StoreErrorCategory::QueueBusy;
    return {.ready = !waits && m_phase != Phase::Loading,
            .healthy = m_healthy,
            .held = m_phase == Phase::Held,
            .heldCount = m_phase == Phase::Held ? static_cast<int>(m_loading.size()) : 0,
            .storedThrough = m_storedThrough};
}

QString QueueKeeper::explain() const
{
    static constexpr const char *Phases[]
        = {"in memory", "not opened yet", "not opened yet, no URL", "being opened", "out of reach",
           "in memory", "held",           "being loaded",           "open"};
    QString text = QLatin1StringView(Phases[static_cast<int>(m_phase)]);
    if (m_phase == Phase::Memory)
        return text;
    text
        += QStringLiteral(", stored through %1, numbers reserved through %2, %3 too young to store")
               .arg(m_storedThrough)
               .arg(m_reserved)
               .arg(m_young.size());
    if (!m_waiting.isEmpty())
        text += QStringLiteral(", %1 failures wait for the disk").arg(m_waiting.size());
    if (m_phase == Phase::Held)
        text += QStringLiteral(", %1 messages held").arg(m_loading.size());
    if (m_found)
        text += QStringLiteral(", ours again when nothing is pending");
    if (m_error)
        text
            += QStringLiteral("; last error: %1, %2").arg(nameOf(m_error.category), m_error.detail);
    return text;
}

// ---- numbers ----

void QueueKeeper::numberFrom(quint64 first, const QString &producer)
{
    m_first = std::max(first, m_last + 1);
    m_last = m_first - 1;
    m_link.setProducer(producer, m_first);
    m_keys = {{m_first, producer}};
}

//! Numbers from this one on, used or not, are of \a producer.
void QueueKeeper::rekeyFrom(quint64 number, const QString &producer)
{
    m_link.rekeyFrom(number, producer);
    m_last = std::max(m_last, number - 1);
    m_link.setProducer(producer, m_last + 1);
    std::erase_if(m_keys, [number](const Keys &keys) { return keys.from >= number; });
    m_keys.push_back({number, producer});
}

QString QueueKeeper::producerOf(quint64 number) const
{
    const auto after = std::find_if(m_keys.begin() + 1, m_keys.end(),
                                    [number](const Keys &keys) { return keys.from > number; });
    return std::prev(after)->producer;
}

void QueueKeeper::takeNewProducer()
{
    const QString producer = newProducer();
    qCWarning(lcStore) << "the server knows more numbers of this queue than the queue does: it is "
                          "an old copy, and goes on under a new name";
    rekeyFrom(1, producer);
    if (!mayStore())
        return;
    if (!m_fallback) {
        m_producer = producer;
        m_worker->setProducer(producer);
    }
    gatherPending(1); // the outbox knows which of them keep their name
    commitNow();
}

//! A block early, so that nobody waits for it.
void QueueKeeper::reserveAhead()
{
    if (!mayStore() || m_last + StoreWorker::NumberBlock / 2 < m_reserveAsked)
        return;
    m_reserveAsked = m_last + StoreWorker::NumberBlock;
    m_worker->reserve(m_reserveAsked);
    m_lastTicket = m_worker->commit();
}

// ---- storing ----

void QueueKeeper::sent(quint64 number, const Payload &payload, const SendOptions &options)
{
    m_last = number;
    reserveAhead();
    if (!keeps() || m_phase == Phase::Unreachable || options.isVolatile)
        return;
    Message message{
        .number = number,
        .producer = {},
        .payload = payload,
        .tag = options.tag,
        .coalesceKey = options.coalesceKey,
        .timeToLive = options.timeToLive == Duration(0)
            ? Duration(0)
            : std::clamp(options.timeToLive, Duration(1), Duration(std::chrono::days(365))),
        .byteCount = payload.byteCount()};
    const QDateTime wallNow = QDateTime::currentDateTimeUtc();
    m_young.push_back({.stored = asStored(message, wallNow, Instant()), .since = steadyNow()});
    if (m_mode == CommitMode::EveryMessage)
        (void)commit();
    else
        schedule(false);
}

//! It need not be given to the store any more.
void QueueKeeper::takeYoung(quint64 number)
{
    const auto at = std::lower_bound(
        m_young.begin(), m_young.end(), number,
        [](const Young &young, quint64 wanted) { return young.stored.message.number < wanted; });
    if (at == m_young.end() || at->stored.message.number != number)
        return;
    at->gone = true;
    while (!m_young.isEmpty() && m_young.constFirst().gone)
        dropOldestYoung();
}

void QueueKeeper::dropOldestYoung()
{
    m_young.removeFirst();
    // A burst's memory is not kept. (Of {} newer versions of Qt make an assignment of no elements,
    // which keeps it, and which fails an assertion of 6.8 where the first one was removed.)
    if (m_young.isEmpty())
        m_young = QList<Young>();
}

void QueueKeeper::delivered(const std::vector<quint64> &numbers)
{
    for (const quint64 number : numbers)
        takeYoung(number);
    takeFound();
    if (!mayStore())
        return;
    std::vector<quint64> stored;
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(stored),
                 [this](quint64 number) { return number <= m_handedThrough; });
    if (stored.empty())
        return;
    m_worker->forget(stored);
    m_dirty = true;
    schedule(false);
}

bool QueueKeeper::failed(const Effects::MessageFailed &failure)
{
    const bool wasVolatile = failure.failure == MessageFailure::NotConnected
        || failure.failure == MessageFailure::Busy;
    takeYoung(failure.number);
    takeFound();
    if (wasVolatile || !mayStore() || failure.failure == MessageFailure::Discarded
        || failure.number > m_handedThrough)
        return false;
    m_worker->forget({failure.number});
    m_dirty = true;
    m_waiting.push_back({failure});
    schedule(true);
    return true;
}

void QueueKeeper::saveCursor(const Cursor &cursor, bool soon)
{
    m_cursor = cursor;
    m_cursorAt = steadyNow();
    schedule(soon);
}

void QueueKeeper::setConnected(bool connected)
{
    if (std::exchange(m_connected, connected) && !connected)
        schedule(true);
}

void QueueKeeper::schedule(bool soon)
{
    // In manual mode the disk is not written unasked, unless somebody waits for it to forget.
    const bool wanted = m_mode == CommitMode::Manual ? !m_waiting.isEmpty() : hasNews();
    if (!wanted || !mayStore())
        return;
    const Duration delay = !m_healthy ? Convalescence : m_connected && !soon ? Youth : 0ms;
    if (!m_timer->isActive() || m_timer->remainingTimeAsDuration() > delay)
        m_timer->start(delay);
}

void QueueKeeper::timedOut()
{
    if (!mayStore() || !hasNews())
        return;
    if (m_mode == CommitMode::Manual)
        return seal();
    if (!m_connected || !m_healthy)
        return commitNow();
    const Instant now = steadyNow();
    if (!m_dirty && !m_cursor) {
        const Duration age = now - m_young.constFirst().since;
        if (age < Youth) // those that the timer was set for are confirmed
            return m_timer->start(Youth - age);
    }
    commitNow(now - Youth);
    schedule(false); // the others have their time
}

//! Gives the worker what was sent by then.
void QueueKeeper::handOver(Instant before)
{
    while (!m_young.isEmpty() && m_young.constFirst().since <= before) {
        Young young = std::move(m_young.first());
        dropOldestYoung();
        if (young.gone)
            continue;
        Message &message = young.stored.message;
        if (message.producer.isEmpty())
            message.producer = producerOf(message.number);
        m_handedThrough = std::max(m_handedThrough, message.number);
        m_worker->append(std::move(young.stored));
    }
}

void QueueKeeper::commitNow(Instant before)
{
    if (m_cursor) {
        handOver(std::max(before, m_cursorAt));
        m_worker->saveCursor(*std::exchange(m_cursor, std::nullopt));
    } else {
        handOver(before);
    }
    seal();
}

//! What the worker was given is to be on the disk, all of it or nothing.
void QueueKeeper::seal()
{
    m_timer->stop();
    m_dirty = false;
    m_lastTicket = m_worker->commit();
    for (Waiting &waiting : m_waiting) {
        if (waiting.ticket == 0)
            waiting.ticket = m_lastTicket;
    }
}

bool QueueKeeper::commit()
{
    const QDeadlineTimer deadline(Bound);
    if (m_phase == Phase::Unprepared || m_phase == Phase::Prepared)
        open();
    if (m_phase == Phase::Opening) {
        if (auto result = m_worker->waitForOpened(Bound))
            opened(*std::move(result));
        else
            outOfPatience();
    }
    if (!mayStore())
        return false;
    if (hasNews())
        commitNow();
    return m_worker->waitForCommit(m_lastTicket,
                                   std::chrono::milliseconds(deadline.remainingTime()));
}

void QueueKeeper::committed(const CommitResult &result)
{
    if (m_phase != Phase::Loading && m_phase != Phase::Open)
        return; // opened() has said all
    if (result.error) {
        m_error = result.error;
        if (std::exchange(m_healthy, false))
            complain(ErrorCategory::StorageFailed, m_error);
        if (!m_fallback)
            fallBack();
        return changed();
    }
    if (!std::exchange(m_healthy, true))
        qCInfo(lcStore) << "the queue is stored again";
    m_storedThrough = std::max(m_storedThrough, result.storedThrough);
    reservedThrough(result.reservedThrough);
    Failures told;
    while (!m_waiting.isEmpty() && m_waiting.constFirst().ticket != 0
           && m_waiting.constFirst().ticket <= result.ticket) {
        told.push_back(m_waiting.takeFirst().failure);
    }
    schedule(false);
    changed();
    if (!told.empty())
        Q_EMIT failuresStored(told);
}

void QueueKeeper::reservedThrough(quint64 number)
{
    m_reserved = std::max(m_reserved, number);
    if (m_fallback && m_reserved > m_last) {
        m_fallback = false; // the store's own name is good for what comes now
        rekeyFrom(m_last + 1, m_producer);
    } else if (m_fallback) {
        m_reserveAsked = 0;
        reserveAhead();
    }
    if (m_phase == Phase::Open && !m_fallback)
        m_link.setSendableThrough(m_reserved);
}

//! The disk reserves no more numbers. Nobody waits for it: under another name they are free.
void QueueKeeper::fallBack()
{
    m_fallback = true;
    rekeyFrom(m_reserved + 1, newProducer());
    gatherPending(m_reserved + 1); // what the store has of them has another key
    if (m_phase == Phase::Open)
        m_link.setSendableThrough(Everything);
}

//! Everything pending from \a from on is to be given to the store, again if need be.
void QueueKeeper::gatherPending(quint64 from)
{
    const QDateTime wallNow = QDateTime::currentDateTimeUtc();
    const Instant now = agingClock();
    m_young.removeIf([from](const Young &young) { return young.stored.message.number >= from; });
    m_link.outbox().forEach([&](const Message &message, bool) {
        if (message.number >= from && !message.isVolatile)
            m_young.push_back({.stored = asStored(message, wallNow, now), .since = steadyNow()});
    });
}

// ---- the end ----

//! What was written must not look as if it could be cancelled, in the next run.
void QueueKeeper::markWritten()
{
    const QDateTime wallNow = QDateTime::currentDateTimeUtc();
    const Instant now = agingClock();
    m_link.outbox().forEach([&](const Message &message, bool) {
        if (!message.maybeDelivered || message.isVolatile)
            return;
        takeYoung(message.number);
        m_worker->append(asStored(message, wallNow, now));
    });
}

QueueKeeper::Farewell QueueKeeper::leave(const Failures &untold)
{
    const QDeadlineTimer deadline(Bound);
    const bool blocked = blockSignals(true);
    ++m_queue;
    if (hasNews())
        (void)commit();
    Farewell farewell{.keeps = mayStore(), .told = {}};
    Failures &told = farewell.told;
    for (const Effects::MessageFailed &failure : untold) {
        if (!failed(failure))
            told.push_back(failure);
    }
    if (farewell.keeps) {
        markWritten();
        commitNow();
        if (m_worker->waitForCommit(m_lastTicket,
                                    std::chrono::milliseconds(deadline.remainingTime()))) {
            for (Waiting &waiting : m_waiting)
                told.push_back(std::move(waiting.failure));
        } else {
            qCWarning(lcStore)
                << "the disk did not confirm the last changes of the queue;"
                << m_link.outbox().pendingCount()
                << "messages are pending, and those that are not stored yet are lost "
                   "unless it does so soon";
        }
    }
    if (m_worker) // all of it together does not wait longer than Bound
        m_worker->setFarewell(std::chrono::milliseconds(deadline.remainingTime()));
    m_worker.reset();
    m_store.reset();
    if (m_timer)
        m_timer->stop();
    identify(true);
    m_cursor.reset();
    m_young = QList<Young>();
    m_waiting.clear();
    m_loading.clear();
    m_found.reset();
    m_handedThrough = m_storedThrough = m_reserved = m_reserveAsked = 0;
    m_dirty = m_fallback = m_alone = false;
    m_healthy = true;
    m_error = {};
    m_binding.reset();
    enter(Phase::Memory);
    m_link.setSendableThrough(Everything);
    blockSignals(blocked);
    return farewell;
}

void QueueKeeper::changed() { Q_EMIT happened(Flush{}); }

void QueueKeeper::complain(ErrorCategory category, const StoreError &error)
{
    qCWarning(lcStore).noquote() << nameOf(error.category) << error.detail;
    ConnectionError what;
    what.category = category;
    what.detail = u"queue: " % nameOf(error.category) % u": " % error.detail;
    what.willRetry = m_phase != Phase::Refused && m_phase != Phase::Held;
    Q_EMIT troubled(what);
}

} // namespace Holdfast
