// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hub_p.h"

#include "hubclosecodes.h"
#include "hubconnection.h"
#include "hublogging.h"
#include "steadyclock.h"

#include <QtCore/qpointer.h>
#include <QtCore/qurl.h>

#include <algorithm>
#include <utility>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

constexpr auto GoodbyePatience = 5s;
// A full hub, and one whose authenticator is silent: a wait that costs little, and not all at once.
constexpr Duration BusyRetryAfter = 5s;
constexpr Duration BusySpread = 10s;

//! An origin in the form in which equal ones are equal (RFC 6454 §4, §5).
QString comparable(const QString &origin)
{
    const QUrl url(origin.trimmed());
    if (url.scheme().isEmpty() || url.host().isEmpty())
        return origin.trimmed().toLower(); // "null", say
    const bool isSecure = url.scheme() == QStringLiteral("https");
    const int port = url.port(isSecure ? 443 : 80);
    return QStringLiteral("%1://%2:%3").arg(url.scheme(), url.host().toLower()).arg(port);
}

} // namespace

void HubPrivate::setAllowedOrigins(const QStringList &allowed)
{
    origins = allowed;
    m_origins.clear();
    for (const QString &origin : allowed)
        m_origins.append(comparable(origin));
}

// What the sockets say is noted down while they speak.

void HubPrivate::welcome(QWebSocket *socket, QTcpSocket *tcp)
{
    const ConnectionId id = ++m_lastConnection;
    auto *connection = new HubConnection(socket, tcp, this);
    connection->setMaxMessageBytes(switchboard.policy().maxMessageBytes);
    m_clients.emplace(id, Client{.connection = connection});
    ++m_counts[static_cast<std::size_t>(Stage::Authenticating)];
    connect(connection, &HubConnection::textReceived, this, [this, id](const QString &text) {
        if (faults.killAfterBytes == 0 || survives(id, text.toUtf8().size()))
            note(id, text);
    });
    connect(connection, &HubConnection::binaryReceived, this, [this, id](const QByteArray &bytes) {
        if (faults.killAfterBytes == 0 || survives(id, bytes.size()))
            note(id, bytes);
    });
    connect(connection, &HubConnection::tooLarge, this, [this, id] { note(id, TooLarge()); });
    connect(connection, &HubConnection::ended, this, [this, id] { note(id, Ended()); });
    connect(connection, &HubConnection::finished, this, [this, id] { note(id, Finished()); });
    connect(connection, &HubConnection::stirred, this, [this, id] {
        stir(id);
        schedule();
    });
    note(id, Opened());
}

void HubPrivate::note(ConnectionId id, Occasion what)
{
    Instant due = steadyNow() + std::max(faults.delay, Duration(0));
    if (!m_arrivals.empty())
        due = std::max(due, m_arrivals.back().due);
    m_arrivals.push_back({id, due, std::move(what)});
    schedule();
}

//! A fault: so many bytes, and no more.
bool HubPrivate::survives(ConnectionId id, qint64 bytes)
{
    Client &client = m_clients.at(id);
    client.payloadBytes += bytes;
    if (client.payloadBytes < faults.killAfterBytes)
        return true;
    if (!std::exchange(client.isDoomed, true))
        note(id, Killed());
    return false;
}

void HubPrivate::stir(ConnectionId id)
{
    const auto found = m_clients.find(id);
    if (found != m_clients.end() && !std::exchange(found->second.isStirred, true))
        m_stirred.push_back(id);
}

// And then it is taken, one by one.

void HubPrivate::take(const Arrival &arrival, Instant now)
{
    const auto found = m_clients.find(arrival.connection);
    if (found == m_clients.end())
        return;
    Client &client = found->second;
    if (client.stage == Stage::Parting && !std::holds_alternative<Finished>(arrival.what))
        return;
    std::visit([&](const auto &what) { receive(arrival.connection, client, what, now); },
               arrival.what);
}

