// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "reconnectingwebsocket.h"

#include "logging.h"
#include "reconnectingwebsocket_p.h"

#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qsslconfiguration.h>

#include <algorithm>

namespace Holdfast {

namespace {

//! A close frame has room for 125 bytes, and two are the code's (RFC 6455 §5.5).
QString fittingReason(const QString &reason)
{
    QString fitting = reason;
    while (utf8Size(fitting) > 123) {
        const bool pair = fitting.size() > 1 && fitting.back().isLowSurrogate();
        fitting.chop(pair ? 2 : 1);
    }
    return fitting;
}

} // namespace

ReconnectingWebSocket::ReconnectingWebSocket(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<ReconnectingWebSocketPrivate>(this))
{
}

ReconnectingWebSocket::~ReconnectingWebSocket() { d->discardEverything(); }

const ConnectionSnapshot &ReconnectingWebSocket::snapshot() const { return d->snapshot; }

QUrl ReconnectingWebSocket::url() const { return d->dial.request.url(); }

void ReconnectingWebSocket::setUrl(const QUrl &url)
{
    QNetworkRequest request = d->dial.request;
    request.setUrl(url);
    setRequest(request);
}

QString ReconnectingWebSocket::problem(const QUrl &url, const QStringList &subprotocols)
{
    return DialRequest{.request = QNetworkRequest(url), .subprotocols = subprotocols}.problem();
}

void ReconnectingWebSocket::setHeader(QNetworkRequest &request, const QByteArray &name,
                                      const QByteArray &value)
{
    DialRequest::setHeader(request, name, value);
}

QNetworkRequest ReconnectingWebSocket::request() const { return d->dial.request; }

void ReconnectingWebSocket::setRequest(const QNetworkRequest &request)
{
    const bool elsewhere = request.url() != url();
    d->dial.request = request;
    if (!elsewhere)
        return;
    const QPointer<ReconnectingWebSocket> alive(this);
    Q_EMIT urlChanged();
    if (!alive)
        return;
    (void)d->bindQueue();
    d->post(EndpointChanged{.elsewhere = true});
}

bool ReconnectingWebSocket::isActive() const { return d->snapshot.active; }

void ReconnectingWebSocket::setActive(bool active)
{
    if (active)
        open();
    else
        close();
}

quint64 ReconnectingWebSocket::sendTextMessage(const QString &message, const SendOptions &options)
{
    return d->send(message, options).number;
}

quint64 ReconnectingWebSocket::sendBinaryMessage(const QByteArray &message,
                                                 const SendOptions &options)
{
    return d->send(message, options).number;
}

QFuture<Delivery> ReconnectingWebSocket::deliverTextMessage(const QString &message,
                                                            const SendOptions &options)
{
    return d->deliver(message, options);
}

QFuture<Delivery> ReconnectingWebSocket::deliverBinaryMessage(const QByteArray &message,
                                                              const SendOptions &options)
{
    return d->deliver(message, options);
}

bool ReconnectingWebSocket::cancel(quint64 number) { return d->cancel(number); }

void ReconnectingWebSocket::clearPending() { d->cancelAll(); }

QList<PendingMessage> ReconnectingWebSocket::pendingMessages() const
{
    const Instant now = ReconnectingWebSocketPrivate::now() + d->link.timeAsleep();
    const QDateTime wallNow = QDateTime::currentDateTimeUtc();
    QList<PendingMessage> list;
    list.reserve(d->link.outbox().pendingCount());
    d->link.outbox().forEach([&](const Message &message, bool inFlight) {
        list.append({.number = message.number,
                     .isText = message.payload.isText(),
                     .inFlight = inFlight,
                     .maybeDelivered = message.maybeDelivered,
                     .byteCount = message.byteCount,
                     .tag = message.tag,
                     .queuedAt = wallNow.addMSecs((message.queuedAt - now).count())});
    });
    return list;
}

void ReconnectingWebSocket::confirm(quint64 number) { d->post(Confirmed{number}); }

void ReconnectingWebSocket::setProtocol(std::unique_ptr<Protocol> protocol)
{
    if (protocol)
        d->setProtocol(std::move(protocol));
}

Policy ReconnectingWebSocket::policy() const { return d->link.policy(); }

bool ReconnectingWebSocket::setPolicy(const Policy &policy)
{
    if (const QStringList problems = policy.problems(); !problems.isEmpty()) {
        ConnectionError error;
        error.category = ErrorCategory::Configuration;
        error.detail = QStringLiteral("policy refused: ") + problems.join(QStringLiteral("; "));
        error.willRetry = isActive();
        d->complain(error);
        return false;
    }
    d->link.setPolicy(policy);
    d->post(Flush{}); // a larger window may have room, and the deadlines may be others
    return true;
}

void ReconnectingWebSocket::setVerdictOverride(VerdictOverride override)
{
    d->link.setVerdictOverride(std::move(override));
}

void ReconnectingWebSocket::setSslConfiguration(const QSslConfiguration &configuration)
{
    d->dial.sslConfiguration = configuration;
}

void ReconnectingWebSocket::setProxy(const QNetworkProxy &proxy) { d->dial.proxy = proxy; }

void ReconnectingWebSocket::ignoreSslErrors(const QList<QSslError> &errors)
{
    d->dial.expectedSslErrors = errors;
}

void ReconnectingWebSocket::ignoreSslErrors()
{
    if (d->transport)
        d->transport->ignoreSslErrors();
}

void ReconnectingWebSocket::setRequestProvider(RequestProvider provider)
{
    d->setProvider(std::move(provider));
}

QString ReconnectingWebSocket::explain() const
{
    const QUrl shown
        = url().adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString text = shown.toDisplayString() + QStringLiteral(": ")
        + d->link.explain(ReconnectingWebSocketPrivate::now());
    if (!text.endsWith(u'\n'))
        text += u'\n';
    text += QStringLiteral("network: ") + d->network->explain();
    return text + QStringLiteral("queue \"%1\": %2\n").arg(d->queueName, d->keeper->explain());
}

void ReconnectingWebSocket::open()
{
    d->keeper->open();
    d->post(Event::Opened);
}

void ReconnectingWebSocket::open(const QUrl &url)
{
    QNetworkRequest request = d->dial.request;
    request.setUrl(url);
    open(request);
}

void ReconnectingWebSocket::open(const QNetworkRequest &request)
{
    const QPointer<ReconnectingWebSocket> alive(this);
    setRequest(request);
    if (alive)
        open();
}

void ReconnectingWebSocket::close(quint16 code, const QString &reason)
{
    const bool allowed = code == 1000 || (code >= 3000 && code <= 4999);
    if (!allowed)
        qCWarning(lcConnection) << "close code" << code
                                << "is not an application's to send; 1000 is sent instead";
    d->post(CloseAsked{.code = allowed ? code : quint16(1000), .reason = fittingReason(reason)});
}

void ReconnectingWebSocket::closeWhenDelivered(std::chrono::milliseconds timeout)
{
    d->post(DrainAsked{timeout});
}

void ReconnectingWebSocket::retryNow() { d->post(Event::Retried); }

void ReconnectingWebSocket::credentialsChanged() { d->post(Event::Renewed); }

} // namespace Holdfast
