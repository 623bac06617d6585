// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelope.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>

#include <algorithm>

// What QJsonDocument takes for JSON is a little more than RFC 8259: ".5", "1.", unknown escapes and
// control characters in strings, lone surrogates. Nothing follows from that. Of members with the
// same name the last counts.

namespace Holdfast::Envelope {

namespace {

//! Levels of objects and arrays. QJsonDocument reads no more than 1024, so this returns.
int nestingOf(const QJsonValue &value)
{
    int deepest = 0;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const auto member : object)
            deepest = std::max(deepest, nestingOf(member));
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto element : array)
            deepest = std::max(deepest, nestingOf(element));
    } else {
        return 0;
    }
    return deepest + 1;
}

//! What is known of a frame besides its members.
struct Reading
{
    QString wrong; //!< what is wrong with it, the first thing; empty: nothing so far
    bool mayBeDeep = false; //!< there are enough brackets
};

//! The members of an object in a frame. Once something is wrong with the frame, values mean
//! nothing.
class Members
{
public:
    Members(QJsonObject object, Reading &reading)
        : m_object(std::move(object))
        , m_reading(reading)
    {
    }

    [[nodiscard]] QString text(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isString())
            wrong(name, value, "a string");
        return value.toString();
    }
    //! Here and below: absent and null are the same.
    [[nodiscard]] QString textIfAny(QLatin1String name)
    {
        return has(name) ? text(name) : QString();
    }
    //! An epoch; the empty one is none.
    [[nodiscard]] QString epoch()
    {
        QString epoch = text(QLatin1String("epoch"));
        if (epoch.isEmpty())
            wrong(QLatin1String("epoch"), "is empty");
        return epoch;
    }

    [[nodiscard]] quint64 integer(QLatin1String name)
    {
        // toInteger() gives the default for a fraction, and for what is over 2^63.
        const QJsonValue value = m_object.value(name);
        const qint64 number = value.toInteger(-1);
        if (number < 0 || quint64(number) > MaxInteger)
            wrong(name, value, "an integer from 0 to 2^53-1");
        return quint64(number);
    }
    [[nodiscard]] std::optional<quint64> integerIfAny(QLatin1String name)
    {
        return has(name) ? std::optional(integer(name)) : std::nullopt;
    }
    [[nodiscard]] std::optional<Duration> msIfAny(QLatin1String name)
    {
        return has(name) ? std::optional(Duration(qint64(integer(name)))) : std::nullopt;
    }

    [[nodiscard]] bool flag(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isBool())
            wrong(name, value, "a boolean");
        return value.toBool();
    }
    [[nodiscard]] bool flagIfAny(QLatin1String name) { return has(name) && flag(name); }

    [[nodiscard]] QJsonArray array(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isArray())
            wrong(name, value, "an array");
        return value.toArray();
    }
    [[nodiscard]] QJsonObject objectIfAny(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (has(name) && !value.isObject())
            wrong(name, value, "an object");
        return value.toObject();
    }

    //! Those of an object inside.
    [[nodiscard]] Members of(QJsonObject object) const { return {std::move(object), m_reading}; }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    //! The epoch, and the id of this name.
    [[nodiscard]] Cursor cursor(QLatin1String idName) { return {epoch(), integer(idName)}; }
    [[nodiscard]] std::optional<Cursor> cursorIfAny(QLatin1String name)
    {
        if (!has(name))
            return std::nullopt;
        return of(objectIfAny(name)).cursor(QLatin1String("lastEventId"));
    }

    //! The payload, of whatever encoding.
    [[nodiscard]] Content content()
    {
        static constexpr QLatin1String Payload("payload");
        static constexpr QLatin1String Encoding("encoding");
        QJsonValue value = m_object.value(Payload);
        if (has(Encoding)) {
            if (text(Encoding) != QLatin1String("base64"))
                wrong(Encoding, "is unknown");
            return base64(text(Payload));
        }
        if (value.isUndefined())
            wrong(Payload, "is missing");
        else if (m_reading.mayBeDeep && nestingOf(value) > MaxPayloadNesting)
            wrong(Payload, "is nested too deeply");
        return Content(std::move(value));
    }

    void wrong(QLatin1String name, const char *how)
    {
        if (m_reading.wrong.isEmpty())
            m_reading.wrong = name + QLatin1Char(' ') + QLatin1String(how);
    }

private:
    [[nodiscard]] bool has(QLatin1String name) const
    {
        const QJsonValue value = m_object.value(name);
        return !value.isUndefined() && !value.isNull();
    }
    [[nodiscard]] Content base64(const QString &text)
    {
        // A character that no byte needs is passed over by Qt, and would be a byte for others.
        const qsizetype digits
            = text.size() - text.endsWith(QLatin1Char('=')) - text.endsWith(QLatin1String("=="));
        auto result = QByteArray::fromBase64Encoding(
            text.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!result || digits % 4 == 1)
            wrong(QLatin1String("payload"), "is not base64");
        return Content(std::move(result.decoded));
    }
    void wrong(QLatin1String name, const QJsonValue &value, const char *expected)
    {
        wrong(name,
              value.isUndefined() ? "is missing"
                                  : QByteArray(QByteArray("is not ") + expected).constData());
    }

    QJsonObject m_object;
    Reading &m_reading;
};

Hello readHello(Members &members)
{
    return {members.text(QLatin1String("producer")), members.textIfAny(QLatin1String("session")),
            members.cursorIfAny(QLatin1String("cursor")),
            members.objectIfAny(QLatin1String("profile"))};
}

ClientMessage readMessage(Members &members)
{
    return {members.text(QLatin1String("id")),
            members.integerIfAny(QLatin1String("number")).value_or(0), members.content()};
}

