// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The part of the façade that is about the named queue.

#include "reconnectingwebsocket_p.h"
#include "settingsmessagestore.h"

#include <QtCore/qmetaobject.h>

#include <utility>
#include <variant>

namespace Holdfast {

// ---- the works ----

void ReconnectingWebSocketPrivate::watchKeeper()
{
    if (std::exchange(m_watchesKeeper, true))
        return;
    // What it says waits for the event loop: it may be saying it from inside send…, and a handler
    // may delete it.
    QObject::connect(keeper.get(), &QueueKeeper::happened, q,
                     [this](const LinkEvent &event) { postLater(event); });
    QObject::connect(keeper.get(), &QueueKeeper::failuresStored, q,
                     [this](const QueueKeeper::Failures &failures) {
                         for (const Effects::MessageFailed &failure : failures)
                             m_reports.append(Effect(failure));
                         processLater();
                     });
    QObject::connect(keeper.get(), &QueueKeeper::troubled, q,
                     [this](const ConnectionError &error) { tellLater(error); });
    QObject::connect(keeper.get(), &QueueKeeper::recovered, q,
                     &ReconnectingWebSocket::storeRecovered, Qt::QueuedConnection);
    QObject::connect(keeper.get(), &QueueKeeper::cursorFound, q,
                     [this](const Cursor &stored) { cursorFound(stored); });
}

void ReconnectingWebSocketPrivate::postLater(LinkEvent event)
{
    m_events.append(Occurrence{.event = std::move(event)});
    processLater();
}

bool ReconnectingWebSocketPrivate::keepOutcome(const Effect &effect)
{
    const auto *failed = std::get_if<Effects::MessageFailed>(&effect);
    return failed && keeper->failed(*failed);
}

QueueKeeper::Failures ReconnectingWebSocketPrivate::closeQueue()
{
    QueueKeeper::Failures told, volatiles;
    link.outbox().forEach([&](const Message &message, bool) {
        if (message.isVolatile)
            volatiles.push_back({.number = message.number,
                                 .failure = MessageFailure::Discarded,
                                 .tag = message.tag,
                                 .maybeDelivered = message.maybeDelivered});
    });
    QueueKeeper::Failures untold;
    for (Outbox::Settled &gone : link.takeUntold())
        untold.push_back({gone.number, gone.failure, std::move(gone.tag), gone.maybeDelivered});
    QueueKeeper::Farewell farewell = keeper->leave(untold);
    // What is on its way from this queue must not end up in the next one, which may be a
    // stranger's.
    m_events.removeIf([](const Occurrence &occurrence) {
        return std::holds_alternative<Restored>(occurrence.event);
    });
    told = std::move(farewell.told);
    const std::vector<Outbox::Settled> left = link.discard();
    if (farewell.keeps) {
        told.insert(told.end(), volatiles.begin(), volatiles.end());
        return told;
    }
    for (const Outbox::Settled &gone : left)
        told.push_back({gone.number, gone.failure, gone.tag, gone.maybeDelivered});
    return told;
}

void ReconnectingWebSocketPrivate::changeQueue()
{
    const bool hadQueue = keeper->hasStore();
    QueueKeeper::Failures gone = closeQueue();
    // The cursor is in the queue; what it was without one counts on.
    if (hadQueue && events.mode() != CursorMode::Session)
        (void)forgetCursor(); // the conversation ends, see below
    for (Effects::MessageFailed &failure : gone)
        m_reports.append(Effect(std::move(failure)));
    m_leftPromises.push_back(std::exchange(m_promises, {}));
    m_reports.append(QueueLeft{});
    std::unique_ptr<MessageStore> next = std::move(store);
    if (!next && !queueName.isEmpty() && !hasOwnStore)
        next = std::make_unique<SettingsMessageStore>(queueName, storageFolder);
    if (next)
        watchKeeper();
    keeper->setStore(std::move(next));
    (void)bindQueue(); // of this one it is new
    // What is in flight belongs to the old queue, and so does the conversation about it.
    if (facts(snapshot.state).holdsSocket)
        postLater(EndpointChanged{});
    countPending();
    takeSnapshot();
    postLater(Flush{});
}

bool ReconnectingWebSocketPrivate::bindQueue() { return bindQueue(dial.request.url()); }

bool ReconnectingWebSocketPrivate::bindQueue(const QUrl &url)
{
    bool stale = false;
    if (!url.isValid() || url.host().isEmpty()) {
        // What is known is of a provider's answer: for another account it has to be given anew.
        if (!m_eventsOf.isEmpty() && m_eventsOf.account != account) {
            stale = forgetCursor();
            m_eventsOf = {};
        }
        const auto &bound = keeper->binding();
        if (!keeper->hasStore() || !bound || bound->account == account)
            return stale;
        changeQueue();
        return false;
    }
    const StoreBinding binding = StoreBinding::of(url, account);
    if (!m_eventsOf.isEmpty() && m_eventsOf != binding)
        stale = forgetCursor();
    m_eventsOf = binding;
    if (keeper->setBinding(binding))
        return stale;
    changeQueue();
    return false;
}

void ReconnectingWebSocketPrivate::bindQueueByAnswer(const QUrl &url)
{
    if (m_eventsOf.isEmpty())
        m_eventsOf = StoreBinding::of(url, account);
    if (!keeper->hasStore() || keeper->binding())
        return;
    (void)bindQueue(url); // the conversation has not begun
    keeper->open();
}

// ---- the public face ----

QString ReconnectingWebSocket::queueName() const { return d->queueName; }

void ReconnectingWebSocket::setQueueName(const QString &name)
{
    if (d->queueName == name)
        return;
    d->queueName = name;
    if (!d->hasOwnStore)
        d->changeQueue();
    Q_EMIT queueNameChanged();
}

QString ReconnectingWebSocket::account() const { return d->account; }

void ReconnectingWebSocket::setAccount(const QString &account)
{
    if (d->account == account)
        return;
    const bool wasSomebodys = !d->account.isEmpty();
    d->account = account;
    // On the disk the messages of another wait for their owner. In memory there is nowhere to wait,
    // nor in a queue that is not bound yet.
    const bool unbound = d->keeper->hasStore() && !d->keeper->binding();
    if (wasSomebodys && (unbound ? d->link.outbox().pendingCount() > 0 : !d->keeper->hasStore()))
        d->changeQueue();
    else if (d->bindQueue())
        d->postLater(EndpointChanged{});
    d->forgetQuestion(); // the token would be the other account's
    Q_EMIT accountChanged();
}

QString ReconnectingWebSocket::storageFolder() const { return d->storageFolder; }

void ReconnectingWebSocket::setStorageFolder(const QString &folder)
{
    if (d->storageFolder == folder)
        return;
    d->storageFolder = folder;
    if (!d->queueName.isEmpty() && !d->hasOwnStore)
        d->changeQueue();
    Q_EMIT storageFolderChanged();
}

CommitMode ReconnectingWebSocket::commitMode() const { return d->keeper->commitMode(); }

void ReconnectingWebSocket::setCommitMode(CommitMode mode)
{
    if (commitMode() == mode)
        return;
    d->keeper->setCommitMode(mode);
    Q_EMIT commitModeChanged();
}

void ReconnectingWebSocket::setStore(std::unique_ptr<MessageStore> store)
{
    d->hasOwnStore = store != nullptr;
    d->store = std::move(store);
    d->changeQueue();
}

bool ReconnectingWebSocket::commit() { return d->keeper->commit(); }

bool ReconnectingWebSocket::rebindQueue() { return d->keeper->rebind(); }

} // namespace Holdfast
