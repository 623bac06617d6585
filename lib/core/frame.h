// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qstring.h>

#include <utility>
#include <variant>

namespace Holdfast {

//! The number of bytes that \a text takes as UTF-8.
[[nodiscard]] inline qint64 utf8Size(QStringView text) noexcept
{
    qint64 bytes = 0;
    for (const QChar c : text) {
        // Each half of a surrogate pair counts two of the pair's four bytes.
        bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    }
    return bytes;
}

//! What the application sends or gets: text or bytes. Text stays a QString, as QWebSocket takes it.
class Payload
{
public:
    Payload() = default;
    Payload(QString text)
        : m_content(std::move(text))
    {
    }
    Payload(QByteArray bytes)
        : m_content(std::move(bytes))
    {
    }

    //! Text, and no bytes.
    [[nodiscard]] bool isText() const { return std::holds_alternative<QString>(m_content); }
    //! The text; empty if these are bytes.
    [[nodiscard]] QString text() const
    {
        return isText() ? std::get<QString>(m_content) : QString();
    }
    //! The bytes; text as UTF-8.
    [[nodiscard]] QByteArray bytes() const
    {
        return isText() ? std::get<QString>(m_content).toUtf8() : std::get<QByteArray>(m_content);
    }
    //! Bytes on the wire, without the frame's header.
    [[nodiscard]] qint64 byteCount() const
    {
        return isText() ? utf8Size(std::get<QString>(m_content))
                        : std::get<QByteArray>(m_content).size();
    }

    bool operator==(const Payload &) const = default;

private:
    std::variant<QString, QByteArray> m_content;
};

//! What the wire carries (RFC 6455 §5.2), fragments joined. Close frames are the transport's
//! business.
struct Frame
{
    //! Those of RFC 6455 §5.6 and §5.5.2.
    enum class Kind : quint8 {
        Text, //!< a message of text
        Binary, //!< a message of bytes
        Ping, //!< to be answered
        Pong, //!< the answer, with the ping's payload
    };

    Kind kind = Kind::Text; //!< what it is
    Payload payload; //!< what it carries; of Ping and Pong: bytes

    //! Text or Binary, as the payload is.
    [[nodiscard]] static Frame data(Payload payload)
    {
        const Kind kind = payload.isText() ? Kind::Text : Kind::Binary;
        return {kind, std::move(payload)};
    }
    //! A frame of that kind.
    [[nodiscard]] static Frame text(QString text) { return {Kind::Text, Payload(std::move(text))}; }
    [[nodiscard]] static Frame binary(QByteArray bytes)
    {
        return {Kind::Binary, Payload(std::move(bytes))};
    }
    //! At most 125 bytes (RFC 6455 §5.5).
    [[nodiscard]] static Frame ping(QByteArray bytes)
    {
        return {Kind::Ping, Payload(std::move(bytes))};
    }
    [[nodiscard]] static Frame pong(QByteArray bytes)
    {
        return {Kind::Pong, Payload(std::move(bytes))};
    }

    //! Text or Binary: something for the application, or the protocol.
    [[nodiscard]] bool isData() const { return kind == Kind::Text || kind == Kind::Binary; }

    bool operator==(const Frame &) const = default;
};

} // namespace Holdfast
