// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "storyteller.h"

#include "scenes.h"
#include "stage.h"

#include <QtCore/qstring.h>

#include "reconnectingwebsocket.h"

using namespace Holdfast;
using namespace std::chrono_literals;

Storyteller::Storyteller(Stage &stage)
    : m_stage(stage)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(60s);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_waiting = false;
        Q_EMIT stuck();
    });
    m_glance.setSingleShot(true);
    m_glance.setInterval(0ms);
    connect(&m_glance, &QTimer::timeout, this, &Storyteller::look);
    m_status.setSocket(stage.holdfast()->socket());
    const auto glance = [this] { m_glance.start(); };
    connect(&m_status, &ConnectionStatus::visibleChanged, this, glance);
    connect(&m_status, &ConnectionStatus::textChanged, this, glance);
    connect(&m_status, &ConnectionStatus::pendingChanged, this, glance);
    connect(stage.holdfast(), &Lane::deliveredChanged, this, glance);
    connect(stage.holdfast(), &Lane::missedChanged, this, glance);
    connect(stage.holdfast()->socket(), &ReconnectingWebSocket::snapshotChanged, this, glance);
}

void Storyteller::tell(const QList<Act> &acts)
{
    m_acts = acts;
    begin(0);
}

void Storyteller::goOn() { begin(m_current + 1); }

void Storyteller::goBack() { begin(qMax<qsizetype>(m_current - 1, 0)); }

void Storyteller::stop()
{
    m_waiting = false;
    m_patience.stop();
    m_acts.clear();
}

void Storyteller::begin(qsizetype act)
{
    m_patience.stop();
    m_current = act;
    if (act >= m_acts.size()) {
        m_waiting = false;
        Q_EMIT finished();
        return;
    }
    m_patience.start();
    m_waiting = true;
    m_acts.at(act).arrange();
    m_glance.start();
}

void Storyteller::look()
{
    Q_EMIT looked();
    if (!m_waiting || !isReady())
        return;
    m_waiting = false;
    m_patience.stop();
    Q_EMIT came();
}

bool Storyteller::shows(const char *scene) const
{
    return Scenes::shows(m_status, QLatin1StringView(scene));
}

bool Storyteller::isQuiet() const
{
    const HoldfastLane *lane = m_stage.holdfast();
    return !m_status.isVisible() && lane->isConnected() && lane->delivered() == lane->sent();
}
