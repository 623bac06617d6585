// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "reservedport.h"

#include <QtCore/qobject.h>
#include <QtCore/qurl.h>

#include <memory>

namespace Holdfast {

//! A real WebSocket server that knows nothing of Holdfast. It echoes, and says what it has read.
//!
//! Its port is its own for life, whether or not it runs.
class Peer : public QObject
{
    Q_OBJECT

public:
    //! "QWebSocketServer", "hub" (which echoes to plain clients), "node" (ws) and "python"
    //! (websockets).
    [[nodiscard]] static QStringList kinds();
    //! Why this kind cannot be had here, for QSKIP; empty if it can.
    [[nodiscard]] static QString whatIsMissing(const QString &kind);
    //! Runs already.
    [[nodiscard]] static std::unique_ptr<Peer> make(const QString &kind);

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(m_port.number()));
    }
    [[nodiscard]] quint16 port() const { return m_port.number(); }
    //! Returns when it listens.
    virtual void start() = 0;
    //! A process by SIGKILL; one that lives in ours resets its clients. Whatever it has read was
    //! told when this returns.
    virtual void kill() = 0;
    [[nodiscard]] virtual bool isUp() const = 0;
    //! What arrived is told at once, and not through a pipe.
    [[nodiscard]] virtual bool isInThisProcess() const { return false; }

    //! Connections, when last heard of.
    [[nodiscard]] int openCount() const { return m_open; }

Q_SIGNALS:
    //! \a connection: 1 and up, over all lives.
    void arrived(int connection, const QString &text);
    //! Everything that was read of it has been told.
    void closed(int connection);

protected:
    Peer() = default;

    int m_open = 0;

private:
    ReservedPort m_port;
};

} // namespace Holdfast
