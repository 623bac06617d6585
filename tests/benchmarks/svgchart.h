// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qpoint.h>
#include <QtCore/qstring.h>

#include <functional>
#include <utility>
#include <vector>

namespace Holdfast::Testing {

//! Lines over a pair of axes, as an SVG that needs no script, no style sheet and no font of its
//! own.
class SvgChart
{
public:
    struct Axis
    {
        QString label;
        double from = 0;
        double to = 1; //!< > from
        bool logarithmic = false; //!< in decades; then from > 0
    };

    SvgChart(const QString &title, const Axis &x, const Axis &y);

    //! What lies outside the axes is cut off.
    void addLine(const QString &name, const std::vector<QPointF> &points);
    //! A dashed line all across, for a limit.
    void addLevel(const QString &name, double y);
    //! The same upright, for a moment.
    void addMoment(const QString &name, double x);

    [[nodiscard]] QByteArray svg() const;
    //! False, with a line on stderr, when the file cannot be written.
    [[nodiscard]] bool write(const QString &path) const;

private:
    [[nodiscard]] double left(double x) const;
    [[nodiscard]] double top(double y) const;
    [[nodiscard]] QString grid() const;
    [[nodiscard]] QString marks() const;
    [[nodiscard]] QString lines() const;
    [[nodiscard]] QString legend() const;

    QString m_title;
    Axis m_x;
    Axis m_y;
    std::vector<std::pair<QString, std::vector<QPointF>>> m_lines;
    std::vector<std::pair<QString, double>> m_levels;
    std::vector<std::pair<QString, double>> m_moments;
};

} // namespace Holdfast::Testing
