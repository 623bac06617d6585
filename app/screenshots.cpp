// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "screenshots.h"

#include "holdfastlane.h"
#include "stage.h"
#include "weather.h"

#include <QtQuick/qquickwindow.h>

#include "reconnectingwebsocket.h"

#include <cstdio>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

constexpr auto SlideTime = 400ms; //!< the banner's own takes less

} // namespace

Screenshots::Screenshots(QQuickWindow *window, Stage *stage, const QString &folder)
    : m_window(window)
    , m_stage(stage)
    , m_folder(folder)
{
    m_settled.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, &Screenshots::take);
    m_patience.setSingleShot(true);
    m_patience.setInterval(60s);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        giveUp(QStringLiteral("%1 did not come; the banner says: %2")
                   .arg(m_shots.at(m_current).name, m_status.text()));
    });
    m_status.setSocket(stage->holdfast()->socket());
    connect(&m_status, &ConnectionStatus::visibleChanged, this, &Screenshots::look);
    connect(&m_status, &ConnectionStatus::textChanged, this, &Screenshots::look);
    connect(&m_status, &ConnectionStatus::pendingChanged, this, &Screenshots::look);
    connect(m_stage->holdfast(), &Lane::deliveredChanged, this, &Screenshots::look);
    connect(m_stage->holdfast()->socket(), &ReconnectingWebSocket::snapshotChanged, this,
            &Screenshots::look);
}

void Screenshots::start()
{
    if (!m_folder.mkpath(QStringLiteral(".")))
        return giveUp(QStringLiteral("cannot make the folder ") + m_folder.path());
    m_shots = script();
    next();
}

bool Screenshots::says(const char *beginning) const
{
    return m_status.isVisible() && m_status.text().startsWith(QLatin1String(beginning));
}

bool Screenshots::isQuiet() const
{
    return !m_status.isVisible()
        && m_stage->holdfast()->socket()->state() == ConnectionState::Connected
        && m_stage->holdfast()->delivered() == m_stage->holdfast()->sent();
}

QList<Screenshots::Shot> Screenshots::script()
{
    Weather *weather = m_stage->weather();
    ReconnectingWebSocket *socket = m_stage->holdfast()->socket();
    const auto say = [this](const QStringList &lines) {
        for (const QString &line : lines)
            m_stage->say(line);
    };
    const auto refusedWith = [weather, socket](int code) {
        return [weather, socket, code] {
            weather->setCloseCode(code);
            socket->retryNow();
        };
    };
    const auto quiet = [this] { return isQuiet(); };
    const auto saying
        = [this](const char *beginning) { return [this, beginning] { return says(beginning); }; };
    // Shots without a name only bring about what the next one starts from.
    return {
        {QStringLiteral("connecting"), [weather] { weather->setUnplugged(true); },
         saying("Connecting")},
        {QStringLiteral("cannot-reach"),
         [weather] {
             weather->setServerUp(false);
             weather->setUnplugged(false);
         },
         saying("Cannot reach the server. Trying again in")},
        {{}, [weather] { weather->setServerUp(true); }, quiet},
        {QStringLiteral("connected"),
         [say] {
             say({QStringLiteral("Good morning"), QStringLiteral("Is anybody there?"),
                  QStringLiteral("I can see you")});
         },
         quiet},
        {QStringLiteral("lost"),
         [weather, say] {
             weather->setServerUp(false);
             say({QStringLiteral("The server is gone"), QStringLiteral("I go on typing"),
                  QStringLiteral("This will arrive later")});
         },
         [this] { return says("Connection lost. Trying again in") && m_status.pending() == 3; }},
        {QStringLiteral("reconnecting"),
         [weather, socket] {
             weather->setUnplugged(true);
             weather->setServerUp(true);
             socket->retryNow();
         },
         saying("Reconnecting")},
        {QStringLiteral("back-online"), [weather] { weather->setUnplugged(false); },
         saying("Back online")},
        {{}, [] {}, quiet},
        {QStringLiteral("sending"),
         [weather, this] {
             weather->setLatency(1700);
             m_stage->setTyping(true);
         },
         saying("Sending")},
        {{},
         [weather, this] {
             m_stage->setTyping(false);
             weather->setLatency(0);
         },
         quiet},
        {QStringLiteral("restarting"), [weather] { weather->setCloseCode(4001); },
         saying("The server is restarting")},
        {QStringLiteral("sign-in"), refusedWith(4401), saying("Please sign in again")},
        {QStringLiteral("no-access"), refusedWith(4403), saying("You do not have access")},
        {QStringLiteral("other-device"), refusedWith(4409), saying("Connected on another device")},
        {QStringLiteral("cannot-talk"),
         [socket] { socket->open(QUrl(QStringLiteral("http://127.0.0.1/"))); },
         saying("This app cannot talk to the server")},
        {QStringLiteral("waiting"),
         [socket, say] {
             socket->close();
             say({QStringLiteral("Nobody is connected"), QStringLiteral("This can wait")});
         },
         [this] { return m_status.isVisible() && m_status.text().isEmpty(); }},
    };
}

void Screenshots::next()
{
    if (++m_current == m_shots.size()) {
        m_patience.stop();
        Q_EMIT finished(EXIT_SUCCESS);
        return;
    }
    m_patience.start();
    m_shots.at(m_current).arrange();
    look();
}

void Screenshots::look()
{
    if (m_current < 0 || m_current >= m_shots.size() || m_settled.isActive())
        return;
    const Shot &shot = m_shots.at(m_current);
    if (!shot.ready())
        return;
    m_settled.start(shot.name.isEmpty() ? 0ms : SlideTime);
}

void Screenshots::take()
{
    const QString name = m_shots.at(m_current).name;
    if (name.isEmpty())
        return next();
    for (const QString &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
        m_window->setProperty("theme", theme);
        const QString path = m_folder.filePath(theme + QLatin1Char('-') + name + u".png");
        if (!m_window->grabWindow().save(path))
            return giveUp(QStringLiteral("cannot write ") + path);
    }
    next();
}

void Screenshots::giveUp(const QString &why)
{
    std::fprintf(stderr, "holdfast-demo: %s\n", qPrintable(why));
    m_patience.stop();
    m_settled.stop();
    m_current = int(m_shots.size());
    Q_EMIT finished(EXIT_FAILURE);
}
