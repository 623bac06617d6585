// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hubglobal.h"

#include <QtCore/qstring.h>
#include <QtNetwork/qnetworkrequest.h>

#include <functional>
#include <memory>

namespace Holdfast {

//! The answer to a hub's question who somebody is. Copy it, keep it, answer once.
//!
//! Answer in the hub's thread. Second answers, late ones, and answers to a hub or for a client that
//! is gone are harmless.
class HOLDFAST_HUB_EXPORT HubAuthentication
{
public:
    //! Does nothing when answered.
    HubAuthentication();
    ~HubAuthentication();
    HubAuthentication(const HubAuthentication &);
    HubAuthentication &operator=(const HubAuthentication &);

    //! Lets the client in. \a identity says who it is: the same string for the same person or
    //! device. Sessions, and what is known of earlier messages, belong to an identity. An empty one
    //! is the one that all share who are not told apart.
    void accept(const QString &identity) const;
    //! Who are you? Closes with 4401: the client fetches new credentials. \a reason goes to it.
    void rejectUnauthenticated(const QString &reason = {}) const;
    //! I know you, and no. Closes with 4403: the client gives up. \a reason goes to it.
    void rejectForbidden(const QString &reason = {}) const;

private:
    friend class HubPrivate;

    struct Answer
    {
        quint16 closeCode = 0; //!< 0: accepted
        QString words; //!< the identity, or the reason
    };
    using Handler = std::function<void(const Answer &)>;

    explicit HubAuthentication(Handler handler);
    void answer(const Answer &answer) const;

    std::shared_ptr<Handler> m_handler; //!< emptied by the first answer
};

//! Asked about each client after the upgrade, with its request: a token in a header, say, or in the
//! URL's query. May answer at once or later, but within HubPolicy::helloTimeout; what the client
//! says meanwhile is kept. One that is not answered for in time is closed with 4001, and comes
//! again.
using HubAuthenticator
    = std::function<void(const QNetworkRequest &request, HubAuthentication answer)>;

} // namespace Holdfast
