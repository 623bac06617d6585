// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "faultwords.h"
#include "hub.h"
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

constexpr qsizetype MaxCommandBytes = 64 * 1024;

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

void report(const HubMessage &message)
{
    Terminal::printJson({{QStringLiteral("event"), QStringLiteral("message")},
                         {QStringLiteral("room"), message.room},
                         {QStringLiteral("user"), message.user},
                         {QStringLiteral("id"), message.key},
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

//! Empty if it was understood, else why not.
QString obey(Hub &hub, const QString &room, const QString &line)
{
    const QString verb = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
    if (verb == QStringLiteral("publish")) {
        hub.publish(room, rest);
        return {};
    }
    if (verb == QStringLiteral("fault") && !words.isEmpty()) {
        HubFaults faults;
        for (const QString &one : words) {
            if (const QString problem = FaultWords::add(one, faults); !problem.isEmpty())
                return problem;
        }
        hub.setFaults(faults);
        return {};
    }
    if (verb == QStringLiteral("drain") && words.size() == 2) {
        bool isNumber[2] = {};
        const int retryAfter = words.at(0).toInt(&isNumber[0]);
        const int spread = words.at(1).toInt(&isNumber[1]);
        if (isNumber[0] && isNumber[1]) {
            hub.drain(std::chrono::milliseconds(retryAfter), std::chrono::milliseconds(spread));
            return {};
        }
    }
    return QStringLiteral("what is \"%1\"?").arg(line);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-hub"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    const HubOptions options = HubOptions::parse(QCoreApplication::arguments());
    raiseDescriptorLimit();

    Hub hub;
    hub.setPolicy(options.policy);
    hub.setPlainClients(options.plainClients);
    hub.setSslConfiguration(options.tls);
    hub.setFaults(options.faults);
    if (options.reports) {
        QObject::connect(&hub, &Hub::messageReceived, &app, &report);
        QObject::connect(&hub, &Hub::presenceChanged, &app, &reportPresence);
    }
    const ShutdownSignals shutdown;
    QObject::connect(&shutdown, &ShutdownSignals::requested, &hub, [&hub] {
        hub.setFaults({}); // a frozen hub could not say goodbye
        hub.drain(2s, 10s);
    });
    QObject::connect(&hub, &Hub::drained, &app, &QCoreApplication::quit);
    LineReader commands(MaxCommandBytes);
    QObject::connect(&commands, &LineReader::lineRead, &hub, [&](const QString &line) {
        if (const QString problem = obey(hub, options.room, line); !problem.isEmpty())
            std::fprintf(stderr, "holdfast-hub: %s\n", qPrintable(problem));
    });
    if (!hub.listen(options.host, options.port)) {
        std::fprintf(stderr, "holdfast-hub: cannot listen: %s\n", qPrintable(hub.errorString()));
        return EXIT_FAILURE;
    }
    commands.start();
    Terminal::printLine(hub.serverUrl().toString());
    Terminal::printLine(QStringLiteral("ready"));
    return QCoreApplication::exec();
}
