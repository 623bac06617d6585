// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qjsonvalue.h>

#include <functional>
#include <limits>
#include <vector>

namespace Holdfast::Testing {

class SvgChart;

//! 0 of nothing.
[[nodiscard]] double median(std::vector<double> values);
//! What so large a part (0 to 1) of them does not exceed; 0 of nothing.
[[nodiscard]] double percentile(std::vector<double> values, double part);

//! Runs the event loop until \a done, for \a most ms at most; true if it is.
bool runUntil(const std::function<bool()> &done, int most = 120'000);

//! As many descriptors as the system lets us have.
void raiseFileLimit();

//! The processor, the system, Qt and the compiler: figures mean nothing without.
[[nodiscard]] QJsonObject machine();

//! One number that the README shows.
struct Figure
{
    enum class Target { None, AtLeast, AtMost };

    QString what;
    double value = 0;
    QString unit; //!< "%", "×", "B", "ms", …
    QString against = {}; //!< what it is measured against, in words and numbers
    Target direction = Target::None;
    double target = 0; //!< in the same unit
    int decimals = 0;
};

//! What a benchmark found out: tables for people, and the same as JSON.
//!
//! The command line is its own: --quick, --json FILE, --plots FOLDER and \a options.
class Report
{
public:
    struct Column
    {
        QString name;
        int decimals = 0;
        double most = std::numeric_limits<double>::infinity(); //!< what is beyond gets a mark
    };

    //! Ends the process where the command line is wrong.
    Report(const QString &name, const QString &description,
           const QList<QCommandLineOption> &options = {}, const QString &positional = {});

    //! So few that the figures mean nothing; to see that everything works.
    [[nodiscard]] bool isQuick() const { return m_parser.isSet(QStringLiteral("quick")); }
    [[nodiscard]] int rounds(int standard) const { return isQuick() ? 1 : standard; }
    [[nodiscard]] const QCommandLineParser &arguments() const { return m_parser; }

    void begin(const QString &title, const std::vector<Column> &columns);
    //! A cell for each column: text, a number, or null for what there is not.
    void add(const std::vector<QJsonValue> &cells);
    void note(const QString &sentence);
    void show(const Figure &figure);
    //! For the JSON only: what is too much for a table.
    void attach(const QString &key, const QJsonValue &value) { m_attachments[key] = value; }
    //! To <plots>/\a name.svg, if a folder was asked for.
    void plot(const SvgChart &chart, const QString &name);

    //! Writes the JSON, if it was asked for; what main() returns.
    [[nodiscard]] int finish();

private:
    void flushTable();

    QString m_name;
    QCommandLineParser m_parser;
    std::vector<Column> m_columns;
    QJsonObject m_table;
    QJsonArray m_rows;
    QJsonArray m_notes;
    QJsonArray m_tables;
    QJsonArray m_figures;
    QJsonObject m_attachments;
    bool m_failed = false;
};

} // namespace Holdfast::Testing
