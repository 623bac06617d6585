// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "weather.h"

#include <algorithm>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

// Of an announced restart.
constexpr auto Absence = 4s;
constexpr auto ReturnSpread = 2s;

} // namespace

Weather::Weather(const QString &program, QObject *parent)
    : QObject(parent)
    , m_server(program)
{
    connect(&m_server, &ServerProcess::ready, this, [this] {
        m_wire.setTarget(static_cast<quint16>(m_server.url().port()));
        if (m_frozen)
            m_server.freeze();
        setReady(true);
    });
    connect(&m_server, &ServerProcess::received, this,
            [this](const QString &text, const QString &lane) { Q_EMIT received(lane, text); });
    connect(&m_server, &ServerProcess::failed, this, [this](const QString &why) {
        setProblem(why);
        setServerUp(false);
    });
    connect(&m_portal, &Portal::signedIn, this, [this] {
        if (m_network == Network::Captive)
            setNetwork(Network::Online);
    });
    updateWire();
}

Weather::~Weather() { m_server.disconnect(this); } // it has last words, and we have no ears

void Weather::setUnplugged(bool unplugged)
{
    if (isUnplugged() == unplugged)
        return;
    m_unplugged = unplugged;
    updateWire();
    Q_EMIT unpluggedChanged();
    updatePasses();
}

void Weather::setNetwork(Network network)
{
    if (m_network == network)
        return;
    m_network = network;
    updateWire();
    report(); // what is said is so
    Q_EMIT networkChanged();
    updatePasses();
}

void Weather::changeNetwork()
{
    m_medium
        = m_medium == TransportMedium::WiFi ? TransportMedium::Cellular : TransportMedium::WiFi;
    // Address and NAT are new.
    m_wire.setUnplugged(true);
    updateWire();
    report();
}

void Weather::setServerUp(bool up)
{
    if (m_serverUp == up)
        return;
    m_serverUp = up;
    if (up) {
        setProblem({});
        m_server.start();
    } else {
        m_server.kill();
        setReady(false);
    }
    Q_EMIT serverUpChanged();
}

void Weather::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    if (m_ready && frozen)
        m_server.freeze();
    else if (m_ready)
        m_server.thaw();
    Q_EMIT frozenChanged();
    updatePasses();
}

void Weather::setRefusing(bool refusing)
{
    if (m_refusing == refusing)
        return;
    m_refusing = refusing;
    tellFault();
    Q_EMIT refusingChanged();
}

void Weather::setCloseCode(int code)
{
    if (m_closeCode == code || (code != 0 && !Fault::isCloseCode(code)))
        return;
    m_closeCode = code;
    tellFault();
    Q_EMIT closeCodeChanged();
}

void Weather::restartServer() { m_server.restart(Absence, ReturnSpread); }

void Weather::setLatency(int latency)
{
    latency = std::clamp(latency, 0, 5000);
    if (this->latency() == latency)
        return;
    m_wire.setLatency(std::chrono::milliseconds(latency));
    Q_EMIT latencyChanged();
}

QUrl Weather::url(const QString &lane) const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/%2").arg(m_wire.serverPort()).arg(lane));
}

QUrl Weather::farUrl(const QString &lane)
{
    return QUrl(QStringLiteral("ws://chat.holdfast.example/") + lane);
}

QUrl Weather::serverUrl(const QString &path) const
{
    QUrl url = m_server.url();
    url.setPath(QLatin1Char('/') + path);
    return url;
}

void Weather::setReady(bool ready)
{
    if (m_ready == ready)
        return;
    m_ready = ready;
    Q_EMIT readyChanged();
    updatePasses();
}

void Weather::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void Weather::tellFault()
{
    using Kind = Fault::Kind;
    const Kind kind = m_refusing ? Kind::Refuse : m_closeCode != 0 ? Kind::Close : Kind::None;
    m_server.setFault(
        {.kind = kind,
         .closeCode = kind == Kind::Close ? static_cast<quint16>(m_closeCode) : quint16(0)});
}

void Weather::updateWire()
{
    m_wire.setUnplugged(m_unplugged || m_network != Network::Online);
    m_door.setTarget(m_network == Network::Online        ? m_wire.serverPort()
                         : m_network == Network::Captive ? m_portal.serverPort()
                                                         : quint16(0));
}

void Weather::report()
{
    NetworkFacts facts{.reachability = Reachability::Online, .medium = m_medium};
    if (m_network == Network::Lost)
        facts = {.reachability = Reachability::Disconnected};
    else if (m_network == Network::Captive)
        facts
            = {.reachability = Reachability::Site, .behindCaptivePortal = true, .medium = m_medium};
    m_monitor.say(facts);
}

void Weather::updatePasses()
{
    const bool passes = !m_unplugged && m_network == Network::Online && m_ready && !m_frozen;
    if (m_passes == passes)
        return;
    m_passes = passes;
    Q_EMIT passesChanged();
}
