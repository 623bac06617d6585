// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>

//! Listens to what the program complains of, such as a binding loop in QML, while this lives. It is
//! still printed. One at a time.
class Warnings
{
    Q_DISABLE_COPY_MOVE(Warnings)

public:
    Warnings();
    ~Warnings();

    [[nodiscard]] QStringList texts() const;
};
