// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "wirecutter.h"

#include "loopback.h"

#include <QtNetwork/qnetworkproxy.h>

#include <algorithm>

namespace Holdfast {

WireCutter::WireCutter(const QUrl &server)
    : m_server(server)
    , m_listener(this)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no wire cutter: %s", qPrintable(m_listener.errorString()));
    connect(&m_listener, &QTcpServer::newConnection, this, &WireCutter::accept);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(1);
    connect(&m_tick, &QTimer::timeout, this, &WireCutter::releaseWhatIsDue);
}

//! The sockets say goodbye when they go, and nobody is to hear it then.
WireCutter::~WireCutter()
{
    for (QObject *owner : {static_cast<QObject *>(this), static_cast<QObject *>(&m_listener)}) {
        for (QTcpSocket *socket : owner->findChildren<QTcpSocket *>())
            socket->disconnect(this);
    }
}

QUrl WireCutter::url(const QString &path) const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/%2").arg(m_listener.serverPort()).arg(path));
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
        countThoseWhoAreHere();
        const auto up = [this, pair] { read(pair, Direction::ToServer); };
        const auto down = [this, pair] { read(pair, Direction::ToClient); };
        connect(client, &QTcpSocket::readyRead, this, up);
        connect(server, &QTcpSocket::readyRead, this, down);
        connect(server, &QTcpSocket::connected, this, up);
        connect(client, &QTcpSocket::disconnected, this, [this, pair] { over(*pair); });
        connect(server, &QTcpSocket::disconnected, this, [this, pair] { over(*pair); });
        connect(server, &QTcpSocket::errorOccurred, this, [this, pair] { over(*pair); });
        server->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_server.port()));
    }
}

void WireCutter::countThoseWhoAreHere()
{
    const auto here = std::count_if(m_pairs.begin(), m_pairs.end(), [](const auto &pair) {
        return pair->up.from && !Loopback::peerIsGone(pair->up.from);
    });
    m_mostAtOnce = std::max(m_mostAtOnce, static_cast<int>(here));
}

void WireCutter::read(const std::shared_ptr<Pair> &pair, Direction direction)
{
    Flow &flow = direction == Direction::ToServer ? pair->up : pair->down;
    if (pair->isCut || !flow.from || !flow.to
        || flow.to->state() != QAbstractSocket::ConnectedState)
        return;
    flow.held.push_back({QDeadlineTimer(m_latency, Qt::PreciseTimer), flow.from->readAll()});
    if (m_drip == 0)
        release(pair, direction);
    if (!flow.held.empty() && !m_tick.isActive())
        m_tick.start();
}

void WireCutter::releaseWhatIsDue()
{
    const auto pairs = m_pairs;
    for (const auto &pair : pairs) {
        release(pair, Direction::ToServer);
        release(pair, Direction::ToClient);
    }
    if (std::all_of(m_pairs.begin(), m_pairs.end(), [](const auto &pair) {
            return pair->isCut || (pair->up.held.empty() && pair->down.held.empty());
        }))
        m_tick.stop();
}

void WireCutter::release(const std::shared_ptr<Pair> &pair, Direction direction)
{
    Flow &flow = direction == Direction::ToServer ? pair->up : pair->down;
    qsizetype room = m_drip;
    while (!pair->isCut && flow.from && flow.to && !flow.held.empty()
           && flow.held.front().due.hasExpired()) {
        QByteArray data = std::move(flow.held.front().data);
        flow.held.pop_front();
        if (m_drip > 0 && data.size() > room)
            flow.held.push_front({QDeadlineTimer(0), data.mid(room)});
        if (m_drip > 0)
            data.truncate(room);
        room -= data.size();
        pass(pair, direction, std::move(data));
        if (m_drip > 0 && room <= 0)
            return;
    }
}

void WireCutter::pass(const std::shared_ptr<Pair> &pair, Direction direction, QByteArray data)
{
    Flow &flow = direction == Direction::ToServer ? pair->up : pair->down;
    if (flow.isMute)
        return;
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
        cut(*pair, pair->plan->how, direction);
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

void WireCutter::cut(How how, Direction direction)
{
    const auto pairs = m_pairs;
    for (const auto &pair : pairs) {
        if (!pair->isCut)
            cut(*pair, how, direction);
    }
}

void WireCutter::cut(Pair &pair, How how, Direction direction)
{
    ++m_cutCount;
    if (how == How::HalfEnd || how == How::HalfSilence) {
        Flow &flow = direction == Direction::ToServer ? pair.up : pair.down;
        flow.isMute = true;
        if (how == How::HalfEnd && flow.to)
            Loopback::endOurHalf(flow.to);
        return;
    }
    pair.isCut = true;
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
    for (const Flow *flow : {&pair.up, &pair.down}) {
        for (const Held &held : flow->held) {
            const bool mayPass = !flow->isMute && !pair.isCut && flow->to
                && flow->to->state() == QAbstractSocket::ConnectedState
                && flow->to->error() == QAbstractSocket::UnknownSocketError;
            if (mayPass)
                flow->to->write(held.data);
        }
    }
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
