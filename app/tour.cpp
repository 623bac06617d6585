// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "tour.h"

#include "scenes.h"
#include "stage.h"
#include "terminal.h"
#include "warnings.h"

#include <QtCore/qfile.h>

#include "reconnectingwebsocket.h"

#include <utility>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 30s; // for a machine that is busy with other things
constexpr auto Dwell = 700ms;

} // namespace

Tour::Tour(Stage *stage, const Warnings *warnings, const QString &scratch)
    : m_stage(stage)
    , m_warnings(warnings)
    , m_scratch(scratch)
    , m_story(*stage)
{
    m_story.setPatience(Patience);
    m_dwell.setSingleShot(true);
    connect(&m_dwell, &QTimer::timeout, &m_story, &Storyteller::goOn);
    connect(&m_story, &Storyteller::came, this, [this] {
        note(true);
        m_dwell.start(m_story.act().dwell);
    });
    connect(&m_story, &Storyteller::stuck, this, [this] {
        note(false);
        Terminal::printLine(tr("  The banner says: %1").arg(m_story.status().text()));
        m_story.stop();
        judge(); // what comes after would be about this
    });
    connect(&m_story, &Storyteller::finished, this, &Tour::judge);
}

void Tour::start() { m_story.tell(script()); }

void Tour::note(bool came)
{
    const Act &act = m_story.act();
    if (act.title.isEmpty() && came)
        return;
    m_report.acts.append(
        {.title = act.title.isEmpty() ? tr("all is well again") : act.title, .came = came});
    Terminal::printLine(Terminal::coloured(TourReport::line(m_report.acts.constLast()),
                                           came ? Terminal::Colour::Plain : Terminal::Colour::Red));
}

void Tour::judge()
{
    const HoldfastLane *lane = m_stage->holdfast();
    m_report.sent = lane->sent();
    m_report.delivered = lane->delivered();
    m_report.lost = lane->lost();
    m_report.duplicated = lane->duplicated();
    m_report.outOfOrder = lane->outOfOrder();
    m_report.missed = lane->missed();
    m_report.warnings = m_warnings->texts();
    Terminal::printLine({});
    const auto colour = m_report.held() ? Terminal::Colour::Green : Terminal::Colour::Red;
    for (const QString &line : m_report.summary())
        Terminal::printLine(Terminal::coloured(line, colour));
    Q_EMIT finished(m_report.held() ? EXIT_SUCCESS : EXIT_FAILURE);
}

// ---- the acts ----

//! Comes when the banner shows it.
Act Tour::scene(const char *name, const QString &title, std::function<void()> arrange) const
{
    return {.name = QString::fromLatin1(name),
            .arrange = std::move(arrange),
            .ready
            = [this, name] { return Scenes::of(m_story.status()) == QLatin1StringView(name); },
            .title = title,
            .dwell = Dwell};
}

//! What the next one starts from.
Act Tour::between(std::function<void()> arrange, std::function<bool()> ready) const
{
    return {.arrange = std::move(arrange), .ready = std::move(ready)};
}

//! An outage is over when that has lasted for two seconds. What comes before belongs to it, and has
//! its "Back online" already.
Act Tour::calm(std::function<void()> arrange) const
{
    return between(std::move(arrange),
                   [this] { return m_story.isQuiet() && isEverythingDelivered(); });
}

bool Tour::isEverythingDelivered() const
{
    HoldfastLane *lane = m_stage->holdfast();
    return lane->isConnected() && lane->delivered() == lane->sent()
        && lane->socket()->pendingMessageCount() == 0;
}

QList<Act> Tour::script() { return wire() + server() + network() + queue() + ending(); }

