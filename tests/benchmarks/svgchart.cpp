// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "svgchart.h"

#include <QtCore/qfile.h>
#include <QtCore/qstringlist.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace Holdfast::Testing {

namespace {

constexpr double Width = 860;
constexpr double Height = 460;
constexpr double Left = 78; // of the plot
constexpr double Right = Width - 24;
constexpr double Top = 82;
constexpr double Bottom = Height - 58;

// Okabe and Ito's: told apart by everybody, and in this order by their lightness too.
const char *const Colours[]
    = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#8a6d00", "#000000"};

QString colour(size_t index) { return QString::fromLatin1(Colours[index % std::size(Colours)]); }

QString number(double value) { return QString::number(value, 'f', 1); }

//! As people write it on an axis: 0.5, 20, 5k, 1M.
QString spoken(double value)
{
    if (value >= 1e6)
        return QString::number(value / 1e6) + QLatin1Char('M');
    if (value >= 1e4)
        return QString::number(value / 1e3) + QLatin1Char('k');
    return QString::number(value);
}

double share(double value, const SvgChart::Axis &axis)
{
    if (!axis.logarithmic)
        return (value - axis.from) / (axis.to - axis.from);
    const double least = std::log10(axis.from);
    return (std::log10(std::max(value, axis.from)) - least) / (std::log10(axis.to) - least);
}

//! Where the grid is: 1, 2 or 5 times a power of ten, some six of them.
std::vector<double> ticks(const SvgChart::Axis &axis)
{
    std::vector<double> values;
    if (axis.logarithmic) {
        const bool isShort = axis.to / axis.from < 1000;
        for (double decade = std::pow(10, std::floor(std::log10(axis.from))); decade <= axis.to;
             decade *= 10) {
            for (const double step : {1., 2., 5.}) {
                const double value = decade * step;
                if (value >= axis.from * 0.999 && value <= axis.to * 1.001
                    && (isShort || step == 1.))
                    values.push_back(value);
            }
        }
        return values;
    }
    const double rough = (axis.to - axis.from) / 6;
    const double decade = std::pow(10, std::floor(std::log10(rough)));
    double step = decade * 10;
    for (const double factor : {5., 2., 1.}) {
        if (decade * factor >= rough * 0.8)
            step = decade * factor;
    }
    for (double value = std::ceil(axis.from / step) * step; value <= axis.to + step / 1000;
         value += step)
        values.push_back(value);
    return values;
}

QString line(double x1, double y1, double x2, double y2, const QString &style)
{
    return QStringLiteral("<line x1='%1' y1='%2' x2='%3' y2='%4' %5/>\n")
        .arg(number(x1), number(y1), number(x2), number(y2), style);
}

QString text(double x, double y, const QString &words, const QString &style)
{
    return QStringLiteral("<text x='%1' y='%2' %3>%4</text>\n")
        .arg(number(x), number(y), style, words.toHtmlEscaped());
}

} // namespace

SvgChart::SvgChart(const QString &title, const Axis &x, const Axis &y)
    : m_title(title)
    , m_x(x)
    , m_y(y)
{
}

void SvgChart::addLine(const QString &name, const std::vector<QPointF> &points)
{
    m_lines.emplace_back(name, points);
}

void SvgChart::addLevel(const QString &name, double y) { m_levels.emplace_back(name, y); }

void SvgChart::addMoment(const QString &name, double x) { m_moments.emplace_back(name, x); }

double SvgChart::left(double x) const { return Left + share(x, m_x) * (Right - Left); }

double SvgChart::top(double y) const { return Bottom - share(y, m_y) * (Bottom - Top); }

QString SvgChart::grid() const
{
    const QString thin = QStringLiteral("stroke='#e3e3e3'");
    const QString firm = QStringLiteral("stroke='#555'");
    QString out;
    for (const double value : ticks(m_x)) {
        out += line(left(value), Top, left(value), Bottom, thin);
        out += text(left(value), Bottom + 19, spoken(value),
                    QStringLiteral("text-anchor='middle'"));
    }
    for (const double value : ticks(m_y)) {
        out += line(Left, top(value), Right, top(value), thin);
        out += text(Left - 8, top(value) + 4, spoken(value), QStringLiteral("text-anchor='end'"));
    }
    out += line(Left, Bottom, Right, Bottom, firm) + line(Left, Top, Left, Bottom, firm);
    out += text((Left + Right) / 2, Height - 14, m_x.label, QStringLiteral("text-anchor='middle'"));
    const double middle = (Top + Bottom) / 2;
    out += text(
        20, middle, m_y.label,
        QStringLiteral("text-anchor='middle' transform='rotate(-90 20 %1)'").arg(number(middle)));
    return out;
}

QString SvgChart::marks() const
{
    const QString words = QStringLiteral("fill='#444' font-size='12' paint-order='stroke' "
                                         "stroke='#fff' stroke-width='4'");
    const QString dashes = QStringLiteral("stroke='#666' stroke-dasharray='6 4'");
    QString out;
    for (const auto &[name, y] : m_levels) {
        out += line(Left, top(y), Right, top(y), dashes);
        out += text(Right - 4, top(y) - 6, name, QStringLiteral("text-anchor='end' ") + words);
    }
    for (const auto &[name, x] : m_moments) {
        out += line(left(x), Top, left(x), Bottom, dashes);
        out += text(left(x) + 6, Top + 13, name, words);
    }
    return out;
}

QString SvgChart::lines() const
{
    QString out = QStringLiteral("<clipPath id='plot'><rect x='%1' y='%2' width='%3' height='%4'/>"
                                 "</clipPath>\n<g clip-path='url(#plot)' fill='none' "
                                 "stroke-width='2.2' stroke-linejoin='round'>\n")
                      .arg(number(Left), number(Top), number(Right - Left), number(Bottom - Top));
    for (size_t i = 0; i < m_lines.size(); ++i) {
        QStringList points;
        for (const QPointF &point : m_lines[i].second)
            points += number(left(point.x())) + QLatin1Char(',') + number(top(point.y()));
        out += QStringLiteral("<polyline stroke='%1' points='%2'/>\n")
                   .arg(colour(i), points.join(QLatin1Char(' ')));
    }
    return out + QStringLiteral("</g>\n");
}

QString SvgChart::legend() const
{
    QString out;
    double x = Left;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const QString &name = m_lines[i].first;
        out += line(x, 56, x + 22, 56,
                    QStringLiteral("stroke='%1' stroke-width='3'").arg(colour(i)));
        out += text(x + 28, 60, name, {});
        x += 28 + 7.2 * static_cast<double>(name.size()) + 18;
    }
    return out;
}

QByteArray SvgChart::svg() const
{
    const QString head
        = QStringLiteral("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1 %2' width='%1' "
                         "height='%2' font-family='sans-serif' font-size='13' fill='#222'>\n"
                         "<title>%3</title>\n<rect width='%1' height='%2' fill='#fff'/>\n")
              .arg(QString::number(Width), QString::number(Height), m_title.toHtmlEscaped());
    const QString title
        = text(Left, 30, m_title, QStringLiteral("font-size='17' font-weight='bold'"));
    return (head + title + grid() + lines() + marks() + legend() + QStringLiteral("</svg>\n"))
        .toUtf8();
}

bool SvgChart::write(const QString &path) const
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(svg()) >= 0 && file.flush())
        return true;
    std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
    return false;
}

} // namespace Holdfast::Testing
