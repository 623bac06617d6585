// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "typist.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace {

constexpr std::array Sentences{
    QT_TRANSLATE_NOOP("Typist", "Are you there?"),
    QT_TRANSLATE_NOOP("Typist", "I am on the train."),
    QT_TRANSLATE_NOOP("Typist", "There is a tunnel ahead."),
    QT_TRANSLATE_NOOP("Typist", "The order is for twelve."),
    QT_TRANSLATE_NOOP("Typist", "Please send it by Friday."),
    QT_TRANSLATE_NOOP("Typist", "The pump is at 80 %."),
    QT_TRANSLATE_NOOP("Typist", "Valve three is closed."),
    QT_TRANSLATE_NOOP("Typist", "Did you get my last one?"),
    QT_TRANSLATE_NOOP("Typist", "The lift doors are closing."),
    QT_TRANSLATE_NOOP("Typist", "See you at the harbour."),
};

} // namespace

Typist::Typist(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(std::chrono::milliseconds(1000) / m_rate);
    connect(&m_timer, &QTimer::timeout, this, &Typist::type);
}

bool Typist::setTyping(bool typing)
{
    if (isTyping() == typing)
        return false;
    if (typing)
        m_timer.start();
    else
        m_timer.stop();
    return true;
}

bool Typist::setRate(int rate)
{
    rate = std::clamp(rate, 1, MaxRate);
    if (m_rate == rate)
        return false;
    m_rate = rate;
    m_timer.setInterval(std::chrono::milliseconds(1000) / m_rate);
    return true;
}

void Typist::type()
{
    Q_EMIT typed(tr(Sentences.at(m_next)));
    m_next = (m_next + 1) % Sentences.size();
}
