// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "stage.h"

#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr auto HearingTime = 1s;

} // namespace

Stage::Stage(QObject *parent)
    : Stage(Settings(), parent)
{
}

Stage::Stage(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_weather(settings.program)
    , m_naive(m_weather, settings.naive)
    , m_holdfast(m_weather, settings.policy, settings.queue)
    , m_participant(settings.company)
{
    connect(&m_participant, &Participant::saidInPlain, this,
            [this](quint64 number) { expectLater(m_naive, number); });
    connect(&m_participant, &Participant::saidInEnvelope, this,
            [this](quint64 number) { expectLater(m_holdfast, number); });
    for (Lane *lane : {static_cast<Lane *>(&m_naive), static_cast<Lane *>(&m_holdfast)}) {
        connect(
            lane, &Lane::connectedChanged, this,
            [this, lane] { lane->joinAfter(m_participant.lastNumber()); },
            Qt::SingleShotConnection);
    }
    m_naive.mourn(settings.lost);
    connect(&m_holdfast, &HoldfastLane::recalled, this, &Stage::goOn);
    if (m_holdfast.isRecalled())
        goOn();
    connect(&m_typist, &Typist::typed, this, &Stage::say);
    connect(
        &m_weather, &Weather::readyChanged, this,
        [this] {
            m_naive.open();
            m_holdfast.open();
            m_participant.open(m_weather.serverUrl(QStringLiteral("company")),
                               m_weather.serverUrl(QStringLiteral("company")));
        },
        Qt::SingleShotConnection);
    m_participant.setTalking(true);
    m_weather.setServerUp(true);
}

void Stage::setTyping(bool typing)
{
    if (m_typist.setTyping(typing))
        Q_EMIT typingChanged();
}

void Stage::setRate(int rate)
{
    if (m_typist.setRate(rate))
        Q_EMIT rateChanged();
}

void Stage::setCompany(bool company)
{
    if (m_participant.setTalking(company))
        Q_EMIT companyChanged();
}

//! What was said takes its time over the wire.
void Stage::expectLater(Lane &lane, quint64 number)
{
    QTimer::singleShot(HearingTime + 2 * std::chrono::milliseconds(m_weather.latency()), &lane,
                       [&lane, number] { lane.expect(number); });
}

//! Both lanes number alike.
void Stage::goOn()
{
    const quint64 last = qMax(m_naive.lastNumber(), m_holdfast.lastNumber());
    m_naive.continueAfter(last);
    m_holdfast.continueAfter(last);
    for (const QString &text : std::exchange(m_early, {}))
        say(text);
}

void Stage::say(const QString &text)
{
    if (!m_holdfast.isRecalled())
        return m_early.append(text);
    m_naive.say(text);
    m_holdfast.say(text);
}

void Stage::reset()
{
    m_naive.reset();
    m_holdfast.reset();
}
