// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol.h"

#include <QtCore/qbytearraylist.h>

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

struct OutcomeWords
{
    QByteArray operator()(const Transmit &o) const { return "transmit " + words(o.frame); }
    QByteArray operator()(const Ready &o) const { return o.resumed ? "ready, resumed" : "ready"; }
    QByteArray operator()(const Deliver &o) const
    {
        return "deliver " + words(Frame::data(o.payload));
    }
    QByteArray operator()(const Acknowledged &o) const
    {
        return "acknowledged " + QByteArray::number(o.from) + ".." + QByteArray::number(o.through);
    }
    QByteArray operator()(const Rejected &o) const
    {
        return "rejected " + QByteArray::number(o.number);
    }
    QByteArray operator()(const Answered &) const { return "answered"; }
    QByteArray operator()(const Refused &o) const { return "refused: " + o.ending.detail.toUtf8(); }
    QByteArray operator()(const Announced &) const { return "announced"; }
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
