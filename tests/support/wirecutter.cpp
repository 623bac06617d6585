// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "wirecutter.h"

#include "loopback.h"

#include <QtNetwork/qnetworkproxy.h>

namespace Holdfast {

WireCutter::WireCutter(const QUrl &server)
    : m_server(server)
    , m_listener(this)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no wire cutter: %s", qPrintable(m_listener.errorString()));
    connect(&m_listener, &QTcpServer::newConnection, this, &WireCutter::accept);
}

QUrl WireCutter::url(const QString &path) const
{
    return QUrl(u"ws://127.0.0.1:%1/%2"_qs.arg(m_listener.serverPort()).arg(path));
}

void WireCutter::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        ++m_connectionCount;
        if (!m_open) {
            Loopback::reset(client);
            client->deleteLater();
            continue;
        }
        auto *server = new QTcpSocket(this);
        server->setProxy(QNetworkProxy::NoProxy);
        for (QTcpSocket *socket : {client, server})
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        auto pair = std::make_shared<Pair>();
        pair->up = {.from = client, .to = server};
        pair->down = {.from = server, .to = client};
        if (m_planner)
            pair->plan = m_planner();
        m_pairs.push_back(pair);
        const auto up = [this, pair] { pass(pair, Direction::ToServer); };
        const auto down = [this, pair] { pass(pair, Direction::ToClient); };
        connect(client, &QTcpSocket::readyRead, this, up);
        connect(server, &QTcpSocket::readyRead, this, down);
        connect(server, &QTcpSocket::connected, this, up);
        connect(client, &QTcpSocket::disconnected, this, [this, pair] { over(*pair); });
        connect(server, &QTcpSocket::disconnected, this, [this, pair] { over(*pair); });
        connect(server, &QTcpSocket::errorOccurred, this, [this, pair] { over(*pair); });
        server->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_server.port()));
    }
}

void WireCutter::pass(const std::shared_ptr<Pair> &pair, Direction direction)
{
    Flow &flow = direction == Direction::ToServer ? pair->up : pair->down;
    if (pair->isCut || !flow.from || !flow.to
        || flow.to->state() != QAbstractSocket::ConnectedState)
        return;
    QByteArray data = flow.from->readAll();
    // As long as before, and a member that nobody knows. (A server does not mask.)
    if (m_hidesReceivedThrough && direction == Direction::ToClient)
        data.replace("\"receivedThrough\"", "\"receivedNothing\"");
    const bool isHere = pair->plan && pair->plan->direction == direction;
    if (isHere)
        locate(flow, *pair->plan, data);
    const bool cuts = isHere && flow.cutAt >= 0 && flow.cutAt <= flow.passed + data.size();
    if (cuts)
        data.truncate(std::max<qint64>(0, flow.cutAt - flow.passed));
    flow.passed += data.size();
    flow.to->write(data);
    flow.to->flush();
    if (cuts)
        cut(*pair, pair->plan->how);
}

//! Finds out where to cut, once the marker has come.
void WireCutter::locate(Flow &flow, const Cut &plan, const QByteArray &data)
{
    if (flow.cutAt >= 0)
        return;
    if (plan.marker.isEmpty()) {
        flow.cutAt = plan.after;
        return;
    }
    const qint64 begin = flow.passed - flow.tail.size();
    flow.tail += data;
    if (const auto at = flow.tail.indexOf(plan.marker); at >= 0)
        flow.cutAt = begin + at + plan.after;
    flow.tail = flow.tail.right(plan.marker.size() - 1);
}

void WireCutter::cut(How how)
{
    const auto pairs = m_pairs;
    for (const auto &pair : pairs) {
        if (!pair->isCut)
            cut(*pair, how);
    }
}

void WireCutter::cut(Pair &pair, How how)
{
    pair.isCut = true;
    ++m_cutCount;
    if (how == How::Silence)
        return;
    const QPointer<QTcpSocket> ends[] = {pair.up.from, pair.down.from};
    for (const QPointer<QTcpSocket> &end : ends) {
        if (end)
            end->disconnect(this); // else the end of one would be passed on to the other
    }
    for (const QPointer<QTcpSocket> &end : ends) {
        if (end && how == How::Reset)
            Loopback::reset(end);
    }
    over(pair);
}

//! One of the two has gone: so does the other, when it has got what was said.
void WireCutter::over(Pair &pair)
{
    const QPointer<QTcpSocket> ends[] = {pair.up.from, pair.down.from};
    std::erase_if(m_pairs, [&pair](const auto &other) { return other.get() == &pair; });
    for (const QPointer<QTcpSocket> &end : ends) {
        if (!end)
            continue;
        end->disconnect(this);
        // Its own end is the last that is heard of it.
        connect(end, &QTcpSocket::disconnected, end, &QObject::deleteLater);
        if (end->state() == QAbstractSocket::UnconnectedState)
            end->deleteLater();
        else
            end->disconnectFromHost();
    }
}

} // namespace Holdfast
