// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "cborreader.h"

#include <limits>

namespace Holdfast {

namespace {

// RFC 8949 §3.3
constexpr quint64 False = 20;
constexpr quint64 True = 21;
constexpr quint8 Null = 0xF6;

} // namespace

quint64 CborReader::fail()
{
    m_ok = false;
    m_rest = {};
    return 0;
}

bool CborReader::nextIs(Type type) const
{
    return !m_rest.isEmpty() && quint8(m_rest.front()) >> 5 == type;
}

//! The number, length or count that an item begins with.
quint64 CborReader::readHead(Type type)
{
    if (!nextIs(type))
        return fail();
    const quint8 hint = quint8(m_rest.front()) & 0x1F;
    if (hint < 24) {
        m_rest = m_rest.sliced(1);
        return hint;
    }
    const qsizetype size = qsizetype(1) << (hint - 24);
    if (hint > 27 || m_rest.size() < 1 + size) // 31 is "until further notice", which we never write
        return fail();
    quint64 value = 0;
    for (qsizetype i = 1; i <= size; ++i)
        value = value << 8 | quint8(m_rest[i]);
    m_rest = m_rest.sliced(1 + size);
    return value;
}

quint64 CborReader::readUnsigned() { return readHead(Unsigned); }

qint64 CborReader::readInteger()
{
    const bool negative = nextIs(Negative);
    const quint64 value = readHead(negative ? Negative : Unsigned);
    if (value > quint64(std::numeric_limits<qint64>::max()))
        return qint64(fail());
    return negative ? -1 - qint64(value) : qint64(value);
}

QByteArrayView CborReader::readString(Type type)
{
    const quint64 length = readHead(type);
    if (length > quint64(m_rest.size())) {
        fail();
        return {};
    }
    const QByteArrayView string = m_rest.first(qsizetype(length));
    m_rest = m_rest.sliced(qsizetype(length));
    return string;
}

QByteArray CborReader::readBytes() { return readString(Bytes).toByteArray(); }

QString CborReader::readText() { return QString::fromUtf8(readString(Text)); }

bool CborReader::readBool()
{
    const quint64 value = readHead(Simple);
    if (value != False && value != True)
        fail();
    return value == True;
}

bool CborReader::skipNull()
{
    if (m_rest.isEmpty() || quint8(m_rest.front()) != Null)
        return false;
    m_rest = m_rest.sliced(1);
    return true;
}

quint64 CborReader::readArray()
{
    const quint64 count = readHead(Array);
    return count <= quint64(m_rest.size()) ? count : fail(); // each item takes a byte at least
}

} // namespace Holdfast
