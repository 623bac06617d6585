// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hub.h"
#include "hubconsole.h"
#include "huboptions.h"
#include "linereader.h"
#include "shutdownsignals.h"
#include "terminal.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qjsonobject.h>

#include <cstdio>

#include <sys/resource.h>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype MaxCommandBytes = 64LL * 1024;

//! As many connections as the system lets us have; the usual 1024 are few.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

QString word(HubPresence::Change change)
{
    switch (change) {
    case HubPresence::Change::Joined:
        return QStringLiteral("joined");
    case HubPresence::Change::Away:
        return QStringLiteral("away");
    case HubPresence::Change::Reconnected:
        return QStringLiteral("reconnected");
    case HubPresence::Change::Left:
        break;
    }
    return QStringLiteral("left");
}

// Without its key: that says who the producer is, which is a secret (PROTOCOL.md §9), and reports
// are kept.
void report(const HubMessage &message)
{
    Terminal::printJson({{QStringLiteral("event"), QStringLiteral("message")},
                         {QStringLiteral("room"), message.room},
                         {QStringLiteral("user"), message.user},
                         {QStringLiteral("number"), static_cast<qint64>(message.number)},
                         {QStringLiteral("payload"), QJsonValue::fromVariant(message.payload)}});
}

void reportPresence(const HubPresence &presence)
{
    Terminal::printJson({{QStringLiteral("event"), word(presence.change)},
                         {QStringLiteral("room"), presence.room},
                         {QStringLiteral("user"), presence.user},
                         {QStringLiteral("name"), presence.name}});
}

void reportPlain(const QUrl &url, const QString &text)
{
    Terminal::printJson({{QStringLiteral("event"), QStringLiteral("plain")},
                         {QStringLiteral("path"), url.path()},
                         {QStringLiteral("payload"), text}});
}

} // namespace

int main(int argc, char *argv[])
{
    // GLib's event loop walks all sockets whenever one of them has something to write.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-hub"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    const HubOptions options = HubOptions::parse(QCoreApplication::arguments());
    raiseDescriptorLimit();

    Hub hub;
    hub.setPolicy(options.policy);
    hub.setPlainClients(options.plainClients);
    hub.setAllowedOrigins(options.origins);
    hub.setSslConfiguration(options.tls);
    hub.setFaults(options.faults);
    if (options.reports) {
        QObject::connect(&hub, &Hub::messageReceived, &app, &report);
        QObject::connect(&hub, &Hub::presenceChanged, &app, &reportPresence);
        QObject::connect(&hub, &Hub::plainTextReceived, &app, &reportPlain);
    }
    const ShutdownSignals shutdown;
    QObject::connect(&shutdown, &ShutdownSignals::requested, &hub, [&hub] {
        hub.setFaults({}); // a frozen hub could not say goodbye
        hub.drain(2s, 10s);
    });
    HubConsole console(hub, options.room);
    QObject::connect(&console, &HubConsole::ended, &app, &QCoreApplication::quit);
    LineReader commands(MaxCommandBytes);
    QObject::connect(&commands, &LineReader::lineRead, &console, &HubConsole::obey);
    if (options.isChild)
        QObject::connect(&commands, &LineReader::finished, &app, &QCoreApplication::quit);
    if (!hub.listen(options.host, options.port)) {
        std::fprintf(stderr, "holdfast-hub: cannot listen: %s\n", qPrintable(hub.errorString()));
        return EXIT_FAILURE;
    }
    commands.start();
    Terminal::printLine(hub.serverUrl().toString());
    Terminal::printLine(QStringLiteral("ready"));
    return QCoreApplication::exec();
}
