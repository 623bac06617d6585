// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "screenshots.h"

#include "languages.h"
#include "scenes.h"
#include "stage.h"

#include <QtCore/qfile.h>
#include <QtQuick/qquickwindow.h>

#include "reconnectingwebsocket.h"

#include <array>
#include <cstdio>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr auto SlideTime = 400ms; //!< the banner's own takes less
constexpr auto TurnTime = 30ms; //!< for another language
constexpr int SlowLine = 3500; //!< ms each way: what was sent is "Sending…" from 3 s to 7 s
constexpr auto WaitTime = 100ms;
constexpr int MostWaits = 300;
constexpr int MostMisses = 5;

struct Look
{
    const char *name;
    const char *theme;
    const char *language;
};

constexpr std::array Looks{
    Look{.name = "light", .theme = "light", .language = "en"},
    Look{.name = "dark", .theme = "dark", .language = "en"},
    Look{.name = "de", .theme = "light", .language = "de"},
    Look{.name = "ar", .theme = "light", .language = "ar"},
};

QString fileName(const Look &look, const QString &scene)
{
    return QStringLiteral("%1-%2.png").arg(QLatin1StringView(look.name), scene);
}

} // namespace

Screenshots::Screenshots(QQuickWindow *window, Stage *stage, Languages *languages,
                         const QString &folder, const QString &scratch)
    : m_window(window)
    , m_stage(stage)
    , m_languages(languages)
    , m_folder(folder)
    , m_scratch(scratch)
    , m_story(*stage)
{
    m_still.setSingleShot(true);
    connect(&m_still, &QTimer::timeout, this, &Screenshots::take);
    connect(&m_story, &Storyteller::came, this, &Screenshots::pose);
    connect(&m_story, &Storyteller::stuck, this, [this] {
        giveUp(QStringLiteral("\"%1\" did not come; the banner says \"%2\"\n%3")
                   .arg(m_story.act().name, m_story.status().text(),
                        m_stage->holdfast()->socket()->explain()));
    });
    connect(&m_story, &Storyteller::finished, this, [this] { Q_EMIT finished(EXIT_SUCCESS); });
}

QStringList Screenshots::fileNames()
{
    QStringList files;
    for (const QString &scene : QStringList(QStringLiteral("connected")) + Scenes::names()) {
        for (const Look &look : Looks)
            files.append(fileName(look, scene));
    }
    return files;
}

void Screenshots::start()
{
    if (!m_folder.mkpath(QStringLiteral(".")))
        return giveUp(QStringLiteral("cannot make the folder ") + m_folder.path());
    if (!m_impostor.begin())
        return giveUp(QStringLiteral("there is no TLS here"));
    dress(QStringLiteral("light"), QStringLiteral("en"));
    m_stage->setCompany(false); // it would talk in the language of the moment
    m_story.tell(script());
}

void Screenshots::say(const QStringList &lines)
{
    for (const QString &line : lines)
        m_stage->say(line);
}

Act Screenshots::scene(const char *name, std::function<void()> arrange) const
{
    return {.name = QString::fromLatin1(name),
            .arrange = std::move(arrange),
            .ready = [this, name] { return m_story.shows(name); }};
}

Act Screenshots::quietly(std::function<void()> arrange) const
{
    return {.arrange = std::move(arrange), .ready = [this] { return m_story.isQuiet(); }};
}

QList<Act> Screenshots::script()
{
    return beginning() + trouble() + outage() + networks() + server() + failures();
}

QList<Act> Screenshots::beginning()
{
    Weather *weather = m_stage->weather();
    Act connected = quietly([this] {
        say({QStringLiteral("Good morning"), QStringLiteral("Is anybody there?"),
             QStringLiteral("I can see you")});
    });
    connected.name = QStringLiteral("connected");
    return {
        scene("connecting", [weather] { weather->setUnplugged(true); }),
        scene("cannot-reach",
              [weather] {
                  weather->setServerUp(false);
                  weather->setUnplugged(false);
              }),
        quietly([weather] { weather->setServerUp(true); }),
        connected,
    };
}

//! The queue's own.
QList<Act> Screenshots::trouble()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    const auto waits = [this](const char *scene, int messages) {
        return [this, scene, messages] {
            return m_story.shows(scene) && m_story.status().pending() == messages;
        };
    };
    Act lost = scene("lost", [weather, this] {
        weather->setServerUp(false);
        say({QStringLiteral("The server is gone"), QStringLiteral("I go on typing"),
             QStringLiteral("This will arrive later")});
    });
    lost.ready = waits("lost", 3);
    Act held = scene("held", [socket] { socket->setAccount(QStringLiteral("somebody else")); });
    held.ready = waits("held", 3);
    return {
        scene("unsaved",
              [weather, socket, this] {
                  weather->setServerUp(false);
                  QFile file(m_scratch + QStringLiteral("/file")); // no folder can be in it
                  if (file.open(QFile::WriteOnly))
                      socket->setStorageFolder(file.fileName());
                  say({QStringLiteral("Not on the disk")});
              }),
        quietly([weather] { weather->setServerUp(true); }),
        quietly([socket, this] { socket->setStorageFolder(m_scratch); }),
        lost,
        held,
        {.arrange = [socket] { socket->setAccount({}); }, .ready = lost.ready},
    };
}

