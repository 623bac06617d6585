// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "window.h"

#include "firstframe.h"
#include "recording.h"
#include "relaunch.h"
#include "screenshots.h"
#include "temporaryqueue.h"
#include "tour.h"
#include "warnings.h"

#include <QtCore/qloggingcategory.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qicon.h>
#include <QtQuick/qquickwindow.h>

#include <cstdio>

#ifdef HOLDFAST_STATIC
#include <QtQml/qqmlextensionplugin.h>
Q_IMPORT_QML_PLUGIN(HoldfastPlugin)
#else
void qml_register_types_Holdfast(); // generated, in the module's library
#endif
void qml_register_types_HoldfastDemo(); // generated

Window::Window(const Options &options)
    : m_options(options)
    , m_scratch(options.isScripted() ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_stage(settings())
    , m_warnings(options.isScripted() ? std::make_unique<Warnings>() : nullptr)
    , m_theme(options.theme)
{
    prepare();
    if (options.isScripted())
        return;
    m_memory = std::make_unique<WindowMemory>();
    m_languages.setCurrent(m_memory->language());
    if (m_theme.isEmpty())
        m_theme = m_memory->theme();
}

Window::~Window() = default;

void Window::prepare()
{
    [[maybe_unused]] static const volatile auto scene = &qml_register_types_HoldfastDemo;
#ifndef HOLDFAST_STATIC
    // Keeps the linker from leaving out the module, of which this program names nothing else.
    [[maybe_unused]] static const volatile auto module = &qml_register_types_Holdfast;
#endif
    // What the library says to developers is in the details of the banner. QT_LOGGING_RULES
    // overrules this.
    QLoggingCategory::setFilterRules(QStringLiteral("holdfast.*=false"));
    QIcon icon;
    for (const char *size : {"16", "32", "48", "256"})
        icon.addFile(
            QStringLiteral(":/holdfast-demo/icons/holdfast-%1.png").arg(QLatin1StringView(size)));
    QGuiApplication::setWindowIcon(icon);
    QGuiApplication::setDesktopFileName(QStringLiteral("holdfast-demo"));
    // A style that looks the same everywhere, unless the user has a wish.
    if (qEnvironmentVariableIsEmpty("QT_QUICK_CONTROLS_STYLE"))
        qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
}

Stage::Settings Window::settings() const
{
    Stage::Settings settings;
    const Destination &wanted = m_options.destination;
    settings.queue = {.name = wanted.queueName, .folder = wanted.storageFolder};
    settings.lost = m_options.lost;
    if (!wanted.queueName.isEmpty())
        return settings;
    // A script is the same each time, whatever was left by a demo.
    settings.queue.folder = m_scratch ? m_scratch->path() : temporaryQueueFolder();
    if (!settings.queue.folder.isEmpty())
        settings.queue.name = QStringLiteral("demo");
    return settings;
}

void Window::start()
{
    connect(&m_stage, &Stage::killWanted, this, &Window::killThisApp);
    m_engine.setInitialProperties({{QStringLiteral("stage"), QVariant::fromValue(&m_stage)},
                                   {QStringLiteral("languages"), QVariant::fromValue(&m_languages)},
                                   {QStringLiteral("theme"), m_theme}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt-project.org/imports/HoldfastDemo/Main.qml")));
    QQuickWindow *window = scene();
    if (!window) {
        Q_EMIT finished(EXIT_FAILURE);
        return;
    }
    if (m_memory)
        remember();
    if (m_options.isScripted())
        playScript();
    window->setVisible(true);
}

void Window::playScript()
{
    if (m_options.firstFrame) {
        FirstFrame::watch(scene(), [this](std::chrono::milliseconds time) {
            std::printf("first frame after %lld ms\n", static_cast<long long>(time.count()));
            std::fflush(stdout);
            Q_EMIT finished(EXIT_SUCCESS);
        });
    } else if (m_options.tour) {
        m_tour = std::make_unique<Tour>(&m_stage, m_warnings.get(), m_scratch->path());
        if (m_options.cheat)
            m_tour->cheat();
        play(m_tour);
    } else if (!m_options.record.isEmpty()) {
        m_languages.setCurrent(QStringLiteral("en"));
        m_recording = std::make_unique<Recording>(scene(), &m_stage, m_options.record);
        play(m_recording);
    } else {
        m_screenshots = std::make_unique<Screenshots>(scene(), &m_stage, &m_languages,
                                                      m_options.screenshots, m_scratch->path());
        play(m_screenshots);
    }
}

template <typename Script> void Window::play(std::unique_ptr<Script> &script)
{
    connect(script.get(), &Script::finished, this, &Window::finished);
    script->start();
}

QQuickWindow *Window::scene() const
{
    return qobject_cast<QQuickWindow *>(m_engine.rootObjects().value(0));
}

void Window::remember()
{
    m_memory->keep(scene());
    connect(&m_languages, &Languages::currentChanged, m_memory.get(),
            [this] { m_memory->setLanguage(m_languages.current()); });
    connect(scene(), SIGNAL(themeChanged()), this, SLOT(rememberTheme())); // it is made in QML
}

void Window::rememberTheme() { m_memory->setTheme(scene()->property("theme").toString()); }

void Window::killThisApp()
{
    if (m_memory)
        m_memory->save();
    const NaiveLane *naive = m_stage.naive();
    Relaunch::killAndReplace(naive->sent() - naive->delivered());
}
