// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcoreapplication.h>
#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

//! What came of a tour, and whether the promises held.
struct TourReport
{
    Q_DECLARE_TR_FUNCTIONS(TourReport)

public:
    struct Act
    {
        QString title;
        bool came = false;
    };

    QList<Act> acts;
    // The right lane's, by the server's record.
    int sent = 0;
    int delivered = 0;
    int lost = 0;
    int duplicated = 0;
    int outOfOrder = 0;
    int missed = 0;
    QStringList warnings; //!< that the program printed

    //! What broke, a sentence each; empty: nothing did.
    [[nodiscard]] QStringList problems() const;
    [[nodiscard]] bool held() const { return problems().isEmpty(); }
    //! For people, a line each: the figures, and what broke.
    [[nodiscard]] QStringList summary() const;
    //! "✓ The server is killed"
    [[nodiscard]] static QString line(const Act &act);
};
