// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "declarativepolicy.h"
#include "reconnectingwebsocket.h"

#include <QtCore/qvariant.h>
#include <QtQml/qqmlparserstatus.h>
#include <QtQml/qqmlregistration.h>

namespace Holdfast {

//! `ReconnectingWebSocket` in QML: the façade, with properties in any order and calls that
//! JavaScript can make.
//!
//! Nothing dials before all properties are set. Durations are in ms.
class DeclarativeWebSocket : public Holdfast::ReconnectingWebSocket, public QQmlParserStatus
{ // the base in full: qmllint of Qt 6.4 knows it by no other name
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_NAMED_ELEMENT(ReconnectingWebSocket)

    //! As in C++; bindings on it survive open() and close().
    Q_PROPERTY(bool active READ isWanted WRITE setActive NOTIFY activeChanged FINAL)
    //! Plain, or Envelope (EnvelopeProtocol): acknowledgement, resuming and events. Setting it
    //! while active dials again, though not before a time for which the server has asked; so do the
    //! following three.
    Q_PROPERTY(Holdfast::DeclarativeWebSocket::ProtocolName protocol READ protocolName WRITE
                   setProtocolName NOTIFY protocolChanged FINAL)
    //! With Envelope: who we are, in words that the server understands; the hub reads `room` and
    //! `name`.
    Q_PROPERTY(QVariantMap profile READ profile WRITE setProfile NOTIFY profileChanged FINAL)
    //! With Plain: Fence, Written or Manual. Reads what is so at present.
    Q_PROPERTY(Holdfast::DeliveryProofs::DeliveryProof deliveryProof READ deliveryProof WRITE
                   setDeliveryProof NOTIFY deliveryProofChanged FINAL)
    //! With Plain: offered to the server, which must choose one if there are any.
    Q_PROPERTY(QStringList subprotocols READ subprotocols WRITE setSubprotocols NOTIFY
                   subprotocolsChanged FINAL)
    //! Names and values of HTTP headers for the dials from now on. A malformed one (a line break
    //! in it, say) makes the dial fail (ErrorCategory.Configuration).
    Q_PROPERTY(QVariantMap requestHeaders READ requestHeaders WRITE setRequestHeaders NOTIFY
                   requestHeadersChanged FINAL)
    //! Every knob of Policy by its name: `policy.cap: 5000`.
    Q_PROPERTY(Holdfast::DeclarativePolicy *policy READ knobs CONSTANT FINAL)
    //! credentialsRequired(reason) comes before every dial, which waits for provideHeaders() or
    //! rejectCredentials(), within policy.connectTimeout.
    Q_PROPERTY(bool asksForCredentials READ asksForCredentials WRITE setAsksForCredentials NOTIFY
                   asksForCredentialsChanged FINAL)

public:
    //! What is spoken with the server. An int, for QML may assign any number.
    enum ProtocolName : int { Plain, Envelope };
    Q_ENUM(ProtocolName)

    explicit DeclarativeWebSocket(QObject *parent = nullptr);

    void classBegin() override;
    void componentComplete() override;

    // Before componentComplete() these three are notes of what to do then.
    [[nodiscard]] bool isWanted() const;
    using ReconnectingWebSocket::open;
    void open() override;
    void close(quint16 code, const QString &reason) override;
    //! As in C++; an int, because a number from JavaScript would lose what is over 65535.
    Q_INVOKABLE void close(int code = 1000, const QString &reason = {});

    [[nodiscard]] ProtocolName protocolName() const { return m_protocolName; }
    void setProtocolName(ProtocolName name);
    [[nodiscard]] QVariantMap profile() const { return m_profile; }
    void setProfile(const QVariantMap &profile);
    void setDeliveryProof(DeliveryProof proof);
    [[nodiscard]] QStringList subprotocols() const { return m_subprotocols; }
    void setSubprotocols(const QStringList &subprotocols);
    [[nodiscard]] QVariantMap requestHeaders() const { return m_requestHeaders; }
    void setRequestHeaders(const QVariantMap &headers);
    [[nodiscard]] DeclarativePolicy *knobs() { return &m_knobs; }
    [[nodiscard]] bool asksForCredentials() const { return m_asksForCredentials; }
    void setAsksForCredentials(bool asks);

    //! \a timeout in ms, at most 24 h.
    Q_INVOKABLE void closeWhenDelivered(int timeout);

    //! The message's number; 0: refused, see messageRefused. \a options: { tag: string, timeToLive:
    //! ms, coalesceKey: string, volatile: bool }, as SendOptions.
    Q_INVOKABLE quint64 sendTextMessage(const QString &message, const QVariantMap &options = {});
    //! \a message is an ArrayBuffer.
    Q_INVOKABLE quint64 sendBinaryMessage(const QByteArray &message,
                                          const QVariantMap &options = {});
    //! As in C++.
    Q_INVOKABLE bool cancel(quint64 number);
    Q_INVOKABLE void clearPending();
    Q_INVOKABLE bool commit();
    Q_INVOKABLE bool rebindQueue();
    //! Everything pending, oldest first: { number, isText, inFlight, maybeDelivered, byteCount,
    //! tag, queuedAt }.
    Q_INVOKABLE [[nodiscard]] QVariantList pendingMessages() const;
    //! With DeliveryProof.Manual: the server's own answer to this message was seen.
    Q_INVOKABLE void confirm(quint64 number);
    Q_INVOKABLE [[nodiscard]] QString explain() const;

    //! As in C++, as { epoch: string, eventId: number }. An empty epoch: nothing was handled yet.
    Q_INVOKABLE [[nodiscard]] QVariantMap cursor() const;
    Q_INVOKABLE [[nodiscard]] QVariantMap receivedCursor() const;
    //! As in C++. \a eventId is an integer from 0 to 2⁵³ − 1.
    Q_INVOKABLE void setCursor(const QString &epoch, double eventId);
    Q_INVOKABLE bool confirmEvent(double id);

    //! Answers credentialsRequired: dials with these headers besides requestHeaders. An answer to
    //! no question is harmless.
    Q_INVOKABLE void provideHeaders(const QVariantMap &headers);
    //! Answers credentialsRequired: there is nothing to dial with; \a detail is for logs. It counts
    //! as a failed attempt.
    Q_INVOKABLE void rejectCredentials(const QString &detail = {});

Q_SIGNALS:
    void protocolChanged();
    void profileChanged();
    void subprotocolsChanged();
    void requestHeadersChanged();
    void asksForCredentialsChanged();

private:
    void wantWhenComplete(bool wanted);
    [[nodiscard]] SendOptions sendOptions(const QVariantMap &options) const;
    void speak();

    DeclarativePolicy m_knobs{this};
    ProtocolName m_protocolName = Plain;
    QVariantMap m_profile;
    DeliveryProof m_deliveryProof = DeliveryProof::Fence;
    QStringList m_subprotocols;
    QVariantMap m_requestHeaders;
    bool m_asksForCredentials = false;
    RequestReply m_question;
    bool m_complete = true; //!< made by C++, it is; QML says otherwise
    bool m_wantedWhenComplete = false;
};

} // namespace Holdfast
