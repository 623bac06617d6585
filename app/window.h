// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "languages.h"
#include "stage.h"
#include "windowmemory.h"

#include <QtCore/qobject.h>
#include <QtQml/qqmlapplicationengine.h>

class Screenshots;
QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE
struct Options;

//! The desktop window: loads the scene and puts it on the stage.
class Window : public QObject
{
    Q_OBJECT

public:
    explicit Window(const Options &options);
    ~Window() override;

    void start();
    //! After start(); null if the scene could not be loaded.
    [[nodiscard]] QQuickWindow *scene() const;
    [[nodiscard]] Stage *stage() { return &m_stage; }
    [[nodiscard]] Languages *languages() { return &m_languages; }

Q_SIGNALS:
    void finished(int exitCode);

private:
    void remember();
    void killThisApp();
    Q_SLOT void rememberTheme();

    // The engine goes before what its scene is about.
    Stage m_stage;
    Languages m_languages{&m_engine};
    QQmlApplicationEngine m_engine;
    std::unique_ptr<WindowMemory> m_memory; //!< none for a script
    std::unique_ptr<Screenshots> m_screenshots;
    QString m_screenshotFolder;
    QString m_theme;
    bool m_timesFirstFrame;
};
