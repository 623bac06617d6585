// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "impostor.h"
#include "storyteller.h"

#include <QtCore/qdir.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

class Languages;
QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE
class Stage;

//! Brings the connection into each state that can be shown, by real weather, and saves pictures of
//! the window: DIR/light-lost.png, dark-lost.png, and in other languages de-lost.png, ar-lost.png.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    //! The stage has a queue in \a scratch, a folder of its own.
    Screenshots(QQuickWindow *window, Stage *stage, Languages *languages, const QString &folder,
                const QString &scratch);

    //! The files that there will be.
    [[nodiscard]] static QStringList fileNames();

    void start();

Q_SIGNALS:
    //! 0: all were taken. 1: one state did not come, or a file could not be written; stderr says
    //! which.
    void finished(int exitCode);

private:
    [[nodiscard]] QList<Act> script();
    [[nodiscard]] QList<Act> beginning();
    [[nodiscard]] QList<Act> trouble();
    [[nodiscard]] QList<Act> outage();
    [[nodiscard]] QList<Act> networks();
    [[nodiscard]] QList<Act> server();
    [[nodiscard]] QList<Act> failures();
    [[nodiscard]] Act scene(const char *name, std::function<void()> arrange) const;
    [[nodiscard]] Act quietly(std::function<void()> arrange) const;
    void say(const QStringList &lines);
    void pose();
    void take();
    void dress(const QString &theme, const QString &language);
    void giveUp(const QString &why);

    QQuickWindow *m_window;
    Stage *m_stage;
    Languages *m_languages;
    QDir m_folder;
    QString m_scratch;
    Impostor m_impostor;
    Storyteller m_story;
    int m_look = 0; //!< which one is next
    int m_waits = 0; //!< for it to be seen again
    int m_misses = 0; //!< that what was to be seen was gone too soon
    QTimer m_still; //!< until everything is in its place
};
