// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hub_p.h"

#include "hubclosecodes.h"
#include "hubconnection.h"
#include "hublogging.h"
#include "steadyclock.h"

#include <QtCore/qpointer.h>
#include <QtCore/qrandom.h>
#ifndef QT_NO_SSL
#include <QtNetwork/qsslkey.h>
#endif

#include <algorithm>
#include <utility>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

// For that long we owe a client too much, and no less in the end: then it does not read.
constexpr Duration SlowPatience = 1s;
//! Frames that are written before the event loop goes on, where each goes to another client: to the
//! kernel, that is 10 to 20 µs for each. When that is not enough it is twice as many the next time:
//! many frames for one client cost little more than one.
constexpr int FewFrames = 500;
constexpr int ManyFrames = 1'000'000;

//! 192 bits: a session's id is all that a client shows of itself.
QString secretWord()
{
    quint32 bits[6];
    QRandomGenerator::system()->fillRange(bits);
    const QByteArray bytes(reinterpret_cast<const char *>(bits), sizeof bits);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Envelope::Content contentOf(const QVariant &payload)
{
    if (payload.typeId() == QMetaType::QByteArray)
        return Envelope::Content(payload.toByteArray());
    return Envelope::Content(QJsonValue::fromVariant(payload));
}

} // namespace

HubPrivate::HubPrivate(Hub *hub)
    : QObject(hub)
    , q(hub)
    , switchboard(HubPolicy(), secretWord)
    , listener(this)
    , m_timer(this)
    , m_rest(this)
    , m_mostFrames(FewFrames)
{
    listener.setSupportedSubprotocols({Envelope::Subprotocol});
    connect(&listener, &HubListener::upgraded, this, &HubPrivate::welcome);
    // A queued call would not do: they are made before the sockets have their turn.
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &HubPrivate::turn);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // Once more through the event loop: whoever seems late may have been waiting in a socket
        // for us, who were busy.
        if (!std::exchange(m_isSecondLook, !m_isSecondLook)) {
            m_timer.start(0);
            return;
        }
        m_isDue = true;
        turn();
    });
}

HubPrivate::~HubPrivate()
{
    for (auto &[id, client] : m_clients)
        delete client.connection;
}

bool HubPrivate::listen(const QHostAddress &where, quint16 wanted)
{
    error.clear();
    if (isListening) {
        error = QStringLiteral("already listening");
        return false;
    }
#ifndef QT_NO_SSL
    const QSslConfiguration ssl = listener.sslConfiguration();
    if (!ssl.isNull() && (ssl.localCertificate().isNull() || ssl.privateKey().isNull())) {
        error = QStringLiteral("TLS needs a certificate and its key");
        return false;
    }
#endif
    listener.setRefusing(false);
    if (!listener.start(where, wanted)) {
        error = listener.errorString();
        return false;
    }
    address = listener.serverAddress();
    port = listener.serverPort();
    isListening = true;
    m_isDraining = false;
    switchboard.reopen();
    listener.setRefusing(faults.refuse);
    return true;
}

void HubPrivate::close()
{
    isListening = false;
    listener.stop();
    dropAll(HubCloseCodes::GoingAway, {});
}

void HubPrivate::drain(Duration retryAfter, Duration spread)
{
    isListening = false;
    listener.stop();
    m_isDraining = true;
    add(switchboard.drain(retryAfter, spread));
    dropAll(HubCloseCodes::ComeAgain, HubCloseCodes::comeAgainReason(retryAfter, spread));
}

void HubPrivate::setPolicy(const HubPolicy &policy)
{
    switchboard.setPolicy(policy);
    const Instant now = steadyNow();
    for (const auto &[id, client] : m_clients) {
        client.connection->setMaxMessageBytes(switchboard.policy().maxMessageBytes);
        if (client.stage == Stage::Enveloped || client.stage == Stage::Plain)
            m_alarms.set(id, now + switchboard.policy().heartbeatInterval);
    }
    schedule();
}

