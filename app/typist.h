// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

//! Types short sentences, one after the other.
class Typist : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxRate = 100;

    explicit Typist(QObject *parent = nullptr);

    [[nodiscard]] bool isTyping() const { return m_timer.isActive(); }
    //! False if it was so already.
    bool setTyping(bool typing);
    //! Sentences per second, 1 to MaxRate (clamped).
    [[nodiscard]] int rate() const { return m_rate; }
    //! False if it was so already.
    bool setRate(int rate);

Q_SIGNALS:
    void typed(const QString &text);

private:
    void type();

    QTimer m_timer;
    int m_rate = 5;
    std::size_t m_next = 0;
};
