// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include "connectionstatus.h"

#include <chrono>
#include <functional>

class Stage;

//! Something to arrange, and when it has come about.
struct Act
{
    QString name; //!< empty: it only brings about what the next one starts from
    std::function<void()> arrange;
    std::function<bool()> ready;
    QString title; //!< for people
    std::chrono::milliseconds dwell{0}; //!< how long it should be looked at
    bool fleeting = false; //!< it does not come again by itself
};

//! Brings one act after the other upon the stage, by real weather.
class Storyteller : public QObject
{
    Q_OBJECT

public:
    explicit Storyteller(Stage &stage);

    //! How long an act may take to come.
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }
    //! The first of \a acts is arranged.
    void tell(const QList<Act> &acts);
    //! The next one; finished() if there is none.
    void goOn();
    //! The one before it again: what had come is gone.
    void goBack();
    void stop();

    //! Only while it tells.
    [[nodiscard]] const Act &act() const { return m_acts.at(m_current); }
    //! What the act waits for is so at this moment.
    [[nodiscard]] bool isReady() const { return act().ready(); }
    //! Sees what the banner sees.
    [[nodiscard]] const Holdfast::ConnectionStatus &status() const { return m_status; }
    [[nodiscard]] bool shows(const char *scene) const;
    //! Connected, everything delivered, nothing to say.
    [[nodiscard]] bool isQuiet() const;

Q_SIGNALS:
    //! The act is ready. goOn() is up to you.
    void came();
    //! Patience is at its end. Nothing more happens until goOn().
    void stuck();
    void finished();
    //! The status or the connection is another one.
    void looked();

private:
    void begin(qsizetype act);
    void look();

    Stage &m_stage;
    Holdfast::ConnectionStatus m_status;
    QList<Act> m_acts;
    qsizetype m_current = -1;
    bool m_waiting = false;
    QTimer m_patience;
    QTimer m_glance; //!< in a turn of its own
};
