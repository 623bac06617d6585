// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "naivelane.h"

NaiveLane::NaiveLane(Weather &weather, const NaiveTimings &timings, QObject *parent)
    : Lane(QStringLiteral("naive"), tr("Plain QWebSocket"), weather, parent)
    , m_socket(timings)
{
    believe(Belief::NotConnected);
    connect(&m_socket, &NaiveSocket::connecting, this, [this] { believe(Belief::Connecting); });
    connect(&m_socket, &NaiveSocket::connected, this, [this] {
        believe(Belief::Connected);
        setConnected(true);
    });
    connect(&m_socket, &NaiveSocket::disconnected, this, [this] {
        believe(Belief::Waiting);
        setConnected(false);
        m_onSocket.clear();
        settle();
    });
    connect(&m_socket, &NaiveSocket::written, this, [this](const QString &frame) {
        const quint64 number = numberOf(frame);
        m_onSocket.insert(number);
        if (score().copies(number) == 0)
            mark(number, Mark::Sent);
    });
    connect(&m_socket, &NaiveSocket::received, this, [this](const QString &frame) { hear(frame); });
    connect(&m_socket, &NaiveSocket::gaveUp, this, [this](const QString &frame) {
        m_givenUp.insert(numberOf(frame), frame);
        settle();
    });
}

void NaiveLane::retranslate()
{
    setTitle(tr("Plain QWebSocket"));
    believe(m_belief);
}

void NaiveLane::believe(Belief belief)
{
    m_belief = belief;
    switch (belief) {
    case Belief::NotConnected:
        return setStateText(tr("not connected"));
    case Belief::Connecting:
        return setStateText(tr("connecting…"));
    case Belief::Connected:
        return setStateText(tr("connected"));
    case Belief::Waiting:
        return setStateText(tr("trying again soon"));
    }
}

void NaiveLane::dial(const QUrl &url) { m_socket.open(url); }

void NaiveLane::send(quint64 number, const QString &frame)
{
    Q_UNUSED(number)
    m_socket.send(frame);
}

void NaiveLane::seen(quint64 number) { mark(number, Mark::Delivered); }

//! Whatever was given up and is on no socket and in no queue has come to its end.
void NaiveLane::settle()
{
    const auto isOver = [this](const auto &message) {
        return !m_onSocket.contains(message.key()) && !m_socket.isQueued(message.value());
    };
    for (auto message = m_givenUp.begin(); message != m_givenUp.end();) {
        if (isOver(message)) {
            giveUp(message.key());
            message = m_givenUp.erase(message);
        } else {
            ++message;
        }
    }
}