void HubPrivate::receive(ConnectionId id, Client &client, Opened, Instant now)
{
    using namespace HubCloseCodes;
    const QNetworkRequest request = client.connection->request();
    const QByteArray origin = request.rawHeader("Origin");
    const bool isEnvelope = client.connection->subprotocol() == Envelope::Subprotocol;
    const bool isPlain = !isEnvelope && request.rawHeader("Sec-WebSocket-Protocol").isEmpty();
    if (faults.acceptAndClose)
        part(id, client, faults.closeCode, {}, now);
    else if (count(Stage::Authenticating) + clientCount() > switchboard.policy().maxClients)
        part(id, client, ComeAgain, comeAgainReason(BusyRetryAfter, BusySpread), now);
    else if (!origin.isEmpty() && !m_origins.isEmpty()
             && !m_origins.contains(comparable(QString::fromUtf8(origin))))
        part(id, client, Forbidden, QStringLiteral("origin"), now);
    else if (!isEnvelope && (!isPlain || plainClients == Hub::PlainClients::Refuse))
        part(id, client, BadFrame,
             QStringLiteral("the subprotocol here is ") + Envelope::Subprotocol, now);
    else
        authenticate(id, client, now);
}

void HubPrivate::authenticate(ConnectionId id, Client &client, Instant now)
{
    if (!authenticator)
        return receive(id, client, HubAuthentication::Answer(), now);
    m_alarms.set(id, now + switchboard.policy().helloTimeout);
    const HubAuthentication answer(
        [hub = QPointer(this), id](const HubAuthentication::Answer &given) {
            if (hub)
                hub->note(id, given);
        });
    schedule(); // it may run an event loop of its own
    const HubAuthenticator copy = authenticator; // it may set another one, or delete the hub
    copy(client.connection->request(), answer);
}

void HubPrivate::receive(ConnectionId id, Client &client, const HubAuthentication::Answer &answer,
                         Instant now)
{
    if (client.stage != Stage::Authenticating)
        return;
    if (answer.closeCode != 0)
        return part(id, client, answer.closeCode, answer.words, now);
    m_alarms.set(id, now + switchboard.policy().heartbeatInterval);
    const bool isEnvelope = client.connection->subprotocol() == Envelope::Subprotocol;
    setStage(client, isEnvelope ? Stage::Enveloped : Stage::Plain);
    if (isEnvelope)
        add(switchboard.connected(id, answer.words, now));
    // What it said meanwhile is next.
    client.heldBytes = 0;
    std::vector<Occasion> held = std::exchange(client.held, {});
    for (auto what = held.rbegin(); what != held.rend(); ++what)
        m_arrivals.push_front({id, now, std::move(*what)});
}

void HubPrivate::receive(ConnectionId id, Client &client, const QString &text, Instant now)
{
    switch (client.stage) {
    case Stage::Authenticating:
        hold(id, client, text, text.size(), now);
        break;
    case Stage::Enveloped:
        add(switchboard.received(id, text, now));
        break;
    case Stage::Plain:
        eachPlain(id, [&text](HubConnection *connection) { connection->sendText(text); });
        schedule(); // the handler may run an event loop of its own, or delete the hub
        Q_EMIT q->plainTextReceived(client.connection->request().url(), text);
        break;
    case Stage::Parting:
        break;
    }
}

void HubPrivate::receive(ConnectionId id, Client &client, const QByteArray &bytes, Instant now)
{
    switch (client.stage) {
    case Stage::Authenticating:
        hold(id, client, bytes, bytes.size(), now);
        break;
    case Stage::Enveloped:
        drop(id, client, HubCloseCodes::BadFrame, QStringLiteral("a binary frame"), now);
        break;
    case Stage::Plain:
        eachPlain(id, [&bytes](HubConnection *connection) { connection->sendBinary(bytes); });
        break;
    case Stage::Parting:
        break;
    }
}

void HubPrivate::receive(ConnectionId id, Client &client, TooLarge, Instant now)
{
    drop(id, client, HubCloseCodes::TooLarge, QStringLiteral("too large"), now);
}

void HubPrivate::receive(ConnectionId id, Client &client, Ended, Instant now)
{
    leave(id, client, now);
    if (client.connection->isFinished())
        remove(id);
}

