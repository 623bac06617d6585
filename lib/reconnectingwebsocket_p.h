// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "eventcursor.h"
#include "fifo.h"
#include "link.h"
#include "networkwatch.h"
#include "queuekeeper.h"
#include "reconnectingwebsocket.h"
#include "request.h"
#include "transport.h"

#include <QtCore/qpointer.h>
#include <QtCore/qpromise.h>
#include <QtCore/qtimer.h>

#include <list>
#include <optional>
#include <unordered_map>
#include <variant>

namespace Holdfast {

//! The façade's works. It does no thinking: it hands events to the link, publishes the new
//! snapshot, performs the effects and arms the one timer.
//!
//! Events queue and never nest. What the application hears is queued as well, behind the event that
//! it belongs to, so that a handler may do anything: call every method, delete the object, or run
//! an event loop of its own (a dialog), in which the connection goes on.
class ReconnectingWebSocketPrivate
{
public:
    explicit ReconnectingWebSocketPrivate(ReconnectingWebSocket *facade);
    ~ReconnectingWebSocketPrivate();

    void post(LinkEvent event);
    void postLater(LinkEvent event);
    Outbox::Admission send(Payload payload, const SendOptions &options);
    bool cancel(quint64 number);
    void cancelAll();
    QFuture<Delivery> deliver(Payload payload, const SendOptions &options);
    void setProtocol(std::unique_ptr<Protocol> protocol);
    void setProvider(RequestProvider next);
    //! Whatever the provider was asked, the answer would be for somebody else. An attempt that
    //! waits for it asks anew.
    void forgetQuestion();
    //! Says this to the application when it is outside of the present call.
    void complain(ConnectionError error);
    void tellLater(ConnectionError error);
    void discardEverything();

    // reconnectingwebsocket_queue.cpp
    //! For a store: without one the keeper has nothing to say.
    void watchKeeper();
    //! Closes the queue and opens the one that the properties describe now.
    void changeQueue();
    //! The URL or the account may be another. True: the connection is that of the old one, and
    //! nobody has ended it.
    bool bindQueue();
    bool bindQueue(const QUrl &url);
    //! Where only the provider knows the URL.
    void bindQueueByAnswer(const QUrl &url);

    // reconnectingwebsocket_events.cpp
    //! The application says from where events are wanted.
    void setCursor(const Cursor &cursor);
    //! What is known of events belongs to another server or account.
    //! True: so does the connection.
    [[nodiscard]] bool forgetCursor();
    void setCursorMode(CursorMode mode);
    void saveCursor();

    // reconnectingwebsocket_network.cpp
    void watchNetwork();
    void takeNetworkFacts();

    [[nodiscard]] static Instant now();

    ReconnectingWebSocket *const q;
    Link link;
    ConnectionSnapshot snapshot; //!< what the getters return
    DialRequest dial; //!< without the protocol's part
    RequestProvider provider;
    QPointer<Transport> transport;

    EventCursor events;

    QString queueName;
    QString account;
    QString storageFolder;
    std::unique_ptr<MessageStore> store; //!< the application's own, for the next queue
    bool hasOwnStore = false; //!< then the queue's name is but a name
    std::unique_ptr<QueueKeeper> keeper;
    const std::unique_ptr<NetworkWatch> network;

private:
    //! The snapshot is to be compared and announced.
    struct Announce
    {
    };
    //! The request provider is to be asked.
    struct Ask
    {
        Reason reason;
    };
    //! What is told from here on is of the next queue, which has numbers of its own.
    struct QueueLeft
    {
    };
    //! An event, and the attempt that it belongs to; 0: it belongs to none.
    struct Occurrence
    {
        LinkEvent event;
        quint64 attempt = 0;
    };
    using Report = std::variant<Announce, Ask, QueueLeft, Effect>;
    using Promises = std::unordered_map<quint64, QPromise<Delivery>>;

