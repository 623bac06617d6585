// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "window.h"

#include "options.h"
#include "relaunch.h"
#include "screenshots.h"
#include "temporaryqueue.h"

#include <QtCore/qloggingcategory.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qicon.h>
#include <QtQuick/qquickwindow.h>

#ifdef HOLDFAST_STATIC
#include <QtQml/qqmlextensionplugin.h>
Q_IMPORT_QML_PLUGIN(HoldfastPlugin)
#else
void qml_register_types_Holdfast(); // generated, in the module's library
#endif

namespace {

Stage::Settings settings(const Options &options)
{
    Stage::Settings settings;
    settings.queue
        = {.name = options.destination.queueName, .folder = options.destination.storageFolder};
    settings.lost = options.lost;
    if (!options.destination.queueName.isEmpty() || !options.screenshots.isEmpty())
        return settings; // the pictures are the same, whatever was left by a demo
    settings.queue.folder = temporaryQueueFolder();
    if (!settings.queue.folder.isEmpty())
        settings.queue.name = QStringLiteral("demo");
    return settings;
}

} // namespace

Window::Window(const Options &options)
    : m_stage(settings(options))
    , m_screenshotFolder(options.screenshots)
    , m_theme(options.theme)
{
    prepare();
}

Window::~Window() = default;

void Window::prepare()
{
#ifndef HOLDFAST_STATIC
    // Keeps the linker from leaving out the module, of which this program names nothing else.
    [[maybe_unused]] static const volatile auto module = &qml_register_types_Holdfast;
#endif
    // What the library says to developers is in the details of the banner. QT_LOGGING_RULES
    // overrules this.
    QLoggingCategory::setFilterRules(QStringLiteral("holdfast.*=false"));
    QIcon icon;
    for (const char *size : {"16", "32", "48", "256"})
        icon.addFile(u":/holdfast-demo/icons/holdfast-%1.png"_qs.arg(QLatin1StringView(size)));
    QGuiApplication::setWindowIcon(icon);
    QGuiApplication::setDesktopFileName(QStringLiteral("holdfast-demo"));
    // A style that looks the same everywhere, unless the user has a wish.
    if (qEnvironmentVariableIsEmpty("QT_QUICK_CONTROLS_STYLE"))
        qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
}

void Window::start()
{
    connect(&m_stage, &Stage::killWanted, this, &Window::killThisApp);
    m_engine.setInitialProperties({{QStringLiteral("stage"), QVariant::fromValue(&m_stage)},
                                   {QStringLiteral("theme"), m_theme}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt-project.org/imports/HoldfastDemo/Main.qml")));
    if (m_engine.rootObjects().isEmpty()) {
        Q_EMIT finished(EXIT_FAILURE);
        return;
    }
    if (m_screenshotFolder.isEmpty())
        return;
    auto *window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    m_screenshots = std::make_unique<Screenshots>(window, &m_stage, m_screenshotFolder);
    connect(m_screenshots.get(), &Screenshots::finished, this, &Window::finished);
    m_screenshots->start();
}

void Window::killThisApp()
{
    const NaiveLane *naive = m_stage.naive();
    Relaunch::killAndReplace(naive->sent() - naive->delivered());
}
