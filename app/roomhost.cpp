// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "roomhost.h"

#include "options.h"
#include "window.h"
#include "windowmemory.h"

RoomHost::RoomHost(const Options &options)
    : m_destination(options.destination)
    , m_theme(options.theme)
{
    Window::prepare();
    const WindowMemory memory; // of the big window, where both are chosen
    m_languages.setCurrent(memory.language());
    if (m_theme.isEmpty())
        m_theme = memory.theme();
}

RoomHost::~RoomHost() = default;

void RoomHost::start()
{
    m_room.go(m_destination);
    m_engine.setInitialProperties({{QStringLiteral("room"), QVariant::fromValue(&m_room)},
                                   {QStringLiteral("theme"), m_theme}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt-project.org/imports/HoldfastDemo/RoomWindow.qml")));
    if (m_engine.rootObjects().isEmpty())
        Q_EMIT finished(EXIT_FAILURE);
}
