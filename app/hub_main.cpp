// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "shutdownsignals.h"
#include "supervision.h"

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qcoreapplication.h>

#include "hub.h"

#include <cstdio>

using namespace Holdfast;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-hub"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("port"), QString(), QStringLiteral("number"), QStringLiteral("0")},
         {QStringLiteral("plain"), QString(), QStringLiteral("echo|broadcast")},
         {QStringLiteral("supervised"), QString()}});
    parser.process(app);
    Hub hub;
    hub.setPlainClients(parser.value(QStringLiteral("plain")) == QStringLiteral("broadcast")
                            ? Hub::PlainClients::Broadcast
                            : Hub::PlainClients::Echo);
    if (!hub.listen(QHostAddress::LocalHost, parser.value(QStringLiteral("port")).toUShort())) {
        std::fprintf(stderr, "holdfast-hub: %s\n", qPrintable(hub.errorString()));
        return EXIT_FAILURE;
    }
    const ShutdownSignals shutdown;
    QObject::connect(&shutdown, &ShutdownSignals::requested, &app, &QCoreApplication::quit);
    Supervision supervision(hub);
    supervision.start();
    return QCoreApplication::exec();
}
