// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "busmessage.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qlocalsocket.h>

#include <chrono>

namespace Holdfast {

//! A connection of our own to the system's message bus (D-Bus) that never waits for anybody.
//!
//! QtDBus would: it greets the bus with a blocking call, in one thread for the whole process, so
//! that a bus or a service that hangs delays the window wherever it was asked from. We say three
//! things to the bus, and say them through a socket. Linux only: elsewhere there is no bus.
class SystemBus : public QObject
{
    Q_OBJECT

public:
    enum class Absence {
        NoBus, //!< nobody listens there: who asks otherwise will be told so at once, too
        Lost, //!< it hung up, has its hands full, or speaks something else
        Elsewhere, //!< it is not where we can look (DBUS_SYSTEM_BUS_ADDRESS names no local socket)
    };
    Q_ENUM(Absence)

    explicit SystemBus(QObject *parent = nullptr);
    ~SystemBus() override;

    //! Connects; once. It says gone() if that fails, later.
    void open();
    //! How long it may take to let us in.
    void setGreetingLimit(std::chrono::milliseconds limit) { m_limit.setInterval(limit); }
    //! Sends a call, as soon as it is connected; returns the serial of the answer. Services are
    //! not started for it.
    quint32 call(BusMessage message);
    //! Asks for the signals that match (D-Bus Specification, "Match Rules"); as call().
    quint32 listen(const QByteArray &rule);

Q_SIGNALS:
    //! \a error is empty, or the error's name.
    void answered(quint32 serial, const QByteArray &error);
    void signalled(const Holdfast::BusMessage &message);
    //! Once, and nothing after it.
    void gone(Holdfast::SystemBus::Absence absence);

private:
    void authenticate();
    void read();
    [[nodiscard]] bool readLines();
    void take(const BusMessage &message);
    void give(const BusMessage &message);
    void leave(Absence absence);

    QLocalSocket m_socket;
    QTimer m_limit;
    QByteArray m_unread, m_unsent;
    quint32 m_lastSerial = 0;
    bool m_isAuthenticated = false;
    bool m_isGone = false;
};

} // namespace Holdfast
