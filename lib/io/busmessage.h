// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>

#include <optional>

namespace Holdfast {

//! A message of D-Bus: as much of it as we say and need to hear (D-Bus Specification, "Message
//! Protocol").
struct BusMessage
{
    enum class Type : quint8 { Invalid, Call, Answer, Error, Signal }; // as on the wire

    Type type = Type::Invalid;
    bool wantsAnswer = true;
    quint32 serial = 0; //!< the sender's number for it, never 0
    quint32 answerTo = 0; //!< the serial of the call
    QByteArray destination, path, interface, member;
    QByteArray error; //!< the error's name
    QByteArray signature; //!< what the body is
    QByteArray body;
    bool isBigEndian = false; //!< the body is, as its sender's machine

    //! What we write: a body that is one string.
    void setText(const QByteArray &text);
    //! What we read: a body that is one boolean.
    [[nodiscard]] std::optional<bool> truth() const;

    [[nodiscard]] QByteArray toWire() const;
    //! Reads one whole message; nullopt if it is none.
    [[nodiscard]] static std::optional<BusMessage> fromWire(const QByteArray &bytes);
    //! The size of the message that begins so: 0 if that cannot be told yet, nullopt if it is none
    //! or larger than anything that we asked for.
    [[nodiscard]] static std::optional<qsizetype> sizeOnWire(const QByteArray &beginning);

    bool operator==(const BusMessage &) const = default;
};

} // namespace Holdfast
