// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qrect.h>
#include <QtCore/qtimer.h>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSettings;
class QWindow;
QT_END_NAMESPACE

//! Where the window was, what it spoke and how it looked, for the next time.
//!
//! What was changed is written within a second, so that it outlives a kill.
class WindowMemory : public QObject
{
    Q_OBJECT

public:
    //! \a file: an INI file; empty: the user's own settings of this program.
    explicit WindowMemory(const QString &file = {}, QObject *parent = nullptr);
    ~WindowMemory() override;

    //! Puts \a window, which was not shown yet, where it was, and remembers it from now on.
    void keep(QWindow *window);

    //! One of Languages::codes(); empty: as the system has it.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &code);
    //! light, dark, or empty: as the system has it.
    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);

    //! At once.
    void save();

    //! Where a window may be that was at \a frame: there, if enough of its top is on one of the
    //! \a screens to take hold of it. Else nowhere in particular.
    [[nodiscard]] static std::optional<QPoint> placeFor(const QRect &frame,
                                                        const QList<QRect> &screens);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void look();

    const std::unique_ptr<QSettings> m_settings;
    QPointer<QWindow> m_window;
    QTimer m_writing;
};
