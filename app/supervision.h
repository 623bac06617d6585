// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "linereader.h"

#include <QtCore/qobject.h>

namespace Holdfast {
class Hub;
}

//! A hub that another program has started: says what comes in, obeys, and does not outlive it.
//!
//! Prints {"ready":"ws://…"} first, then {"received":"…","lane":"…"} for each text that a plain
//! client sent (the lane is the path of its URL) and for each message that was accepted (the lane
//! is "holdfast"). Standard input takes commands, a line each: "fault none", "fault refuse", "fault
//! close CODE", "restart RETRYAFTER SPREAD" in ms. Ends when its standard input does.
class Supervision : public QObject
{
    Q_OBJECT

public:
    explicit Supervision(Holdfast::Hub &hub, QObject *parent = nullptr);

    //! The hub listens.
    void start();
    //! A line of standard input; a word on stderr if it means nothing.
    void obey(const QString &command);

private:
    void restart(const QString &arguments);

    Holdfast::Hub &m_hub;
    LineReader m_commands;
};
