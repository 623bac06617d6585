// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "benchmark.h"
#include "herd.h"

namespace Holdfast::Testing {

//! Runs scenarios; a row for each as it is done, and what happened second by second for JSON.
class HerdTable
{
public:
    //! What is beyond these gets a mark.
    HerdTable(Report &report, double mostBounds, double mostPeak);

    void begin(const QString &title);
    Outcome add(const QString &name, const Scenario &scenario);
    //! Gives the report all of it.
    void finish();

    //! When 99 % were back, in capacity bounds (clients / capacity); -1: never.
    [[nodiscard]] static double bounds(const Scenario &scenario, const Outcome &outcome);
    //! The busiest second after the return, in capacities.
    [[nodiscard]] static double peak(const Scenario &scenario, const Outcome &outcome);

private:
    Report &m_report;
    const double m_mostBounds;
    const double m_mostPeak;
    QString m_title;
    QJsonArray m_runs;
};

} // namespace Holdfast::Testing
