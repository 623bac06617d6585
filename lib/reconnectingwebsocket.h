// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commitmode.h"
#include "connectionerror.h"
#include "connectionsnapshot.h"
#include "connectionstate.h"
#include "cursor.h"
#include "cursormode.h"
#include "holdfastglobal.h"
#include "message.h"
#include "messagefailure.h"
#include "networkfacts.h"
#include "policy.h"
#include "protocol.h"
#include "reason.h"
#include "requestreply.h"
#include "resyncreason.h"
#include "verdict.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qfuture.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qproperty.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>
#include <QtNetwork/qauthenticator.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qsslerror.h>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
QT_END_NAMESPACE

namespace Holdfast {

class MessageStore;
class NetworkMonitor;
class ReconnectingWebSocketPrivate;

//! How a message ended; the result of deliverTextMessage() and deliverBinaryMessage().
struct Delivery
{
    quint64 number = 0; //!< 0: refused
    bool delivered = false; //!< the peer has it, as far as deliveryProof proves
    MessageFailure failure = MessageFailure::None; //!< why it was not delivered
    bool maybeDelivered = false; //!< it failed, but was written before and may have arrived
    QString tag; //!< SendOptions::tag
};

//! A message that waits; see pendingMessages().
struct PendingMessage
{
    quint64 number = 0; //!< what send… returned
    bool isText = false; //!< text, and no bytes
    bool inFlight = false; //!< written on this connection, not yet confirmed
    bool maybeDelivered = false; //!< written on some connection: cancel() comes too late
    qint64 byteCount = 0; //!< of the payload
    QString tag; //!< SendOptions::tag
    QDateTime queuedAt; //!< UTC
};

//! One logical WebSocket connection over many sockets. It reconnects by itself, holds what you send
//! until the peer has it, and says truthfully what it is doing.
//!
//! The names are those of QWebSocket. What differs:
//! - send… works in every state: it queues, and returns the message's number. What was queued goes
//! out
//!   in order, after what was queued before it, also across reconnects.
//! - there is one `disconnected` for each `connected`; a failed dial gives `errorOccurred`.
//! - close() stops the reconnecting; what is pending stays pending.
//!
//! Every method may be called, and the object deleted, from any of its signals. A handler may run
//! an event loop, such as a dialog; the connection goes on in it (but not in bare calls of
//! processEvents()). Nothing is emitted from inside send…; open() and close() emit before they
//! return, unless called from a handler.
//!
//! It works in any thread that has an event loop; call it in its own thread only. moveToThread()
//! before open() carries everything along.
class HOLDFAST_EXPORT ReconnectingWebSocket : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("networkmonitor.h")
    Q_PROPERTY(QUrl url READ url WRITE setUrl NOTIFY urlChanged FINAL)
    // Not FINAL, and open() and close() virtual: QML's type waits for componentComplete().
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)

    Q_PROPERTY(QString queueName READ queueName WRITE setQueueName NOTIFY queueNameChanged FINAL)
    Q_PROPERTY(QString account READ account WRITE setAccount NOTIFY accountChanged FINAL)
    Q_PROPERTY(QString storageFolder READ storageFolder WRITE setStorageFolder NOTIFY
                   storageFolderChanged FINAL)
    Q_PROPERTY(Holdfast::CommitModes::CommitMode commitMode READ commitMode WRITE setCommitMode
                   NOTIFY commitModeChanged FINAL)
    Q_PROPERTY(Holdfast::NetworkMonitor *networkMonitor READ networkMonitor WRITE setNetworkMonitor
                   NOTIFY networkMonitorChanged FINAL)
    Q_PROPERTY(Holdfast::CursorModes::CursorMode cursorMode READ cursorMode WRITE setCursorMode
                   NOTIFY cursorModeChanged FINAL)

    Q_PROPERTY(Holdfast::ConnectionStates::ConnectionState state READ state NOTIFY stateChanged
                   BINDABLE bindableState FINAL)
    Q_PROPERTY(int attemptCount READ attemptCount NOTIFY attemptCountChanged BINDABLE
                   bindableAttemptCount FINAL)
    Q_PROPERTY(int pendingMessageCount READ pendingMessageCount NOTIFY pendingMessageCountChanged
                   BINDABLE bindablePendingMessageCount FINAL)
    Q_PROPERTY(qint64 pendingByteCount READ pendingByteCount NOTIFY pendingByteCountChanged BINDABLE
                   bindablePendingByteCount FINAL)
    Q_PROPERTY(QDateTime oldestPendingAt READ oldestPendingAt NOTIFY oldestPendingAtChanged BINDABLE
                   bindableOldestPendingAt FINAL)
    Q_PROPERTY(QDateTime nextAttemptAt READ nextAttemptAt NOTIFY nextAttemptAtChanged BINDABLE
                   bindableNextAttemptAt FINAL)
    Q_PROPERTY(
        int retryDelay READ retryDelay NOTIFY retryDelayChanged BINDABLE bindableRetryDelay FINAL)
    Q_PROPERTY(Holdfast::WaitReasons::WaitReason waitReason READ waitReason NOTIFY waitReasonChanged
                   BINDABLE bindableWaitReason FINAL)
    Q_PROPERTY(bool everConnected READ everConnected NOTIFY everConnectedChanged BINDABLE
                   bindableEverConnected FINAL)
    Q_PROPERTY(Holdfast::ConnectionError lastError READ lastError NOTIFY lastErrorChanged BINDABLE
                   bindableLastError FINAL)
    Q_PROPERTY(int roundTripTime READ roundTripTime NOTIFY roundTripTimeChanged BINDABLE
                   bindableRoundTripTime FINAL)
    Q_PROPERTY(
        bool verifying READ isVerifying NOTIFY verifyingChanged BINDABLE bindableVerifying FINAL)
    Q_PROPERTY(bool resumed READ isResumed NOTIFY resumedChanged BINDABLE bindableResumed FINAL)
    // Not FINAL: QML's type makes it writable.
    Q_PROPERTY(Holdfast::DeliveryProofs::DeliveryProof deliveryProof READ deliveryProof NOTIFY
                   deliveryProofChanged BINDABLE bindableDeliveryProof)
    Q_PROPERTY(QString subprotocol READ subprotocol NOTIFY subprotocolChanged BINDABLE
                   bindableSubprotocol FINAL)
    Q_PROPERTY(
        int closeCode READ closeCode NOTIFY closeCodeChanged BINDABLE bindableCloseCode FINAL)
    Q_PROPERTY(QString closeReason READ closeReason NOTIFY closeReasonChanged BINDABLE
                   bindableCloseReason FINAL)
    Q_PROPERTY(bool queueReady READ isQueueReady NOTIFY queueReadyChanged BINDABLE
                   bindableQueueReady FINAL)
    Q_PROPERTY(bool storageHealthy READ isStorageHealthy NOTIFY storageHealthyChanged BINDABLE
                   bindableStorageHealthy FINAL)
    Q_PROPERTY(quint64 storedThrough READ storedThrough NOTIFY storedThroughChanged BINDABLE
                   bindableStoredThrough FINAL)
    Q_PROPERTY(int heldMessageCount READ heldMessageCount NOTIFY heldMessageCountChanged BINDABLE
                   bindableHeldMessageCount FINAL)
    Q_PROPERTY(Holdfast::Reachabilities::Reachability reachability READ reachability NOTIFY
                   reachabilityChanged BINDABLE bindableReachability FINAL)
    Q_PROPERTY(bool behindCaptivePortal READ isBehindCaptivePortal NOTIFY behindCaptivePortalChanged
                   BINDABLE bindableBehindCaptivePortal FINAL)
    Q_PROPERTY(bool metered READ isMetered NOTIFY meteredChanged BINDABLE bindableMetered FINAL)
    Q_PROPERTY(Holdfast::TransportMedia::TransportMedium medium READ medium NOTIFY mediumChanged
                   BINDABLE bindableMedium FINAL)

