// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "room.h"

#include <QtCore/qobject.h>
#include <QtQml/qqmlapplicationengine.h>

struct Options;

//! The desktop window of --url: one lane, to any server.
class RoomHost : public QObject
{
    Q_OBJECT

public:
    explicit RoomHost(const Options &options);
    ~RoomHost() override;

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    Destination m_destination;
    QString m_theme;
    Room m_room;
    QQmlApplicationEngine m_engine; //!< after the room, so that it is gone before it
};
