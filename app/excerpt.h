// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

//! The beginning of a text that anybody may have written, fit to be shown in a list: neither its
//! length nor what is in it troubles its neighbours.
struct Excerpt
{
    //! As many UTF-16 units at most.
    static constexpr qsizetype MaxLength = 600;

    QString text; //!< control characters are visible; lines end with \n
    bool isWhole = true;

    [[nodiscard]] static Excerpt of(const QString &text);
};