public:
    //! Speaks PlainProtocol until setProtocol() says otherwise.
    explicit ReconnectingWebSocket(QObject *parent = nullptr);
    //! Abandons the connection, cancels the futures, and fails what is pending (Discarded), or, if
    //! it has a queueName, stores it without a word; for that it may wait 5 s for the disk. Deleted
    //! in a handler, it tells nothing any more of what else was delivered in that moment, except to
    //! the futures.
    ~ReconnectingWebSocket() override;

    //! Where to connect: ws or wss. Setting another one while active dials it, at the same server
    //! not before the time for which that has asked; what is pending goes there.
    [[nodiscard]] QUrl url() const;
    void setUrl(const QUrl &url);

    //! What a dial with these would fail of before it begins (Configuration), in the words of
    //! lastError().detail; empty: of nothing. For forms, which want to say so early.
    [[nodiscard]] static QString problem(const QUrl &url, const QStringList &subprotocols = {});

    //! QNetworkRequest::setRawHeader(), but a dial with a malformed header fails (Configuration).
    //! From 6.8 Qt drops such a header with a warning, and the dial goes without it.
    static void setHeader(QNetworkRequest &request, const QByteArray &name,
                          const QByteArray &value);

    //! URL and headers of the dials from now on (of a provider's dials: what it answers). Setting
    //! another URL while active dials it.
    [[nodiscard]] QNetworkRequest request() const;
    void setRequest(const QNetworkRequest &request);

    //! Whether a connection is wanted. What is so is `state`.
    [[nodiscard]] bool isActive() const;
    //! true: open(); false: close().
    void setActive(bool active);

    // ---- the queue that survives ----

    //! Not empty: what is pending survives this process, in a SettingsMessageStore of that name
    //! under storageFolder(), and goes out first when a later one sets the same name. Set it, and
    //! the other three, before sending. The queue is opened at the end of this turn of the event
    //! loop, or by open(), but not before there is a url (else the provider's first answer has it);
    //! to send before it is open is fine.
    //!
    //! Another name closes the queue, with what is pending in it, and opens the other one. What is
    //! pending in memory fails (Discarded). To close one may wait 5 s for the disk, here as well as
    //! in setUrl(), setAccount(), setStorageFolder() and setStore(). A queue that cannot be opened
    //! gives errorOccurred: QueueBusy, Configuration (an invalid name) or StorageFailed; messages
    //! are then kept in memory, and what may pass is tried again every 5 s.
    [[nodiscard]] QString queueName() const;
    void setQueueName(const QString &name);
    //! Whose messages they are: a word of your own, which is stored and never sent. The queue is
    //! for one server (host, port and path of the url) and account. Opened for another, its
    //! messages are held (heldMessageCount) and not sent, errorOccurred says QueueHeld, and what is
    //! sent is kept in memory, until it is opened for the right one, or rebindQueue(). A queue that
    //! is empty changes hands without a word. Without a queue, what is pending belongs to the
    //! first account that is set, fails (Discarded) when there is another one or none, and the
    //! connection, which is the old one's, is dialled again.
    [[nodiscard]] QString account() const;
    void setAccount(const QString &account);
    //! The folder of the queues' folders; empty: QStandardPaths::AppDataLocation + "/holdfast".
    [[nodiscard]] QString storageFolder() const;
    void setStorageFolder(const QString &folder);
    //! When the queue is written to the disk.
    [[nodiscard]] CommitMode commitMode() const;
    void setCommitMode(CommitMode mode);
    //! A store of your own in place of that of queueName, which then is but a name. It is closed
    //! when url or account say that messages are for somebody else; give another one then. Null:
    //! as before.
    void setStore(std::unique_ptr<MessageStore> store);
    //! Waits until all that is pending is safe on the disk, but no longer than 5 s. False: it is
    //! not, or there is no queue.
    bool commit();
    //! Makes the held messages ours: they go to the present url, in the name of the present
    //! account. False: none are held.
    bool rebindQueue();

    // ---- the network ----

    //! Whose word on the network counts: a hint, and never more. Good news make it dial at once,
    //! bad ones make it ask the peer or wait. It is asked from the first open() to another machine
    //! on, and while `active`; loopback hosts need no network, and neighbours (private and
    //! link-local addresses, `.local`, names without a dot) heed good news only.
    //!
    //! By default the system's, SystemNetworkMonitor::shared(), which is for all. Null: nobody's.
    //! Not owned; it may be shared, live in another thread, and be deleted any time (in its own
    //! thread; not while this function is running in another one).
    [[nodiscard]] NetworkMonitor *networkMonitor() const;
    void setNetworkMonitor(NetworkMonitor *monitor);

    // ---- what the server publishes, with a protocol that has events (EnvelopeProtocol) ----

    //! How long it is remembered which events were handled. Persisted and Manual need a queue, and
    //! should be set along with it; without one they are as Session.
    [[nodiscard]] CursorMode cursorMode() const;
    void setCursorMode(CursorMode mode);
    //! How far the events were handled. With Persisted and Manual the next run begins after it: it
    //! is stored within a tenth of a second or so, never before the handlers have returned, and
    //! together with what they have sent. So an application that crashes gets an event again rather
    //! than never; {epoch, eventId} tells which it has.
    [[nodiscard]] Cursor cursor() const;
    //! How far the application was told of them. In a handler: the event, or resync, itself.
    [[nodiscard]] Cursor receivedCursor() const;
    //! Events up to \a cursor are handled, whatever was known before, and those after it are
    //! wanted: while connected this dials again, unless \a cursor is receivedCursor(). An empty
    //! cursor wants what is new then. Another url or account, or another queue, forgets it.
    void setCursor(const Cursor &cursor);
    //! In Manual: the events up to this one are handled. To accept a resync, confirm
    //! `receivedCursor().eventId` as it was in the handler of resyncRequired; ids of before it do
    //! not count any more. False: the application was not told of such an event.
    bool confirmEvent(quint64 id);

    // ---- what is so: all of one moment, notified property by property ----

    //! All of the following in one; see snapshotChanged().
    [[nodiscard]] const ConnectionSnapshot &snapshot() const;

    //! What the connection is doing.
    [[nodiscard]] ConnectionState state() const { return m_state.value(); }
    //! Dials since open() or since the last stable connection.
    [[nodiscard]] int attemptCount() const { return m_attemptCount.value(); }
    //! Accepted and not yet delivered or failed. Up to date the moment send… returns.
    [[nodiscard]] int pendingMessageCount() const { return m_pendingMessageCount.value(); }
    //! Their payload in bytes.
    [[nodiscard]] qint64 pendingByteCount() const { return m_pendingByteCount.value(); }
    //! When the oldest of them was sent, UTC; invalid if there is none.
    [[nodiscard]] QDateTime oldestPendingAt() const { return m_oldestPendingAt.value(); }
    //! When the next dial is due, UTC; invalid unless in a waiting state.
    [[nodiscard]] QDateTime nextAttemptAt() const { return m_nextAttemptAt.value(); }
    //! The length of the present wait in ms, from its beginning; 0 unless in a waiting state.
    [[nodiscard]] int retryDelay() const { return m_retryDelay.value(); }
    //! Why it waits; None unless in a waiting state.
    [[nodiscard]] WaitReason waitReason() const { return m_waitReason.value(); }
    //! Has been Connected since open().
    [[nodiscard]] bool everConnected() const { return m_everConnected.value(); }
    //! The last thing that went wrong. Stays after recovery; see its `at`.
    [[nodiscard]] ConnectionError lastError() const { return m_lastError.value(); }
    //! Smoothed, in ms; −1 while unknown.
    [[nodiscard]] int roundTripTime() const { return m_roundTripTime.value(); }
    //! The peer has become doubtful and is being asked; a routine heartbeat does not count.
    [[nodiscard]] bool isVerifying() const { return m_verifying.value(); }
    //! The server remembered us (protocols with sessions only).
    [[nodiscard]] bool isResumed() const { return m_resumed.value(); }
    //! What makes a message delivered at present.
    [[nodiscard]] DeliveryProof deliveryProof() const { return m_deliveryProof.value(); }
    //! What the server chose; empty if nothing, or if not connected.
    [[nodiscard]] QString subprotocol() const { return m_subprotocol.value(); }
    //! Of the connection that ended last (RFC 6455 §7.4); 1006 where it broke; 0 if none ended yet.
    [[nodiscard]] int closeCode() const { return m_closeCode.value(); }
    [[nodiscard]] QString closeReason() const { return m_closeReason.value(); }

    //! What waited in an earlier run is loaded; until then pendingMessageCount counts this run's
    //! only. True without a queue.
    [[nodiscard]] bool isQueueReady() const { return m_queueReady.value(); }
    //! False: the named queue cannot be stored at present, see explain(). Messages stay in memory
    //! and go out. If it is the disk, writing is tried again.
    [[nodiscard]] bool isStorageHealthy() const { return m_storageHealthy.value(); }
    //! Of what is pending, all with numbers up to this one are safe on the disk.
    [[nodiscard]] quint64 storedThrough() const { return m_storedThrough.value(); }
    //! How many are held for another server or account; they are not among the pending.
    [[nodiscard]] int heldMessageCount() const { return m_heldMessageCount.value(); }

    //! What networkMonitor says, word for word; Unknown and false while it is not asked.
    [[nodiscard]] Reachability reachability() const { return m_reachability.value(); }
    [[nodiscard]] bool isBehindCaptivePortal() const { return m_behindCaptivePortal.value(); }
    [[nodiscard]] bool isMetered() const { return m_metered.value(); }
    [[nodiscard]] TransportMedium medium() const { return m_medium.value(); }

    [[nodiscard]] QBindable<ConnectionState> bindableState() { return &m_state; }
    [[nodiscard]] QBindable<int> bindableAttemptCount() { return &m_attemptCount; }
    [[nodiscard]] QBindable<int> bindablePendingMessageCount() { return &m_pendingMessageCount; }
    [[nodiscard]] QBindable<qint64> bindablePendingByteCount() { return &m_pendingByteCount; }
    [[nodiscard]] QBindable<QDateTime> bindableOldestPendingAt() { return &m_oldestPendingAt; }
    [[nodiscard]] QBindable<QDateTime> bindableNextAttemptAt() { return &m_nextAttemptAt; }
    [[nodiscard]] QBindable<int> bindableRetryDelay() { return &m_retryDelay; }
    [[nodiscard]] QBindable<WaitReason> bindableWaitReason() { return &m_waitReason; }
    [[nodiscard]] QBindable<bool> bindableEverConnected() { return &m_everConnected; }
    [[nodiscard]] QBindable<ConnectionError> bindableLastError() { return &m_lastError; }
    [[nodiscard]] QBindable<int> bindableRoundTripTime() { return &m_roundTripTime; }
    [[nodiscard]] QBindable<bool> bindableVerifying() { return &m_verifying; }
    [[nodiscard]] QBindable<bool> bindableResumed() { return &m_resumed; }
    [[nodiscard]] QBindable<DeliveryProof> bindableDeliveryProof() { return &m_deliveryProof; }
    [[nodiscard]] QBindable<QString> bindableSubprotocol() { return &m_subprotocol; }
    [[nodiscard]] QBindable<int> bindableCloseCode() { return &m_closeCode; }
    [[nodiscard]] QBindable<QString> bindableCloseReason() { return &m_closeReason; }
    [[nodiscard]] QBindable<bool> bindableQueueReady() { return &m_queueReady; }
    [[nodiscard]] QBindable<bool> bindableStorageHealthy() { return &m_storageHealthy; }
    [[nodiscard]] QBindable<quint64> bindableStoredThrough() { return &m_storedThrough; }
    [[nodiscard]] QBindable<int> bindableHeldMessageCount() { return &m_heldMessageCount; }
    [[nodiscard]] QBindable<Reachability> bindableReachability() { return &m_reachability; }
    [[nodiscard]] QBindable<bool> bindableBehindCaptivePortal() { return &m_behindCaptivePortal; }
    [[nodiscard]] QBindable<bool> bindableMetered() { return &m_metered; }
    [[nodiscard]] QBindable<TransportMedium> bindableMedium() { return &m_medium; }

    // ---- messages ----

    //! Queues \a message. Returns its number, which rises with each message and is never used
    //! twice; 0 if it is refused, and then messageRefused says why.
    quint64 sendTextMessage(const QString &message, const SendOptions &options = {});
    quint64 sendBinaryMessage(const QByteArray &message, const SendOptions &options = {});
    //! The same, with a future that is finished when the message is settled (at once, if it is
    //! refused). It is cancelled when the object is deleted first, or when its queue is closed and
    //! keeps the message.
    [[nodiscard]] QFuture<Delivery> deliverTextMessage(const QString &message,
                                                       const SendOptions &options = {});
    [[nodiscard]] QFuture<Delivery> deliverBinaryMessage(const QByteArray &message,
                                                         const SendOptions &options = {});
    //! Takes a message back; messageFailed (Cancelled) follows. False if it is too late, because it
    //! was written, on whatever connection, or if there is no such message.
    bool cancel(quint64 number);
    //! Takes back everything that was never written.
    void clearPending();
    //! Everything pending, oldest first.
    [[nodiscard]] QList<PendingMessage> pendingMessages() const;
    //! With DeliveryProof::Manual: the server's own answer to this message was seen.
    void confirm(quint64 number);

    // ---- how ----

    //! Replaces the protocol; while active, this dials again, though not before the time for which
    //! the server has asked. A conversation that is Closing ends with the old one.
    void setProtocol(std::unique_ptr<Protocol> protocol);
    [[nodiscard]] Policy policy() const;
    //! Takes effect for deadlines set from now on. An invalid policy is refused: false, the old one
    //! stays, and errorOccurred (Configuration) says what is wrong with it.
    bool setPolicy(const Policy &policy);
    //! Replaces the table of verdicts; an empty function restores it. Our own deadlines always
    //! retry.
    void setVerdictOverride(VerdictOverride override);
    //! For dials from now on; so are the following.
    void setSslConfiguration(const QSslConfiguration &configuration);
    //! For dials from now on; QNetworkProxy::DefaultProxy until then.
    void setProxy(const QNetworkProxy &proxy);
    //! Expects exactly these errors; an empty list: none.
    void ignoreSslErrors(const QList<QSslError> &errors);
    //! Asked before every dial; an empty function: the request given to open() is used. An answer
    //! that is still out when the provider, the account or the url changes, or after close(), does
    //! not count any more: the next dial asks anew, and one that waits for it does so at once.
    void setRequestProvider(RequestProvider provider);

    //! Why it is in this state, what comes next, and the last 50 transitions. For developers:
    //! English, without payloads, credentials or queries.
    [[nodiscard]] QString explain() const;

    // No slots: QML must not offer what it cannot call.

    //! setRequest(), then open().
    void open(const QNetworkRequest &request);
    //! Closes as soon as nothing is pending, reconnecting if it must; or when \a timeout is over
    //! (at most 24 h). What an earlier run has left is loaded first, and counts, unless the disk
    //! cannot be read. open() meanwhile changes nothing, close() closes at once.
    void closeWhenDelivered(std::chrono::milliseconds timeout);

