// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wireend.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <memory>

class FarDoor;

//! Somebody who came to the door: is asked where to, and led on.
class FarDoorGuest : public QObject
{
    Q_OBJECT

public:
    //! Takes over the \a client's descriptor.
    FarDoorGuest(qintptr client, FarDoor &door);

    //! RST, and no more.
    void sendAway();

private:
    enum class Stage { Greeting, Request, Led, Gone };

    void hear(const QByteArray &bytes);
    [[nodiscard]] bool greet();
    [[nodiscard]] bool lead();
    void refuse(char reply);
    void join();
    void leave();

    FarDoor &m_door;
    Stage m_stage = Stage::Greeting;
    QByteArray m_heard; //!< and not understood yet
    std::unique_ptr<WireEnd> m_client;
    std::unique_ptr<WireEnd> m_server; //!< nobody there before Led
    int m_finished = 0; //!< of both sides
    QTimer m_patience;
};
