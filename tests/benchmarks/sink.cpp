// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "sink.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qeventloop.h>
#include <QtNetwork/qhostaddress.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtWebSockets/qwebsocket.h>

namespace Holdfast::Testing {

namespace {

constexpr qint64 MostUnwritten = 1024LL * 1024;

} // namespace

Counter::Counter()
{
    moveToThread(&m_thread);
    m_thread.start();
}

Counter::~Counter() = default;

void Counter::expect(int count)
{
    there([this, count] {
        m_count = 0;
        m_expected = count;
    });
}

void Counter::there(const std::function<void()> &deed)
{
    QMetaObject::invokeMethod(this, deed, Qt::BlockingQueuedConnection);
}

void Counter::end(const std::function<void()> &last)
{
    there(last);
    m_thread.quit();
    m_thread.wait();
}

Sink::Sink(Answer answer)
    : m_answer(answer)
{
    there([this] {
        m_server = std::make_unique<QWebSocketServer>(QString(), QWebSocketServer::NonSecureMode);
        connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] { welcome(); });
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("the sink cannot listen");
        m_url = m_server->serverUrl();
    });
}

Sink::~Sink()
{
    end([this] { m_server.reset(); });
}

void Sink::close()
{
    there([this] { m_server->close(); });
}

void Sink::listen()
{
    there([this] {
        if (!m_server->listen(QHostAddress::LocalHost, quint16(m_url.port())))
            qFatal("the sink cannot listen again");
    });
}

void Sink::welcome()
{
    QWebSocket *client = m_server->nextPendingConnection();
    client->setParent(m_server.get());
    connect(client, &QWebSocket::binaryMessageReceived, this,
            [this, client](const QByteArray &message) {
                if (m_answer == Answer::Echo)
                    client->sendBinaryMessage(message);
                count();
            });
    connect(client, &QWebSocket::disconnected, client, &QObject::deleteLater);
}

double timeUntilComplete(Counter &to, int count,
                         const std::function<void(std::function<void()>)> &open)
{
    to.expect(count);
    QEventLoop loop;
    QElapsedTimer clock;
    double seconds = 0;
    QObject::connect(&to, &Counter::complete, &loop, [&] {
        seconds = double(clock.nsecsElapsed()) / 1e9;
        loop.quit();
    });
    open([&clock] { clock.start(); });
    loop.exec();
    return seconds;
}

double sendBare(Counter &to, const QByteArray &payload, int count)
{
    QWebSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    int left = count;
    const auto feed = [&] {
        while (left > 0 && socket.bytesToWrite() < MostUnwritten) {
            socket.sendBinaryMessage(payload);
            --left;
        }
    };
    return timeUntilComplete(to, count, [&](const std::function<void()> &begins) {
        QObject::connect(&socket, &QWebSocket::connected, &socket, [&, begins] {
            begins();
            QObject::connect(&socket, &QWebSocket::bytesWritten, &socket, feed);
            feed();
        });
        socket.open(to.url());
    });
}

} // namespace Holdfast::Testing
