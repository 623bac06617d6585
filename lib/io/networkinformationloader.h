// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"
#include "systembus.h"

#include <QtCore/qtimer.h>

#include <memory>

namespace Holdfast {

//! Has QNetworkInformation load a backend, when that will not take long.
//!
//! The backend for NetworkManager asks it for its properties when it is made, and waits for the
//! answer: 25 s, or a minute if the bus hangs, with the window standing still (seen in Qt 6.4). So
//! we ask the same first, without waiting, and load when NetworkManager has answered, or when the
//! bus has said that there is none. What remains is a NetworkManager that begins to hang between
//! its answer to us and the one to Qt, or one that hangs later, just when Qt asks about a new
//! connection.
class NetworkInformationLoader : public QObject
{
    Q_OBJECT

public:
    explicit NetworkInformationLoader(QObject *parent = nullptr);

    //! In the application's thread.
    void start();
    void cancel();
    //! How long after the bus was lost it is asked again.
    void setRetryInterval(Duration interval) { m_retry.setInterval(interval); }

Q_SIGNALS:
    //! There is a QNetworkInformation, or there will never be one. Not emitted inside start().
    void finished();

private:
    void ask();
    void take(quint32 serial, const QByteArray &error);
    void load();

    std::unique_ptr<SystemBus> m_bus;
    QTimer m_retry;
    QTimer m_soon;
    quint32 m_question = 0;
};

} // namespace Holdfast
