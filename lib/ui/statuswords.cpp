// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "statuswords.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qlocale.h>
#include <QtCore/qstringlist.h>

namespace Holdfast {

namespace {

//! Without any translation the source is shown, and English counts like this.
QString counted(QString text, int count)
{
    return text.replace(QStringLiteral("(s)"), count == 1 ? QString() : QStringLiteral("s"));
}

} // namespace

QString StatusWords::text(const StatusView &view)
{
    const Countdown countdown = Countdown::of(view.remaining.value_or(Duration(0)));
    const QString left = figure(countdown);
    switch (view.row) {
    case StatusRow::Failed:
        return failure(view.category);
    case StatusRow::Held:
        return tr("Messages are held for another account");
    case StatusRow::Unsaved:
        return tr("Messages cannot be saved on this device");
    case StatusRow::Portal:
        return tr("This network asks you to sign in");
    case StatusRow::Offline:
        return tr("You are offline");
    case StatusRow::Restarting:
        return left.isEmpty() ? tr("The server is restarting. Trying again…")
                              : tr("The server is restarting. Back in about %1").arg(left);
    case StatusRow::NeverConnected:
        if (view.attempting)
            return tr("Connecting…");
        return left.isEmpty() ? tr("Cannot reach the server. Trying again…")
                              : tr("Cannot reach the server. Trying again in %1").arg(left);
    case StatusRow::Lost:
        if (view.attempting)
            return tr("Reconnecting…");
        return left.isEmpty() ? tr("Connection lost. Trying again…")
                              : tr("Connection lost. Trying again in %1").arg(left);
    case StatusRow::Verifying:
        return tr("Checking the connection…");
    case StatusRow::BackOnline:
        return tr("Back online");
    case StatusRow::Sending:
        return counted(tr("Sending %n message(s)…", nullptr, view.sending), view.sending);
    case StatusRow::Nothing:
        break;
    }
    return {};
}

QString StatusWords::accessibleText(const StatusView &view)
{
    StatusView still = view;
    still.remaining.reset();
    return text(still);
}

QString StatusWords::failure(ErrorCategory category)
{
    switch (category) {
    case ErrorCategory::AuthenticationRejected:
    case ErrorCategory::CredentialsUnavailable:
        return tr("Please sign in again");
    case ErrorCategory::Replaced:
        return tr("Connected on another device");
    case ErrorCategory::Forbidden:
        return tr("You do not have access");
    case ErrorCategory::TlsFailed:
        return tr("The server's identity could not be verified");
    default:
        return tr("This app cannot talk to the server");
    }
}

//! What is left until then, short: "5 s", "2 min".
QString StatusWords::figure(const Countdown &countdown)
{
    switch (countdown.unit) {
    case Countdown::Unit::Seconds:
        return tr("%1 s", "seconds").arg(QLocale().toString(countdown.count));
    case Countdown::Unit::Minutes:
        return tr("%1 min", "minutes").arg(QLocale().toString(countdown.count));
    case Countdown::Unit::None:
        break;
    }
    return {};
}

QString StatusWords::action(StatusAction action)
{
    switch (action) {
    case StatusAction::Retry:
        return tr("Retry now");
    case StatusAction::SignIn:
        return tr("Sign in");
    case StatusAction::OpenPortal:
        return tr("Open sign-in page");
    case StatusAction::UseHere:
        return tr("Use here");
    case StatusAction::None:
        break;
    }
    return {};
}

QString StatusWords::badge(int pending)
{
    return pending > 0 ? counted(tr("%n message(s) waiting", nullptr, pending), pending)
                       : QString();
}

QString StatusWords::trouble(ErrorCategory category)
{
    switch (category) {
    case ErrorCategory::None:
        break;
    case ErrorCategory::HostNotFound:
        return tr("The server's name could not be found");
    case ErrorCategory::ConnectionRefused:
        return tr("Nobody answers at the server's address");
    case ErrorCategory::ConnectionLost:
        return tr("The connection broke");
    case ErrorCategory::Timeout:
    case ErrorCategory::PeerIgnoresPings:
        return tr("The server does not answer");
    case ErrorCategory::ProxyError:
        return tr("The proxy could not be used");
    case ErrorCategory::ClosedByServer:
        return tr("The server closed the connection");
    case ErrorCategory::ServerRestarting:
        return tr("The server is restarting");
    case ErrorCategory::ServerBusy:
        return tr("The server is busy");
    case ErrorCategory::ServerError:
        return tr("The server has a problem");
    case ErrorCategory::MessageNotAccepted:
        return tr("A message was not accepted");
    case ErrorCategory::SlowConsumer:
        return tr("The connection was too slow for the server");
    case ErrorCategory::ProtocolError:
        return tr("The server speaks another language");
    case ErrorCategory::AuthenticationRejected:
        return tr("The server did not accept the sign-in");
    case ErrorCategory::CredentialsUnavailable:
        return tr("Nobody is signed in");
    case ErrorCategory::Forbidden:
        return tr("The server does not allow it");
    case ErrorCategory::Configuration:
        return tr("The address of the server is wrong");
    case ErrorCategory::TlsFailed:
        return tr("The server's certificate is not trusted");
    case ErrorCategory::Replaced:
        return tr("The account is in use elsewhere");
    case ErrorCategory::RetriesExhausted:
        return tr("All attempts have failed");
    case ErrorCategory::QueueBusy:
        return tr("Another window has the messages open");
    case ErrorCategory::QueueHeld:
        return tr("Messages are held for another account");
    case ErrorCategory::StorageFailed:
        return tr("Messages cannot be saved on this device");
    }
    return {};
}

QString StatusWords::error(const ConnectionError &error)
{
    const QString what = trouble(error.category);
    if (what.isEmpty())
        return {};
    if (error.httpStatus != 0)
        return tr("%1 (HTTP %2)").arg(what).arg(error.httpStatus);
    const bool saidGoodbye = error.closeCode != 0 && error.closeCode != 1006;
    return saidGoodbye ? tr("%1 (code %2)").arg(what).arg(error.closeCode) : what;
}

QString StatusWords::details(const StatusView &view, const ConnectionSnapshot &facts)
{
    QStringList lines;
    switch (view.row) {
    case StatusRow::Failed:
    case StatusRow::Portal:
    case StatusRow::Offline:
    case StatusRow::Restarting:
    case StatusRow::NeverConnected:
    case StatusRow::Lost:
        break;
    default:
        return {};
    }
    if (facts.attemptCount > 0)
        lines += tr("Attempt %1").arg(QLocale().toString(facts.attemptCount));
    // Before anything has failed, the last error is of another day.
    const ConnectionError error = view.row == StatusRow::NeverConnected && view.attempting
        ? ConnectionError{}
        : facts.lastError;
    if (const QString what = StatusWords::error(error); !what.isEmpty())
        lines += what;
    // However many lines it has, here it is one. Advice in JSON is for us, not for people.
    const QString said = error.reason.simplified();
    if (!said.isEmpty() && !QJsonDocument::fromJson(said.toUtf8()).isObject())
        lines += tr("The server says: %1").arg(said);
    return lines.join(u'\n');
}

} // namespace Holdfast
