// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "tourreport.h"

QStringList TourReport::problems() const
{
    QStringList problems;
    if (acts.isEmpty())
        problems.append(tr("There was no tour"));
    for (const Act &act : acts) {
        if (!act.came)
            problems.append(tr("This did not come about: %1").arg(act.title));
    }
    if (sent == 0)
        problems.append(tr("Nothing was sent"));
    if (delivered != sent)
        problems.append(tr("Not delivered: %1").arg(sent - delivered));
    if (lost != 0)
        problems.append(tr("Lost: %1").arg(lost));
    if (duplicated != 0)
        problems.append(tr("Duplicated: %1").arg(duplicated));
    if (outOfOrder != 0)
        problems.append(tr("Out of order: %1").arg(outOfOrder));
    if (missed != 0)
        problems.append(tr("Missed of what others said: %1").arg(missed));
    for (const QString &warning : warnings)
        problems.append(tr("The program complained: %1").arg(warning));
    return problems;
}

QStringList TourReport::summary() const
{
    QStringList lines{
        tr("sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6")
            .arg(sent)
            .arg(delivered)
            .arg(lost)
            .arg(duplicated)
            .arg(outOfOrder)
            .arg(missed)};
    const QStringList broken = problems();
    for (const QString &problem : broken)
        lines.append(QStringLiteral("✗ ") + problem);
    lines.append(broken.isEmpty() ? tr("The promises held.") : tr("The promises did not hold."));
    return lines;
}

QString TourReport::line(const Act &act)
{
    return (act.came ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + act.title;
}
