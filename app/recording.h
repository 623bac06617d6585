// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storyteller.h"

#include <QtCore/qdir.h>
#include <QtCore/qobject.h>
#include <QtCore/qthreadpool.h>
#include <QtCore/qtimer.h>

#include <atomic>

QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE
class Stage;

//! Records the best of the storm, about a quarter of a minute, for an animation: DIR/0001.png, …,
//! one every Interval.
class Recording : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Interval{125};

    Recording(QQuickWindow *window, Stage *stage, const QString &folder);
    ~Recording() override;

    void start();

Q_SIGNALS:
    //! 1: a frame could not be written, or the storm did not go as it should.
    void finished(int exitCode);

private:
    [[nodiscard]] QList<Act> script();
    void shoot();
    void end();

    QQuickWindow *m_window;
    Stage *m_stage;
    QDir m_folder;
    Storyteller m_story;
    QTimer m_shutter;
    QTimer m_dwell;
    QThreadPool m_writers;
    int m_frames = 0;
    bool m_stuck = false;
    std::atomic<bool> m_written = true; //!< all of them
};
