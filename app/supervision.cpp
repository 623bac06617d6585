// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "supervision.h"

#include "fault.h"
#include "terminal.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qtimer.h>

#include "hub.h"

#include <cstdio>

using namespace Holdfast;

namespace {

constexpr qsizetype MaxCommandBytes = 1000;

void report(const QString &text, const QString &lane)
{
    Terminal::printJson({{QStringLiteral("received"), text}, {QStringLiteral("lane"), lane}});
}

HubFaults faults(const Fault &fault)
{
    HubFaults faults;
    if (fault.kind == Fault::Kind::Refuse)
        faults.httpStatus = 503;
    faults.acceptAndClose = fault.kind == Fault::Kind::Close;
    if (faults.acceptAndClose)
        faults.closeCode = fault.closeCode;
    return faults;
}

} // namespace

Supervision::Supervision(Hub &hub, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_commands(MaxCommandBytes)
{
    connect(&hub, &Hub::messageReceived, this, [](const HubMessage &message) {
        report(message.payload.toString(), QStringLiteral("holdfast"));
    });
    connect(&hub, &Hub::plainTextReceived, this,
            [](const QUrl &url, const QString &text) { report(text, url.path().mid(1)); });
    connect(&m_commands, &LineReader::lineRead, this, &Supervision::obey);
    connect(&m_commands, &LineReader::finished, QCoreApplication::instance(),
            &QCoreApplication::quit);
}

void Supervision::start()
{
    Terminal::printJson({{QStringLiteral("ready"), m_hub.serverUrl().toString()}});
    m_commands.start();
}

void Supervision::obey(const QString &command)
{
    const QString verb = command.section(u' ', 0, 0);
    const QString rest = command.section(u' ', 1);
    if (verb == u"fault") {
        if (const std::optional<Fault> fault = Fault::parse(rest))
            return m_hub.setFaults(faults(*fault));
    } else if (verb == u"restart") {
        return restart(rest);
    }
    std::fprintf(stderr, "holdfast-hub: what is \"%s\"?\n", qPrintable(command));
}

void Supervision::restart(const QString &arguments)
{
    const std::chrono::milliseconds retryAfter(arguments.section(u' ', 0, 0).toInt());
    const std::chrono::milliseconds spread(arguments.section(u' ', 1, 1).toInt());
    const quint16 port = m_hub.serverPort();
    m_hub.drain(retryAfter, spread);
    QTimer::singleShot(retryAfter, this, [this, port] {
        if (!m_hub.listen(QHostAddress::LocalHost, port))
            std::fprintf(stderr, "holdfast-hub: cannot come back: %s\n",
                         qPrintable(m_hub.errorString()));
    });
}
