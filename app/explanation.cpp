// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "explanation.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qfontdatabase.h>
#include <QtGui/qguiapplication.h>

using namespace Holdfast;
using namespace std::chrono_literals;

Explanation::Explanation(QObject *parent)
    : QObject(parent)
{
    m_clock.setInterval(1s);
    connect(&m_clock, &QTimer::timeout, this, &Explanation::refresh);
    m_soon.setInterval(100ms);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Explanation::refresh);
}

void Explanation::setSocket(ReconnectingWebSocket *socket)
{
    if (m_socket == socket)
        return;
    if (m_socket)
        m_socket->disconnect(this);
    m_socket = socket;
    if (socket) {
        connect(socket, &ReconnectingWebSocket::snapshotChanged, this, [this] {
            if (m_live && !m_soon.isActive())
                m_soon.start();
        });
    }
    Q_EMIT socketChanged();
    refresh();
}

void Explanation::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    if (live) {
        refresh();
        m_clock.start();
    } else {
        m_clock.stop();
        m_soon.stop();
    }
    Q_EMIT liveChanged();
}

QFont Explanation::font() { return QFontDatabase::systemFont(QFontDatabase::FixedFont); }

void Explanation::copy()
{
    refresh();
    QGuiApplication::clipboard()->setText(m_text);
}

void Explanation::refresh()
{
    const QString text = m_socket ? m_socket->explain().trimmed() : QString();
    if (m_text == text)
        return;
    m_text = text;
    Q_EMIT textChanged();
}