void HubPrivate::receive(ConnectionId id, Client &client, Finished, Instant)
{
    if (client.stage == Stage::Parting)
        remove(id);
}

void HubPrivate::receive(ConnectionId id, Client &client, Killed, Instant now)
{
    client.connection->abort();
    leave(id, client, now);
    remove(id);
}

//! What a client says before it is known who it is; at most one message's worth.
void HubPrivate::hold(ConnectionId id, Client &client, Occasion what, qint64 bytes, Instant now)
{
    static constexpr qint64 CostOfOne = 64;
    client.heldBytes += bytes + CostOfOne;
    if (client.heldBytes > switchboard.policy().maxMessageBytes + CostOfOne)
        part(id, client, HubCloseCodes::TooLarge, QStringLiteral("too much before a welcome"), now);
    else
        client.held.push_back(std::move(what));
}

void HubPrivate::eachPlain(ConnectionId sender, const std::function<void(HubConnection *)> &send)
{
    for (auto &[id, client] : m_clients) {
        if (client.stage != Stage::Plain)
            continue;
        if (id == sender || plainClients == Hub::PlainClients::Broadcast) {
            send(client.connection);
            stir(id);
        }
    }
}

// Going.

void HubPrivate::setStage(Client &client, Stage stage)
{
    --m_counts[static_cast<std::size_t>(client.stage)];
    client.stage = stage;
    ++m_counts[static_cast<std::size_t>(stage)];
}

//! Says goodbye to one whom the switchboard has forgotten, or never knew.
void HubPrivate::part(ConnectionId id, Client &client, quint16 code, const QString &reason,
                      Instant now)
{
    if (client.stage == Stage::Parting)
        return;
    qCDebug(lcHub, "connection %llu: closing with %d", id, code);
    client.connection->close(code, reason);
    setStage(client, Stage::Parting);
    client.held.clear();
    m_alarms.set(id, now + GoodbyePatience);
    schedule();
}

//! The same for one whom it may know.
void HubPrivate::drop(ConnectionId id, Client &client, quint16 code, const QString &reason,
                      Instant now)
{
    if (client.stage == Stage::Enveloped)
        add(switchboard.disconnected(id, now));
    part(id, client, code, reason, now);
}

//! It has gone by itself; its socket may take a moment longer.
void HubPrivate::leave(ConnectionId id, Client &client, Instant now)
{
    if (client.stage == Stage::Enveloped)
        add(switchboard.disconnected(id, now));
    setStage(client, Stage::Parting);
    client.held.clear();
    m_alarms.set(id, now + GoodbyePatience);
}

void HubPrivate::dropAll(quint16 code, const QString &reason)
{
    const Instant now = steadyNow();
    if (!m_isDraining)
        add(switchboard.disconnectAll(now));
    for (auto &[id, client] : m_clients) {
        if (!m_isDraining || client.stage != Stage::Enveloped) // those are the switchboard's
            part(id, client, code, reason, now);
    }
    schedule();
}

void HubPrivate::remove(ConnectionId id)
{
    const auto found = m_clients.find(id);
    --m_counts[static_cast<std::size_t>(found->second.stage)];
    HubConnection *connection = found->second.connection;
    connection->disconnect(this);
    connection->deleteLater();
    m_alarms.clear(id);
    m_secondLooks.clear(id);
    m_clients.erase(found);
}

//! A client wants attention: what for depends on its stage.
void HubPrivate::alarm(ConnectionId id, Instant now)
{
    using namespace HubCloseCodes;
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return;
    Client &client = found->second;
    switch (client.stage) {
    case Stage::Authenticating:
        part(id, client, ComeAgain, comeAgainReason(BusyRetryAfter, BusySpread), now);
        break;
    case Stage::Enveloped:
    case Stage::Plain:
        // From now on, not from when it was due: however late we are, a client has a whole
        // interval for its answer.
        m_alarms.set(id, now + switchboard.policy().heartbeatInterval);
        if (!client.connection->beat())
            drop(id, client, SlowOrSilent, QStringLiteral("silent"), now);
        break;
    case Stage::Parting:
        client.connection->abort();
        remove(id);
        break;
    }
}

} // namespace Holdfast
