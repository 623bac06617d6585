// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qstring.h>
#include <QtCore/qurl.h>

namespace Holdfast {

//! Whom the messages of a queue are for, so that they never go to a stranger.
struct HOLDFAST_EXPORT StoreBinding
{
    QString endpoint; //!< host, port and path; see of()
    QString account; //!< the application's word for who is signed in; may be empty

    //! The binding for \a url. The scheme does not count, so that a server may move from ws to wss
    //! (with them, ports 80 and 443 are one), nor do user, query and fragment, which hold
    //! credentials.
    [[nodiscard]] static StoreBinding of(const QUrl &url, const QString &account = {});

    //! Nobody was named yet.
    [[nodiscard]] bool isEmpty() const { return endpoint.isEmpty() && account.isEmpty(); }

    bool operator==(const StoreBinding &) const = default;
};

} // namespace Holdfast
