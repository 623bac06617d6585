// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionsnapshot.h"
#include "statusaction.h"
#include "statusclock.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qstring.h>

namespace Holdfast {

//! The sentences, in the language of the application: what a view reads like.
class StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::ConnectionStatus)

public:
    [[nodiscard]] static QString text(const StatusView &view);
    //! The same without figures that change by themselves.
    [[nodiscard]] static QString accessibleText(const StatusView &view);
    [[nodiscard]] static QString action(StatusAction action);
    [[nodiscard]] static QString badge(int pending);
    //! Lines for those who want to know more.
    [[nodiscard]] static QString details(const StatusView &view, const ConnectionSnapshot &facts);
    //! What went wrong, with the code or the status; empty if nothing did.
    [[nodiscard]] static QString error(const ConnectionError &error);

private:
    [[nodiscard]] static QString failure(ErrorCategory category);
    [[nodiscard]] static QString trouble(ErrorCategory category);
    [[nodiscard]] static QString figure(const Countdown &countdown);
};

} // namespace Holdfast