public Q_SLOTS:
    //! Wants a connection. A no-op while active, unless Failed: so it may be called from a
    //! `disconnected` handler, as users of QWebSocket do, without causing a storm.
    virtual void open();
    void open(const QUrl &url);
    //! Wants no connection. What was sent before and fits the window is written, confirmed if the
    //! peer still answers within Policy::closeTimeout, and then the connection is closed. The rest
    //! stays pending. \a code is 1000 or 3000 to 4999 (RFC 6455 §7.4.2; others become 1000), \a
    //! reason at most 123 bytes of UTF-8 (cut).
    virtual void close(quint16 code = 1000, const QString &reason = {});
    //! Does not wait any longer, within the dial budget. Leaves Failed.
    void retryNow();
    //! There are new credentials: leaves Failed, and does not wait any longer. A dial that is under
    //! way goes on, for it may have them already; if the server refuses it, there is another.
    void credentialsChanged();
    //! For use in a handler of sslErrors: goes on in spite of them, on this attempt.
    void ignoreSslErrors();

Q_SIGNALS: // their enums in full: qmllint of Qt 6.8 knows them by no other name
    //! Ready for messages; \a resumed: the server remembered us.
    void connected(bool resumed);
    //! The connection ended. error.category is None if we closed it ourselves.
    void disconnected(const Holdfast::ConnectionError &error);
    //! A dial failed, or something else is amiss.
    void errorOccurred(const Holdfast::ConnectionError &error);
    //! It has given up, and is Failed.
    void failed(const Holdfast::ConnectionError &error);
    //! Connected for Policy::stableAfter, and answered: the failures are forgotten.
    void stable();

    //! A whole message came in.
    void textMessageReceived(const QString &message);
    void binaryMessageReceived(const QByteArray &message);
    //! The server has published this. Comes after textMessageReceived or binaryMessageReceived with
    //! the same; \a payload is what it was before: a QString, a QByteArray, or whatever JSON has (a
    //! map, a list, a number …). Once for each event while the object lives, in order of \a id.
    void eventReceived(quint64 id, const QVariant &payload);
    //! Events that were missed cannot be had any more: fetch a snapshot by your own means. It comes
    //! before any later event.
    void resyncRequired(Holdfast::ResyncReasons::ResyncReason reason);
    //! Somebody else came or went, in the server's words: for the hub, see its PROTOCOL.md.
    void presenceReceived(const QVariantMap &presence);

    //! Handed to the socket. That is no outcome, and it may happen again after a reconnect.
    void messageWritten(quint64 number);
    //! The peer has it, as far as deliveryProof proves.
    void messageDelivered(quint64 number);
    //! It will not be sent (again).
    void messageFailed(quint64 number, Holdfast::MessageFailures::MessageFailure failure);
    //! A send… returned 0.
    void messageRefused(Holdfast::MessageFailures::MessageFailure failure);

    //! So many messages (or the header) of the named queue were damaged, and set aside; the rest is
    //! pending.
    void storeRecovered(int quarantined);

    //! The server will go away for about so long.
    void restartAnnounced(int milliseconds);
    //! The server refused the credentials, and there is no better idea: see credentialsChanged().
    void credentialsRequired(Holdfast::Reasons::Reason reason);

    //! From inside a socket: answer at once with ignoreSslErrors(), or not.
    void sslErrors(const QList<QSslError> &errors);
    //! From inside a socket: fill in \a authenticator, or not. At most once an attempt.
    void proxyAuthenticationRequired(const QNetworkProxy &proxy, QAuthenticator *authenticator);

    // Of the properties. They come last because an object's table of connections reaches up to its
    // last signal that somebody has connected; QML needs no such table.

    void urlChanged();
    void activeChanged();
    void queueNameChanged();
    void accountChanged();
    void storageFolderChanged();
    void commitModeChanged();
    void networkMonitorChanged();
    void cursorModeChanged();

    void stateChanged(Holdfast::ConnectionStates::ConnectionState state);
    void attemptCountChanged();
    void pendingMessageCountChanged();
    void pendingByteCountChanged();
    void oldestPendingAtChanged();
    void nextAttemptAtChanged();
    void retryDelayChanged();
    void waitReasonChanged();
    void everConnectedChanged();
    void lastErrorChanged();
    void roundTripTimeChanged();
    void verifyingChanged();
    void resumedChanged();
    void deliveryProofChanged();
    void subprotocolChanged();
    void closeCodeChanged();
    void closeReasonChanged();
    void queueReadyChanged();
    void storageHealthyChanged();
    void storedThroughChanged();
    void heldMessageCountChanged();
    void reachabilityChanged();
    void behindCaptivePortalChanged();
    void meteredChanged();
    void mediumChanged();
    //! After these, once, if any of them came.
    void snapshotChanged();

