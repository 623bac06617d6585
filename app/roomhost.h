// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "languages.h"
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
    // The engine goes before what its scene is about.
    Room m_room;
    Languages m_languages{&m_engine};
    QQmlApplicationEngine m_engine;
};
