// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "outage.h"

#include <QtCore/qset.h>

#include <chrono>

using namespace Holdfast;
using namespace std::chrono_literals;
using Terminal::Colour;

namespace {

constexpr int Messages = 12;
constexpr int MessagesBeforeTheCrash = 4;
constexpr auto TypingPace = 500ms;
constexpr auto ServerAwayFor = 3s;
constexpr auto Patience = 60s; // for a machine that is busy with other things

} // namespace

Outage::Outage(QObject *parent)
    : QObject(parent)
{
    using Socket = ReconnectingWebSocket;
    connect(&m_socket, &Socket::stateChanged, this, &Outage::sayState);
    connect(&m_socket, &Socket::messageDelivered, this, [this](quint64 number) {
        ++m_delivered;
        say(Colour::Green, tr("delivered"), tr("message %1").arg(number));
        finishIfDelivered();
    });
    connect(&m_server, &ServerProcess::ready, this, [this] {
        say(Colour::Plain, tr("server"),
            tr("up at %1, process %2").arg(m_server.url().toString()).arg(m_server.processId()));
        if (++m_lives == 1)
            m_socket.open(m_server.url());
    });
    connect(&m_server, &ServerProcess::received, this,
            [this](const QString &text) { m_arrived.append(text); });
    connect(&m_server, &ServerProcess::failed, this, [this](const QString &why) {
        say(Colour::Red, tr("server"), why);
        Q_EMIT finished(1);
    });
    m_typist.setInterval(TypingPace);
    connect(&m_typist, &QTimer::timeout, this, &Outage::type);
}

void Outage::start()
{
    m_clock.start();
    Terminal::printLine(tr("Somebody types; the server is killed and comes back after %1 s.")
                            .arg(std::chrono::seconds(ServerAwayFor).count()));
    m_server.start();
    m_typist.start();
    QTimer::singleShot(Patience, this, &Outage::judge);
}

void Outage::type()
{
    const QString text = tr("message %1").arg(m_typed.size() + 1);
    m_typed.append(text);
    m_socket.sendTextMessage(text);
    const int waiting = m_socket.pendingMessageCount();
    say(Colour::Plain, tr("typed"),
        waiting > 1 ? tr("%1, %2 waiting").arg(text).arg(waiting) : text);
    if (m_typed.size() == MessagesBeforeTheCrash)
        crash();
    if (m_typed.size() == Messages) {
        m_typist.stop();
        finishIfDelivered();
    }
}

void Outage::crash()
{
    m_server.kill();
    say(Colour::Red, tr("server"), tr("killed"));
    QTimer::singleShot(ServerAwayFor, this, [this] { m_server.start(); });
}

void Outage::finishIfDelivered()
{
    // The server prints what it got before it answers, but through another pipe: wait for that one
    // too.
    if (m_delivered == Messages && m_arrived.contains(m_typed.constLast()))
        judge();
    else if (m_delivered == Messages)
        connect(&m_server, &ServerProcess::received, this, &Outage::finishIfDelivered,
                Qt::UniqueConnection);
}

void Outage::judge()
{
    QStringList firsts;
    for (const QString &text : std::as_const(m_arrived)) {
        if (!firsts.contains(text))
            firsts.append(text);
    }
    const QSet<QString> known(firsts.begin(), firsts.end());
    const auto lost = m_typed.size() - known.size();
    const bool held = firsts == m_typed && m_delivered == Messages;
    Terminal::printLine({});
    Terminal::printLine(Terminal::coloured(tr("typed %1, delivered %2, lost %3, repeated by the "
                                              "retry %4, in order: %5, %6 s without a connection")
                                               .arg(m_typed.size())
                                               .arg(m_delivered)
                                               .arg(lost)
                                               .arg(m_arrived.size() - firsts.size())
                                               .arg(held ? tr("yes") : tr("no"))
                                               .arg(double(m_downFor) / 1000, 0, 'f', 1),
                                           held ? Colour::Green : Colour::Red));
    m_server.kill();
    Q_EMIT finished(held ? 0 : 1);
}

void Outage::sayState()
{
    const QString connection = tr("connection");
    const int waiting = m_socket.pendingMessageCount();
    switch (m_socket.state()) {
    case ConnectionState::Connecting:
        say(Colour::Dim, connection, tr("connecting, attempt %1").arg(m_socket.attemptCount()));
        break;
    case ConnectionState::Connected:
        if (m_downSince > 0)
            m_downFor += m_clock.elapsed() - m_downSince;
        m_downSince = 0;
        say(Colour::Green, connection,
            waiting > 0 ? tr("up, sending what waits: %1").arg(waiting) : tr("up"));
        break;
    case ConnectionState::WaitingToRetry:
        if (m_downSince == 0)
            m_downSince = m_clock.elapsed();
        say(Colour::Yellow, connection,
            tr("down, next attempt in %1 s").arg(m_socket.retryDelay() / 1000.0, 0, 'f', 1));
        break;
    case ConnectionState::WaitingForNetwork:
        say(Colour::Yellow, connection, tr("down, no network"));
        break;
    case ConnectionState::Failed:
        say(Colour::Red, connection, tr("failed: %1").arg(m_socket.lastError().detail));
        Q_EMIT finished(1);
        break;
    case ConnectionState::Closing:
    case ConnectionState::Closed:
        say(Colour::Dim, connection, tr("closed"));
        break;
    }
}

void Outage::say(Colour colour, const QString &who, const QString &what)
{
    const QString when = QStringLiteral("%1 s").arg(double(m_clock.elapsed()) / 1000, 7, 'f', 2);
    Terminal::printLine(Terminal::coloured(when, Colour::Dim) + QStringLiteral("  ")
                        + Terminal::coloured(who.leftJustified(12) + what, colour));
}
