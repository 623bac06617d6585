// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "envelope.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qstringlist.h>

#include <random>

namespace Holdfast::Testing {

//! Makes frames: right ones, nearly right ones, and things that were never frames. The same ones
//! for the same seed.
class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] quint64 below(quint64 bound) { return m_random() % bound; }
    [[nodiscard]] bool oneIn(quint64 n) { return below(n) == 0; }

    //! Anything that may come over a wire.
    [[nodiscard]] QString anything()
    {
        switch (below(12)) {
        case 0:
            return garbage();
        case 1:
            return deep();
        case 2:
            return QString::fromUtf8(Envelope::compactJson(value(4)));
        case 3:
        case 4:
        case 5:
            return oneIn(2) ? clientFrame() : serverFrame();
        default:
            break;
        }
        QString text = oneIn(2) ? clientFrame() : serverFrame();
        for (quint64 changes = 1 + below(3); changes > 0; --changes)
            mutate(text);
        return text;
    }

    //! What a server might say to a client that stands there; mostly it is right.
    [[nodiscard]] QString plausible(bool welcomed, const Cursor &cursor, quint64 sentThrough)
    {
        using namespace Envelope;
        const QString epoch = cursor.epoch.isEmpty() || oneIn(40) ? name() : cursor.epoch;
        const quint64 next = std::min(cursor.eventId + 1, MaxInteger);
        if (welcomed ? oneIn(100) : !oneIn(10))
            return toText(welcome(epoch, near(next)));
        switch (below(14)) {
        case 0:
        case 1:
        case 2: {
            std::vector<QString> members;
            quint64 id = next - std::min(next - 1, below(3));
            for (quint64 count = below(6); count > 0; --count) {
                members.push_back(membersOf({std::min(id, MaxInteger), Content(value(1))}));
                id += oneIn(20) ? below(5) : 1;
            }
            return batchText(members, oneIn(3));
        }
        case 3:
            return toText(Ack{sentThrough - std::min(sentThrough, below(4))});
        case 4:
            return toText(Reject{sentThrough - std::min(sentThrough, below(4)), name(),
                                 oneIn(2) ? std::optional(Duration(below(5000))) : std::nullopt});
        case 5:
            return oneIn(5) ? toText(Reset{reason(), {epoch, near(next)}}) : toText(Pong{below(5)});
        case 6:
            return oneIn(20) ? serverFrame() : toText(Pong{1 + below(3)});
        default:
            return toText(ServerEvent{oneIn(10) ? std::max<quint64>(near(next), 1) : next,
                                      Content(value(1))});
        }
    }

