// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "busmessage.h"

#include <QtCore/qendian.h>

namespace Holdfast {

namespace {

constexpr qsizetype FixedSize = 16; // up to and with the length of the header fields
constexpr quint32 LargestMessage = 4 << 20;
constexpr char ProtocolVersion = 1;

enum Flag : quint8 { NoAnswerExpected = 1, NoAutoStart = 2 };
enum Field : quint8 {
    Path = 1,
    Interface,
    Member,
    ErrorName,
    AnswerSerial,
    Destination,
    Sender,
    Signature
};

class Writer
{
public:
    void align(qsizetype to) { bytes.append(-bytes.size() & (to - 1), '\0'); }
    void number(quint32 value)
    {
        align(4);
        value = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    void text(const QByteArray &value)
    {
        number(static_cast<quint32>(value.size()));
        bytes.append(value).append('\0');
    }
    void signature(const QByteArray &value)
    {
        bytes.append(static_cast<char>(value.size())).append(value).append('\0');
    }
    //! Begins a header field: a structure of a code and a variant.
    void field(Field code, const char *type)
    {
        align(8);
        bytes.append(static_cast<char>(code));
        signature(type);
    }
    void field(Field code, const char *type, const QByteArray &value)
    {
        if (value.isEmpty())
            return;
        field(code, type);
        text(value);
    }

    QByteArray bytes;
};

//! Never reads beyond the end: what is not there is 0, empty, and not ok.
class Reader
{
public:
    Reader(const QByteArray &bytes, bool isBigEndian)
        : m_bytes(bytes)
        , m_isBigEndian(isBigEndian)
    {
    }

    [[nodiscard]] bool isOk() const { return m_ok; }
    [[nodiscard]] qsizetype at() const { return m_at; }
    void moveTo(qsizetype at) { m_at = at; }
    void align(qsizetype to) { m_at += -m_at & (to - 1); }
    quint8 byte()
    {
        const char *found = take(1);
        return found ? static_cast<quint8>(*found) : 0;
    }
    quint32 number()
    {
        align(4);
        const char *found = take(4);
        if (!found)
            return 0;
        return m_isBigEndian ? qFromBigEndian<quint32>(found) : qFromLittleEndian<quint32>(found);
    }
    QByteArray text()
    {
        const quint32 size = number();
        // Before it becomes a qsizetype, which may have no more bits than that.
        m_ok = m_ok && size < LargestMessage;
        return m_ok ? ended(static_cast<qsizetype>(size)) : QByteArray();
    }
    QByteArray signature() { return ended(byte()); }

private:
    const char *take(qsizetype size)
    {
        m_ok = m_ok && m_at <= m_bytes.size() && size <= m_bytes.size() - m_at;
        if (!m_ok)
            return nullptr;
        m_at += size;
        return m_bytes.constData() + (m_at - size);
    }
    QByteArray ended(qsizetype size)
    {
        const char *found = take(size + 1); // with its NUL
        m_ok = m_ok && found[size] == '\0';
        return m_ok ? QByteArray(found, size) : QByteArray();
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    const bool m_isBigEndian;
    bool m_ok = true;
};

//! Reads the variant of one header field into its place.
bool readField(Reader &reader, BusMessage &message)
{
    const quint8 code = reader.byte();
    const QByteArray type = reader.signature();
    if (type == "u") {
        const quint32 number = reader.number();
        if (code == AnswerSerial)
            message.answerTo = number;
        return reader.isOk();
    }
    QByteArray text;
    if (type == "s" || type == "o")
        text = reader.text();
    else if (type == "g")
        text = reader.signature();
    else
        return false; // no field has another type
    switch (code) {
    case Path:
        message.path = text;
        break;
    case Interface:
        message.interface = text;
        break;
    case Member:
        message.member = text;
        break;
    case ErrorName:
        message.error = text;
        break;
    case Destination:
        message.destination = text;
        break;
    case Signature:
        message.signature = text;
        break;
    default: // the sender, and what later versions may add
        break;
    }
    return reader.isOk();
}

} // namespace

void BusMessage::setText(const QByteArray &text)
{
    Writer writer;
    writer.text(text);
    signature = "s";
    body = writer.bytes;
}

std::optional<bool> BusMessage::truth() const
{
    if (signature != "b")
        return std::nullopt;
    Reader reader(body, isBigEndian);
    const quint32 value = reader.number();
    return reader.isOk() ? std::optional(value != 0) : std::nullopt;
}

QByteArray BusMessage::toWire() const
{
    Writer fields;
    fields.field(Path, "o", path);
    fields.field(Interface, "s", interface);
    fields.field(Member, "s", member);
    fields.field(ErrorName, "s", error);
    fields.field(Destination, "s", destination);
    if (answerTo != 0) {
        fields.field(AnswerSerial, "u");
        fields.number(answerTo);
    }
    if (!signature.isEmpty()) {
        fields.field(Signature, "g");
        fields.signature(signature);
    }
    Writer writer;
    writer.bytes.append('l').append(static_cast<char>(type));
    writer.bytes.append(static_cast<char>(NoAutoStart | (wantsAnswer ? 0 : NoAnswerExpected)));
    writer.bytes.append(ProtocolVersion);
    writer.number(static_cast<quint32>(body.size()));
    writer.number(serial);
    writer.number(static_cast<quint32>(fields.bytes.size()));
    writer.bytes.append(fields.bytes); // aligned there as here: the fixed part is 16 bytes long
    writer.align(8);
    return writer.bytes + body;
}

std::optional<qsizetype> BusMessage::sizeOnWire(const QByteArray &beginning)
{
    if (beginning.size() < FixedSize)
        return 0;
    const char order = beginning.at(0);
    if ((order != 'l' && order != 'B') || beginning.at(3) != ProtocolVersion)
        return std::nullopt;
    Reader reader(beginning, order == 'B');
    reader.moveTo(4);
    const quint32 bodySize = reader.number();
    reader.moveTo(12);
    const quint32 fieldsSize = reader.number();
    if (bodySize > LargestMessage || fieldsSize > LargestMessage)
        return std::nullopt;
    reader.moveTo(FixedSize + fieldsSize);
    reader.align(8);
    return reader.at() + bodySize;
}

std::optional<BusMessage> BusMessage::fromWire(const QByteArray &bytes)
{
    const std::optional<qsizetype> size = sizeOnWire(bytes);
    if (!size || *size == 0 || *size != bytes.size())
        return std::nullopt;
    BusMessage message;
    message.isBigEndian = bytes.at(0) == 'B';
    Reader reader(bytes, message.isBigEndian);
    reader.moveTo(1);
    message.type = static_cast<Type>(qMin<quint8>(reader.byte(), 5));
    message.wantsAnswer = !(reader.byte() & NoAnswerExpected);
    reader.moveTo(4);
    const quint32 bodySize = reader.number();
    message.serial = reader.number();
    const qsizetype fieldsEnd = FixedSize + reader.number();
    while (reader.at() < fieldsEnd) {
        reader.align(8);
        if (!readField(reader, message))
            return std::nullopt;
    }
    if (reader.at() != fieldsEnd || message.serial == 0 || message.type == Type::Invalid)
        return std::nullopt;
    message.body = bytes.right(bodySize);
    return message;
}

} // namespace Holdfast
