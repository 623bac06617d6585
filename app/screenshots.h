// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qdir.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include "connectionstatus.h"

#include <functional>

class QQuickWindow;
class Stage;

//! Brings the connection into each state that can be shown, by real weather, and saves a picture of
//! the window in light and in dark: DIR/light-lost.png, DIR/dark-lost.png, …
class Screenshots : public QObject
{
    Q_OBJECT

public:
    Screenshots(QQuickWindow *window, Stage *stage, const QString &folder);

    void start();

Q_SIGNALS:
    //! 0: all were taken. 1: one state did not come, or a file could not be written; stderr says
    //! which.
    void finished(int exitCode);

private:
    struct Shot
    {
        QString name;
        std::function<void()> arrange;
        std::function<bool()> ready;
    };

    [[nodiscard]] QList<Shot> script();
    void next();
    void look();
    void take();
    void giveUp(const QString &why);
    [[nodiscard]] bool says(const char *beginning) const;
    [[nodiscard]] bool isQuiet() const;

    QQuickWindow *m_window;
    Stage *m_stage;
    QDir m_folder;
    Holdfast::ConnectionStatus m_status; //!< sees what the banner sees
    QList<Shot> m_shots;
    int m_current = -1;
    QTimer m_settled; //!< the banner has slid into its place
    QTimer m_patience;
};
