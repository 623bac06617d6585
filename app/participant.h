// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>

#include "reconnectingwebsocket.h"

#include <chrono>

//! Somebody else, with a good line to the server: says something every now and then, the same to
//! those in the plain lane and to those in the other, whether they can hear it or not.
//!
//! What is said goes over the wire as "@<number> <text>".
class Participant : public QObject
{
    Q_OBJECT

public:
    struct Timings
    {
        std::chrono::milliseconds interval{1'500};
        //! How long to be silent after the server was away: people need time to come back.
        std::chrono::milliseconds pause{6'000};
    };
    explicit Participant(const Timings &timings, QObject *parent = nullptr);

    void open(const QUrl &plain, const QUrl &envelope);
    [[nodiscard]] bool isTalking() const { return m_talking; }
    //! False if it was so already.
    bool setTalking(bool talking);
    //! Of what was said last; 0: nothing yet.
    [[nodiscard]] quint64 lastNumber() const { return m_last; }

    //! The number that a frame of a participant begins with; 0: it is not one.
    [[nodiscard]] static quint64 numberOf(const QString &frame);
    //! What comes behind the number.
    [[nodiscard]] static QString textOf(const QString &frame);

Q_SIGNALS:
    //! The server has it, so whoever is connected should get it.
    void saidInPlain(quint64 number);
    void saidInEnvelope(quint64 number);

private:
    using Numbers = QHash<quint64, quint64>; //!< the socket's number → ours

    void pause();
    void say();

    const Timings m_timings;
    Holdfast::ReconnectingWebSocket m_plain;
    Holdfast::ReconnectingWebSocket m_envelope;
    Numbers m_inPlain;
    Numbers m_inEnvelope;
    QTimer m_timer;
    quint64 m_last = 0;
    bool m_talking = false;
};