QList<Act> Screenshots::outage()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    Act backOnline = scene("back-online", [weather] { weather->setUnplugged(false); });
    backOnline.fleeting = true;
    return {
        scene("reconnecting",
              [weather, socket] {
                  weather->setUnplugged(true);
                  weather->setServerUp(true);
                  socket->retryNow();
              }),
        backOnline,
        quietly([] {}),
    };
}

QList<Act> Screenshots::networks()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    const auto probeFor = [socket](std::chrono::milliseconds time) {
        Policy policy = socket->policy();
        policy.probeTimeout = time;
        socket->setPolicy(policy);
    };
    return {
        scene("verifying",
              [weather, probeFor] {
                  probeFor(1min); // pictures take their time
                  weather->setUnplugged(true);
                  weather->changeNetwork();
              }),
        quietly([weather, probeFor, this] {
            probeFor(3s);
            weather->setUnplugged(false);
            say({QStringLiteral("Is it well again?")}); // whoever speaks finds out
        }),
        scene("offline", [weather] { weather->setNetwork(Weather::Network::Lost); }),
        scene("portal", [weather] { weather->setNetwork(Weather::Network::Captive); }),
        quietly([weather] { weather->setNetwork(Weather::Network::Online); }),
    };
}

QList<Act> Screenshots::server()
{
    Weather *weather = m_stage->weather();
    return {
        scene("sending",
              [weather, this] {
                  weather->setLatency(SlowLine);
                  say({QStringLiteral("This line is slow"), QStringLiteral("Seven seconds"),
                       QStringLiteral("there and back")});
              }),
        quietly([weather] { weather->setLatency(0); }),
        scene("restarting", [weather] { weather->setCloseCode(4001); }),
    };
}

QList<Act> Screenshots::failures()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    const auto refusedWith = [weather, socket](int code) {
        return [weather, socket, code] {
            weather->setCloseCode(code);
            socket->retryNow();
        };
    };
    Act waiting = scene("waiting", [socket, weather, this] {
        socket->close();
        socket->setProxy(weather->proxy());
        socket->setUrl(Weather::farUrl(QStringLiteral("holdfast")));
        say({QStringLiteral("Nobody is connected"), QStringLiteral("This can wait")});
    });
    return {
        scene("sign-in", refusedWith(4401)),
        scene("no-access", refusedWith(4403)),
        scene("other-device", refusedWith(4409)),
        scene("not-trusted",
              [socket, this] {
                  socket->setProxy(QNetworkProxy::NoProxy);
                  socket->open(m_impostor.url());
              }),
        scene("cannot-talk", [socket] { socket->open(QUrl(QStringLiteral("http://127.0.0.1/"))); }),
        waiting,
    };
}

//! Everything slides into its place.
void Screenshots::pose()
{
    if (m_story.act().name.isEmpty())
        return m_story.goOn();
    m_look = 0;
    m_waits = 0;
    m_still.start(SlideTime);
}

void Screenshots::dress(const QString &theme, const QString &language)
{
    m_window->setProperty("theme", theme);
    m_languages->setCurrent(language);
}

//! The look that it has on, and then the next one.
void Screenshots::take()
{
    const Look &look = Looks.at(std::size_t(m_look));
    if (!m_story.isReady()) {
        if (!m_story.act().fleeting && ++m_waits < MostWaits)
            return m_still.start(WaitTime); // a countdown has its gaps
        // Some things last for two seconds, and a busy machine is too late.
        dress(QStringLiteral("light"), QStringLiteral("en"));
        if (++m_misses > MostMisses)
            return giveUp(QStringLiteral("%1 was gone too soon").arg(m_story.act().name));
        return m_story.goBack();
    }
    const QString path = m_folder.filePath(fileName(look, m_story.act().name));
    if (!m_window->grabWindow().save(path))
        return giveUp(QStringLiteral("cannot write ") + path);
    const bool all = ++m_look == int(Looks.size());
    const Look &next = all ? Looks.front() : Looks.at(std::size_t(m_look));
    dress(QString::fromLatin1(next.theme), QString::fromLatin1(next.language));
    if (all)
        return m_story.goOn();
    m_still.start(TurnTime);
}

void Screenshots::giveUp(const QString &why)
{
    std::fprintf(stderr, "holdfast-demo: %s\n", qPrintable(why));
    m_still.stop();
    m_story.stop();
    Q_EMIT finished(EXIT_FAILURE);
}
