// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "stage.h"

#include <QtCore/qobject.h>
#include <QtQml/qqmlapplicationengine.h>

class Screenshots;
struct Options;

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

Q_SIGNALS:
    void finished(int exitCode);

private:
    void killThisApp();

    Stage m_stage;
    QQmlApplicationEngine m_engine; //!< after the stage, so that it is gone before it
    std::unique_ptr<Screenshots> m_screenshots;
    QString m_screenshotFolder;
    QString m_theme;
};
