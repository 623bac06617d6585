// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "scenes.h"
#include "tourreport.h"
#include "warnings.h"

#include <QtCore/qdir.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtGui/qimage.h>
#include <QtTest/qtest.h>

#include <functional>

using namespace Holdfast;

namespace {

constexpr int Patience = 280'000; // of scripts that take a minute, on a machine that is busy

//! What a tour without faults comes to.
TourReport fair()
{
    TourReport report;
    report.acts = {{.title = QStringLiteral("rain"), .came = true}};
    report.sent = report.delivered = 5;
    return report;
}

struct Run
{
    int exitCode = -1;
    QString output;
    QString errors;
};

//! As on a machine without a display. \a ripe: when to interrupt it.
Run demo(const QStringList &arguments, const std::function<bool(QProcess &)> &ripe = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND", "QT_LOGGING_RULES"})
        environment.remove(QString::fromLatin1(name));
    const QTemporaryDir runtime; // or Qt complains of that
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime.path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(HOLDFAST_DEMO), arguments);
    if (ripe) {
        if (!QTest::qWaitFor([&] { return ripe(process); }, Patience))
            return {};
        process.terminate();
    }
    if (!process.waitForFinished(Patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {.exitCode = process.exitCode(),
            .output = QString::fromUtf8(process.readAllStandardOutput()),
            .errors = QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class tst_Tour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTourInWhichThePromisesHeldHasNoProblems()
    {
        QVERIFY(fair().held());
        QCOMPARE(fair().problems(), QStringList());
        QCOMPARE(fair().summary().size(), 2);
        QCOMPARE(TourReport::line(fair().acts.constFirst()), QStringLiteral("✓ rain"));
    }

    void eachBrokenPromiseIsFound_data()
    {
        QTest::addColumn<TourReport>("report");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const char *problem, auto spoil) {
            TourReport report = fair();
            spoil(report);
            QTest::newRow(name) << report << QString::fromUtf8(problem);
        };
        using R = TourReport;
        row("no tour", "There was no tour", [](R &report) { report.acts.clear(); });
        row("an act", "This did not come about: rain",
            [](R &report) { report.acts[0].came = false; });
        row("silent", "Nothing was sent", [](R &report) { report.sent = report.delivered = 0; });
        row("undelivered", "Not delivered: 2", [](R &report) { report.delivered = 3; });
        row("lost", "Lost: 1", [](R &report) { report.lost = 1; });
        row("duplicated", "Duplicated: 1", [](R &report) { report.duplicated = 1; });
        row("out of order", "Out of order: 1", [](R &report) { report.outOfOrder = 1; });
        row("missed", "Missed of what others said: 1", [](R &report) { report.missed = 1; });
        row("warning", "The program complained: binding loop",
            [](R &report) { report.warnings = {QStringLiteral("binding loop")}; });
    }
    void eachBrokenPromiseIsFound()
    {
        QFETCH(const TourReport, report);
        QFETCH(const QString, problem);
        QVERIFY(!report.held());
        QCOMPARE(report.problems(), QStringList(problem));
        QVERIFY(report.summary().contains(u"✗ " + problem));
    }

    void warningsAreHeardAndStillPrinted()
    {
        qWarning("before");
        {
            const Warnings warnings;
            QTest::ignoreMessage(QtWarningMsg, "during");
            qWarning("during");
            qInfo("not one");
            QCOMPARE(warnings.texts(), QStringList(QStringLiteral("during")));
        }
        const Warnings warnings;
        QCOMPARE(warnings.texts(), QStringList());
    }

    void theTourHoldsWithoutADisplay()
    {
        const Run run = demo({QStringLiteral("--tour")});
        QVERIFY2(run.exitCode == 0, qPrintable(run.output + run.errors));
        QCOMPARE(run.errors, QString());
        QVERIFY(run.output.contains(u"lost 0, duplicated 0, out of order 0, missed 0\n"));
        QVERIFY(run.output.endsWith(u"The promises held.\n"));
        QVERIFY(!run.output.contains(u'✗'));
    }

    void aTourThatBreaksAPromiseSaysSo()
    {
        const Run run
            = demo({QStringLiteral("--tour"), QStringLiteral("--cheat"), QStringLiteral("1")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.output.contains(u"✗ Lost: "));
        QVERIFY(run.output.endsWith(u"The promises did not hold.\n"));
    }

    void whoeverIsInterruptedComesToNoGoodEnd_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("a tour") << QStringLiteral("--tour");
        QTest::newRow("pictures") << QStringLiteral("--screenshots");
        QTest::newRow("frames") << QStringLiteral("--record");
        QTest::newRow("an outage") << QString();
    }
    void whoeverIsInterruptedComesToNoGoodEnd()
    {
        QFETCH(const QString, option);
        const QTemporaryDir folder;
        const bool draws
            = option == QStringLiteral("--screenshots") || option == QStringLiteral("--record");
        QStringList arguments;
        if (!option.isEmpty())
            arguments.append(option);
        if (draws)
            arguments.append(folder.path());
        const Run run = demo(arguments, [&](QProcess &process) {
            return draws ? !QDir(folder.path()).isEmpty() : process.bytesAvailable() > 0;
        });
        QCOMPARE(run.errors, QStringLiteral("holdfast-demo: interrupted\n"));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(!run.output.contains(u"The promises"));
    }

    void thereIsAPictureOfEverything()
    {
        const QTemporaryDir folder;
        const Run run = demo({QStringLiteral("--screenshots"), folder.path()});
        QVERIFY2(run.exitCode == 0, qPrintable(run.output + run.errors));
        QCOMPARE(run.errors, QString());
        QStringList expected;
        for (const QString &scene : Scenes::names() + QStringList(QStringLiteral("connected"))) {
            for (const char *look : {"ar", "dark", "de", "light"})
                expected.append(QStringLiteral("%1-%2.png").arg(QLatin1StringView(look), scene));
        }
        expected.sort();
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name), expected);
        for (const QString &name : expected) {
            const QImage picture(folder.filePath(name));
            QVERIFY2(picture.width() >= 720 && picture.height() >= 560, qPrintable(name));
            const QColor corner = picture.pixelColor(1, picture.height() - 2);
            QCOMPARE(corner.lightness() < 128, name.startsWith(u"dark-"));
        }
        const auto picture
            = [&](const char *name) { return QImage(folder.filePath(QString::fromLatin1(name))); };
        QVERIFY(picture("light-lost.png") != picture("de-lost.png"));
        QVERIFY(picture("de-lost.png") != picture("ar-lost.png"));
        QVERIFY(picture("light-held.png") != picture("light-unsaved.png"));
    }

    void aRecordingHasItsFrames()
    {
        const QTemporaryDir folder;
        const Run run = demo({QStringLiteral("--record"), folder.path()});
        QVERIFY2(run.exitCode == 0, qPrintable(run.output + run.errors));
        QCOMPARE(run.errors, QString());
        const QStringList frames = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        QVERIFY(frames.size() > 20);
        QCOMPARE(frames.constFirst(), QStringLiteral("0001.png"));
        QVERIFY(!QImage(folder.filePath(frames.constLast())).isNull());
    }

    void aFolderThatCannotBeMadeIsTold()
    {
        for (const char *option : {"--screenshots", "--record"}) {
            const Run run = demo({QString::fromLatin1(option), QStringLiteral("/dev/null/x")});
            QCOMPARE(run.exitCode, 1);
            QVERIFY(run.errors.contains(u"/dev/null/x"));
        }
        QCOMPARE(demo({QStringLiteral("--tour"), QStringLiteral("--record"), QStringLiteral("x")})
                     .exitCode,
                 2);
    }
};

QTEST_GUILESS_MAIN(tst_Tour)

#include "tst_tour.moc"
