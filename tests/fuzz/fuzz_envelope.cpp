// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Texts of the envelope protocol, from either end (lib/hub/PROTOCOL.md).

#include "envelope.h"
#include "envelopeprotocol.h"
#include "target.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QString written(const Envelope::SyncBatch &batch)
{
    std::vector<QString> members;
    for (const Envelope::ServerEvent &event : batch.events)
        members.push_back(membersOf(event));
    return Envelope::batchText(members, batch.more);
}
QString written(const Envelope::Unknown &) { return {}; }
QString written(const Envelope::Malformed &) { return {}; }
template <typename Frame> QString written(const Frame &frame) { return toText(frame); }

//! What was understood is written and understood again as the same.
template <typename AnyFrame> void roundTrip(const AnyFrame &frame, AnyFrame (*parse)(QStringView))
{
    if (std::holds_alternative<Envelope::Malformed>(frame)
        || std::holds_alternative<Envelope::Unknown>(frame))
        return;
    const QString text = std::visit([](const auto &f) { return written(f); }, frame);
    require(parse(text) == frame, "what is understood survives writing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size));
    roundTrip(Envelope::parseClientFrame(text), &Envelope::parseClientFrame);
    roundTrip(Envelope::parseServerFrame(text), &Envelope::parseServerFrame);
    if (const auto key = Envelope::parseKey(text))
        require(key->number > 0, "a key has a number");

    // A client that hears it instead of a welcome, and after one.
    for (const bool isWelcome : {false, true}) {
        EnvelopeProtocol client;
        (void)client.begin({.producer = QStringLiteral("p")});
        if (isWelcome)
            (void)client.received(Frame::text(QStringLiteral(
                R"({"type":"welcome","session":"s","resumed":false,"epoch":"e","head":3,"receivedThrough":0,"maxMessageBytes":1000})")));
        (void)client.received(Frame::text(text));
        (void)client.received(Frame::binary(bytesOf(data, size)));
    }
    return 0;
}
