// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "destination.h"
#include "fault.h"

#include <QtCore/qstring.h>

//! What the command line asks for.
struct Options
{
    enum class Mode {
        Headless, //!< JSON lines on stdin and stdout
        Outage, //!< a scripted outage in the terminal
        List, //!< what waits in a queue
        Purge, //!< empty a queue
        Serve, //!< be the small server that the others start
        Window, //!< two lanes, to be watched; one, to the url, if there is one
    };

    Mode mode = Mode::Outage;
    //! Of Headless, List, Purge, Window: url (empty: start a server of our own), protocol and
    //! queue.
    Destination destination;
    bool linger = false; //!< do not close at the end of the input
    quint16 port = 0; //!< of Serve; 0: any
    Fault fault; //!< of Serve
    QString theme; //!< of Window: light, dark, or empty: as the system has it
    QString screenshots; //!< of Window: the folder to fill; empty: none
    QString record; //!< of Window: the folder for the frames of an animation; empty: none
    bool tour = false; //!< of Window: play a storm and say whether the promises held
    bool cheat = false; //!< of the tour: break a promise
    bool firstFrame = false; //!< of Window: say how long it took, and end
    bool yes = false; //!< of Purge: it need not be confirmed
    qint64 after = 0; //!< of Window: the process whose place it takes; 0: none
    int lost = 0; //!< of Window: what that one had not delivered in the naive lane

    //! Nobody sits before the window: it starts as everybody's does, and nothing is remembered.
    [[nodiscard]] bool isScripted() const
    {
        return tour || firstFrame || !screenshots.isEmpty() || !record.isEmpty();
    }
    //! A script plays where there is no display, too. Before there is an application.
    static void chooseDisplay(int argc, const char *const *argv);

    //! Whether there will be a window, as far as can be told before there is an application: a
    //! window needs a display, and Qt takes its own options out of the command line only for one.
    [[nodiscard]] static bool wantsWindow(int argc, const char *const *argv);
    //! Reads the command line; ends the process for --help, --version and mistakes.
    [[nodiscard]] static Options parse(const QStringList &arguments);
};