void HubPrivate::setFaults(const HubFaults &wanted)
{
    const HubFaults before = std::exchange(faults, wanted);
    listener.setHttpStatus(faults.httpStatus);
    if (faults.httpStatus != 0 && before.httpStatus == 0)
        dropAll(HubCloseCodes::GoingAway, {});
    listener.setMute(faults.neverAnswerUpgrade || faults.freeze);
    if (isListening)
        listener.setRefusing(faults.refuse);
    for (const auto &[id, client] : m_clients)
        client.connection->setFrozen(faults.freeze);
    if (faults.refuse && !before.refuse) {
        add(switchboard.disconnectAll(steadyNow()));
        for (const auto &[id, client] : m_clients) {
            client.connection->abort();
            note(id, Ended());
        }
    }
    if (faults.acceptAndClose && !before.acceptAndClose)
        dropAll(faults.closeCode, {});
    schedule();
}

quint64 HubPrivate::publish(const QString &room, const QVariant &payload)
{
    std::vector<Reaction> reactions;
    const quint64 id = switchboard.publish(room, contentOf(payload), reactions);
    if (id == 0)
        qCWarning(lcHub, "room \"%ls\": an event is too large or nested too deeply, not published",
                  qUtf16Printable(room));
    add(std::move(reactions));
    return id;
}

void HubPrivate::forgetHistory(const QString &room) { add(switchboard.forgetHistory(room)); }

//! The turn is soon.
void HubPrivate::schedule()
{
    if (!std::exchange(m_isScheduled, true))
        QMetaObject::invokeMethod(this, &HubPrivate::turn, Qt::QueuedConnection);
}

void HubPrivate::turn()
{
    m_isScheduled = false;
    if (m_rest.isActive())
        return; // the rest comes first
    const QPointer<HubPrivate> alive(this);
    const Instant now = steadyNow();
    m_budget = m_mostFrames;
    if (!perform())
        return;
    while (!m_arrivals.empty() && m_arrivals.front().due <= now) {
        const Arrival arrival = std::move(m_arrivals.front());
        m_arrivals.pop_front();
        take(arrival, now);
        if (!alive || !perform())
            return;
    }
    add(switchboard.turnEnded(now));
    if (std::exchange(m_isDue, false))
        elapse(now);
    if (!perform())
        return;
    while (!m_stirred.empty()) {
        weigh(now);
        if (!perform())
            return;
    }
    m_mostFrames = FewFrames;
    tell();
    if (alive)
        arm();
}

void HubPrivate::elapse(Instant now)
{
    if (const auto deadline = switchboard.deadline(); deadline && *deadline <= now)
        add(switchboard.elapsed(now));
    while (const auto connection = m_alarms.takeDue(now))
        alarm(*connection, now);
    while (const auto connection = m_secondLooks.takeDue(now)) {
        const auto found = m_clients.find(*connection);
        if (found != m_clients.end())
            weigh(*connection, found->second, true, now);
    }
}

//! False: the turn ends here. It is frozen, or a handler has deleted the hub, or there is so much
//! to do that the sockets should have their turn before the rest.
bool HubPrivate::perform()
{
    const QPointer<HubPrivate> alive(this);
    while (!m_reactions.empty() && !faults.freeze) {
        if (--m_budget < 0) {
            m_mostFrames = std::min(m_mostFrames * 2, ManyFrames);
            m_rest.start(0);
            return false;
        }
        const Reaction next = std::move(m_reactions.front());
        m_reactions.pop_front();
        std::visit([this](const auto &reaction) { perform(reaction); }, next);
        if (!alive)
            return false;
    }
    return !faults.freeze;
}

void HubPrivate::perform(const Reactions::Send &send)
{
    const auto found = m_clients.find(send.connection);
    if (found == m_clients.end() || loses(send.text))
        return;
    found->second.connection->sendText(send.text);
    stir(send.connection);
}

