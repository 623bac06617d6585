// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionerror.h"
#include "holdfastglobal.h"
#include "instant.h"

#include <QtCore/qstring.h>

#include <functional>
#include <optional>

namespace Holdfast {

struct Policy;

//! How an attempt or a connection ended: facts, before anybody judges them.
struct Ending
{
    //! What happened.
    enum class Kind {
        HostNotFound, //!< the name has no address
        Refused, //!< nobody listens there
        Lost, //!< reset, end of stream, or another socket error; no close frame
        TimedOut, //!< the attempt's deadline passed, or the system's
        Silent, //!< connected, and our pings stayed unanswered
        Proxy, //!< the proxy refused or could not be reached; httpStatus is 407 if it wants another
               //!< name or password
        Tls, //!< the server's certificate does not verify, or TLS failed
        CloseFrame, //!< the peer said goodbye; closeCode and reason are the peer's
        UnknownCloseCode, //!< a close frame with a code that Qt does not know: 1012 to 2999, mostly
                          //!< a restart
        HttpAnswer, //!< the upgrade was refused; httpStatus and retryAfter are the server's
        NotWebSocket, //!< an answer that is not HTTP, or an upgrade that is not one
        WrongSubprotocol, //!< the server chose none that was offered, or one that was not
        BadRequest, //!< URL, scheme or headers; never reached the wire
        NoCredentials, //!< the request provider said no
        Rejected, //!< the protocol gave up on this connection
    };

    Kind kind = Kind::Lost; //!< what happened
    quint16 closeCode = 0; //!< of a CloseFrame
    int httpStatus = 0; //!< of an HttpAnswer; of a Proxy, see there
    std::optional<Duration> retryAfter{}; //!< of an HttpAnswer that said so
    QString reason{}; //!< the peer's words
    QString detail{}; //!< ours, technical
    bool behindCaptivePortal = false; //!< says the system: somebody else may have answered
};

//! What to do about an ending.
struct HOLDFAST_EXPORT Verdict
{
    //! What follows.
    enum class Action {
        Retry, //!< dial again, after a wait
        Refresh, //!< ask for new credentials and dial at once; the second time before a stable
                 //!< connection: fail
        FailIfRepeated, //!< retry, but believe it when it comes Policy::patience times in a row
        Fail, //!< give up: Failed
        Stop, //!< the conversation is over: Closed, and no error
    };

    Action action = Action::Retry; //!< what follows
    ErrorCategory category = ErrorCategory::ConnectionLost; //!< what the application is told
    int weight = 1; //!< how many failures it counts for, ≥ 1
    //! 0 to 24 h; a wait that the server asked for. Set: backoff is not used.
    std::optional<Duration> notBefore;
    //! 0 to 24 h; what luck adds to it, so that a fleet does not return in one instant.
    Duration spread{0};

    bool operator==(const Verdict &) const = default;
};

//! Replaces the table: gets the facts and what the table says, returns what to do.
using VerdictOverride = std::function<Verdict(const Ending &ending, const Verdict &usual)>;

//! The table of default verdicts (RFC 6455 §7.4.1, the IANA close code registry, RFC 9110 §15).
//!
//! Codes and statuses that it does not list retry. A close reason that is a JSON object with
//! "reconnect": false, or with "retryAfter" and "spread" in milliseconds, is obeyed, clamped to
//! Policy::maxServerWait. Behind a captive portal neither a certificate that is not trusted nor an
//! answer that makes no sense is final.
[[nodiscard]] HOLDFAST_EXPORT Verdict judge(const Ending &ending, const Policy &policy);

//! One line about a close code: its name and what Holdfast does about it. For logs.
[[nodiscard]] HOLDFAST_EXPORT QString explainClose(int closeCode);

} // namespace Holdfast