private:
    friend class ReconnectingWebSocketPrivate;

    template <typename T, T ConnectionSnapshot::*Member> [[nodiscard]] T field() const
    {
        return snapshot().*Member;
    }

    // They hold no value; they know whom to notify.
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, ConnectionState, m_state,
        (&ReconnectingWebSocket::field<ConnectionState, &ConnectionSnapshot::state>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, int, m_attemptCount,
        (&ReconnectingWebSocket::field<int, &ConnectionSnapshot::attemptCount>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, int, m_pendingMessageCount,
        (&ReconnectingWebSocket::field<int, &ConnectionSnapshot::pendingMessageCount>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, qint64, m_pendingByteCount,
        (&ReconnectingWebSocket::field<qint64, &ConnectionSnapshot::pendingByteCount>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, QDateTime, m_oldestPendingAt,
        (&ReconnectingWebSocket::field<QDateTime, &ConnectionSnapshot::oldestPendingAt>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, QDateTime, m_nextAttemptAt,
        (&ReconnectingWebSocket::field<QDateTime, &ConnectionSnapshot::nextAttemptAt>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, int, m_retryDelay,
        (&ReconnectingWebSocket::field<int, &ConnectionSnapshot::retryDelay>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, WaitReason, m_waitReason,
        (&ReconnectingWebSocket::field<WaitReason, &ConnectionSnapshot::waitReason>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, bool, m_everConnected,
        (&ReconnectingWebSocket::field<bool, &ConnectionSnapshot::everConnected>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, ConnectionError, m_lastError,
        (&ReconnectingWebSocket::field<ConnectionError, &ConnectionSnapshot::lastError>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, int, m_roundTripTime,
        (&ReconnectingWebSocket::field<int, &ConnectionSnapshot::roundTripTime>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, bool, m_verifying,
        (&ReconnectingWebSocket::field<bool, &ConnectionSnapshot::verifying>))
    Q_OBJECT_COMPUTED_PROPERTY(ReconnectingWebSocket, bool, m_resumed,
                               (&ReconnectingWebSocket::field<bool, &ConnectionSnapshot::resumed>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, DeliveryProof, m_deliveryProof,
        (&ReconnectingWebSocket::field<DeliveryProof, &ConnectionSnapshot::deliveryProof>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, QString, m_subprotocol,
        (&ReconnectingWebSocket::field<QString, &ConnectionSnapshot::subprotocol>))
    Q_OBJECT_COMPUTED_PROPERTY(ReconnectingWebSocket, int, m_closeCode,
                               (&ReconnectingWebSocket::field<int, &ConnectionSnapshot::closeCode>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, QString, m_closeReason,
        (&ReconnectingWebSocket::field<QString, &ConnectionSnapshot::closeReason>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, bool, m_queueReady,
        (&ReconnectingWebSocket::field<bool, &ConnectionSnapshot::queueReady>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, bool, m_storageHealthy,
        (&ReconnectingWebSocket::field<bool, &ConnectionSnapshot::storageHealthy>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, quint64, m_storedThrough,
        (&ReconnectingWebSocket::field<quint64, &ConnectionSnapshot::storedThrough>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, int, m_heldMessageCount,
        (&ReconnectingWebSocket::field<int, &ConnectionSnapshot::heldMessageCount>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, Reachability, m_reachability,
        (&ReconnectingWebSocket::field<Reachability, &ConnectionSnapshot::reachability>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, bool, m_behindCaptivePortal,
        (&ReconnectingWebSocket::field<bool, &ConnectionSnapshot::behindCaptivePortal>))
    Q_OBJECT_COMPUTED_PROPERTY(ReconnectingWebSocket, bool, m_metered,
                               (&ReconnectingWebSocket::field<bool, &ConnectionSnapshot::metered>))
    Q_OBJECT_COMPUTED_PROPERTY(
        ReconnectingWebSocket, TransportMedium, m_medium,
        (&ReconnectingWebSocket::field<TransportMedium, &ConnectionSnapshot::medium>))

    const std::unique_ptr<ReconnectingWebSocketPrivate> d;
};

} // namespace Holdfast
