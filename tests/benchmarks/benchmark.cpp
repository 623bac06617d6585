// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "benchmark.h"

#include "svgchart.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdatetime.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qsysinfo.h>
#include <QtCore/qthread.h>
#include <QtCore/qtimer.h>

#include <algorithm>
#include <cstdio>

#if defined(Q_OS_UNIX)
#include <sys/resource.h>
#endif

namespace Holdfast::Testing {

namespace {

constexpr int FirstWidth = 42;
constexpr int LeastWidth = 9;

//! As a cell of that column. Padded here, because printf() counts bytes and not letters.
void print(const QString &cell, const Report::Column &column, bool isFirst)
{
    const int width = std::max(LeastWidth, int(column.name.size()) + 1);
    const QString padded
        = isFirst ? cell.leftJustified(FirstWidth) : QString(u' ' % cell.rightJustified(width));
    std::fputs(qUtf8Printable(padded), stdout);
}

QString textOf(const QJsonValue &cell, const Report::Column &column)
{
    if (cell.isNull())
        return QStringLiteral("–");
    if (!cell.isDouble())
        return cell.toString();
    const QString number = QString::number(cell.toDouble(), 'f', column.decimals);
    return cell.toDouble() > column.most ? QString(number % u'!') : number;
}

QString processor()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

} // namespace

double median(std::vector<double> values) { return percentile(std::move(values), 0.5); }

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(part * last + 0.5)];
}

bool runUntil(const std::function<bool()> &done, int most)
{
    const QDeadlineTimer deadline(most);
    QTimer look; // for what other threads and processes do
    look.start(5);
    while (!done() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return done();
}

void raiseFileLimit()
{
#if defined(Q_OS_UNIX)
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
#endif
}

QJsonObject machine()
{
#if defined(__clang__)
    const QString compiler = QStringLiteral(__VERSION__);
#elif defined(__GNUC__)
    const QString compiler = QStringLiteral("GCC " __VERSION__);
#else
    const QString compiler = QStringLiteral("unknown");
#endif
#if defined(QT_NO_DEBUG)
    const QString build = QStringLiteral("optimised");
#else
    const QString build = QStringLiteral("debug");
#endif
    return {{QStringLiteral("cpu"), processor()},
            {QStringLiteral("cores"), QThread::idealThreadCount()},
            {QStringLiteral("kernel"),
             QString(QSysInfo::kernelType() % u' ' % QSysInfo::kernelVersion())},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("compiler"), compiler},
            {QStringLiteral("build"), build},
            {QStringLiteral("date"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
}

Report::Report(const QString &name, const QString &description,
               const QList<QCommandLineOption> &options, const QString &positional)
    : m_name(name)
{
    m_parser.setApplicationDescription(description);
    m_parser.addHelpOption();
    m_parser.addOptions(
        {{QStringLiteral("quick"),
          QStringLiteral(
              "Once, and little of it: to see that it works; the figures mean nothing.")},
         {QStringLiteral("json"), QStringLiteral("All figures, as JSON."), QStringLiteral("file")},
         {QStringLiteral("plots"), QStringLiteral("Plots, as SVG."), QStringLiteral("folder")}});
    m_parser.addOptions(options);
    if (!positional.isEmpty())
        m_parser.addPositionalArgument(positional, QString(), u'[' + positional + u']');
    m_parser.process(*QCoreApplication::instance());
    if (positional.isEmpty() && !m_parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "What is \"%s\"? See --help.\n",
                     qUtf8Printable(m_parser.positionalArguments().constFirst()));
        std::exit(2);
    }
    const QString folder = m_parser.value(QStringLiteral("plots"));
    if (!folder.isEmpty() && !QDir().mkpath(folder)) {
        std::fprintf(stderr, "%s: cannot be made\n", qUtf8Printable(folder));
        std::exit(2);
    }
}

void Report::begin(const QString &title, const std::vector<Column> &columns)
{
    flushTable();
    m_columns = columns;
    QJsonArray names;
    std::printf("\n%s\n", qUtf8Printable(title));
    for (const Column &column : columns) {
        names.append(column.name);
        print(column.name, column, names.size() == 1);
    }
    std::puts("");
    m_table = {{QStringLiteral("title"), title}, {QStringLiteral("columns"), names}};
}

void Report::add(const std::vector<QJsonValue> &cells)
{
    QJsonArray row;
    for (std::size_t i = 0; i < cells.size() && i < m_columns.size(); ++i) {
        row.append(cells[i]);
        print(textOf(cells[i], m_columns[i]), m_columns[i], i == 0);
    }
    std::puts("");
    std::fflush(stdout);
    m_rows.append(row);
}

void Report::note(const QString &sentence)
{
    std::printf("%s\n", qUtf8Printable(sentence));
    m_notes.append(sentence);
}

void Report::show(const Figure &figure)
{
    QJsonObject entry{{QStringLiteral("what"), figure.what},
                      {QStringLiteral("value"), figure.value},
                      {QStringLiteral("unit"), figure.unit},
                      {QStringLiteral("against"), figure.against},
                      {QStringLiteral("decimals"), figure.decimals}};
    if (figure.direction != Figure::Target::None) {
        const bool atLeast = figure.direction == Figure::Target::AtLeast;
        entry[QStringLiteral("target")] = figure.target;
        entry[QStringLiteral("atLeast")] = atLeast;
        entry[QStringLiteral("met")]
            = atLeast ? figure.value >= figure.target : figure.value <= figure.target;
    }
    m_figures.append(entry);
}

void Report::plot(const SvgChart &chart, const QString &name)
{
    const QString folder = m_parser.value(QStringLiteral("plots"));
    if (!folder.isEmpty() && !chart.write(QDir(folder).filePath(name + QStringLiteral(".svg"))))
        m_failed = true;
}

int Report::finish()
{
    flushTable();
    const QString path = m_parser.value(QStringLiteral("json"));
    if (!path.isEmpty()) {
        QJsonObject all{{QStringLiteral("benchmark"), m_name},
                        {QStringLiteral("quick"), isQuick()},
                        {QStringLiteral("machine"), machine()},
                        {QStringLiteral("tables"), m_tables},
                        {QStringLiteral("figures"), m_figures}};
        for (auto it = m_attachments.begin(); it != m_attachments.end(); ++it)
            all[it.key()] = it.value();
        const QByteArray bytes = QJsonDocument(all).toJson();
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
            || !file.flush()) {
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(path),
                         qUtf8Printable(file.errorString()));
            m_failed = true;
        }
    }
    return m_failed ? 1 : 0;
}

void Report::flushTable()
{
    if (m_table.isEmpty())
        return;
    m_table[QStringLiteral("rows")] = std::exchange(m_rows, {});
    m_table[QStringLiteral("notes")] = std::exchange(m_notes, {});
    m_tables.append(std::exchange(m_table, {}));
}

} // namespace Holdfast::Testing
