// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>
#include <QtCore/qthread.h>
#include <QtCore/qurl.h>
#include <QtWebSockets/qwebsocketserver.h>

#include <atomic>
#include <memory>

namespace Holdfast {

//! Moves this process, which must not have threads yet, into a network namespace of its own where
//! nothing is connected to anything; as root, or where users may make namespaces. False if that is
//! not possible here.
[[nodiscard]] bool leaveTheNetwork();

//! A WebSocket server far away: behind 198.51.100.1 (TEST-NET-2, RFC 5737), in a network namespace
//! of its own that a cable joins to ours. Needs ip (Debian: iproute2).
class FarServer : public QThread
{
    Q_OBJECT

public:
    FarServer();
    ~FarServer() override;

    //! Why this cannot be had here, for QSKIP; empty if it can.
    [[nodiscard]] static QByteArray whatIsMissing();

    //! Lays the cable and listens.
    [[nodiscard]] bool begin();
    [[nodiscard]] QUrl url() const;

    //! What we send disappears, and nobody tells us so.
    void loseWhatWeSend();
    void losesNothing();
    //! Refuses (RST) who comes, and resets who is here.
    void refuse();
    void serve();

    //! TCP connections that reached it, ever; and WebSockets that are open.
    [[nodiscard]] int visitCount() const { return m_visits; }
    [[nodiscard]] int openCount() const { return m_open; }

protected:
    void run() override;

private:
    void there(const std::function<void()> &deed);
    void welcome();

    std::unique_ptr<QObject> m_resident; //!< in its thread
    std::unique_ptr<QWebSocketServer> m_server;
    std::atomic<int> m_threadId = 0;
    std::atomic<int> m_visits = 0;
    std::atomic<int> m_open = 0;
    quint16 m_port = 0;
    bool m_isReady = false;
};

} // namespace Holdfast
