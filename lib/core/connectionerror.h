// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qobjectdefs.h>
#include <QtCore/qstring.h>

namespace Holdfast {

namespace ErrorCategories {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! What kind of thing went wrong.
enum class ErrorCategory {
    None, //!< nothing: we closed it ourselves, or the server said 1000
    HostNotFound, //!< the name has no address
    ConnectionRefused, //!< nobody listens there
    ConnectionLost, //!< the connection broke without a goodbye (1006)
    Timeout, //!< no answer: while connecting, or from a peer that fell silent
    ProxyError, //!< the proxy refused or could not be reached
    ClosedByServer, //!< with a close frame that needs no other category
    ServerRestarting, //!< 1001, 1012 to 1014, 4001, or announced
    ServerBusy, //!< HTTP 429 or 503
    ServerError, //!< 1011, HTTP 5xx, or a status that makes no sense here
    MessageNotAccepted, //!< 1003, 1007 or 1009: something we sent, or something we got, did not
                        //!< please
    SlowConsumer, //!< 4408: we read too slowly
    ProtocolError, //!< the peer does not speak WebSocket, or not our subprotocol
    AuthenticationRejected, //!< 401, 407 or 4401
    CredentialsUnavailable, //!< the request provider said no
    Forbidden, //!< 403, 1008 or 4403
    Configuration, //!< the URL, a header or a policy is wrong, or nothing lives at that path (404,
                   //!< 410)
    TlsFailed, //!< the server's identity could not be verified
    Replaced, //!< 4409: this account is connected elsewhere
    RetriesExhausted, //!< Policy::maxAttempts reached
    PeerIgnoresPings, //!< the peer breaks RFC 6455 §5.5.2; nothing can be confirmed by fences
    QueueBusy, //!< somebody else has the named queue open; messages stay in memory meanwhile
    QueueHeld, //!< what the named queue holds is for another server or account, and is not sent
    StorageFailed, //!< the named queue cannot be stored; messages stay in memory and go out
};
Q_ENUM_NS(ErrorCategory)

} // namespace ErrorCategories
using ErrorCategories::ErrorCategory;

//! What went wrong, as data. Sentences for people are made elsewhere.
class HOLDFAST_EXPORT ConnectionError
{
    Q_GADGET
    //! As the member; so are the others.
    Q_PROPERTY(Holdfast::ErrorCategories::ErrorCategory category MEMBER category FINAL)
    Q_PROPERTY(int closeCode MEMBER closeCode FINAL)
    Q_PROPERTY(int httpStatus MEMBER httpStatus FINAL)
    Q_PROPERTY(QString reason MEMBER reason FINAL)
    Q_PROPERTY(QString detail MEMBER detail FINAL)
    Q_PROPERTY(bool willRetry MEMBER willRetry FINAL)
    Q_PROPERTY(QDateTime at MEMBER at FINAL)

public:
    ErrorCategory category = ErrorCategory::None; //!< what kind of thing went wrong
    //! RFC 6455 §7.4; 1006 where no close frame came: the connection broke, or the dial failed or
    //! was refused; 0 where nothing reached the wire, and where no connection has ended, as with
    //! the queue's troubles.
    int closeCode = 0;
    int httpStatus = 0; //!< of a refused upgrade; 0: no HTTP answer
    QString reason; //!< the server's own words, untrusted plain text
    QString detail; //!< for logs and bug reports; technical and untranslated
    bool willRetry = false; //!< another attempt follows by itself
    QDateTime at; //!< UTC

    bool operator==(const ConnectionError &) const = default;
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::ConnectionError)
