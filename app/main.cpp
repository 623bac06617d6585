// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "headless.h"
#include "languages.h"
#include "linereader.h"
#include "options.h"
#include "outage.h"
#include "plainserver.h"
#include "queuecommands.h"
#include "relaunch.h"
#include "roomhost.h"
#include "shutdownsignals.h"
#include "window.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qlocale.h>
#include <QtCore/qtranslator.h>
#include <QtGui/qguiapplication.h>

#include <cstdio>
#include <memory>
#include <optional>

namespace {

constexpr qsizetype MaxCommandBytes = 1000;

//! Emissions from inside exec() end it; the first exit code counts.
template <typename Actor> int run(Actor &actor)
{
    QObject::connect(
        &actor, &Actor::finished, QCoreApplication::instance(),
        [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&actor, &Actor::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

//! Of something that comes to a verdict. Whatever ends it before, a signal or its window's closing,
//! does not: that is no success.
template <typename Script> int judge(Script &script)
{
    std::optional<int> verdict;
    QObject::connect(&script, &Script::finished, &script, [&verdict](int code) {
        if (!verdict)
            verdict = code;
    });
    run(script);
    if (!verdict)
        std::fprintf(stderr, "holdfast-demo: interrupted\n");
    return verdict.value_or(EXIT_FAILURE);
}

int serve(const Options &options)
{
    PlainServer server;
    server.setFault(options.fault);
    LineReader parent(MaxCommandBytes); // its end is ours
    QObject::connect(&parent, &LineReader::lineRead, &server, &PlainServer::obey);
    QObject::connect(&parent, &LineReader::finished, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    if (!server.listen(options.port))
        return EXIT_FAILURE;
    parent.start();
    return QCoreApplication::exec();
}

int showWindow(const Options &options)
{
    // Before there is a window, which would show a connection that is about to die.
    if (options.after > 0)
        Relaunch::awaitEndOf(options.after);
    if (!options.destination.url.isEmpty()) {
        RoomHost host(options);
        return run(host);
    }
    Window window(options);
    return options.isScripted() ? judge(window) : run(window);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-demo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    Options::chooseDisplay(argc, argv);
    // A window needs a display, and nothing else should ask for one.
    const std::unique_ptr<QCoreApplication> app = Options::wantsWindow(argc, argv)
        ? std::make_unique<QGuiApplication>(argc, argv)
        : std::make_unique<QCoreApplication>(argc, argv);
    const Options options = Options::parse(QCoreApplication::arguments());
    if (options.mode == Options::Mode::List)
        return QueueCommands::list(options);
    if (options.mode == Options::Mode::Purge)
        return QueueCommands::purge(options); // a signal ends it while it asks
    const ShutdownSignals shutdown;
    if (options.mode == Options::Mode::Headless) {
        Headless headless(options);
        QObject::connect(&shutdown, &ShutdownSignals::requested, &headless, &Headless::stop);
        return run(headless);
    }
    // Not quit(): that asks the windows, and one may want to talk about it.
    QObject::connect(&shutdown, &ShutdownSignals::requested, app.get(),
                     [] { QCoreApplication::exit(); });
    if (options.mode == Options::Mode::Window)
        return showWindow(options);
    if (options.mode == Options::Mode::Serve)
        return serve(options);
    QTranslator words;
    if (Languages::load(words, QLocale()))
        QCoreApplication::installTranslator(&words);
    Outage outage;
    return judge(outage);
}
