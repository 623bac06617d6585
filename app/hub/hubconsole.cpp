// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubconsole.h"

#include "faultwords.h"
#include "hub.h"

#include <QtCore/qstringlist.h>
#include <QtCore/qtimer.h>

#include <cstdio>
#include <optional>

using namespace Holdfast;
using std::chrono::milliseconds;

namespace {

void complain(const QString &problem)
{
    std::fprintf(stderr, "holdfast-hub: %s\n", qPrintable(problem));
}

std::optional<milliseconds> time(const QStringList &words, int at)
{
    bool isNumber = false;
    const int ms = words.value(at).toInt(&isNumber);
    return isNumber && ms >= 0 ? std::optional(milliseconds(ms)) : std::nullopt;
}

} // namespace

HubConsole::HubConsole(Hub &hub, const QString &room, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_room(room)
{
    connect(&hub, &Hub::drained, this, [this] {
        if (!m_isComingBack)
            Q_EMIT ended();
    });
}

void HubConsole::obey(const QString &line)
{
    const QString verb = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
    const auto first = time(words, 0);
    const auto second = time(words, 1);
    const bool areTimes = words.size() == 2 && first && second;
    if (verb == u"publish") {
        m_hub.publish(m_room, rest);
    } else if (verb == u"fault" && !words.isEmpty()) {
        if (const QString problem = setFaults(words); !problem.isEmpty())
            complain(problem);
    } else if (verb == u"drain" && areTimes) {
        m_hub.drain(*first, *second);
    } else if (verb == u"restart" && areTimes) {
        restart(*first, *second);
    } else {
        complain(QStringLiteral("what is \"%1\"?").arg(line));
    }
}

QString HubConsole::setFaults(const QStringList &words)
{
    HubFaults faults;
    for (const QString &word : words) {
        if (QString problem = FaultWords::add(word, faults); !problem.isEmpty())
            return problem;
    }
    m_hub.setFaults(faults);
    return {};
}

//! What was logged and accepted is known afterwards, as with a hub that keeps it on a disk.
void HubConsole::restart(milliseconds absence, milliseconds spread)
{
    if (!m_hub.isListening())
        return; // it is away already
    m_isComingBack = true;
    const QHostAddress address = m_hub.serverAddress();
    const quint16 port = m_hub.serverPort();
    m_hub.drain(absence, spread);
    QTimer::singleShot(absence, this, [this, address, port] {
        m_isComingBack = false;
        if (!m_hub.listen(address, port))
            complain(QStringLiteral("cannot come back: ") + m_hub.errorString());
    });
}