    //! From the present transport or request.
    void postOfAttempt(LinkEvent event);
    void process();
    void processLater();
    void handleNext();
    [[nodiscard]] Link::Listeners listeners() const;
    void countPending();
    void takeSnapshot();
    void arm();
    void timedOut();
    void flushLater();

    //! Ends the queue. Returns what the application is to hear of it.
    [[nodiscard]] QueueKeeper::Failures closeQueue();
    //! Notes the outcome for the disk. True: it is not to be told, or not yet.
    [[nodiscard]] bool keepOutcome(const Effect &effect);
    void cursorFound(const Cursor &stored);
    [[nodiscard]] bool restartEvents(const Cursor &cursor);

    // Effects: commands at once, the rest later. True if it was a command.
    bool perform(Effect &effect);
    void startDial(Reason reason);
    void openTransport(const QNetworkRequest &request);
    void dropTransport();
    void answered(quint64 question, const RequestReply::Answer &answer);

    // Reports. Each emits once; the object may be gone afterwards.
    void tell(const Report &report);
    void announce();
    template <typename Property, typename T, typename... Args>
    bool announceOne(T ConnectionSnapshot::*member, Property *property,
                     void (ReconnectingWebSocket::*changed)(Args...));
    void ask(Reason reason);
    void tell(const Effects::Connected &effect);
    void tell(const Effects::Disconnected &effect);
    void tell(const Effects::Troubled &effect);
    void tell(const Effects::Failed &effect);
    void tell(const Effects::Stable &effect);
    void tell(const Effects::Received &effect);
    void tell(const Effects::Positioned &effect);
    void tell(const Effects::ResyncRequired &effect);
    void tell(const Effects::PresenceReceived &effect);
    void tell(const Effects::MessageWritten &effect);
    void tell(const Effects::MessageDelivered &effect);
    void tell(const Effects::MessageFailed &effect);
    void tell(const Effects::MessageSuspected &effect);
    void tell(const Effects::RestartAnnounced &effect);
    void tell(const Effects::CredentialsRequired &effect);
    template <typename Command> void tell(const Command &) { } // performed already

    //! Of a message whose outcome is being told.
    [[nodiscard]] std::optional<QPromise<Delivery>> takePromise(quint64 number);
    void leavePromises();
    void finishPromises(const Fifo<Report> &untold);

    quint64 m_attempt
        = 1; //!< the generation: what a transport of an earlier one has said does not count
    Fifo<Occurrence> m_events;
    Fifo<Report> m_reports;
    bool m_busy = false;
    int m_busyLevel = 0; //!< the event loop level of the innermost process()
    bool m_processPosted = false;
    bool m_flushPosted = false;
    std::optional<Instant> m_oldestPending; //!< of which the snapshot tells
    Instant m_turnBegan; //!< when the first message was sent in this turn of the event loop

    QTimer *m_timer;
    Instant m_armedFor;
    bool m_rechecked = false;

    ConnectionSnapshot m_announced; //!< what the application was told
    bool m_anyAnnounced = false;
    quint64 m_errorCount = 0; //!< of which snapshot.lastError is the last

    std::unique_ptr<Protocol> m_nextProtocol;

    // The question that is out to the provider.
    quint64 m_lastQuestion = 0;
    quint64 m_question = 0; //!< 0: none
    Reason m_questionReason = Reason::FirstDial;
    Instant m_questionAt;
    std::optional<Reason> m_wantsAnswer; //!< the present attempt waits for it, and asked why
    bool m_asking = false; //!< the provider has not returned yet
    bool m_replaced = false; //!< the provider, from inside

    Cursor m_storedCursor; //!< what the store had
    bool m_cursorIsNews = false; //!< what the store had was not looked at yet
    bool m_cursorIsGiven = false; //!< by the application, which knows better than the store
    StoreBinding m_eventsOf; //!< whose events they are

    Promises m_promises; //!< of the present queue
    std::list<Promises> m_leftPromises; //!< of those before, while there is something to tell
    bool m_tellingFailure = false;
    bool m_watchesKeeper = false;
};

} // namespace Holdfast
