// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "reservedport.h"

#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qurl.h>

namespace Holdfast {

//! A real nginx in front of a WebSocket server, with a folder and a port of its own.
class Nginx
{
public:
    //! \a directives: those of the location, a proxy_read_timeout for example.
    Nginx(quint16 upstream, const QString &directives);
    //! Leaves nobody behind.
    ~Nginx();

    //! Why it cannot be had here, for QSKIP; empty if it can.
    [[nodiscard]] static QString whatIsMissing();

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(m_port.number()));
    }
    //! Returns when it listens.
    void start();
    //! The old workers go when their connections are over, or after shutdownAfterMs; new ones take
    //! over.
    void reload();
    //! All of its processes, by SIGKILL.
    void kill();
    //! As the system's service does: its connections are closed at once.
    void stop();

    [[nodiscard]] bool isUp() const { return m_process.state() != QProcess::NotRunning; }

    static constexpr int shutdownAfterMs = 500;

private:
    void signalAll(int signal);
    [[nodiscard]] bool listens() const;

    QTemporaryDir m_folder;
    ReservedPort m_port;
    QProcess m_process;
    qint64 m_group = 0; //!< of its processes
};

} // namespace Holdfast
