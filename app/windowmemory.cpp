// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "windowmemory.h"

#include <QtCore/qsettings.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qscreen.h>
#include <QtGui/qwindow.h>

#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr QSize Handle(120, 32); // what must be seen of a title bar

QString placeKey() { return QStringLiteral("window/position"); }
QString sizeKey() { return QStringLiteral("window/size"); }
QString maximizedKey() { return QStringLiteral("window/maximized"); }
QString languageKey() { return QStringLiteral("language"); }
QString themeKey() { return QStringLiteral("theme"); }

} // namespace

WindowMemory::WindowMemory(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file.isEmpty() ? std::make_unique<QSettings>(QStringLiteral("Holdfast"),
                                                              QStringLiteral("holdfast-demo"))
                                : std::make_unique<QSettings>(file, QSettings::IniFormat))
{
    m_writing.setSingleShot(true);
    m_writing.setInterval(500ms);
    connect(&m_writing, &QTimer::timeout, this, [this] {
        look();
        save();
    });
}

WindowMemory::~WindowMemory()
{
    if (!m_writing.isActive())
        return;
    look();
    save();
}

void WindowMemory::keep(QWindow *window)
{
    m_window = window;
    restore();
    // Looked at when it has come to rest: on its way to the whole screen it is large before it is
    // maximised.
    const auto wait = [this] { m_writing.start(); };
    connect(window, &QWindow::xChanged, this, wait);
    connect(window, &QWindow::yChanged, this, wait);
    connect(window, &QWindow::widthChanged, this, wait);
    connect(window, &QWindow::heightChanged, this, wait);
    connect(window, &QWindow::visibilityChanged, this, wait);
    window->installEventFilter(this);
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close)
        look(); // the last time that there is something to be seen
    return QObject::eventFilter(watched, event);
}

void WindowMemory::restore()
{
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens += screen->availableGeometry();
    QSize size = m_settings->value(sizeKey()).toSize();
    if (size.isValid()) {
        // A screen may have gone, and another may be smaller.
        QSize largest = m_window->minimumSize();
        for (const QRect &screen : std::as_const(screens))
            largest = largest.expandedTo(screen.size());
        size = size.expandedTo(m_window->minimumSize()).boundedTo(largest);
        m_window->resize(size);
    }
    const QVariant position = m_settings->value(placeKey());
    if (position.canConvert<QPoint>()) {
        if (const auto place = placeFor({position.toPoint(), m_window->size()}, screens))
            m_window->setFramePosition(*place);
    }
    if (m_settings->value(maximizedKey()).toString() == QStringLiteral("true"))
        m_window->setWindowStates(Qt::WindowMaximized);
}

std::optional<QPoint> WindowMemory::placeFor(const QRect &frame, const QList<QRect> &screens)
{
    const QRect top(frame.topLeft(), QSize(frame.width(), Handle.height()));
    for (const QRect &screen : screens) {
        const QRect seen = screen.intersected(top);
        if (seen.width() >= Handle.width() && seen.height() >= Handle.height())
            return frame.topLeft();
    }
    return std::nullopt;
}

void WindowMemory::look()
{
    if (!m_window)
        return;
    const QWindow::Visibility visibility = m_window->visibility();
    if (visibility != QWindow::Windowed && visibility != QWindow::Maximized)
        return; // hidden or minimised is not how anybody wants it back
    m_settings->setValue(maximizedKey(), visibility == QWindow::Maximized);
    if (visibility == QWindow::Maximized)
        return; // its own size is that of before
    m_settings->setValue(placeKey(), m_window->framePosition());
    m_settings->setValue(sizeKey(), m_window->size());
}

QString WindowMemory::language() const { return m_settings->value(languageKey()).toString(); }

void WindowMemory::setLanguage(const QString &code)
{
    if (code == language())
        return;
    m_settings->setValue(languageKey(), code);
    m_writing.start();
}

QString WindowMemory::theme() const
{
    const QString theme = m_settings->value(themeKey()).toString();
    return theme == QStringLiteral("light") || theme == QStringLiteral("dark") ? theme : QString();
}

void WindowMemory::setTheme(const QString &theme)
{
    if (theme == this->theme())
        return;
    m_settings->setValue(themeKey(), theme);
    m_writing.start();
}

void WindowMemory::save()
{
    m_writing.stop();
    m_settings->sync();
}
