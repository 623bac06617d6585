// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cursor.h"

#include <QtCore/qstring.h>
#include <QtCore/qurl.h>

namespace Holdfast {

//! What is known of a connection the moment the upgrade is done.
struct Greeting
{
    QUrl url; //!< what was dialled
    QString subprotocol; //!< what the server chose; empty: none
    quint32 nonce
        = 0; //!< drawn anew for each connection, so that an answer to another one cannot count here
    QString producer; //!< who numbers what we send from now on
    QString account{}; //!< on whose behalf, as the application calls it
    Cursor cursor; //!< how far the server's events came in
};

} // namespace Holdfast
