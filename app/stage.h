// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastlane.h"
#include "naivelane.h"
#include "participant.h"
#include "typist.h"
#include "weather.h"

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtQml/qqmlregistration.h>

//! Two lanes under the same weather and the same typing.
//!
//! Each message goes over the wire as "<number> <text>", so that the server's record can be
//! matched.
class Stage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Weather *weather READ weather CONSTANT FINAL)
    Q_PROPERTY(NaiveLane *naive READ naive CONSTANT FINAL)
    Q_PROPERTY(HoldfastLane *holdfast READ holdfast CONSTANT FINAL)
    Q_PROPERTY(bool typing READ isTyping WRITE setTyping NOTIFY typingChanged FINAL)
    Q_PROPERTY(bool company READ hasCompany WRITE setCompany NOTIFY companyChanged FINAL)
    Q_PROPERTY(int rate READ rate WRITE setRate NOTIFY rateChanged FINAL)

public:
    struct Settings
    {
        QString program; //!< that serves; empty: the hub beside this program
        NaiveTimings naive;
        Participant::Timings company;
        Holdfast::Policy policy = HoldfastLane::impatient();
        HoldfastLane::Queue queue;
        int lost = 0; //!< what the naive lane of an earlier run did not deliver
    };

    //! The server starts, and when it is up the lanes connect.
    explicit Stage(QObject *parent = nullptr);
    explicit Stage(const Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] Weather *weather() { return &m_weather; }
    [[nodiscard]] NaiveLane *naive() { return &m_naive; }
    [[nodiscard]] HoldfastLane *holdfast() { return &m_holdfast; }

    [[nodiscard]] bool isTyping() const { return m_typist.isTyping(); }
    void setTyping(bool typing);
    //! Somebody else is there and talks. True at first.
    [[nodiscard]] bool hasCompany() const { return m_participant.isTalking(); }
    void setCompany(bool company);
    //! Sentences per second, 1 to 100 (clamped); 5 at first.
    [[nodiscard]] int rate() const { return m_typist.rate(); }
    void setRate(int rate);

    //! Over both lanes.
    Q_INVOKABLE void say(const QString &text);
    //! Both scores start from nothing; the weather stays.
    Q_INVOKABLE void reset();

Q_SIGNALS:
    //! Somebody wants to see this process killed.
    void killWanted();
    void typingChanged();
    void companyChanged();
    void rateChanged();

private:
    void goOn();
    void expectLater(Lane &lane, quint64 number);

    Weather m_weather;
    NaiveLane m_naive;
    HoldfastLane m_holdfast;
    Typist m_typist;
    Participant m_participant;
    QStringList m_early; //!< said before the queue was read
};
