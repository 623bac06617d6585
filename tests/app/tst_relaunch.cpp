// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "relaunch.h"

#include <QtCore/qfile.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qthread.h>
#include <QtTest/qtest.h>

#include <cerrno>
#include <csignal>
#include <memory>

namespace {

bool isGone(qint64 process) { return ::kill(pid_t(process), 0) != 0 && errno == ESRCH; }

//! This program as the one that is killed, "--victim FILE", and as the one that comes after it and
//! writes into FILE what it was told and found.
int beVictim(QCoreApplication &app)
{
    const QStringList arguments = app.arguments();
    const auto after = arguments.indexOf(QStringLiteral("--after"));
    if (after < 0) {
        Relaunch::killAndReplace(3);
        return EXIT_FAILURE;
    }
    const qint64 before = arguments.at(after + 1).toLongLong();
    Relaunch::awaitEndOf(before);
    QFile told(arguments.at(2));
    const QStringList words{QString::number(before),
                            isGone(before) ? QStringLiteral("gone") : QStringLiteral("alive"),
                            QStringList(arguments.mid(3)).join(u' ')};
    const bool ok = told.open(QIODevice::WriteOnly) && told.write(words.join(u'\n').toUtf8()) > 0;
    told.close();
    return ok && QFile::rename(told.fileName(), told.fileName() + u".done") ? EXIT_SUCCESS
                                                                            : EXIT_FAILURE;
}

} // namespace

class tst_Relaunch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsSuccessorComesWhenItIsGone()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("told"));
        QProcess victim;
        victim.setStandardInputFile(QProcess::nullDevice());
        victim.start(
            QCoreApplication::applicationFilePath(),
            {QStringLiteral("--victim"), file, QStringLiteral("--queue"), QStringLiteral("q")});
        QVERIFY(victim.waitForStarted());
        const qint64 id = victim.processId();
        QTRY_COMPARE(victim.state(), QProcess::NotRunning);
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
        QCOMPARE(victim.exitCode(), SIGKILL);
        QFile told(file + u".done");
        QTRY_VERIFY(told.exists());
        QVERIFY(told.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(told.readAll()),
                 QStringLiteral("%1\ngone\n--queue q --after %1 --lost 3").arg(id));
    }

    void waitsForTheEndOfAProcess()
    {
        QProcess process;
        process.start(QStringLiteral(HOLDFAST_DEMO), {QStringLiteral("--serve")});
        QVERIFY(process.waitForReadyRead());
        const std::unique_ptr<QThread> waiting(
            QThread::create([id = process.processId()] { Relaunch::awaitEndOf(id); }));
        bool wasGone = false;
        connect(
            waiting.get(), &QThread::finished, waiting.get(),
            [&, id = process.processId()] { wasGone = isGone(id); }, Qt::DirectConnection);
        waiting->start();
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(waiting->wait(20'000));
        QVERIFY(wasGone);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().value(1) == QStringLiteral("--victim"))
        return beVictim(app);
    tst_Relaunch test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_relaunch.moc"