void HubPrivate::perform(const Reactions::Hangup &hangup)
{
    if (const auto found = m_clients.find(hangup.connection); found != m_clients.end())
        part(hangup.connection, found->second, hangup.code, hangup.reason, steadyNow());
}

void HubPrivate::perform(const Reactions::Accepted &accepted)
{
    schedule(); // the handler may run an event loop of its own
    Q_EMIT q->messageReceived(accepted.message);
}

void HubPrivate::perform(const Reactions::PresenceChanged &changed)
{
    schedule();
    Q_EMIT q->presenceChanged(changed.presence);
}

void HubPrivate::add(std::vector<Reaction> &&reactions)
{
    if (reactions.empty())
        return;
    m_reactions.insert(m_reactions.end(), std::make_move_iterator(reactions.begin()),
                       std::make_move_iterator(reactions.end()));
    schedule();
}

//! Whose unsent bytes have changed goes on with what it is told, or is too slow.
void HubPrivate::weigh(Instant now)
{
    for (const ConnectionId id : std::exchange(m_stirred, {})) {
        const auto found = m_clients.find(id);
        if (found == m_clients.end())
            continue;
        found->second.isStirred = false;
        weigh(id, found->second, false, now);
    }
}

//! Nobody is too slow for what was written just now: a socket sends when the event loop runs, and
//! what was much at once says nothing about who reads it. Only whom we owe no less a while later
//! does not read, and whom we owe another limit's worth by then.
void HubPrivate::weigh(ConnectionId id, Client &client, bool isSecondLook, Instant now)
{
    if (client.stage != Stage::Enveloped && client.stage != Stage::Plain)
        return;
    const qint64 most = switchboard.policy().maxUnsentBytes;
    const qint64 bytes = client.connection->unsentBytes();
    const bool isStuck = isSecondLook && bytes >= client.excess;
    const bool isSlow
        = bytes > most && client.excess != 0 && (isStuck || bytes - client.excess > most);
    if (bytes <= most) {
        client.excess = 0;
        m_secondLooks.clear(id);
    } else if (!isSlow && (isSecondLook || client.excess == 0)) {
        client.excess = bytes;
        m_secondLooks.set(id, now + SlowPatience);
    }
    if (client.stage == Stage::Enveloped)
        add(switchboard.unsentBytesChanged(id, isSlow ? bytes : std::min(bytes, most), now));
    else if (isSlow)
        drop(id, client, HubCloseCodes::SlowOrSilent, QStringLiteral("slow consumer"), now);
}

//! What the application hears of at the end of a turn.
void HubPrivate::tell()
{
    const QPointer<HubPrivate> alive(this);
    if (m_toldCount != clientCount()) {
        m_toldCount = clientCount();
        Q_EMIT q->clientCountChanged();
    }
    if (alive && m_isDraining && m_clients.empty()) {
        m_isDraining = false;
        Q_EMIT q->drained();
    }
}

void HubPrivate::arm()
{
    std::optional<Instant> next = switchboard.deadline();
    const auto consider = [&next](Instant at) { next = std::min(at, next.value_or(at)); };
    if (const auto alarm = m_alarms.next())
        consider(*alarm);
    if (const auto look = m_secondLooks.next())
        consider(*look);
    if (!m_arrivals.empty())
        consider(m_arrivals.front().due); // delayed
    if (m_isSecondLook || (next == m_armedFor && m_timer.isActive()))
        return;
    m_armedFor = next;
    if (!next)
        m_timer.stop();
    else
        m_timer.start(std::clamp<Duration>(*next - steadyNow(), 0s, 1h));
}

bool HubPrivate::loses(const QString &text) const
{
    return faults.dropAcks > 0
        && std::holds_alternative<Envelope::Ack>(Envelope::parseServerFrame(text))
        && QRandomGenerator::global()->generateDouble() < faults.dropAcks;
}

} // namespace Holdfast
