// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelopeprotocol.h"

#include "eventstream.h"

#include <algorithm>

namespace Holdfast {

using namespace Envelope;

namespace {

Refused refusal(const QString &detail)
{
    return {{.kind = Ending::Kind::Rejected, .detail = detail}};
}

//! To whom a secret may go back: the same scheme, host and port.
QUrl originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port(url.scheme() == QLatin1String("wss") ? 443 : 80));
    return origin;
}

QByteArray questionOf(quint64 serial) { return "at-" + QByteArray::number(serial); }

//! These may come before the welcome, too.
bool mayComeFirst(const ServerFrame &frame)
{
    return std::holds_alternative<Welcome>(frame) || std::holds_alternative<Pong>(frame)
        || std::holds_alternative<Goodbye>(frame) || std::holds_alternative<Unknown>(frame)
        || std::holds_alternative<Malformed>(frame);
}

} // namespace

EnvelopeProtocol::EnvelopeProtocol()
    : m_events(std::make_unique<EventStream>())
{
}

EnvelopeProtocol::~EnvelopeProtocol() = default;

QStringList EnvelopeProtocol::subprotocols() const { return {QString(Subprotocol)}; }

Outcomes EnvelopeProtocol::opened(const Greeting &greeting)
{
    m_phase = Phase::Greeting;
    m_origin = originOf(greeting.url);
    m_producer = greeting.producer;
    m_account = greeting.account;
    // An application may set any cursor. What no server can have said is ahead of all that it has.
    *m_events = EventStream(
        {greeting.cursor.epoch, std::min(greeting.cursor.eventId, Envelope::MaxInteger)});
    m_maxMessageBytes = 0;
    m_first = 1;
    m_last = 0;
    m_awaited = 0;
    m_asked = m_answered = 0;

    Hello hello{.producer = greeting.producer, .profile = m_profile};
    // Nor does another person go on with it.
    if (m_origin == m_sessionOrigin && m_producer == m_sessionProducer
        && m_account == m_sessionAccount)
        hello.session = m_session;
    if (!greeting.cursor.epoch.isEmpty())
        hello.cursor = m_events->cursor();
    return {Transmit{Frame::text(toText(hello))}};
}

Outcomes EnvelopeProtocol::received(const Frame &frame)
{
    if (m_phase == Phase::Refused || !frame.isData())
        return {};
    Outcomes outcomes = frame.kind == Frame::Kind::Text
        ? read(parseServerFrame(frame.payload.text()))
        : Outcomes{refusal(QStringLiteral("a binary frame"))};
    if (!outcomes.isEmpty() && std::holds_alternative<Refused>(outcomes.last()))
        m_phase = Phase::Refused;
    return outcomes;
}

Outcomes EnvelopeProtocol::read(const ServerFrame &frame)
{
    if (m_phase == Phase::Greeting && !mayComeFirst(frame))
        return {refusal(QStringLiteral("the server did not begin with welcome"))};
    return std::visit([this](const auto &f) { return on(f); }, frame);
}

Outcomes EnvelopeProtocol::on(const Welcome &welcome)
{
    if (m_phase == Phase::Welcomed)
        return {refusal(QStringLiteral("a second welcome"))};
    m_phase = Phase::Welcomed;
    m_session = welcome.session;
    m_sessionOrigin = m_origin;
    m_sessionProducer = m_producer;
    m_sessionAccount = m_account;
    m_maxMessageBytes = welcome.maxMessageBytes;

    Outcomes outcomes;
    if (welcome.receivedThrough)
        outcomes.append(Remembered{*welcome.receivedThrough});
    if (welcome.heartbeat > Duration(0))
        outcomes.append(Expect{welcome.heartbeat});
    outcomes.append(Ready{welcome.resumed});
    for (Outcome &outcome : m_events->welcomed(welcome.epoch, welcome.head))
        outcomes.append(std::move(outcome));
    return outcomes;
}

Outcomes EnvelopeProtocol::on(const ServerEvent &event) { return m_events->arrived(event); }

