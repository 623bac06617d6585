// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "naivesocket.h"

#include <QtNetwork/qnetworkproxy.h>

NaiveSocket::NaiveSocket(const NaiveTimings &timings, QObject *parent)
    : QObject(parent)
    , m_timings(timings)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QWebSocket::connected, this, &NaiveSocket::flush);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &NaiveSocket::receive);
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        Q_EMIT disconnected();
        // Mistake: a fixed delay. All clients of a server that died come back at the same instant.
        // Mistake: why it ended does not matter. 403 is tried for ever, 503 gets no rest.
        QTimer::singleShot(m_timings.reconnectDelay, this, [this] { open(m_url); });
    });
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(m_timings.silence);
    // Mistake: it looks only while it waits for something, so an idle connection dies unnoticed.
    connect(&m_watchdog, &QTimer::timeout, &m_socket, &QWebSocket::abort);
}

NaiveSocket::~NaiveSocket() { m_socket.disconnect(this); } // its destructor speaks

void NaiveSocket::open(const QUrl &url)
{
    m_url = url;
    Q_EMIT connecting();
    // Mistake: no deadline. QWebSocket waits for ever for a server that does not answer the
    // upgrade.
    m_socket.open(url);
}

void NaiveSocket::send(const QString &text)
{
    m_tries.insert(text, 1);
    transmit(text);
    awaitEcho(text);
    if (!m_watchdog.isActive())
        m_watchdog.start();
}

void NaiveSocket::transmit(const QString &text)
{
    // Mistake: "connected" is what was so when the network was last heard of.
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        // Mistake: the first copy may be in here already. Both will be sent.
        m_queue.append(text);
        return;
    }
    // Mistake: what is written leaves our hands, though nobody has it yet.
    m_socket.sendTextMessage(text);
    Q_EMIT written(text);
}

void NaiveSocket::awaitEcho(const QString &text)
{
    QTimer::singleShot(m_timings.echoTimeout, this, [this, text] {
        const auto tries = m_tries.find(text);
        if (tries == m_tries.end())
            return;
        // Mistake: it gives up after one retry, however long the outage; nothing is kept.
        if (*tries == 2) {
            m_tries.erase(tries);
            Q_EMIT gaveUp(text);
            return;
        }
        ++*tries;
        // Mistake: no answer is not no arrival. A server that is slow gets it twice.
        transmit(text);
        awaitEcho(text);
    });
}

void NaiveSocket::receive(const QString &text)
{
    Q_EMIT received(text);
    m_tries.remove(text);
    if (m_tries.isEmpty())
        m_watchdog.stop();
    else
        m_watchdog.start();
}

void NaiveSocket::flush()
{
    Q_EMIT connected();
    // Mistake: the queue is let go of in one breath; if this connection dies, it is gone.
    const QStringList queue = std::exchange(m_queue, {});
    for (const QString &text : queue)
        transmit(text);
}
