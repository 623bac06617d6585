// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "eventcursor.h"

namespace Holdfast {

void EventCursor::restart(const Cursor &cursor)
{
    m_handled = m_told = cursor;
    m_resyncedTo = 0;
}

void EventCursor::beginEvent(const Cursor &cursor)
{
    m_told = cursor;
    ++m_handlers;
}

void EventCursor::beginResync(const Cursor &cursor)
{
    m_resyncedTo = cursor.eventId;
    beginEvent(cursor);
}

void EventCursor::end()
{
    if (--m_handlers == 0 && m_mode != CursorMode::Manual)
        m_handled = m_told;
}

void EventCursor::moveTo(const Cursor &cursor)
{
    // With something unconfirmed before it, it must not pass that.
    const bool nothingIsOpen
        = m_handlers == 0 && (m_mode != CursorMode::Manual || m_handled == m_told);
    m_told = cursor;
    if (nothingIsOpen)
        m_handled = cursor;
}

bool EventCursor::confirm(quint64 eventId)
{
    if (m_mode != CursorMode::Manual || eventId < m_resyncedTo || eventId > m_told.eventId)
        return false;
    if (m_handled.epoch == m_told.epoch && m_handled.eventId >= eventId)
        return true; // it is already
    m_handled = {m_told.epoch, eventId};
    return true;
}

} // namespace Holdfast
