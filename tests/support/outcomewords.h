// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol.h"

#include <QtCore/qbytearraylist.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>

namespace Holdfast::Testing {

//! A frame in a word: `hello`, `<00ff>` for bytes, `ping`, `pong`.
inline QByteArray words(const Frame &frame)
{
    switch (frame.kind) {
    case Frame::Kind::Text:
        return frame.payload.bytes();
    case Frame::Kind::Binary:
        return '<' + frame.payload.bytes().toHex() + '>';
    case Frame::Kind::Ping:
        return "ping";
    case Frame::Kind::Pong:
        break;
    }
    return "pong";
}

//! Where it stands: `epoch/7`.
inline QByteArray words(const Cursor &cursor)
{
    return cursor.epoch.toUtf8() + '/' + QByteArray::number(cursor.eventId);
}

struct OutcomeWords
{
    QByteArray operator()(const Transmit &o) const { return "transmit " + words(o.frame); }
    QByteArray operator()(const Ready &o) const { return o.resumed ? "ready, resumed" : "ready"; }
    QByteArray operator()(const Deliver &o) const
    {
        const QByteArray what = "deliver " + words(Frame::data(o.payload));
        return o.cursor == Cursor() ? what : what + " at " + words(o.cursor);
    }
    QByteArray operator()(const Acknowledged &o) const
    {
        return "acknowledged " + QByteArray::number(o.from) + ".." + QByteArray::number(o.through);
    }
    QByteArray operator()(const Rejected &o) const
    {
        const QByteArray what = "rejected " + QByteArray::number(o.number);
        return o.retryAfter
            ? what + ", again in " + QByteArray::number(qint64(o.retryAfter->count())) + " ms"
            : what;
    }
    QByteArray operator()(const Answered &) const { return "answered"; }
    QByteArray operator()(const Refused &o) const { return "refused: " + o.ending.detail.toUtf8(); }
    QByteArray operator()(const Announced &o) const
    {
        return "announced " + QByteArray::number(qint64(o.retryAfter.count())) + " ms";
    }
    QByteArray operator()(const Noticed &o) const
    {
        return "noticed "
            + QJsonDocument(QJsonObject::fromVariantMap(o.presence)).toJson(QJsonDocument::Compact);
    }
    QByteArray operator()(const Positioned &o) const { return "positioned " + words(o.cursor); }
    QByteArray operator()(const Resync &o) const
    {
        static constexpr const char *Reasons[] = {"trimmed", "epoch changed", "ahead"};
        return QByteArray("resync, ") + Reasons[static_cast<int>(o.reason)] + ", "
            + words(o.cursor);
    }
    QByteArray operator()(const Remembered &o) const
    {
        return "remembered " + QByteArray::number(o.through);
    }
    QByteArray operator()(const Expect &o) const
    {
        return "expect " + QByteArray::number(qint64(o.heartbeat.count())) + " ms";
    }
};

//! What a protocol said, in its order: `transmit hello; transmit ping`.
inline QByteArray words(const Outcomes &outcomes)
{
    QByteArrayList all;
    for (const Outcome &outcome : outcomes)
        all += std::visit(OutcomeWords{}, outcome);
    return all.join("; ");
}

//! The payloads of the pings among them.
inline QByteArrayList pingsIn(const Outcomes &outcomes)
{
    QByteArrayList payloads;
    for (const Outcome &outcome : outcomes) {
        const auto *transmit = std::get_if<Transmit>(&outcome);
        if (transmit && transmit->frame.kind == Frame::Kind::Ping)
            payloads += transmit->frame.payload.bytes();
    }
    return payloads;
}

} // namespace Holdfast::Testing
