// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connection.h"
#include "effect.h"
#include "fifo.h"
#include "framerate.h"
#include "history.h"
#include "linkevent.h"
#include "outbox.h"
#include "pingledger.h"
#include "protocol.h"
#include "sharedpolicy.h"

#include <QtCore/qlist.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Holdfast {

//! What can be seen of a link from outside, all of one moment.
struct LinkSnapshot
{
    ConnectionState state = ConnectionState::Closed;
    bool active = false;
    int attemptCount = 0;
    int pendingMessageCount = 0;
    qint64 pendingByteCount = 0;
    std::optional<Instant> oldestPendingAt; //!< may be before the clock's beginning, after sleep
    std::optional<Instant> nextAttemptAt;
    Duration retryDelay{0};
    WaitReason waitReason = WaitReason::None;
    bool everConnected = false;
    ConnectionError lastError;
    quint64 errorCount = 0; //!< so that the same error twice can be told from once
    std::optional<Duration> roundTripTime;
    bool verifying = false;
    bool resumed = false;
    DeliveryProof deliveryProof = DeliveryProof::Fence;
    QString subprotocol;
    int closeCode = 0;
    QString closeReason;
};

//! The whole logical connection as one value: machine, outbox and protocol. Events in, effects out,
//! one deadline, one snapshot. It reads no clock and touches nothing, so that a day of story runs
//! in a millisecond.
class Link
{
public:
    explicit Link(std::unique_ptr<Protocol> protocol, const SharedPolicy &policy = {});

    //! Handles one event. Perform the effects in order; then arm one timer for deadline().
    [[nodiscard]] std::vector<Effect> handle(const LinkEvent &event, Instant now, double luck);

    //! Who wants to hear of single messages. Effects that nobody wants need not be made.
    struct Listeners
    {
        bool written = true;
        bool delivered = true;
        bool keeper = false; //!< of those delivered, all at once: Forget
    };
    void setListeners(const Listeners &listeners) { m_listeners = listeners; }

    //! How long the machine has slept so far, if the clock that \a now is read from stands still
    //! meanwhile: only their difference over time matters. Messages grow old in their sleep;
    //! nothing else does. Say it before handle() and send(); it never falls.
    void setTimeAsleep(Duration sum) { m_asleep = std::max(m_asleep, sum); }
    [[nodiscard]] Duration timeAsleep() const { return m_asleep; }
    //! See Outbox::setProducer().
    void setProducer(const QString &producer, quint64 first = 1);
    //! See Outbox.
    void rekeyFrom(quint64 number, const QString &producer)
    {
        m_outbox.rekeyFrom(number, producer);
    }
    void setSendableThrough(quint64 number) { m_outbox.setSendableThrough(number); }
    //! Numbers up to \a through may have been sent in the name of \a producer, by an earlier run.
    void noteSent(const QString &producer, quint64 through);
    //! While \a unknown, a protocol that acknowledges does not greet: it is not known yet who we
    //! are, and how far the server's events came in. Feed Flush afterwards.
    void setIdentityUnknown(bool unknown) { m_identityUnknown = unknown; }
    //! While \a restoring, an earlier run's messages may still come: that nothing is pending ends
    //! no drain. Feed Flush afterwards.
    void setRestoring(bool restoring) { m_restoring = restoring; }
    //! Events are wanted from there on. What is on its way from elsewhere does not count any more.
    //! True: a conversation is going on that must be begun anew, with EndpointChanged.
    [[nodiscard]] bool setCursor(const Cursor &cursor);
    //! How far events came in; the application may still have to hear of the last ones.
    [[nodiscard]] const Cursor &cursor() const { return m_cursor; }

    // Nothing is written, and no outcome told, before the next event (Flush, if there is no other).

    //! Queues a message. Others may have to leave for it, and fail.
    [[nodiscard]] Outbox::Admission send(Payload payload, const SendOptions &options, Instant now);
    //! Takes a message out of the queue; false if it was written already, or is not there.
    [[nodiscard]] bool cancel(quint64 number);
    //! Takes out everything that was never written.
    void cancelAll();
    //! Failures of which nobody was told yet.
    [[nodiscard]] std::vector<Outbox::Settled> takeUntold();
    //! The queue's end: takes everything out. With it come those whose outcome is still untold.
    [[nodiscard]] std::vector<Outbox::Settled> discard();

    //! When to feed Event::Elapsed, at the latest.
    [[nodiscard]] std::optional<Instant> deadline() const;
    [[nodiscard]] LinkSnapshot snapshot() const;
    [[nodiscard]] const Outbox &outbox() const { return m_outbox; }
    [[nodiscard]] const Policy &policy() const { return *m_policy; }
    //! Why it is in this state, what comes next, and the last 50 transitions. For developers.
    [[nodiscard]] QString explain(Instant now) const;

    void setPolicy(const SharedPolicy &policy);
    //! Feed EndpointChanged afterwards.
    //! While Closing, the conversation ends with the protocol that it has begun with.
    void setProtocol(std::unique_ptr<Protocol> protocol);
    [[nodiscard]] const Protocol &protocol() const { return *m_protocol; }
    void setVerdictOverride(VerdictOverride override) { m_override = std::move(override); }
    //! Whoever answers from now on may be the network's sign-in page; see Ending.
    void setBehindCaptivePortal(bool behind) { m_behindCaptivePortal = behind; }

private:
    // Events.
    void on(Event::Kind kind);
    void on(const CloseAsked &asked);
    void on(const DrainAsked &asked);
    void on(const EndpointChanged &changed);
    void on(const Upgraded &upgraded);
    void on(const Arrived &arrived);
    void on(const Drained &drained);
    void on(const Ended &ended);
    void on(const Flush &) { }
    void on(const Confirmed &confirmed);
    void on(const Restored &restored);

