// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wireend.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <chrono>
#include <deque>
#include <memory>

class Wire;

//! One connection through the wire: both its ends, and what is on its way between them.
class WireConnection : public QObject
{
    Q_OBJECT

public:
    //! Takes over the \a client's descriptor.
    WireConnection(qintptr client, Wire &wire);

private:
    enum class End { None, Finish, Reset };

    //! On its way, due at a time of m_age.
    struct Parcel
    {
        std::chrono::milliseconds due;
        QByteArray bytes;
        End end = End::None;
    };

    //! One way.
    struct Direction
    {
        std::unique_ptr<WireEnd> from;
        std::deque<Parcel> parcels;
        bool finished = false;
    };

    void listenTo(Direction &direction);
    void dial();
    void dialAtTheNextSyn();
    void cut();
    void carry(Direction &direction, const QByteArray &bytes, End end = End::None);
    void speakInVain(Direction &direction);
    void arrive();
    void arrive(Direction &direction, WireEnd &to);
    void refuse();
    void dissolve();

    Wire &m_wire;
    QElapsedTimer m_age;
    QTimer m_arrival;
    QTimer m_syn;
    Direction m_up; //!< from the client
    Direction m_down; //!< from the server; nobody there until we dialled
    bool m_spoken = false; //!< somebody has said something
    bool m_refused = false; //!< no server took it
    bool m_cut = false; //!< it was there when the cable was pulled
};
