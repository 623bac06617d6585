// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "languages.h"
#include "options.h"
#include "stage.h"

#include <QtCore/qobject.h>
#include <QtCore/qtemporarydir.h>
#include <QtQml/qqmlapplicationengine.h>

class Recording;
class Screenshots;
class Tour;
class Warnings;

//! The desktop window: loads the scene and puts it on the stage.
class Window : public QObject
{
    Q_OBJECT

public:
    explicit Window(const Options &options);
    ~Window() override;

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void killThisApp();
    void playScript();
    template <typename Script> void play(std::unique_ptr<Script> &script);
    [[nodiscard]] Stage::Settings settings(const Options &options) const;

    std::unique_ptr<QTemporaryDir> m_scratch; //!< for the queue of a script
    Stage m_stage;
    QQmlApplicationEngine m_engine; //!< after the stage, so that it is gone before it
    Languages m_languages{&m_engine};
    const Options m_options;
    std::unique_ptr<Warnings> m_warnings;
    std::unique_ptr<Screenshots> m_screenshots;
    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<Tour> m_tour;
    QString m_theme;
};
