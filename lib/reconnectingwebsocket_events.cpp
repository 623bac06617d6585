// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The part of the façade that is about what the server publishes.

#include "logging.h"
#include "reconnectingwebsocket_p.h"

#include <variant>

namespace Holdfast {

// ---- what the application hears ----

void ReconnectingWebSocketPrivate::tell(const Effects::Received &effect)
{
    const bool isEvent = effect.cursor != Cursor();
    const QPointer<ReconnectingWebSocket> alive(q);
    if (isEvent)
        events.beginEvent(effect.cursor);
    if (effect.payload.isText())
        Q_EMIT q->textMessageReceived(effect.payload.text());
    else
        Q_EMIT q->binaryMessageReceived(effect.payload.bytes());
    if (!alive || !isEvent)
        return;
    Q_EMIT q->eventReceived(effect.cursor.eventId, effect.value);
    if (!alive)
        return;
    // Not earlier: an application that crashes in a handler gets the event again.
    events.end();
    saveCursor();
}

void ReconnectingWebSocketPrivate::tell(const Effects::Positioned &effect)
{
    events.moveTo(effect.cursor);
    saveCursor();
}

void ReconnectingWebSocketPrivate::tell(const Effects::ResyncRequired &effect)
{
    qCWarning(lcConnection) << "events are missing, a snapshot is needed:" << effect.reason;
    const QPointer<ReconnectingWebSocket> alive(q);
    events.beginResync(effect.cursor);
    Q_EMIT q->resyncRequired(effect.reason);
    if (!alive)
        return;
    events.end();
    saveCursor();
}

void ReconnectingWebSocketPrivate::tell(const Effects::PresenceReceived &effect)
{
    Q_EMIT q->presenceReceived(effect.presence);
}

// ---- the works ----

void ReconnectingWebSocketPrivate::saveCursor()
{
    if (events.mode() == CursorMode::Session || events.handled() == m_storedCursor)
        return;
    // Without any, the next run would not know that it has missed something.
    const bool isFirst = m_storedCursor == Cursor();
    m_storedCursor = events.handled();
    keeper->saveCursor(m_storedCursor, isFirst);
}

//! Events begin again after \a cursor; what is on its way to the application comes too late. True:
//! the connection must begin again, too.
bool ReconnectingWebSocketPrivate::restartEvents(const Cursor &cursor)
{
    events.restart(cursor);
    m_reports.removeIf([](const Report &report) {
        const auto *effect = std::get_if<Effect>(&report);
        const auto *received = effect ? std::get_if<Effects::Received>(effect) : nullptr;
        return effect
            && ((received && received->cursor != Cursor())
                || std::holds_alternative<Effects::Positioned>(*effect)
                || std::holds_alternative<Effects::ResyncRequired>(*effect));
    });
    return link.setCursor(cursor);
}

void ReconnectingWebSocketPrivate::setCursor(const Cursor &cursor)
{
    m_cursorIsGiven = true;
    if (cursor == events.told())
        events.restart(cursor); // what is on its way is what follows
    else if (restartEvents(cursor))
        postLater(EndpointChanged{});
    saveCursor();
}

bool ReconnectingWebSocketPrivate::forgetCursor()
{
    m_cursorIsGiven = false;
    m_storedCursor = {};
    m_cursorIsNews = false;
    return restartEvents({});
}

void ReconnectingWebSocketPrivate::setCursorMode(CursorMode mode)
{
    events.setMode(mode);
    if (m_cursorIsNews)
        cursorFound(m_storedCursor);
    else
        saveCursor();
}

//! The queue is open, and this is what an earlier run has handled.
void ReconnectingWebSocketPrivate::cursorFound(const Cursor &stored)
{
    m_storedCursor = stored;
    // In that mode nobody wants it; in another it will count, but once.
    m_cursorIsNews = events.mode() == CursorMode::Session;
    if (m_cursorIsNews)
        return;
    const bool begun = events.told() != Cursor() || link.cursor() != Cursor();
    if (!m_cursorIsGiven && !begun) {
        if (restartEvents(stored))
            postLater(EndpointChanged{});
    } else if (!m_cursorIsGiven && stored != Cursor() && stored != events.told()) {
        // The disk was too slow, and events have begun without it: those between are missing.
        m_reports.append(
            Effect(Effects::ResyncRequired{ResyncReason::HistoryTrimmed, link.cursor()}));
        processLater();
    }
    saveCursor();
}

// ---- the public face ----

CursorMode ReconnectingWebSocket::cursorMode() const { return d->events.mode(); }

void ReconnectingWebSocket::setCursorMode(CursorMode mode)
{
    if (cursorMode() == mode)
        return;
    d->setCursorMode(mode);
    Q_EMIT cursorModeChanged();
}

Cursor ReconnectingWebSocket::cursor() const { return d->events.handled(); }

Cursor ReconnectingWebSocket::receivedCursor() const { return d->events.told(); }

void ReconnectingWebSocket::setCursor(const Cursor &cursor) { d->setCursor(cursor); }

bool ReconnectingWebSocket::confirmEvent(quint64 id)
{
    if (!d->events.confirm(id))
        return false;
    d->saveCursor();
    return true;
}

} // namespace Holdfast
