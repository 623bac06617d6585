// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storyteller.h"
#include "tourreport.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

class Stage;
class Warnings;

//! A storm, to be watched: through everything that can happen to a connection, in about half a
//! minute. It prints a line for each act, and at the end whether the promises held.
class Tour : public QObject
{
    Q_OBJECT

public:
    //! The stage has a queue in \a scratch, a folder of its own.
    Tour(Stage *stage, const Warnings *warnings, const QString &scratch);

    //! Takes back what waits in the right lane during an outage, and so breaks a promise: whoever
    //! tests the judge wants to see it judge.
    void cheat() { m_cheats = true; }
    void start();

Q_SIGNALS:
    //! 0: the promises held, and every act came about.
    void finished(int exitCode);

private:
    [[nodiscard]] QList<Act> script();
    [[nodiscard]] QList<Act> wire();
    [[nodiscard]] QList<Act> queue();
    [[nodiscard]] QList<Act> server();
    [[nodiscard]] QList<Act> network();
    [[nodiscard]] QList<Act> ending();
    [[nodiscard]] Act scene(const char *name, const QString &title,
                            std::function<void()> arrange) const;
    [[nodiscard]] Act between(std::function<void()> arrange, std::function<bool()> ready) const;
    [[nodiscard]] Act calm(std::function<void()> arrange) const;
    [[nodiscard]] bool isEverythingDelivered() const;
    void note(bool came);
    void judge();

    Stage *m_stage;
    const Warnings *m_warnings;
    QString m_scratch;
    Storyteller m_story;
    TourReport m_report;
    QTimer m_dwell;
    bool m_cheats = false;
};
