// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "envelope.h"
#include "protocol.h"

#include <QtCore/qjsonobject.h>

#include <memory>

namespace Holdfast {

class EventStream;

//! The client's half of `holdfast.v1.json` (lib/hub/PROTOCOL.md): acknowledgement, resuming, and
//! the events that were missed.
//!
//! Connected means welcomed. A message is delivered when the server has accepted it. An event comes
//! once, in order; what was missed comes first.
class HOLDFAST_EXPORT EnvelopeProtocol : public Protocol
{
public:
    EnvelopeProtocol();
    ~EnvelopeProtocol() override;

    //! Who we are, in words that the server understands; the hub reads `room` and `name`. From the
    //! next connection on.
    void setProfile(const QJsonObject &profile) { m_profile = profile; }
    [[nodiscard]] const QJsonObject &profile() const { return m_profile; }

    [[nodiscard]] QStringList subprotocols() const override;
    [[nodiscard]] Outcomes received(const Frame &frame) override;
    //! A message that is larger than the server takes is rejected here, for good. One that comes
    //! in place of another that the server wants again ends the connection: until the next one the
    //! server would not hear it. So does one whose number is not above all that went out before
    //! and were not refused for now: acks could not be told apart.
    [[nodiscard]] Outcomes send(const Message &message) override;
    //! Asks the server itself, since a gateway answers WebSocket pings on its own.
    [[nodiscard]] Outcomes probe() override;
    //! To the cursor in hello or sync.
    [[nodiscard]] bool awaitsAnswer() const override;

protected:
    [[nodiscard]] Outcomes opened(const Greeting &greeting) override;

private:
    [[nodiscard]] Outcomes read(const Envelope::ServerFrame &frame);
    [[nodiscard]] Outcomes on(const Envelope::Welcome &welcome);
    [[nodiscard]] Outcomes on(const Envelope::ServerEvent &event);
    [[nodiscard]] Outcomes on(const Envelope::SyncBatch &batch);
    [[nodiscard]] Outcomes on(const Envelope::Presence &presence);
    [[nodiscard]] Outcomes on(const Envelope::Ack &ack);
    [[nodiscard]] Outcomes on(const Envelope::Reject &reject);
    [[nodiscard]] Outcomes on(const Envelope::Reset &reset);
    [[nodiscard]] Outcomes on(const Envelope::Pong &pong);
    [[nodiscard]] Outcomes on(const Envelope::Goodbye &goodbye);
    [[nodiscard]] Outcomes on(const Envelope::Unknown &unknown);
    [[nodiscard]] Outcomes on(const Envelope::Malformed &malformed);
    //! Whether it was written on this connection, and is not settled.
    [[nodiscard]] bool isOut(quint64 number) const { return number >= m_first && number <= m_last; }

    QJsonObject m_profile;
    //! The server's word for us, while this object lives; a secret between us and that server.
    QString m_session;
    QUrl m_sessionOrigin;
    QString m_sessionProducer;
    QString m_sessionAccount;

    // Of this conversation.
    enum class Phase { Greeting, Welcomed, Refused };
    Phase m_phase = Phase::Greeting;
    QUrl m_origin;
    QString m_producer;
    QString m_account;
    std::unique_ptr<EventStream> m_events;
    qint64 m_maxMessageBytes = 0; //!< 0: no limit is known
    // The messages from m_first to m_last are out; none, if that is less. At first none.
    quint64 m_first = 1;
    quint64 m_last = 0;
    quint64 m_awaited = 0; //!< what the server has refused for now, until it comes again; 0: none
    quint64 m_asked = 0; //!< the last ping's serial
    quint64 m_answered = 0; //!< up to here
};

} // namespace Holdfast
