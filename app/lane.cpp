// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "lane.h"

#include "participant.h"
#include "weather.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qcoreevent.h>

using namespace std::chrono_literals;

Lane::Lane(const QString &name, const QString &title, Weather &weather, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_title(title)
    , m_weather(weather)
{
    connect(&m_weather, &Weather::passesChanged, this, &Lane::updateDowntime);
    connect(&m_weather, &Weather::received, this, [this](const QString &lane, const QString &text) {
        if (lane == m_name)
            read(text);
    });
    m_tick.setInterval(250ms);
    connect(&m_tick, &QTimer::timeout, this, &Lane::downtimeChanged);
    QCoreApplication::instance()->installEventFilter(this); // only it hears of another language
}

bool Lane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance())
        retranslate();
    return QObject::eventFilter(watched, event);
}

qint64 Lane::downtime() const { return m_downBefore + (m_down.isValid() ? m_down.elapsed() : 0); }

void Lane::open()
{
    m_opened = true;
    updateDowntime();
    dial(m_weather.url(m_name));
}

void Lane::say(const QString &text)
{
    const quint64 number = m_lastNumber + 1;
    recall(number, text);
    send(number, QStringLiteral("%1 %2").arg(number).arg(text));
}

void Lane::recall(quint64 number, const QString &text)
{
    m_lastNumber = number;
    m_messages.append(number, text);
    judge([&] { m_score.typed(number); });
}

void Lane::mourn(int count)
{
    judge([&] {
        for (int i = 0; i < count; ++i) {
            m_score.typed(++m_lastNumber);
            m_score.gaveUp(m_lastNumber);
        }
    });
}

void Lane::joinAfter(quint64 number) { m_joinedAfter = number; }

void Lane::expect(quint64 number)
{
    if (number <= m_joinedAfter || m_heard.contains(number) || m_unheard.contains(number))
        return;
    m_unheard.insert(number);
    Q_EMIT missedChanged();
}

void Lane::hear(const QString &frame)
{
    const quint64 number = Participant::numberOf(frame);
    if (number == 0 || m_heard.contains(number))
        return;
    m_heard.insert(number);
    const bool missed = m_unheard.remove(number);
    m_messages.hear(Participant::textOf(frame), missed);
    if (missed)
        Q_EMIT missedChanged();
}

void Lane::reset()
{
    m_heard.clear();
    m_unheard.clear();
    Q_EMIT missedChanged();
    m_messages.clear();
    m_downBefore = 0;
    if (m_down.isValid())
        m_down.restart();
    judge([this] { m_score = {}; });
    Q_EMIT downtimeChanged();
}

void Lane::setTitle(const QString &title)
{
    if (m_title == title)
        return;
    m_title = title;
    Q_EMIT titleChanged();
}

void Lane::setConnected(bool connected)
{
    if (m_connected == connected)
        return;
    m_connected = connected;
    Q_EMIT connectedChanged();
    updateDowntime();
}

void Lane::setStateText(const QString &text)
{
    if (m_stateText == text)
        return;
    m_stateText = text;
    Q_EMIT stateTextChanged();
}

void Lane::giveUp(quint64 number)
{
    judge([&] { m_score.gaveUp(number); });
    if (m_score.isLost(number))
        mark(number, Mark::Lost);
}

quint64 Lane::numberOf(const QString &frame)
{
    return QStringView(frame).left(frame.indexOf(u' ')).toULongLong();
}

void Lane::read(const QString &frame)
{
    const quint64 number = numberOf(frame);
    judge([&] { m_score.seen(number); });
    m_messages.setSeen(number, m_score.copies(number), m_score.isLate(number));
    seen(number);
}

//! Says afterwards what has changed.
void Lane::judge(const std::function<void()> &change)
{
    const int sentBefore = sent();
    const int deliveredBefore = delivered();
    const int lostBefore = lost();
    const int duplicatedBefore = duplicated();
    const int outOfOrderBefore = outOfOrder();
    change();
    if (sent() != sentBefore)
        Q_EMIT sentChanged();
    if (delivered() != deliveredBefore)
        Q_EMIT deliveredChanged();
    if (lost() != lostBefore)
        Q_EMIT lostChanged();
    if (duplicated() != duplicatedBefore)
        Q_EMIT duplicatedChanged();
    if (outOfOrder() != outOfOrderBefore)
        Q_EMIT outOfOrderChanged();
}

void Lane::updateDowntime()
{
    const bool down = m_opened && !(m_connected && m_weather.passes());
    if (down == m_down.isValid())
        return;
    if (down) {
        m_down.start();
        m_tick.start();
    } else {
        m_downBefore += m_down.elapsed();
        m_down.invalidate();
        m_tick.stop();
    }
    Q_EMIT downtimeChanged();
}
