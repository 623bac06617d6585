// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

namespace Holdfast {

//! Reads CBOR (RFC 8949) item by item, as QCborStreamWriter writes it: every length is given.
//!
//! It believes nothing: not a length, not a count, not a type. QCborValue of Qt 6.4 crashes on
//! some bytes, and asks for as much memory as others say. After the first item that is not what
//! was asked for, everything is empty or 0, and ok() says so.
class CborReader
{
public:
    //! \a bytes must outlive the reader.
    explicit CborReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool ok() const { return m_ok; }
    //! What was not read yet.
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

    enum Type : quint8 { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };
    [[nodiscard]] bool nextIs(Type type) const;

    [[nodiscard]] quint64 readUnsigned();
    [[nodiscard]] qint64 readInteger();
    [[nodiscard]] QByteArray readBytes();
    [[nodiscard]] QString readText();
    [[nodiscard]] bool readBool();
    //! Whether it was null, which is then behind us.
    [[nodiscard]] bool skipNull();
    //! The number of items, which come next.
    [[nodiscard]] quint64 readArray();

private:
    [[nodiscard]] quint64 readHead(Type type);
    [[nodiscard]] QByteArrayView readString(Type type);
    quint64 fail();

    QByteArrayView m_rest;
    bool m_ok = true;
};

} // namespace Holdfast
