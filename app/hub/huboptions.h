// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hub.h"

#include <QtNetwork/qsslconfiguration.h>

//! What the command line of holdfast-hub asks for.
struct HubOptions
{
    QHostAddress host{QHostAddress::LocalHost};
    quint16 port = 0; //!< 0: any
    QString room; //!< into which commands publish
    Holdfast::HubPolicy policy;
    Holdfast::HubFaults faults;
    Holdfast::Hub::PlainClients plainClients = Holdfast::Hub::PlainClients::Refuse;
    QStringList origins; //!< whose web pages may connect; empty: all
    QSslConfiguration tls; //!< null: none
    bool isChild = false; //!< ends with its standard input
    bool reports = false; //!< what comes in

    //! Reads the command line; ends the process for --help, --version and mistakes.
    [[nodiscard]] static HubOptions parse(const QStringList &arguments);
};