Welcome readWelcome(Members &members)
{
    return {members.textIfAny(QLatin1String("session")),
            members.flagIfAny(QLatin1String("resumed")),
            members.epoch(),
            members.integer(QLatin1String("head")),
            members.integerIfAny(QLatin1String("receivedThrough")),
            members.msIfAny(QLatin1String("heartbeat")).value_or(Duration(0)),
            qint64(members.integerIfAny(QLatin1String("maxMessageBytes")).value_or(0))};
}

ServerEvent readEvent(Members &members)
{
    ServerEvent event{members.integer(QLatin1String("id")), members.content()};
    if (event.id == 0)
        members.wrong(QLatin1String("id"), "is 0, and ids start at 1");
    return event;
}

SyncBatch readBatch(Members &members)
{
    const QJsonArray events = members.array(QLatin1String("events"));
    SyncBatch batch;
    batch.events.reserve(size_t(events.size()));
    for (const auto event : events) {
        if (!event.isObject())
            members.wrong(QLatin1String("events"), "has something that is not an object");
        Members inner = members.of(event.toObject());
        batch.events.push_back(readEvent(inner));
    }
    batch.more = members.flag(QLatin1String("more"));
    return batch;
}

Presence readPresence(Members &members)
{
    QJsonObject object = members.object();
    object.remove(QLatin1String("type"));
    return {std::move(object)};
}

Reject readReject(Members &members)
{
    return {members.integerIfAny(QLatin1String("number")).value_or(0),
            members.textIfAny(QLatin1String("reason")),
            members.msIfAny(QLatin1String("retryAfter"))};
}

Reset readReset(Members &members)
{
    const QString reason = members.text(QLatin1String("reason"));
    Reset reset;
    if (reason == QLatin1String("epoch-changed"))
        reset.reason = ResyncReason::EpochChanged;
    else if (reason == QLatin1String("cursor-ahead"))
        reset.reason = ResyncReason::CursorAhead;
    // Any other: whatever the reason is, the events will not come.
    reset.cursor = members.cursor(QLatin1String("head"));
    return reset;
}

Goodbye readGoodbye(Members &members)
{
    return {members.textIfAny(QLatin1String("reason")),
            members.msIfAny(QLatin1String("retryAfter")).value_or(Duration(0)),
            members.msIfAny(QLatin1String("spread"))};
}

template <typename AnyFrame> struct Row
{
    QLatin1String type;
    AnyFrame (*read)(Members &members);
};

//! Those that come often come first.
constexpr Row<ClientFrame> ClientRows[] = {
    {QLatin1String("message"), [](Members &m) -> ClientFrame { return readMessage(m); }},
    {QLatin1String("ping"),
     [](Members &m) -> ClientFrame { return Ping{m.integer(QLatin1String("at"))}; }},
    {QLatin1String("sync"),
     [](Members &m) -> ClientFrame { return Sync{m.cursor(QLatin1String("lastEventId"))}; }},
    {QLatin1String("hello"), [](Members &m) -> ClientFrame { return readHello(m); }},
};

constexpr Row<ServerFrame> ServerRows[] = {
    {QLatin1String("event"), [](Members &m) -> ServerFrame { return readEvent(m); }},
    {QLatin1String("ack"),
     [](Members &m) -> ServerFrame { return Ack{m.integer(QLatin1String("through"))}; }},
    {QLatin1String("sync-batch"), [](Members &m) -> ServerFrame { return readBatch(m); }},
    {QLatin1String("pong"),
     [](Members &m) -> ServerFrame { return Pong{m.integer(QLatin1String("at"))}; }},
    {QLatin1String("presence"), [](Members &m) -> ServerFrame { return readPresence(m); }},
    {QLatin1String("reject"), [](Members &m) -> ServerFrame { return readReject(m); }},
    {QLatin1String("welcome"), [](Members &m) -> ServerFrame { return readWelcome(m); }},
    {QLatin1String("reset"), [](Members &m) -> ServerFrame { return readReset(m); }},
    {QLatin1String("goodbye"), [](Members &m) -> ServerFrame { return readGoodbye(m); }},
};

//! Only what has so many brackets can nest so deep; few frames have.
bool mayBeDeep(const QByteArray &json)
{
    return json.size() > MaxPayloadNesting
        && std::count_if(json.begin(), json.end(), [](char c) { return c == '[' || c == '{'; })
        > MaxPayloadNesting;
}

template <typename AnyFrame, size_t Count>
AnyFrame parse(QStringView text, const Row<AnyFrame> (&rows)[Count])
{
    const QByteArray json = text.toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Malformed{QLatin1String("not JSON: ") + error.errorString()};
    if (!document.isObject())
        return Malformed{QStringLiteral("not an object")};

    Reading reading{.mayBeDeep = mayBeDeep(json)};
    Members members(document.object(), reading);
    const QString type = members.text(QLatin1String("type"));
    if (!reading.wrong.isEmpty())
        return Malformed{reading.wrong};
    const auto row = std::find_if(std::begin(rows), std::end(rows),
                                  [&](const Row<AnyFrame> &r) { return r.type == type; });
    if (row == std::end(rows))
        return Unknown{type};
    AnyFrame frame = row->read(members);
    if (!reading.wrong.isEmpty())
        return Malformed{type + QLatin1String(": ") + reading.wrong};
    return frame;
}

} // namespace

ClientFrame parseClientFrame(QStringView text) { return parse(text, ClientRows); }

ServerFrame parseServerFrame(QStringView text) { return parse(text, ServerRows); }

} // namespace Holdfast::Envelope
