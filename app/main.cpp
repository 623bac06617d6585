// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "headless.h"
#include "linereader.h"
#include "options.h"
#include "outage.h"
#include "plainserver.h"
#include "shutdownsignals.h"

#include <QtCore/qcoreapplication.h>

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

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-demo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    const Options options = Options::parse(QCoreApplication::arguments());

    ShutdownSignals shutdown;
    switch (options.mode) {
    case Options::Mode::Serve:
        QObject::connect(&shutdown, &ShutdownSignals::requested, &app, &QCoreApplication::quit);
        return serve(options);
    case Options::Mode::Headless: {
        Headless headless(options);
        QObject::connect(&shutdown, &ShutdownSignals::requested, &headless, &Headless::stop);
        return run(headless);
    }
    case Options::Mode::Outage:
        break;
    }
    Outage outage;
    QObject::connect(&shutdown, &ShutdownSignals::requested, &app, &QCoreApplication::quit);
    return run(outage);
}
