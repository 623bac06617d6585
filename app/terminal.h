// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonobject.h>
#include <QtCore/qstring.h>

//! Standard output, a line at a time.
namespace Terminal {

enum class Colour { Plain, Dim, Green, Yellow, Red };

//! One line, flushed: whoever reads us should not have to wait for the next.
void printLine(const QString &line);
//! One line of JSON.
void printJson(const QJsonObject &object);
//! \a text in colour, if standard output is a terminal and NO_COLOR is not set.
[[nodiscard]] QString coloured(const QString &text, Colour colour);
//! The beginning of \a text, which nobody vouches for, so that it can do nothing to a terminal:
//! what controls, formats or has no meaning is written as \n, \x1b or \u{202e}, a backslash as \\.
//! If it is cut after \a most characters, it ends with "…".
[[nodiscard]] QString visible(const QString &text, int most);

} // namespace Terminal