private:
    [[nodiscard]] QString clientFrame()
    {
        using namespace Envelope;
        switch (below(4)) {
        case 0:
            return toText(Hello{name(), name(),
                                oneIn(2) ? std::optional(Cursor{name(), integer()}) : std::nullopt,
                                object(2)});
        case 1:
            return toText(Sync{{name(), integer()}});
        case 2:
            return toText(Ping{integer()});
        default:
            return toText(ClientMessage{oneIn(2) ? name() : u"p-" + QString::number(integer()),
                                        integer(), content()});
        }
    }
    [[nodiscard]] QString serverFrame()
    {
        using namespace Envelope;
        switch (below(9)) {
        case 0:
            return toText(welcome(name(), integer()));
        case 1: {
            std::vector<QString> members;
            for (quint64 count = below(4); count > 0; --count)
                members.push_back(membersOf({integer(), content()}));
            return batchText(members, oneIn(2));
        }
        case 2:
            return toText(Presence{object(2)});
        case 3:
            return toText(Ack{integer()});
        case 4:
            return toText(Reject{integer(), name(), duration()});
        case 5:
            return toText(Reset{reason(), {name(), integer()}});
        case 6:
            return toText(Pong{integer()});
        case 7:
            return toText(Goodbye{name(), duration().value_or(Duration(0)), duration()});
        default:
            return toText(ServerEvent{integer(), content()});
        }
    }
    [[nodiscard]] Envelope::Welcome welcome(const QString &epoch, quint64 head)
    {
        return {name(),
                oneIn(2),
                epoch,
                head,
                oneIn(2) ? std::optional(integer()) : std::nullopt,
                duration().value_or(Duration(0)),
                qint64(oneIn(2) ? integer() : 0)};
    }
    [[nodiscard]] ResyncReason reason() { return static_cast<ResyncReason>(below(3)); }
    [[nodiscard]] std::optional<Duration> duration()
    {
        return oneIn(2) ? std::optional(Duration(qint64(integer()))) : std::nullopt;
    }
    [[nodiscard]] quint64 near(quint64 number)
    {
        const quint64 wanted = number + below(8);
        return oneIn(50) ? integer()
                         : std::min(wanted - std::min<quint64>(wanted, 4), Envelope::MaxInteger);
    }
    [[nodiscard]] quint64 integer()
    {
        switch (below(6)) {
        case 0:
            return Envelope::MaxInteger - below(3);
        case 1:
            return m_random() & Envelope::MaxInteger;
        default:
            return below(20);
        }
    }
    [[nodiscard]] QString name()
    {
        static const QStringList Names{QStringLiteral("e"), QStringLiteral("f"),
                                       QStringLiteral("s"), QString()};
        return oneIn(3) ? text(12) : Names[qsizetype(below(4))];
    }
    //! Also with halves of characters, quotation marks and what else is awkward.
    [[nodiscard]] QString text(quint64 most)
    {
        static constexpr char16_t Awkward[] = {u'"',  u'\\',  u'\n',  0,      0x1f,   0x7f, 0x80,
                                               0x7ff, 0x2028, 0xd83d, 0xde00, 0xffff, u'{', u'['};
        QString text;
        for (quint64 count = below(most + 1); count > 0; --count) {
            text += QChar(oneIn(3) ? Awkward[below(std::size(Awkward))]
                                   : char16_t(oneIn(8) ? below(0x10000) : u'a' + below(26)));
        }
        return text;
    }
    [[nodiscard]] Envelope::Content content()
    {
        if (!oneIn(3))
            return Envelope::Content(value(3));
        QByteArray bytes;
        for (quint64 count = below(20); count > 0; --count)
            bytes += char(below(256));
        return Envelope::Content(bytes);
    }
    //! Often one that is there already; empty, but never null: at that QJsonObject of 6.8 crashes.
    [[nodiscard]] QString key()
    {
        const QString key = oneIn(3) ? text(5) : QString(QChar(char16_t(u'a' + below(4))));
        return key.isNull() ? QStringLiteral("") : key;
    }
    [[nodiscard]] QJsonObject object(int depth)
    {
        QJsonObject object;
        for (quint64 count = below(4); count > 0; --count)
            object.insert(key(), value(depth - 1));
        return object;
    }
    [[nodiscard]] QJsonValue value(int depth)
    {
        switch (below(depth > 0 ? 9 : 7)) {
        case 0:
            return QJsonValue();
        case 1:
            return oneIn(2);
        case 2:
            return qint64(integer()) * (oneIn(2) ? 1 : -1);
        case 3:
            return double(m_random()) / double(1 + below(1000)) * (oneIn(2) ? 1e-200 : 1e200);
        case 7: {
            QJsonArray array;
            for (quint64 count = below(4); count > 0; --count)
                array.append(value(depth - 1));
            return array;
        }
        case 8:
            return object(depth);
        default:
            return text(20);
        }
    }

    void mutate(QString &text)
    {
        static const QStringList Pieces{QStringLiteral("null"),
                                        QStringLiteral("-1"),
                                        QStringLiteral("0"),
                                        QStringLiteral("9007199254740992"),
                                        QStringLiteral("1e999"),
                                        QStringLiteral("1e15"),
                                        QStringLiteral("0.5"),
                                        QStringLiteral("123456789012345678901234567890"),
                                        QStringLiteral("{"),
                                        QStringLiteral("}"),
                                        QStringLiteral("["),
                                        QStringLiteral("]"),
                                        QStringLiteral("\""),
                                        QStringLiteral("\\"),
                                        QStringLiteral("\\ud800"),
                                        QStringLiteral("\\u0000"),
                                        QStringLiteral(","),
                                        QStringLiteral(":"),
                                        QStringLiteral("true"),
                                        QStringLiteral("\"type\""),
                                        QStringLiteral("\"type\":\"event\","),
                                        QStringLiteral("\"encoding\":\"base64\","),
                                        QStringLiteral("\"id\":0,"),
                                        QStringLiteral("\"\""),
                                        QStringLiteral("[{}]"),
                                        QStringLiteral("\"event\""),
                                        QStringLiteral("\"message\"")};
        const qsizetype at = qsizetype(below(quint64(text.size() + 1)));
        const qsizetype length = qsizetype(below(oneIn(4) ? 40 : 4));
        switch (below(7)) {
        case 0:
            text.remove(at, length);
            break;
        case 1:
            text.insert(at, text.mid(qsizetype(below(quint64(text.size() + 1))), length));
            break;
        case 2:
            text.truncate(at);
            break;
        case 3:
            text.insert(at, QChar(char16_t(below(oneIn(2) ? 0x80 : 0x10000))));
            break;
        case 4:
            replaceNumber(text, at, Pieces[qsizetype(below(8))]);
            break;
        case 5:
            text.insert(at, deep());
            break;
        default:
            text.replace(at, length, Pieces[qsizetype(below(quint64(Pieces.size())))]);
            break;
        }
    }
    //! The first number from there on.
    static void replaceNumber(QString &text, qsizetype from, const QString &number)
    {
        while (from < text.size() && !text[from].isDigit())
            ++from;
        qsizetype end = from;
        while (end < text.size() && text[end].isDigit())
            ++end;
        text.replace(from, end - from, number);
    }
    [[nodiscard]] QString deep()
    {
        const qsizetype levels = qsizetype(oneIn(200) ? 100'000 : below(oneIn(4) ? 1200 : 12));
        switch (below(3)) {
        case 0:
            return QString(levels, u'[');
        case 1:
            return QString(levels, u'[') + QString(levels, u']');
        default:
            return QStringLiteral(R"({"a":)").repeated(levels) + u'1' + QString(levels, u'}');
        }
    }
    [[nodiscard]] QString garbage()
    {
        QByteArray bytes;
        for (quint64 count = below(200); count > 0; --count)
            bytes += char(below(256));
        return oneIn(2) ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
    }

    std::mt19937_64 m_random;
};

} // namespace Holdfast::Testing
