// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>
#include <QtWebSockets/qwebsocket.h>

#include <chrono>

//! What people put into their reconnect code.
struct NaiveTimings
{
    std::chrono::milliseconds reconnectDelay{3'000};
    std::chrono::milliseconds echoTimeout{2'000}; //!< no echo: once more, then give up
    std::chrono::milliseconds silence{6'000}; //!< with messages that wait: a new connection
};

//! The reconnecting client that everybody writes, over a server that echoes.
//!
//! It is not a caricature: it queues while it is disconnected, repeats what got no answer, has a
//! watchdog, and reconnects. Its mistakes are marked where they are made.
class NaiveSocket : public QObject
{
    Q_OBJECT

public:
    explicit NaiveSocket(const NaiveTimings &timings, QObject *parent = nullptr);
    ~NaiveSocket() override;

    void open(const QUrl &url);
    //! Texts must differ from one another: the echo is found by the text.
    void send(const QString &text);
    //! A copy of it waits for the next connection.
    [[nodiscard]] bool isQueued(const QString &text) const { return m_queue.contains(text); }

Q_SIGNALS:
    void connecting();
    void connected();
    void disconnected();
    void written(const QString &text);
    void received(const QString &text);
    //! It will not be tried again; a copy may still be queued.
    void gaveUp(const QString &text);

private:
    void transmit(const QString &text);
    void awaitEcho(const QString &text);
    void receive(const QString &text);
    void flush();

    const NaiveTimings m_timings;
    QUrl m_url;
    QWebSocket m_socket;
    QTimer m_watchdog;
    QStringList m_queue; //!< for the next connection
    QHash<QString, int> m_tries; //!< of those without an echo
};