Outcomes EnvelopeProtocol::on(const SyncBatch &batch) { return m_events->arrived(batch); }

Outcomes EnvelopeProtocol::on(const Reset &reset) { return m_events->reset(reset); }

Outcomes EnvelopeProtocol::on(const Presence &presence)
{
    return {Noticed{presence.object.toVariantMap()}};
}

Outcomes EnvelopeProtocol::on(const Ack &ack)
{
    // Never beyond what the server can have read on this connection: behind it there may be
    // messages that an earlier one carried, and only perhaps.
    const quint64 through = std::min(ack.through, m_last);
    if (!isOut(through))
        return {};
    return {Acknowledged{std::exchange(m_first, through + 1), through}, Answered{}};
}

Outcomes EnvelopeProtocol::on(const Reject &reject)
{
    if (!isOut(reject.number))
        return {};
    // The server drops what came behind it, so until they come again no ack can mean those.
    if (reject.retryAfter) {
        m_last = reject.number - 1;
        m_awaited = reject.number;
    }
    return {Rejected{reject.number, reject.reason, reject.retryAfter}, Answered{}};
}

Outcomes EnvelopeProtocol::on(const Pong &pong)
{
    if (pong.at <= m_answered || pong.at > m_asked)
        return {};
    m_answered = pong.at;
    return {Answered{questionOf(pong.at)}};
}

Outcomes EnvelopeProtocol::on(const Goodbye &goodbye)
{
    return {Announced{goodbye.retryAfter, goodbye.spread}};
}

Outcomes EnvelopeProtocol::on(const Unknown &) { return {}; }

Outcomes EnvelopeProtocol::on(const Malformed &malformed)
{
    return {refusal(QLatin1String("malformed frame: ") + malformed.why)};
}

Outcomes EnvelopeProtocol::send(const Message &message)
{
    if (m_phase == Phase::Refused)
        return {};
    if (m_awaited != 0 && message.number > m_awaited) {
        m_phase = Phase::Refused;
        return {Refused{{.kind = Ending::Kind::Lost, // nobody has done anything wrong
                         .detail = QStringLiteral("the server waits for message %1, which was "
                                                  "given up")
                                       .arg(m_awaited)}}};
    }
    // Acks stand higher already, and would count for this one, whatever becomes of it.
    if (message.number <= m_last) {
        m_phase = Phase::Refused;
        return {Refused{{.kind = Ending::Kind::Lost,
                         .detail = QStringLiteral("message %1 comes after message %2")
                                       .arg(message.number)
                                       .arg(m_last)}}};
    }
    if (message.number == m_awaited)
        m_awaited = 0;
    QString text = toText(ClientMessage{message.key(), message.number, Content(message.payload)});
    const qint64 limit = m_maxMessageBytes;
    // A unit of UTF-16 takes at most three bytes, so the small ones need not be counted.
    if (limit > 0 && text.size() > limit / 3 && utf8Size(text) > limit) {
        return {Rejected{
            .number = message.number,
            .reason = QStringLiteral("larger than the %1 bytes that the server takes").arg(limit)}};
    }
    if (m_first > m_last)
        m_first = message.number;
    m_last = message.number;
    Outcomes outcomes;
    outcomes.append(Transmit{Frame::text(std::move(text))});
    return outcomes;
}

Outcomes EnvelopeProtocol::probe()
{
    if (m_phase == Phase::Refused)
        return {};
    // Impatient probes, one upon the other, leave the server no time for an answer.
    if (m_answered == m_asked && m_events->isStuckAtProbe()) {
        m_phase = Phase::Refused;
        return {refusal(QStringLiteral("the server does not answer hello or sync with events"))};
    }
    ++m_asked;
    return {Transmit{Frame::text(toText(Ping{m_asked})), questionOf(m_asked)}};
}

bool EnvelopeProtocol::awaitsAnswer() const
{
    return m_phase == Phase::Welcomed && m_events->isOwed();
}

} // namespace Holdfast
