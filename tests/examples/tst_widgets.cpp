// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fakenetworkmonitor.h"
#include "mainwindow.h"
#include "quick.h"
#include "testserver.h"

#include <QtCore/qprocess.h>
#include <QtGui/qdesktopservices.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

//! Opens web pages in the place of the desktop's.
class Browser : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> pages;

public Q_SLOTS:
    void open(const QUrl &page) { pages += page; }
};

//! The example of Qt Widgets, against a real server.
class tst_Widgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void theStatusBarTellsAnOutage();
    void aCaptivePortalIsOpened();
    void theProgramConnectsToItsUrl();
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
    QCOMPARE(action->text(), u"Retry now"_s);
    QCOMPARE(text->accessibleName(), u"Cannot reach the server. Trying again…"_s);

    server.setManner(TestServer::Manner::Serve);
    server.start();
    action->click();
    EVENTUALLY(text->text() == u"Back online");
    QVERIFY(!action->isVisible());
    EVENTUALLY(server.texts() == QStringList{u"good morning"_s});
    QCOMPARE(text->accessibleName(), u"Back online"_s);
    EVENTUALLY(text->text().isEmpty());
    QVERIFY(text->accessibleName().isEmpty());
    QVERIFY(badge->text().isEmpty());
    server.say(QStringLiteral("good morning to you"));
    EVENTUALLY(window.findChild<QPlainTextEdit *>()->toPlainText() == u"good morning to you");
}

void tst_Widgets::aCaptivePortalIsOpened()
{
    FakeNetworkMonitor monitor;
    monitor.knows({.reachability = Reachability::Online,
                   .behindCaptivePortal = true,
                   .medium = TransportMedium::WiFi});
    Browser browser;
    QDesktopServices::setUrlHandler(QStringLiteral("http"), &browser, "open");
    {
        MainWindow window(QUrl(QStringLiteral("ws://255.255.255.255:9/"))); // leads nowhere
        auto *const socket = window.findChild<ReconnectingWebSocket *>();
        QVERIFY(socket);
        socket->setNetworkMonitor(&monitor);
        window.show();
        auto *const action = window.findChild<QPushButton *>(QStringLiteral("action"));
        EVENTUALLY(action->text() == u"Open sign-in page");
        QVERIFY(browser.pages.isEmpty());
        action->click();
        QCOMPARE(browser.pages, QList{QUrl(QStringLiteral("http://neverssl.com/"))});
    }
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
}

void tst_Widgets::theProgramConnectsToItsUrl()
{
    TestServer server;
    server.start();
    QProcess program;
    program.start(QStringLiteral(HOLDFAST_EXAMPLE), {server.url().toString()});
    EVENTUALLY(server.visitCount() == 1);
    program.kill();
    EVENTUALLY(program.state() == QProcess::NotRunning);
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
