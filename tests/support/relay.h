// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

#include <memory>
#include <vector>

namespace Holdfast {

//! A stretch of network in front of a server: it can fall silent, or be slow.
class Relay : public QObject
{
    Q_OBJECT

public:
    explicit Relay(const QUrl &server);

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    //! Nothing passes any more, either way, and nobody is told; also for those who come later.
    void blackhole() { m_open = false; }
    //! Lets everything pass again, what was held back included.
    void heal() { m_open = true; }
    //! Towards the server, at most so many bytes per millisecond, on connections that exist now or
    //! come later; 0: no limit.
    void setUplink(int bytesPerMs);
    //! Towards the client, likewise.
    void setDownlink(int bytesPerMs);

private:
    struct Pair
    {
        QPointer<QTcpSocket> client;
        QPointer<QTcpSocket> server;
        int up = 0;
        int down = 0;
    };

    void accept();
    void pump();
    void pump(Pair &pair, int elapsed);

    QUrl m_server;
    QTcpServer m_listener;
    QTimer m_tick;
    QElapsedTimer m_clock;
    std::vector<std::unique_ptr<Pair>> m_pairs;
    bool m_open = true;
    int m_up = 0;
    int m_down = 0;
};

} // namespace Holdfast
