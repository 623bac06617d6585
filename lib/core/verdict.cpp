// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "verdict.h"

#include "policy.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

#include <algorithm>

namespace Holdfast {

namespace {

using Action = Verdict::Action;
using enum ErrorCategory;

struct CodeRow
{
    int code;
    const char *name;
    Action action;
    ErrorCategory category;
    int weight = 1;
    bool restart = false;
};

constexpr CodeRow CloseCodes[] = {
    {1000, "normal closure", Action::Retry, None},
    {1001, "going away", Action::Retry, ServerRestarting, 1, true},
    {1002, "protocol error", Action::FailIfRepeated, ProtocolError},
    {1003, "unsupported data", Action::Retry, MessageNotAccepted},
    {1005, "no code given", Action::Retry, ClosedByServer},
    {1006, "no close frame", Action::Retry, ConnectionLost},
    {1007, "invalid payload", Action::Retry, MessageNotAccepted},
    {1008, "policy violation", Action::Fail, Forbidden},
    {1009, "message too big", Action::Retry, MessageNotAccepted},
    {1010, "mandatory extension", Action::FailIfRepeated, ProtocolError},
    {1011, "internal error", Action::Retry, ServerError, 2},
    {1012, "service restart", Action::Retry, ServerRestarting, 1, true},
    {1013, "try again later", Action::Retry, ServerRestarting, 1, true},
    {1014, "bad gateway", Action::Retry, ServerRestarting, 1, true},
    {4001, "restarting", Action::Retry, ServerRestarting, 1, true},
    {4400, "bad request", Action::FailIfRepeated, ProtocolError},
    {4401, "unauthorized", Action::Refresh, AuthenticationRejected},
    {4403, "forbidden", Action::Fail, Forbidden},
    {4408, "slow consumer", Action::Retry, SlowConsumer},
    {4409, "replaced", Action::Fail, Replaced},
};

const CodeRow *rowOf(int closeCode)
{
    const auto row = std::find_if(std::begin(CloseCodes), std::end(CloseCodes),
                                  [=](const CodeRow &r) { return r.code == closeCode; });
    return row == std::end(CloseCodes) ? nullptr : row;
}

Verdict restarting(const Policy &policy)
{
    return {.category = ServerRestarting, .notBefore = Duration(0), .spread = policy.restartSpread};
}

std::optional<Duration> milliseconds(const QJsonValue &value, Duration most)
{
    if (!value.isDouble() || value.toDouble() < 0)
        return std::nullopt;
    // Clamped as a double: the conversion of a larger one would be undefined.
    const double clamped = std::min(value.toDouble(), static_cast<double>(most.count()));
    return Duration(static_cast<Duration::rep>(clamped));
}

//! The server's advice wins over the table, within our bounds.
Verdict advised(Verdict verdict, const QString &reason, const Policy &policy)
{
    if (!reason.startsWith(QLatin1Char('{')))
        return verdict;
    const QJsonObject advice = QJsonDocument::fromJson(reason.toUtf8()).object();
    if (advice.value(QLatin1StringView("reconnect")) == QJsonValue(false)) {
        verdict.action = Action::Fail;
        return verdict;
    }
    const auto wait
        = milliseconds(advice.value(QLatin1StringView("retryAfter")), policy.maxServerWait);
    const auto spread
        = milliseconds(advice.value(QLatin1StringView("spread")), policy.maxServerWait);
    if (wait || spread) {
        // "Come back then" is no "never come back", whatever the code.
        if (verdict.action == Action::Fail || verdict.action == Action::FailIfRepeated)
            verdict.action = Action::Retry;
        verdict.notBefore = wait.value_or(Duration(0));
        verdict.spread = spread.value_or(policy.restartSpread);
    }
    return verdict;
}

Verdict judgeClose(const Ending &ending, const Policy &policy)
{
    Verdict verdict{.category = ClosedByServer};
    if (const CodeRow *row = rowOf(ending.closeCode)) {
        verdict = row->restart ? restarting(policy) : Verdict{};
        verdict.action = row->action;
        verdict.category = row->category;
        verdict.weight = row->weight;
    }
    if (ending.closeCode == 1000 && !policy.retryAfterNormalClosure)
        verdict.action = Action::Stop;
    return advised(verdict, ending.reason, policy);
}

Verdict judgeHttp(const Ending &ending, const Policy &policy)
{
    switch (ending.httpStatus) {
    case 101: // promised an upgrade and then did not deliver one
    case 426:
        return {.action = Action::FailIfRepeated, .category = ProtocolError};
    case 401:
    case 407:
        return {.action = Action::Refresh, .category = AuthenticationRejected};
    case 403:
        return {.action = Action::Fail, .category = Forbidden};
    case 404:
    case 410:
        return {.action = Action::FailIfRepeated, .category = Configuration};
    case 429:
    case 503:
        return {.category = ServerBusy,
                .notBefore = std::clamp(ending.retryAfter.value_or(policy.overloadWait),
                                        Duration(0), policy.maxServerWait),
                .spread = policy.restartSpread};
    default:
        return {.category = ServerError};
    }
}

Verdict judgeAsTold(const Ending &ending, const Policy &policy)
{
    switch (ending.kind) {
    case Ending::Kind::HostNotFound:
        return {.category = HostNotFound};
    case Ending::Kind::Refused:
        return {.category = ConnectionRefused};
    case Ending::Kind::Lost:
        return {.category = ConnectionLost};
    case Ending::Kind::TimedOut:
    case Ending::Kind::Silent:
        return {.category = Timeout};
    case Ending::Kind::Proxy:
        return ending.httpStatus == 407 ? judgeHttp(ending, policy)
                                        : Verdict{.category = ProxyError};
    case Ending::Kind::Tls:
        return {.action = Action::Fail, .category = TlsFailed};
    case Ending::Kind::CloseFrame:
        return judgeClose(ending, policy);
    case Ending::Kind::UnknownCloseCode:
        return restarting(policy);
    case Ending::Kind::HttpAnswer:
        return judgeHttp(ending, policy);
    case Ending::Kind::NotWebSocket:
    case Ending::Kind::WrongSubprotocol:
    case Ending::Kind::Rejected:
        return {.action = Action::FailIfRepeated, .category = ProtocolError};
    case Ending::Kind::BadRequest:
        return {.action = Action::Fail, .category = Configuration};
    case Ending::Kind::NoCredentials:
        break;
    }
    return {.category = CredentialsUnavailable};
}

} // namespace

Verdict judge(const Ending &ending, const Policy &policy)
{
    Verdict verdict = judgeAsTold(ending, policy);
    // A strange certificate, a refusal, or an answer that is no WebSocket's: so speaks the sign-in
    // page. It must not use up the credentials either.
    const bool mayBePortal = ending.kind == Ending::Kind::Tls
        || verdict.action == Action::FailIfRepeated
        || (ending.kind == Ending::Kind::HttpAnswer
            && (verdict.action == Action::Refresh || verdict.action == Action::Fail));
    if (ending.behindCaptivePortal && mayBePortal)
        verdict.action = Action::Retry;
    return verdict;
}

QString explainClose(int closeCode)
{
    const CodeRow *row = rowOf(closeCode);
    const QString name = row ? QString::fromLatin1(row->name) : QStringLiteral("unlisted");
    const auto deed = [&]() -> QString {
        switch (row ? row->action : Action::Retry) {
        case Action::Retry:
        case Action::Stop:
            return row && row->restart ? QStringLiteral("retry, spread out")
                                       : QStringLiteral("retry");
        case Action::Refresh:
            return QStringLiteral("refresh credentials once, then fail");
        case Action::FailIfRepeated:
            return QStringLiteral("retry, fail if it persists");
        case Action::Fail:
            break;
        }
        return QStringLiteral("fail");
    }();
    return QStringLiteral("%1 (%2): %3").arg(closeCode).arg(name, deed);
}

} // namespace Holdfast
