// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelope.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>

#include <algorithm>
#include <charconv>

// Frames are put together as text: a hub writes tens of thousands a second, and building a
// QJsonObject first costs several times as much.

namespace Holdfast::Envelope {

namespace {

//! `\u` and four digits.
void appendEscaped(QString &text, char16_t unit)
{
    static constexpr char Digits[] = "0123456789abcdef";
    text += QLatin1String("\\u");
    for (int shift = 12; shift >= 0; shift -= 4)
        text += QLatin1Char(Digits[(unit >> shift) & 0xf]);
}

//! Whether the unit at \a at is half of a character, without the other half.
bool isLone(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    return text[at].isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

//! As a JSON string (RFC 8259 §7). Lone surrogates are escaped, because as UTF-8 they would be
//! lost.
void appendQuoted(QString &text, QStringView string)
{
    text += QLatin1Char('"');
    qsizetype done = 0;
    for (qsizetype at = 0; at < string.size(); ++at) {
        const char16_t unit = string[at].unicode();
        const bool isMark = unit == u'"' || unit == u'\\';
        if (unit >= 0x20 && !isMark && (unit < 0xd800 || unit > 0xdfff || !isLone(string, at)))
            continue;
        text += string.mid(done, at - done);
        done = at + 1;
        if (isMark)
            (text += QLatin1Char('\\')) += QChar(unit);
        else if (unit == u'\n')
            text += QLatin1String("\\n");
        else
            appendEscaped(text, unit);
    }
    text += string.mid(done);
    text += QLatin1Char('"');
}

void appendNumber(QString &text, quint64 number)
{
    Q_ASSERT(number <= MaxInteger);
    char digits[20];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    text += QLatin1String(digits, end - digits);
}

//! Members of an object, with a comma after each.
class Members
{
public:
    explicit Members(qsizetype room) { m_text.reserve(room); }
    //! A frame: it begins with its type.
    explicit Members(QLatin1String type, qsizetype room = 96)
        : Members(room)
    {
        m_text += QLatin1String("{\"type\":\"") + type + QLatin1String("\",");
    }

    Members &raw(QLatin1String name, QStringView json)
    {
        begin(name) += json;
        return end();
    }
    Members &raw(QLatin1String name, const QByteArray &json)
    {
        return raw(name, QString::fromUtf8(json));
    }
    Members &text(QLatin1String name, QStringView string)
    {
        appendQuoted(begin(name), string);
        return end();
    }
    Members &number(QLatin1String name, quint64 number)
    {
        appendNumber(begin(name), number);
        return end();
    }
    Members &ms(QLatin1String name, Duration duration)
    {
        return number(name, quint64(std::max<qint64>(duration.count(), 0)));
    }
    Members &flag(QLatin1String name, bool flag)
    {
        begin(name) += flag ? QLatin1String("true") : QLatin1String("false");
        return end();
    }
    Members &null(QLatin1String name)
    {
        begin(name) += QLatin1String("null");
        return end();
    }
    Members &payload(const Content &content)
    {
        static constexpr QLatin1String Name("payload");
        if (content.isBytes()) {
            text(QLatin1String("encoding"), u"base64");
            begin(Name) += QLatin1Char('"') + QString::fromLatin1(content.bytes().toBase64())
                + QLatin1Char('"');
            return end();
        }
        if (content.value().isString())
            return text(Name, content.value().toString());
        return raw(Name, compactJson(content.value()));
    }

    //! Without the last comma.
    [[nodiscard]] QString members()
    {
        m_text.chop(1);
        return std::move(m_text);
    }
    //! The frame.
    [[nodiscard]] QString frame()
    {
        m_text.back() = QLatin1Char('}');
        return std::move(m_text);
    }

private:
    QString &begin(QLatin1String name)
    {
        return m_text += QLatin1Char('"') + name + QLatin1String("\":");
    }
    Members &end()
    {
        m_text += QLatin1Char(',');
        return *this;
    }

    QString m_text;
};

constexpr QLatin1String ReasonNames[]
    = {QLatin1String("history-trimmed"), QLatin1String("epoch-changed"),
       QLatin1String("cursor-ahead")};

//! Room for a payload and some members.
qsizetype roomFor(const Content &content)
{
    return 160 + (content.isBytes() ? content.bytes().size() * 4 / 3 : 0);
}

} // namespace

QString toText(const Hello &frame)
{
    Members members(QLatin1String("hello"), 320);
    members.text(QLatin1String("producer"), frame.producer);
    if (frame.session.isEmpty())
        members.null(QLatin1String("session"));
    else
        members.text(QLatin1String("session"), frame.session);
    if (frame.cursor && !frame.cursor->epoch.isEmpty()) {
        QString cursor = Members(0)
                             .text(QLatin1String("epoch"), frame.cursor->epoch)
                             .number(QLatin1String("lastEventId"), frame.cursor->eventId)
                             .members();
        members.raw(QLatin1String("cursor"), QString(QLatin1Char('{') + cursor + QLatin1Char('}')));
    } else {
        members.null(QLatin1String("cursor"));
    }
    members.raw(QLatin1String("profile"), compactJson(frame.profile));
    return members.frame();
}

QString toText(const ClientMessage &frame)
{
    Members members(QLatin1String("message"), roomFor(frame.content));
    members.text(QLatin1String("id"), frame.key);
    if (frame.number != 0)
        members.number(QLatin1String("number"), frame.number);
    return members.payload(frame.content).frame();
}

QString toText(const Sync &frame)
{
    return Members(QLatin1String("sync"))
        .text(QLatin1String("epoch"), frame.cursor.epoch)
        .number(QLatin1String("lastEventId"), frame.cursor.eventId)
        .frame();
}

QString toText(const Ping &frame)
{
    return Members(QLatin1String("ping")).number(QLatin1String("at"), frame.at).frame();
}

QString toText(const Welcome &frame)
{
    Members members(QLatin1String("welcome"), 256);
    members.text(QLatin1String("session"), frame.session)
        .flag(QLatin1String("resumed"), frame.resumed)
        .text(QLatin1String("epoch"), frame.epoch)
        .number(QLatin1String("head"), frame.head);
    if (frame.receivedThrough)
        members.number(QLatin1String("receivedThrough"), *frame.receivedThrough);
    else
        members.null(QLatin1String("receivedThrough"));
    return members.ms(QLatin1String("heartbeat"), frame.heartbeat)
        .number(QLatin1String("maxMessageBytes"),
                quint64(std::max<qint64>(frame.maxMessageBytes, 0)))
        .frame();
}

QString toText(const ServerEvent &frame) { return eventText(membersOf(frame)); }

QString toText(const Presence &frame)
{
    QJsonObject object = frame.object;
    object.remove(QLatin1String("type"));
    const QByteArray json = compactJson(object);
    if (object.isEmpty())
        return QStringLiteral(R"({"type":"presence"})");
    return QLatin1String(R"({"type":"presence",)") + QString::fromUtf8(json).mid(1);
}

QString toText(const Ack &frame)
{
    return Members(QLatin1String("ack")).number(QLatin1String("through"), frame.through).frame();
}

QString toText(const Reject &frame)
{
    Members members(QLatin1String("reject"), 128 + frame.reason.size());
    if (frame.number != 0)
        members.number(QLatin1String("number"), frame.number);
    members.text(QLatin1String("reason"), frame.reason);
    if (frame.retryAfter)
        members.ms(QLatin1String("retryAfter"), *frame.retryAfter);
    return members.frame();
}

QString toText(const Reset &frame)
{
    return Members(QLatin1String("reset"), 128)
        .text(QLatin1String("reason"), QString(ReasonNames[static_cast<int>(frame.reason)]))
        .text(QLatin1String("epoch"), frame.cursor.epoch)
        .number(QLatin1String("head"), frame.cursor.eventId)
        .frame();
}

QString toText(const Pong &frame)
{
    return Members(QLatin1String("pong")).number(QLatin1String("at"), frame.at).frame();
}

QString toText(const Goodbye &frame)
{
    Members members(QLatin1String("goodbye"), 128);
    members.text(QLatin1String("reason"), frame.reason)
        .ms(QLatin1String("retryAfter"), frame.retryAfter);
    if (frame.spread)
        members.ms(QLatin1String("spread"), *frame.spread);
    return members.frame();
}

QString membersOf(const ServerEvent &event)
{
    return Members(roomFor(event.content))
        .number(QLatin1String("id"), event.id)
        .payload(event.content)
        .members();
}

QString eventText(QStringView members)
{
    return QLatin1String(R"({"type":"event",)") + members + QLatin1Char('}');
}

QString batchText(const std::vector<QString> &members, bool more)
{
    qsizetype room = 64;
    for (const QString &event : members)
        room += event.size() + 3;
    QString text;
    text.reserve(room);
    text += QLatin1String(R"({"type":"sync-batch","events":[)");
    for (const QString &event : members)
        text += QLatin1Char('{') + event + QLatin1String("},");
    if (!members.empty())
        text.chop(1);
    text += more ? QLatin1String("],\"more\":true}") : QLatin1String("],\"more\":false}");
    return text;
}

} // namespace Holdfast::Envelope
