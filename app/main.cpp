// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "headless.h"
#include "linereader.h"
#include "options.h"
#include "outage.h"
#include "plainserver.h"
#include "queuecommands.h"
#include "relaunch.h"
#include "shutdownsignals.h"
#include "window.h"

#include <QtCore/qcoreapplication.h>
#include <QtGui/qguiapplication.h>

namespace {

constexpr qsizetype MaxCommandBytes = 1000;

//! Emissions from inside exec() end it; the first exit code counts.
template <typename Actor> int run(Actor &actor)
{
    QObject::connect(
        &actor, &Actor::finished, qApp, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(&actor, &Actor::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int serve(const Options &options)
{
    PlainServer server;
    server.setFault(options.fault);
    LineReader parent(MaxCommandBytes); // its end is ours
    QObject::connect(&parent, &LineReader::lineRead, &server, &PlainServer::obey);
    QObject::connect(&parent, &LineReader::finished, qApp, &QCoreApplication::quit);
    if (!server.listen(options.port))
        return EXIT_FAILURE;
    parent.start();
    return QCoreApplication::exec();
}

Options parse(int &argc, char *argv[])
{
    // Only a window needs a display, and only afterwards is it known whether there will be one.
    const QCoreApplication app(argc, argv);
    return Options::parse(QCoreApplication::arguments());
}

int showWindow(const Options &options, int &argc, char *argv[])
{
    // Before there is a window, which would show a connection that is about to die.
    if (options.after > 0)
        Relaunch::awaitEndOf(options.after);
    const QGuiApplication app(argc, argv);
    const ShutdownSignals shutdown;
    QObject::connect(&shutdown, &ShutdownSignals::requested, &app, &QCoreApplication::quit);
    Window window(options);
    return run(window);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-demo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    const Options options = parse(argc, argv);
    if (options.mode == Options::Mode::Window)
        return showWindow(options, argc, argv);

    const QCoreApplication app(argc, argv);
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
    QObject::connect(&shutdown, &ShutdownSignals::requested, &app, &QCoreApplication::quit);
    if (options.mode == Options::Mode::Serve)
        return serve(options);
    Outage outage;
    return run(outage);
}