    // What the protocol says.
    void apply(Outcomes &&outcomes);
    void apply(Transmit &transmit);
    void write(Transmit transmit);
    void writeHeld();
    void roundTrip(Instant asked);
    [[nodiscard]] bool moveCursor(const Cursor &cursor);
    void apply(const Ready &ready);
    void apply(Deliver &deliver);
    void apply(const Acknowledged &acknowledged);
    void apply(const Rejected &rejected);
    void apply(const Answered &answered);
    void apply(const Refused &refused);
    void apply(const Announced &announced);
    void apply(const Noticed &noticed);
    void apply(const Positioned &positioned);
    void apply(const Resync &resync);
    void apply(const Remembered &remembered);
    void apply(const Expect &expect);

    [[nodiscard]] Duration shortestDeferral(quint64 number);
    void greet();
    void chaseAnswer();
    void applyPolicy();
    void feed(const Event &event, const QString &why = {});
    void perform(Command command);
    void report(const Event &event, ConnectionState before);
    [[nodiscard]] Blame blame(const Event &event, ConnectionState before) const;
    void endConversation(const Event &event, ConnectionState before);
    void end(Ending ending);
    void close(quint16 code, const QString &reason);
    void hangUpWhenConfirmed();
    void interrupt(const QString &why);
    void dialAnew(const QString &why);
    void forgetPeer();
    void pump();
    [[nodiscard]] bool holdsWithoutMessages();
    void flush();
    void settleDelivered(quint64 from, quint64 through);
    void tellDelivered(std::vector<Outbox::Settled> &&gone);
    void fail(std::vector<Outbox::Settled> &&gone);
    void watchPings();
    [[nodiscard]] ConnectionError describe(const Ending &ending, ErrorCategory category) const;
    [[nodiscard]] DeliveryProof proof() const;
    [[nodiscard]] ConnectionState state() const { return m_connection.state(); }
    template <typename T> void emitEffect(T effect) { m_effects.emplace_back(std::move(effect)); }

    // Its parts.
    std::unique_ptr<Protocol> m_protocol;
    std::unique_ptr<Protocol> m_nextProtocol; //!< waits for the present conversation's end
    SharedPolicy m_policy;
    Connection m_connection;
    Outbox m_outbox;
    PingLedger m_pings;
    FrameRate m_rate;
    History m_history;
    VerdictOverride m_override;
    Listeners m_listeners;

    Duration m_asleep{0}; //!< the outbox's clock is ahead by this

    // What the application wants.
    bool m_active = false;
    std::optional<Instant> m_drainUntil;
    bool m_restoring = false;
    std::optional<Effects::HangUp> m_hangUp; //!< said as soon as nothing is in flight

    bool m_behindCaptivePortal = false;

    // Who we are for a server that remembers.
    struct Sent
    {
        QString producer;
        quint64 through;
    };
    std::vector<Sent> m_sent; //!< what is not named here has sent nothing
    bool m_tookNewName = false; //!< because a server knew more than we
    Cursor m_cursor;
    bool m_identityUnknown = false;

    // Of the present connection.
    quint64 m_conversation = 0; //!< rises when one ends
    std::optional<Greeting> m_greeting; //!< it waits until it is known who we are
    std::vector<Frame> m_early; //!< what the peer says meanwhile
    qint64 m_earlyBytes = 0;
    QString m_greetedAs; //!< the producer
    bool m_eventsCount = false; //!< they follow m_cursor
    std::optional<Duration> m_expected; //!< so often the server promised to be heard
    QString m_subprotocol;
    bool m_resumed = false;
    bool m_unflushed = false;
    bool m_answered = false; //!< the peer has answered something
    std::optional<Instant> m_askedFirst; //!< when it was asked for a message on trial, which waits
    bool m_awaitsReply
        = false; //!< closing with Manual proof: the peer may not have read everything yet
    QList<Transmit> m_held; //!< what the frame rate holds back, in order
    qint64 m_unwritten = 0; //!< bytes that our buffers still hold, at most
    qint64 m_handedOver = 0; //!< payload bytes given to the transport
    quint64 m_writtenThrough = 0; //!< the highest number that went out
    Fifo<std::pair<quint64, qint64>> m_unproven; //!< with Written: number and m_handedOver after it
    std::optional<Announced> m_announced;
    std::optional<Instant> m_pumpAt; //!< what the frame rate or the server holds back until then
    std::optional<Instant> m_chaseAt; //!< then the protocol asks about an answer that is owed
    Instant m_holdUntil = Instant::min();
    quint64 m_deferredThrough = 0; //!< the highest number that the server has not wanted yet
    int m_deferrals = 0; //!< since then, and it got no further

    // What is known of the past.
    bool m_everConnected = false;
    bool m_peerIgnoresPings = false;
    bool m_forgetsPeer = false; //!< the next conversation is with another one
    Ending m_ending; //!< the last one
    ConnectionError m_lastError;
    quint64 m_errorCount = 0;
    int m_closeCode = 0;
    QString m_closeReason;

    // Of the event being handled.
    Instant m_now;
    double m_luck = 0;
    std::vector<Effect> m_effects;
};

} // namespace Holdfast
