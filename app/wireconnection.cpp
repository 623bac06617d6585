// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "wireconnection.h"

#include "wire.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

WireConnection::WireConnection(qintptr client, Wire &wire)
    : QObject(&wire)
    , m_wire(wire)
{
    m_age.start();
    for (QTimer *timer : {&m_arrival, &m_syn}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_arrival, &QTimer::timeout, this, [this] { arrive(); });
    connect(&m_syn, &QTimer::timeout, this, &WireConnection::dial);
    connect(&m_wire, &Wire::pulled, this, &WireConnection::cut);
    connect(&m_wire, &Wire::pluggedIn, this, &WireConnection::dialAtTheNextSyn);

    m_up.from = std::make_unique<WireEnd>(client);
    listenTo(m_up);
    if (!m_wire.isUnplugged())
        dial();
}

void WireConnection::listenTo(Direction &direction)
{
    WireEnd *end = direction.from.get();
    connect(end, &WireEnd::received, this, [this, &direction](const QByteArray &bytes) {
        m_spoken = true;
        carry(direction, bytes);
    });
    connect(end, &WireEnd::finished, this, [this, &direction] {
        direction.finished = true;
        carry(direction, {}, End::Finish);
    });
    connect(end, &WireEnd::wasReset, this, [this, &direction] {
        direction.finished = true;
        if (m_cut) {
            speakInVain(direction);
        } else if (&direction == &m_up) {
            // Overtakes what was on its way: who resets a connection wants nothing of it delivered.
            if (m_down.from)
                m_down.from->reset();
            dissolve();
        } else if (!m_spoken) {
            refuse();
        } else {
            carry(direction, {}, End::Reset);
        }
    });
}

void WireConnection::dial()
{
    const auto server = m_wire.target() != 0 ? WireEnd::dial(m_wire.target()) : std::nullopt;
    if (!server)
        return refuse();
    m_down.from = std::make_unique<WireEnd>(*server);
    listenTo(m_down);
    arrive();
}

void WireConnection::dialAtTheNextSyn()
{
    if (m_cut || m_down.from)
        return;
    const milliseconds age(m_age.elapsed());
    milliseconds next = 1s;
    while (next <= age)
        next = 2 * next + 1s;
    m_syn.start(next - age);
}

void WireConnection::cut()
{
    m_syn.stop();
    if (!m_down.from)
        return; // a dial: its SYN was lost, and will be repeated
    m_cut = true;
    m_up.parcels.clear();
    m_down.parcels.clear();
    m_arrival.stop();
}

void WireConnection::carry(Direction &direction, const QByteArray &bytes, End end)
{
    if (m_cut)
        return speakInVain(direction);
    if (m_refused) {
        m_up.from->reset();
        return dissolve();
    }
    milliseconds due = milliseconds(m_age.elapsed()) + m_wire.latency();
    if (!direction.parcels.empty())
        due = std::max(due, direction.parcels.back().due);
    direction.parcels.push_back({.due = due, .bytes = bytes, .end = end});
    arrive();
}

//! Whoever speaks on a connection that nobody knows any more.
void WireConnection::speakInVain(Direction &direction)
{
    if (!m_wire.isUnplugged()) {
        direction.from->reset();
        direction.finished = true;
    }
    if (m_up.finished && m_down.finished)
        dissolve();
}

void WireConnection::arrive()
{
    if (!m_down.from)
        return;
    arrive(m_up, *m_down.from);
    arrive(m_down, *m_up.from);
    if (m_up.finished && m_down.finished && m_up.parcels.empty() && m_down.parcels.empty())
        return dissolve();
    auto next = milliseconds::max();
    for (const Direction *direction : {&m_up, &m_down}) {
        if (!direction->parcels.empty())
            next = std::min(next, direction->parcels.front().due);
    }
    if (next != milliseconds::max())
        m_arrival.start(std::max(next - milliseconds(m_age.elapsed()), 0ms));
}

void WireConnection::arrive(Direction &direction, WireEnd &to)
{
    const milliseconds now(m_age.elapsed());
    while (!direction.parcels.empty() && direction.parcels.front().due <= now) {
        const Parcel parcel = std::move(direction.parcels.front());
        direction.parcels.pop_front();
        to.write(parcel.bytes);
        if (parcel.end == End::Finish)
            to.finish();
        if (parcel.end == End::Reset) {
            to.reset();
            m_up.finished = m_down.finished = true;
            m_up.parcels.clear();
            m_down.parcels.clear();
        }
    }
}

//! Nobody is there. A client may be told when it has spoken: QTcpSocket (6.4) stays ConnectingState
//! if a reset comes before it has noticed that it is connected.
void WireConnection::refuse()
{
    m_refused = true;
    if (m_spoken) {
        m_up.from->reset();
        dissolve();
    }
}

void WireConnection::dissolve()
{
    m_arrival.stop();
    m_syn.stop();
    disconnect(&m_wire, nullptr, this, nullptr);
    deleteLater();
}
