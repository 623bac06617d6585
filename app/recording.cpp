// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "recording.h"

#include "stage.h"

#include <QtQuick/qquickwindow.h>

#include "reconnectingwebsocket.h"

#include <cstdio>

using namespace Holdfast;
using namespace std::chrono_literals;

Recording::Recording(QQuickWindow *window, Stage *stage, const QString &folder)
    : m_window(window)
    , m_stage(stage)
    , m_folder(folder)
    , m_story(*stage)
{
    m_shutter.setTimerType(Qt::PreciseTimer);
    m_shutter.setInterval(Interval);
    connect(&m_shutter, &QTimer::timeout, this, &Recording::shoot);
    m_dwell.setSingleShot(true);
    connect(&m_dwell, &QTimer::timeout, &m_story, &Storyteller::goOn);
    connect(&m_story, &Storyteller::came, this, [this] { m_dwell.start(m_story.act().dwell); });
    connect(&m_story, &Storyteller::stuck, this, [this] {
        m_stuck = true;
        end();
    });
    connect(&m_story, &Storyteller::finished, this, &Recording::end);
}

Recording::~Recording() { m_writers.waitForDone(); }

void Recording::start()
{
    if (!m_folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "holdfast-demo: cannot make the folder %s\n",
                     qPrintable(m_folder.path()));
        Q_EMIT finished(EXIT_FAILURE);
        return;
    }
    m_window->setProperty("theme", QStringLiteral("light"));
    m_story.tell(script());
}

QList<Act> Recording::script()
{
    Weather *weather = m_stage->weather();
    HoldfastLane *lane = m_stage->holdfast();
    const auto connected
        = [lane, this] { return lane->isConnected() && m_stage->naive()->isConnected(); };
    const auto now = [] { return true; };
    return {
        {.arrange =
             [lane, this] {
                 Policy policy = lane->socket()->policy(); // whoever watches has even less time
                 policy.heartbeatInterval = 2s;
                 policy.heartbeatTimeout = 1s;
                 policy.connectTimeout = 2s;
                 lane->socket()->setPolicy(policy);
                 m_stage->setRate(3);
             },
         .ready = connected,
         .dwell = 300ms},
        {.arrange =
             [this] {
                 m_stage->reset();
                 m_stage->setTyping(true);
                 shoot();
                 m_shutter.start();
             },
         .ready = now,
         .dwell = 2500ms},
        {.arrange = [weather] { weather->setUnplugged(true); }, .ready = now, .dwell = 7s},
        {.arrange = [weather] { weather->setUnplugged(false); },
         .ready
         = [this] { return m_story.shows("back-online") && m_stage->naive()->isConnected(); },
         .dwell = 1500ms},
        {.arrange = [this] { m_stage->setTyping(false); },
         .ready = [this] { return m_story.isQuiet(); },
         .dwell = 1500ms},
    };
}

//! Pictures are written elsewhere, so that the show goes on.
void Recording::shoot()
{
    const QImage frame = m_window->grabWindow();
    const QString path
        = m_folder.filePath(QStringLiteral("%1.png").arg(++m_frames, 4, 10, QLatin1Char('0')));
    m_writers.start([this, frame, path] {
        if (!frame.save(path))
            m_written = false;
    });
}

void Recording::end()
{
    m_shutter.stop();
    m_story.stop();
    m_writers.waitForDone();
    if (m_stuck)
        std::fprintf(stderr, "holdfast-demo: the storm did not go as it should\n");
    if (!m_written)
        std::fprintf(stderr, "holdfast-demo: cannot write to %s\n", qPrintable(m_folder.path()));
    Q_EMIT finished(m_stuck || !m_written ? EXIT_FAILURE : EXIT_SUCCESS);
}
