// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qstring.h>

#include <chrono>

namespace Holdfast {
class Hub;
}

//! What holdfast-hub is told on its standard input, a line each; see its --help.
class HubConsole : public QObject
{
    Q_OBJECT

public:
    //! \a room: into which it publishes.
    HubConsole(Holdfast::Hub &hub, const QString &room, QObject *parent = nullptr);

    //! A word on stderr if the line means nothing.
    void obey(const QString &line);

Q_SIGNALS:
    //! Everybody is gone, for good.
    void ended();

private:
    [[nodiscard]] QString setFaults(const QStringList &words);
    void restart(std::chrono::milliseconds absence, std::chrono::milliseconds spread);

    Holdfast::Hub &m_hub;
    const QString m_room;
    bool m_isComingBack = false;
};
