// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cursor.h"
#include "frame.h"
#include "holdfastglobal.h"
#include "instant.h"
#include "resyncreason.h"

#include <QtCore/qjsonobject.h>
#include <QtCore/qjsonvalue.h>
#include <QtCore/qstring.h>
#include <QtCore/qvariant.h>

#include <optional>
#include <variant>
#include <vector>

//! The wire format `holdfast.v1.json` as structs, for both ends: lib/hub/PROTOCOL.md says what they
//! mean. Strict in what is written, tolerant in what is read: unknown members are ignored, unknown
//! types come as Unknown. What does not parse says why.
namespace Holdfast::Envelope {

//! The name in the handshake.
inline constexpr QLatin1String Subprotocol("holdfast.v1.json");
//! Integers on the wire are JSON numbers, which are exact up to here.
inline constexpr quint64 MaxInteger = (quint64(1) << 53) - 1;
//! A batch has at most so many events, and bytes.
inline constexpr int MaxBatchEvents = 256;
inline constexpr qint64 MaxBatchBytes = 1024LL * 1024;
//! A payload nests at most so deep, so that what one end could read the other can, too, when it
//! comes back inside a batch (QJsonDocument reads 1024 levels). Deeper ones are Malformed.
inline constexpr int MaxPayloadNesting = 512;

//! What a message or an event carries: any JSON value, or bytes (on the wire: base64).
class HOLDFAST_EXPORT Content
{
public:
    Content() = default; //!< null
    explicit Content(QJsonValue value);
    explicit Content(QByteArray bytes);
    //! Text becomes a JSON string.
    explicit Content(const Payload &payload);

    //! Bytes, and no JSON value.
    [[nodiscard]] bool isBytes() const { return m_isBytes; }
    //! The JSON value; null if these are bytes.
    [[nodiscard]] const QJsonValue &value() const { return m_value; }
    //! The bytes; empty if there are none.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    //! A string is text, bytes are bytes, anything else is text of compact JSON.
    [[nodiscard]] Payload toPayload() const;
    //! QString, QByteArray, or what QJsonValue::toVariant() makes of it.
    [[nodiscard]] QVariant toVariant() const;

    bool operator==(const Content &) const = default;

private:
    QJsonValue m_value = QJsonValue::Null;
    QByteArray m_bytes;
    bool m_isBytes = false;
};

// From the client.

//! Who we are, and how far we are: the first frame.
struct Hello
{
    QString producer; //!< who numbers our messages
    QString session; //!< empty: none
    std::optional<Cursor> cursor; //!< nothing: no history, please
    QJsonObject profile; //!< who we are, in words that the server understands

    bool operator==(const Hello &) const = default;
};
//! A message of the application.
struct ClientMessage
{
    QString key; //!< idempotency key
    quint64 number = 0; //!< 0: this client numbers nothing
    Content content; //!< its payload

    bool operator==(const ClientMessage &) const = default;
};
//! What is missing from here on?
struct Sync
{
    Cursor cursor; //!< from here on

    bool operator==(const Sync &) const = default;
};
//! Are you there?
struct Ping
{
    quint64 at = 0; //!< whatever the client likes; the pong repeats it

    bool operator==(const Ping &) const = default;
};

// From the server.

//! The answer to Hello.
struct Welcome
{
    QString session; //!< a secret: whoever knows it can resume
    bool resumed = false; //!< the session of hello goes on
    QString epoch; //!< of the log
    quint64 head = 0; //!< the last event of the log; 0: there was none yet
    std::optional<quint64> receivedThrough; //!< nothing: the server does not know the producer
    Duration heartbeat{0}; //!< 0: none promised
    qint64 maxMessageBytes = 0; //!< of a whole frame; 0: not said

    bool operator==(const Welcome &) const = default;
};
//! Something that was published.
struct ServerEvent
{
    quint64 id = 0; //!< in the epoch of the log, from 1
    Content content; //!< its payload

    bool operator==(const ServerEvent &) const = default;
};
//! Events that were missed.
struct SyncBatch
{
    std::vector<ServerEvent> events; //!< ids rise
    bool more = false; //!< another batch follows

    bool operator==(const SyncBatch &) const = default;
};
//! Somebody came or went.
struct Presence
{
    QJsonObject object; //!< the whole frame but its type

    bool operator==(const Presence &) const = default;
};
//! These messages are accepted: all up to a number.
struct Ack
{
    quint64 through = 0; //!< the number

    bool operator==(const Ack &) const = default;
};
//! This message is not accepted.
struct Reject
{
    quint64 number = 0; //!< of the message
    QString reason; //!< for logs
    std::optional<Duration>
        retryAfter; //!< nothing: for good; else send it, and all later ones, again then

    bool operator==(const Reject &) const = default;
};
//! What was asked for cannot be had: start here.
struct Reset
{
    ResyncReason reason = ResyncReason::HistoryTrimmed; //!< why
    Cursor cursor; //!< epoch and head

    bool operator==(const Reset &) const = default;
};
//! The answer to Ping.
struct Pong
{
    quint64 at = 0; //!< as in the ping

    bool operator==(const Pong &) const = default;
};
//! The server will close the connection.
struct Goodbye
{
    QString reason; //!< a word for logs, such as "restart"
    Duration retryAfter{0}; //!< when to return
    std::optional<Duration> spread; //!< what luck adds to it

    bool operator==(const Goodbye &) const = default;
};

//! A type that this version does not know: to be ignored.
struct Unknown
{
    QString type; //!< its name

    bool operator==(const Unknown &) const = default;
};
//! Not a frame of this format.
struct Malformed
{
    QString why; //!< for developers, without any of the content

    bool operator==(const Malformed &) const = default;
};

//! What a client may say.
using ClientFrame = std::variant<Hello, ClientMessage, Sync, Ping, Unknown, Malformed>;
//! What a server may say.
using ServerFrame = std::variant<Welcome, ServerEvent, SyncBatch, Presence, Ack, Reject, Reset,
                                 Pong, Goodbye, Unknown, Malformed>;

//! Unknown or Malformed, where it is no frame of ours.
[[nodiscard]] HOLDFAST_EXPORT ClientFrame parseClientFrame(QStringView text);
[[nodiscard]] HOLDFAST_EXPORT ServerFrame parseServerFrame(QStringView text);

//! Compact JSON. Numbers above MaxInteger are a mistake of the caller's (asserted).
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Hello &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const ClientMessage &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Sync &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Ping &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Welcome &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const ServerEvent &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Presence &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Ack &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Reject &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Reset &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Pong &frame);
[[nodiscard]] HOLDFAST_EXPORT QString toText(const Goodbye &frame);

// An event is written once, however many get it: toText(ServerEvent) and a batch share its members.

//! `"id":N,"payload":…` without braces.
[[nodiscard]] HOLDFAST_EXPORT QString membersOf(const ServerEvent &event);
//! The frame of one event, and of a batch, from what membersOf() made.
[[nodiscard]] HOLDFAST_EXPORT QString eventText(QStringView members);
[[nodiscard]] HOLDFAST_EXPORT QString batchText(const std::vector<QString> &members, bool more);

//! JSON in one line, of a value of any kind.
[[nodiscard]] HOLDFAST_EXPORT QByteArray compactJson(const QJsonValue &value);

//! An idempotency key of the form "<producer>-<number>".
struct Key
{
    QString producer; //!< who numbers
    quint64 number = 0; //!< of the message

    bool operator==(const Key &) const = default;
};
//! Nothing, if it is of another form.
[[nodiscard]] HOLDFAST_EXPORT std::optional<Key> parseKey(const QString &key);

} // namespace Holdfast::Envelope
