// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cursor.h"
#include "cursormode.h"

namespace Holdfast {

//! How far the application was told of the server's events, and how far it has handled them.
//!
//! The second follows the first when all handlers have returned (or, in Manual, when the
//! application says so): moved earlier, it would lose an event when a handler crashes.
class EventCursor
{
public:
    void setMode(CursorMode mode) { m_mode = mode; }
    [[nodiscard]] CursorMode mode() const { return m_mode; }

    //! Where the next run begins.
    [[nodiscard]] const Cursor &handled() const { return m_handled; }
    //! The last event, or resync, that the application was told of.
    [[nodiscard]] const Cursor &told() const { return m_told; }

    //! Everything up to \a cursor counts as told and handled, and nothing else does.
    void restart(const Cursor &cursor);

    //! The handlers of the event at \a cursor are about to be called.
    void beginEvent(const Cursor &cursor);
    //! The same for a resync, which leads there: what came before it cannot be confirmed any more.
    void beginResync(const Cursor &cursor);
    //! They have returned. A handler may run an event loop, in which more is told: only the return
    //! of the first counts for them all.
    void end();
    //! It stands there without anything to handle.
    void moveTo(const Cursor &cursor);

    //! In Manual: events up to \a eventId, of the present epoch, are handled. False: it is no such
    //! event, or not Manual.
    [[nodiscard]] bool confirm(quint64 eventId);

private:
    CursorMode m_mode = CursorMode::Session;
    Cursor m_handled;
    Cursor m_told;
    quint64 m_resyncedTo = 0; //!< with the epoch of m_told: below it are ids of before the resync
    int m_handlers = 0; //!< that are running
};

} // namespace Holdfast
