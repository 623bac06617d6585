// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lane.h"

#include <QtCore/qhash.h>

#include "reconnectingwebsocket.h"

//! Holdfast.
//!
//! It is not taken at its word: what it calls delivered and the server's record does not show
//! counts as lost.
class HoldfastLane : public Lane
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The stage has one.")
    Q_PROPERTY(Holdfast::ReconnectingWebSocket *socket READ socket CONSTANT FINAL)

public:
    HoldfastLane(Weather &weather, const Holdfast::Policy &policy, QObject *parent = nullptr);

    ~HoldfastLane() override;

    //! For whoever watches and has no time: notices silence after 4 s, comes back within seconds.
    [[nodiscard]] static Holdfast::Policy impatient();

    [[nodiscard]] Holdfast::ReconnectingWebSocket *socket() { return &m_socket; }

protected:
    void dial(const QUrl &url) override;
    void send(quint64 number, const QString &frame) override;

private:
    void sayState();

    Holdfast::ReconnectingWebSocket m_socket;
    QHash<quint64, quint64> m_numbers; //!< pending: the socket's number → ours
};
