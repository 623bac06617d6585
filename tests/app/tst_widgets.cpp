// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mainwindow.h"
#include "quick.h"
#include "testserver.h"

#include <QtCore/qprocess.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>

using namespace Holdfast;

//! The example of Qt Widgets, against a real server.
class tst_Widgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void theStatusBarTellsAnOutage();
    void theProgramStartsAndEnds();
    void withoutAUrlItSaysWhatItWants();
};

void tst_Widgets::theStatusBarTellsAnOutage()
{
    TestServer server;
    server.setManner(TestServer::Manner::Mute);
    server.start();
    MainWindow window(server.url());
    window.show();
    const auto *text = window.findChild<QLabel *>(QStringLiteral("text"));
    const auto *badge = window.findChild<QLabel *>(QStringLiteral("badge"));
    auto *action = window.findChild<QPushButton *>(QStringLiteral("action"));
    auto *line = window.findChild<QLineEdit *>();
    QVERIFY(text && badge && action && line);
    QVERIFY(text->text().isEmpty());
    EVENTUALLY(text->text() == u"Connecting…");
    QVERIFY(!action->isVisible());
    QTest::keyClicks(line, QStringLiteral("good morning"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(line->text().isEmpty());
    EVENTUALLY(badge->text() == u"1 message waiting");

    server.stop();
    EVENTUALLY(text->text().startsWith(u"Cannot reach the server. Trying again"));
    EVENTUALLY(action->isVisible());
    QCOMPARE(action->text(), u"Retry now"_qs);
    QCOMPARE(text->accessibleName(), u"Cannot reach the server. Trying again…"_qs);

    server.setManner(TestServer::Manner::Serve);
    server.start();
    action->click();
    EVENTUALLY(text->text() == u"Back online");
    QVERIFY(!action->isVisible());
    EVENTUALLY(server.texts() == QStringList{u"good morning"_qs});
    EVENTUALLY(text->text().isEmpty());
    QVERIFY(badge->text().isEmpty());
    server.say(QStringLiteral("good morning to you"));
    EVENTUALLY(window.findChild<QPlainTextEdit *>()->toPlainText() == u"good morning to you");
}

void tst_Widgets::theProgramStartsAndEnds()
{
    TestServer server;
    server.start();
    QProcess program;
    program.start(QStringLiteral(HOLDFAST_EXAMPLE), {server.url().toString()});
    EVENTUALLY(server.visitCount() == 1);
    program.terminate();
    EVENTUALLY(program.state() == QProcess::NotRunning);
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
}

void tst_Widgets::withoutAUrlItSaysWhatItWants()
{
    QProcess program;
    program.start(QStringLiteral(HOLDFAST_EXAMPLE), {});
    EVENTUALLY(program.state() == QProcess::NotRunning);
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(program.readAllStandardError().contains("usage: "));
}

QTEST_MAIN(tst_Widgets)
#include "tst_widgets.moc"
