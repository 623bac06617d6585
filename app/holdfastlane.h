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
    //! Where it keeps what waits.
    struct Queue
    {
        QString name; //!< empty: nowhere
        QString folder; //!< empty: the library's own place
    };

    HoldfastLane(Weather &weather, const Holdfast::Policy &policy, const Queue &queue,
                 QObject *parent = nullptr);

    ~HoldfastLane() override;

    //! For whoever watches and has no time: notices silence after 4 s, comes back within seconds.
    [[nodiscard]] static Holdfast::Policy impatient();

    [[nodiscard]] bool isRecalled() const { return m_recalled; }
    [[nodiscard]] Holdfast::ReconnectingWebSocket *socket() { return &m_socket; }

Q_SIGNALS:
    //! What an earlier run left in the queue is in the list, or never will be: say() may be called.
    void recalled();

protected:
    void retranslate() override;
    void dial(const QUrl &url) override;
    void send(quint64 number, const QString &frame) override;

private:
    void recallAll();
    void sayState();

    Holdfast::ReconnectingWebSocket m_socket;
    QHash<quint64, quint64> m_numbers; //!< pending: the socket's number → ours
    bool m_recalled = false;
};
