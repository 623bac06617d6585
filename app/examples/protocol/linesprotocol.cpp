// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "linesprotocol.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Holdfast;

namespace {

Frame frameOf(const QJsonObject &object)
{
    return Frame::text(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

//! A number that the server may say; 0 if it is none.
quint64 numberIn(const QJsonValue &value)
{
    return static_cast<quint64>(qMax<qint64>(value.toInteger(), 0));
}

QByteArray questionOf(qint64 ping) { return QByteArray::number(ping); }

} // namespace

//! [opened]
QStringList LinesProtocol::subprotocols() const { return {QStringLiteral("example.lines")}; }

// A new conversation: nothing of the one before counts any more.
Outcomes LinesProtocol::opened(const Greeting &greeting)
{
    m_pings = 0;
    return {Transmit{frameOf({{QStringLiteral("hello"), greeting.producer}})}};
}
//! [opened]

//! [send]
Outcomes LinesProtocol::send(const Message &message)
{
    if (!message.payload.isText())
        return {Rejected{.number = message.number, .reason = QStringLiteral("text only")}};
    return {Transmit{frameOf({{QStringLiteral("key"), message.key()}, // the same for every try
                              {QStringLiteral("number"), static_cast<qint64>(message.number)},
                              {QStringLiteral("text"), message.payload.text()}})}};
}

// A ping of WebSocket may be answered by a gateway; this one is answered by the server itself.
Outcomes LinesProtocol::probe()
{
    ++m_pings;
    return {Transmit{frameOf({{QStringLiteral("ping"), m_pings}}), questionOf(m_pings)}};
}
//! [send]

//! [received]
Outcomes LinesProtocol::received(const Frame &frame)
{
    if (!frame.isData())
        return {}; // a pong: we have asked for none
    const QJsonDocument document = QJsonDocument::fromJson(frame.payload.bytes());
    if (!document.isObject())
        return {Refused{
            {.kind = Ending::Kind::Rejected, .detail = QStringLiteral("this is no JSON object")}}};
    return read(document.object());
}

Outcomes LinesProtocol::read(const QJsonObject &said)
{
    if (said.contains(QLatin1String("welcome")))
        return {Remembered{numberIn(said[QLatin1String("welcome")])}, Ready{}};
    if (said.contains(QLatin1String("ack"))) {
        const quint64 number = numberIn(said[QLatin1String("ack")]);
        return {Acknowledged{number, number}, Answered{}};
    }
    if (said.contains(QLatin1String("refuse"))) {
        return {Rejected{.number = numberIn(said[QLatin1String("refuse")]),
                         .reason = said[QLatin1String("why")].toString()},
                Answered{}};
    }
    if (said.contains(QLatin1String("pong")))
        return {Answered{questionOf(said[QLatin1String("pong")].toInteger())}};
    if (said.contains(QLatin1String("text")))
        return {Deliver{Payload(said[QLatin1String("text")].toString())}};
    return {}; // something of a later version
}
//! [received]