QList<Act> Tour::wire()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    Act fair{.arrange =
                 [weather, this] {
                     weather->setUnplugged(false);
                     m_stage->setTyping(true);
                 },
             .ready = [this] { return m_stage->holdfast()->delivered() >= 5; },
             .title = tr("fair weather, somebody types: everything is delivered"),
             .dwell = Dwell};
    // Answers that are under way would still arrive.
    Act silence{.arrange = [weather] { weather->setUnplugged(true); },
                .ready = [] { return true; },
                .dwell = Dwell / 2};
    return {
        scene("connecting", tr("the cable is out from the beginning: connecting"),
              [weather] { weather->setUnplugged(true); }),
        fair,
        silence,
        scene("verifying", tr("silence, and another network: the connection is doubted"),
              [weather] { weather->changeNetwork(); }),
        scene("reconnecting", tr("it was dead: reconnecting"), [] {}),
        scene("back-online", tr("the cable is in again: back online"),
              [weather, socket, this] {
                  if (m_cheats)
                      socket->clearPending();
                  weather->setUnplugged(false);
              }),
        calm([this] { m_stage->setTyping(false); }),
    };
}

//! Nothing is under way when it is killed: with it dies its memory of what it has, and what comes
//! again would count twice, as P5 says.
QList<Act> Tour::server()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    Act held = scene("held", tr("somebody else signs in: the messages are held"),
                     [socket] { socket->setAccount(QStringLiteral("somebody else")); });
    return {
        scene("lost", tr("the server is killed: connection lost"),
              [weather, this] {
                  weather->setServerUp(false);
                  m_stage->say(tr("Is anybody there?"));
              }),
        held,
        scene("lost", tr("the right one is back: they wait for the server"),
              [socket] { socket->setAccount({}); }),
        scene("back-online", tr("the server starts: back online"),
              [weather] { weather->setServerUp(true); }),
        calm([] {}),
        scene("restarting", tr("the server says that it will restart"),
              [weather, this] {
                  m_stage->setTyping(true);
                  weather->restartServer();
              }),
        scene("back-online", tr("it is back"), [] {}),
        calm([] {}),
    };
}

QList<Act> Tour::network()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    return {
        scene("offline", tr("the system says that there is no network: offline"),
              [weather] { weather->setNetwork(Weather::Network::Lost); }),
        scene("portal", tr("a hotel's network asks to sign in"),
              [weather] { weather->setNetwork(Weather::Network::Captive); }),
        scene("back-online", tr("signed in there: back online"),
              [weather] { weather->setNetwork(Weather::Network::Online); }),
        calm([] {}),
        scene("sign-in", tr("the server does not know us any more: please sign in again"),
              [weather] { weather->setCloseCode(4401); }),
        between(
            [weather, socket] {
                weather->setCloseCode(0);
                socket->credentialsChanged();
            },
            [this] { return m_stage->holdfast()->isConnected(); }),
    };
}

QList<Act> Tour::queue()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    return {
        scene("waiting", tr("the app closes the connection: what is typed waits"),
              [socket] { socket->close(); }),
        between([socket] { socket->open(); },
                [this] { return m_stage->holdfast()->isConnected(); }),
        scene("sending", tr("a slow line: sending"), [weather] { weather->setLatency(1600); }),
        between(
            [weather, this] {
                m_stage->setTyping(false);
                weather->setLatency(0);
            },
            [this] { return isEverythingDelivered(); }),
        scene("unsaved", tr("the disk fails: messages cannot be saved"),
              [socket, weather, this] {
                  weather->setLatency(1000);
                  QFile file(m_scratch + QStringLiteral("/file")); // no folder can be in it
                  if (file.open(QFile::WriteOnly))
                      socket->setStorageFolder(file.fileName());
                  m_stage->say(tr("This one is in memory only"));
              }),
        between([weather] { weather->setLatency(0); }, [this] { return isEverythingDelivered(); }),
    };
}

QList<Act> Tour::ending()
{
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    Act all{.arrange =
                [socket, this] {
                    socket->setStorageFolder(m_scratch);
                    m_stage->say(tr("That was the storm."));
                },
            .ready =
                [this] {
                    return isEverythingDelivered() && m_story.isQuiet()
                        && m_stage->holdfast()->missed() == 0;
                },
            .title = tr("everything is delivered, and nothing was missed"),
            .dwell = Dwell};
    return {all};
}
