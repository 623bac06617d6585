// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "declarativewebsocket.h"

#include "envelopeprotocol.h"
#include "plainprotocol.h"
#include "translations.h"

#include <QtQml/qqmlengine.h>
#include <QtQml/qqmlinfo.h>

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace Holdfast {

namespace {

QNetworkRequest withHeaders(QNetworkRequest request, const QVariantMap &headers)
{
    for (auto at = headers.begin(); at != headers.end(); ++at)
        ReconnectingWebSocket::setHeader(request, at.key().toUtf8(),
                                         at.value().toString().toUtf8());
    return request;
}

QVariantMap asMap(const Cursor &cursor)
{
    return {{QStringLiteral("epoch"), cursor.epoch}, {QStringLiteral("eventId"), cursor.eventId}};
}

//! What JavaScript calls a number may be none of ours.
std::optional<quint64> asId(double number)
{
    const bool fits = number >= 0 && number <= double(Envelope::MaxInteger);
    if (!fits || std::trunc(number) != number)
        return std::nullopt;
    return static_cast<quint64>(number);
}

QNetworkRequest withoutHeaders(QNetworkRequest request, const QVariantMap &headers)
{
    for (auto at = headers.begin(); at != headers.end(); ++at)
        ReconnectingWebSocket::setHeader(request, at.key().toUtf8(), {}); // null: removes it
    return request;
}

} // namespace

DeclarativeWebSocket::DeclarativeWebSocket(QObject *parent)
    : ReconnectingWebSocket(parent)
{
}

void DeclarativeWebSocket::classBegin()
{
    m_complete = false;
    Translations::follow(qmlEngine(this));
}

void DeclarativeWebSocket::componentComplete()
{
    m_complete = true;
    if (m_wantedWhenComplete)
        ReconnectingWebSocket::open();
}

bool DeclarativeWebSocket::isWanted() const
{
    return m_complete ? isActive() : m_wantedWhenComplete;
}

void DeclarativeWebSocket::wantWhenComplete(bool wanted)
{
    if (wanted == m_wantedWhenComplete)
        return;
    m_wantedWhenComplete = wanted;
    Q_EMIT activeChanged();
}

void DeclarativeWebSocket::open()
{
    if (m_complete)
        ReconnectingWebSocket::open();
    else
        wantWhenComplete(true);
}

void DeclarativeWebSocket::close(quint16 code, const QString &reason)
{
    if (m_complete)
        ReconnectingWebSocket::close(code, reason);
    else
        wantWhenComplete(false);
}

void DeclarativeWebSocket::close(int code, const QString &reason)
{
    const bool fits = code >= 0 && code <= std::numeric_limits<quint16>::max();
    close(fits ? static_cast<quint16>(code) : quint16(0), reason);
}

void DeclarativeWebSocket::closeWhenDelivered(int timeout)
{
    ReconnectingWebSocket::closeWhenDelivered(std::chrono::milliseconds(timeout));
}

// ---- how ----

void DeclarativeWebSocket::setDeliveryProof(DeliveryProof proof)
{
    if (proof == DeliveryProof::Acknowledgement) {
        qmlWarning(this) << "deliveryProof: a plain server acknowledges nothing";
        return;
    }
    if (proof == m_deliveryProof)
        return;
    m_deliveryProof = proof;
    if (m_protocolName == Plain)
        speak();
}

void DeclarativeWebSocket::setSubprotocols(const QStringList &subprotocols)
{
    if (subprotocols == m_subprotocols)
        return;
    m_subprotocols = subprotocols;
    if (m_protocolName == Plain)
        speak();
    Q_EMIT subprotocolsChanged();
}

void DeclarativeWebSocket::setProtocolName(ProtocolName name)
{
    if (name == m_protocolName)
        return;
    if (name != Plain && name != Envelope) {
        qmlWarning(this) << "protocol: there is no protocol " << static_cast<int>(name);
        return;
    }
    m_protocolName = name;
    speak();
    Q_EMIT protocolChanged();
}

void DeclarativeWebSocket::setProfile(const QVariantMap &profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    if (m_protocolName == Envelope)
        speak();
    Q_EMIT profileChanged();
}

void DeclarativeWebSocket::speak()
{
    if (m_protocolName == Envelope) {
        auto protocol = std::make_unique<EnvelopeProtocol>();
        protocol->setProfile(QJsonObject::fromVariantMap(m_profile));
        return setProtocol(std::move(protocol));
    }
    auto protocol = std::make_unique<PlainProtocol>();
    protocol->setDeliveryProof(m_deliveryProof);
    protocol->setSubprotocols(m_subprotocols);
    setProtocol(std::move(protocol));
}

void DeclarativeWebSocket::setRequestHeaders(const QVariantMap &headers)
{
    if (headers == m_requestHeaders)
        return;
    const QVariantMap old = std::exchange(m_requestHeaders, headers);
    setRequest(withHeaders(withoutHeaders(request(), old), headers));
    Q_EMIT requestHeadersChanged();
}

void DeclarativeWebSocket::setAsksForCredentials(bool asks)
{
    if (asks == m_asksForCredentials)
        return;
    m_asksForCredentials = asks;
    if (asks) {
        setRequestProvider([this](Reason reason, const RequestReply &reply) {
            m_question = reply;
            Q_EMIT credentialsRequired(reason);
        });
    } else {
        setRequestProvider({});
        // Who was asked need not answer any more.
        std::exchange(m_question, {}).accept(request());
    }
    Q_EMIT asksForCredentialsChanged();
}

void DeclarativeWebSocket::provideHeaders(const QVariantMap &headers)
{
    m_question.accept(withHeaders(request(), headers));
}

void DeclarativeWebSocket::rejectCredentials(const QString &detail) { m_question.reject(detail); }

// ---- messages ----

quint64 DeclarativeWebSocket::sendTextMessage(const QString &message, const QVariantMap &options)
{
    return ReconnectingWebSocket::sendTextMessage(message, sendOptions(options));
}

quint64 DeclarativeWebSocket::sendBinaryMessage(const QByteArray &message,
                                                const QVariantMap &options)
{
    return ReconnectingWebSocket::sendBinaryMessage(message, sendOptions(options));
}

SendOptions DeclarativeWebSocket::sendOptions(const QVariantMap &options) const
{
    SendOptions known;
    for (auto at = options.begin(); at != options.end(); ++at) {
        if (at.key() == QLatin1StringView("tag"))
            known.tag = at.value().toString();
        else if (at.key() == QLatin1StringView("timeToLive"))
            known.timeToLive = Duration(at.value().toLongLong());
        else if (at.key() == QLatin1StringView("coalesceKey"))
            known.coalesceKey = at.value().toString();
        else if (at.key() == QLatin1StringView("volatile"))
            known.isVolatile = at.value().toBool();
        else
            qmlWarning(this) << "unknown option \"" << at.key() << "\" of a message is ignored";
    }
    return known;
}

bool DeclarativeWebSocket::cancel(quint64 number) { return ReconnectingWebSocket::cancel(number); }

void DeclarativeWebSocket::clearPending() { ReconnectingWebSocket::clearPending(); }

bool DeclarativeWebSocket::commit() { return ReconnectingWebSocket::commit(); }

bool DeclarativeWebSocket::rebindQueue() { return ReconnectingWebSocket::rebindQueue(); }

QVariantList DeclarativeWebSocket::pendingMessages() const
{
    QVariantList list;
    const QList<PendingMessage> pending = ReconnectingWebSocket::pendingMessages();
    list.reserve(pending.size());
    for (const PendingMessage &message : pending) {
        list.append(QVariantMap{{QStringLiteral("number"), message.number},
                                {QStringLiteral("isText"), message.isText},
                                {QStringLiteral("inFlight"), message.inFlight},
                                {QStringLiteral("maybeDelivered"), message.maybeDelivered},
                                {QStringLiteral("byteCount"), message.byteCount},
                                {QStringLiteral("tag"), message.tag},
                                {QStringLiteral("queuedAt"), message.queuedAt}});
    }
    return list;
}

void DeclarativeWebSocket::confirm(quint64 number) { ReconnectingWebSocket::confirm(number); }

QString DeclarativeWebSocket::explain() const { return ReconnectingWebSocket::explain(); }

// ---- events ----

QVariantMap DeclarativeWebSocket::cursor() const { return asMap(ReconnectingWebSocket::cursor()); }

QVariantMap DeclarativeWebSocket::receivedCursor() const
{
    return asMap(ReconnectingWebSocket::receivedCursor());
}

void DeclarativeWebSocket::setCursor(const QString &epoch, double eventId)
{
    if (const auto id = asId(eventId))
        ReconnectingWebSocket::setCursor({epoch, *id});
    else
        qmlWarning(this) << "setCursor: " << eventId << " is no event's id";
}

bool DeclarativeWebSocket::confirmEvent(double id)
{
    const auto known = asId(id);
    return known && ReconnectingWebSocket::confirmEvent(*known);
}

} // namespace Holdfast
