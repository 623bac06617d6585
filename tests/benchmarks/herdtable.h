// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "herd.h"

#include <QtCore/qjsonarray.h>

namespace Holdfast::Testing {

//! Runs scenarios; prints a line for each as it is done, and keeps its figures for JSON.
class HerdTable
{
public:
    //! What is beyond these gets a mark.
    HerdTable(double mostBounds, double mostPeak);

    void begin(const QString &title);
    Outcome add(const QString &name, const Scenario &scenario);
    [[nodiscard]] QByteArray json() const;

    //! When 99 % were back, in capacity bounds (clients / capacity); -1: never.
    [[nodiscard]] static double bounds(const Scenario &scenario, const Outcome &outcome);
    //! The busiest second after the return, in capacities.
    [[nodiscard]] static double peak(const Scenario &scenario, const Outcome &outcome);

private:
    const double m_mostBounds;
    const double m_mostPeak;
    QString m_title;
    QJsonArray m_runs;
};

} // namespace Holdfast::Testing
