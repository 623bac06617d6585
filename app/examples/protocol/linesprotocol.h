// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <Holdfast/Protocol>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

//! A protocol of our own with acknowledgements: JSON, an object in each text frame.
//!
//!     we say                                     the server says
//!     {"hello":"PRODUCER"}                       {"welcome":41}  the last that it has
//!     {"key":"KEY", "number":42, "text":"…"}     {"ack":42}      it is stored: forget it
//!                                                {"refuse":42, "why":"…"}  it never will be
//!     {"ping":7}                                 {"pong":7}
//!                                                {"text":"…"}    for the application
class LinesProtocol : public Holdfast::Protocol
{
public:
    [[nodiscard]] QStringList subprotocols() const override;
    [[nodiscard]] Holdfast::Outcomes received(const Holdfast::Frame &frame) override;
    [[nodiscard]] Holdfast::Outcomes send(const Holdfast::Message &message) override;
    [[nodiscard]] Holdfast::Outcomes probe() override;

protected:
    [[nodiscard]] Holdfast::Outcomes opened(const Holdfast::Greeting &greeting) override;

private:
    [[nodiscard]] Holdfast::Outcomes read(const QJsonObject &said);

    qint64 m_pings = 0; //!< of this conversation
};
