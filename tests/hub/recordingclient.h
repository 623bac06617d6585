// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "envelopeprotocol.h"
#include "quick.h"

#include <QtCore/qmetaobject.h>

namespace Holdfast {

//! Notices within a second that a wire is silent.
inline Policy alert()
{
    Policy policy = quick();
    policy.connectTimeout = 2s;
    policy.heartbeatInterval = 500ms;
    policy.heartbeatTimeout = 500ms;
    policy.writeGrace = 1s;
    policy.overloadWait = 10ms;
    return policy;
}

//! A client with the envelope protocol that writes down what its application hears.
class RecordingClient : public Client
{
public:
    explicit RecordingClient(const QUrl &url, const Policy &policy = alert())
        : Client(policy)
    {
        using Socket = ReconnectingWebSocket;
        setProtocol(std::make_unique<EnvelopeProtocol>());
        setUrl(url);
        connect(this, &Socket::eventReceived, this, [this](quint64 id, const QVariant &payload) {
            m_eventIds += id;
            m_events += payload.toString();
            m_heard += QStringLiteral("event %1").arg(payload.toString());
        });
        connect(this, &Socket::resyncRequired, this, [this](ResyncReason reason) {
            m_heard += QStringLiteral("resync ")
                + QLatin1String(QMetaEnum::fromType<ResyncReason>().valueToKey(int(reason)));
        });
        connect(this, &Socket::messageDelivered, this,
                [this](quint64 number) { m_delivered += number; });
        connect(this, &Socket::messageFailed, this,
                [this](quint64 number, MessageFailure failure) { m_failed[number] = failure; });
    }

    // What fails when it goes is not for us any more.
    ~RecordingClient() override { disconnect(this); }

    //! Everything, in order: "event PAYLOAD", "resync REASON".
    [[nodiscard]] const QStringList &heard() const { return m_heard; }
    [[nodiscard]] const QStringList &events() const { return m_events; }
    [[nodiscard]] const QList<quint64> &eventIds() const { return m_eventIds; }
    [[nodiscard]] const QList<quint64> &delivered() const { return m_delivered; }
    [[nodiscard]] const QMap<quint64, MessageFailure> &failedOnes() const { return m_failed; }

private:
    QStringList m_heard;
    QStringList m_events;
    QList<quint64> m_eventIds;
    QList<quint64> m_delivered;
    QMap<quint64, MessageFailure> m_failed;
};

} // namespace Holdfast
