// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "languages.h"
#include "options.h"
#include "stage.h"
#include "windowmemory.h"

#include <QtCore/qobject.h>
#include <QtCore/qtemporarydir.h>
#include <QtQml/qqmlapplicationengine.h>

#include <memory>

class Recording;
class Screenshots;
class Tour;
class Warnings;
QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

//! The desktop window: loads the scene and puts it on the stage.
class Window : public QObject
{
    Q_OBJECT

public:
    explicit Window(const Options &options);
    ~Window() override;

    //! What every window of the demo needs: icon, style, quiet.
    static void prepare();

    void start();

    [[nodiscard]] Stage *stage() { return &m_stage; }
    [[nodiscard]] Languages *languages() { return &m_languages; }
    //! After start(); null if the scene could not be loaded.
    [[nodiscard]] QQuickWindow *scene() const;

Q_SIGNALS:
    void finished(int exitCode);

private:
    [[nodiscard]] Stage::Settings settings() const;
    void remember();
    Q_SLOT void rememberTheme();
    void killThisApp();
    void playScript();
    template <typename Script> void play(std::unique_ptr<Script> &script);

    const Options m_options;
    std::unique_ptr<QTemporaryDir> m_scratch; //!< for the queue of a script
    // The engine goes before what its scene is about.
    Stage m_stage;
    Languages m_languages{&m_engine};
    QQmlApplicationEngine m_engine;
    std::unique_ptr<WindowMemory> m_memory; //!< none for a script
    std::unique_ptr<Warnings> m_warnings;
    std::unique_ptr<Screenshots> m_screenshots;
    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Tour> m_tour;
    QString m_theme;
};
