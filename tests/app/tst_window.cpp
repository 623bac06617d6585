// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "explanation.h"
#include "holdfastlane.h"
#include "languages.h"
#include "stage.h"

#include <QtCore/qlocale.h>
#include <QtCore/qprocess.h>
#include <QtCore/qregularexpression.h>
#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlapplicationengine.h>
#include <QtQuick/qquickitem.h>
#include <QtQuick/qquickwindow.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include "connectionstatus.h"
#include "reconnectingwebsocket.h"

#include <algorithm>

using namespace Holdfast;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

void qml_register_types_Holdfast(); // generated
void qml_register_types_HoldfastDemo(); // generated

namespace {

constexpr int Patience = 20'000;

//! What must come, however slow the machine.
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, Patience)

Stage::Settings quick()
{
    Stage::Settings settings;
    settings.program = QStringLiteral(HOLDFAST_HUB);
    settings.company.interval = 1h; // silent
    settings.policy.backoff = {.base = 50ms, .cap = 200ms, .floor = 1ms};
    settings.policy.pacing = {.burst = 1000, .refill = 1ms, .gap = 0ms};
    settings.policy.firstRetrySpread = 10ms;
    return settings;
}

//! The window as people see it, both lanes connected.
class Scene
{
public:
    Scene()
        : stage(quick())
        , languages(&engine)
    {
        QObject::connect(&engine, &QQmlEngine::warnings, &engine,
                         [this](const QList<QQmlError> &errors) {
                             for (const QQmlError &error : errors)
                                 warnings += error.toString();
                         });
        engine.setInitialProperties({{u"stage"_s, QVariant::fromValue(&stage)},
                                     {u"languages"_s, QVariant::fromValue(&languages)},
                                     {u"theme"_s, u"light"_s}});
        engine.load(QUrl(u"qrc:/qt-project.org/imports/HoldfastDemo/Main.qml"_s));
        window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
        if (window)
            window->setVisible(true);
    }

    //! What is to be seen and has this name.
    [[nodiscard]] QQuickItem *seen(const QString &name) const
    {
        return seen(window->contentItem(), name);
    }
    [[nodiscard]] static QQuickItem *seen(QQuickItem *root, const QString &name)
    {
        if (!root->isVisible())
            return nullptr;
        if (root->objectName() == name)
            return root;
        for (QQuickItem *child : root->childItems()) {
            if (QQuickItem *found = seen(child, name))
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] QString value(const QString &name) const
    {
        return seen(name)->property("value").toString();
    }
    [[nodiscard]] ReconnectingWebSocket *socket() { return stage.holdfast()->socket(); }
    void press(Qt::Key key) const { QTest::keyClick(window, key); }
    void openDetails() const
    {
        seen(u"details"_s)->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Space);
    }
    [[nodiscard]] QQuickItem *explained() const { return seen(u"explained"_s); }

    Stage stage;
    Languages languages;
    QQmlApplicationEngine engine;
    QQuickWindow *window = nullptr;
    QStringList warnings;
};

#define SCENE(scene)                                                                               \
    Scene scene;                                                                                   \
    QVERIFY(scene.window);                                                                         \
    QVERIFY(QTest::qWaitForWindowActive(scene.window, Patience));                                  \
    EVENTUALLY(scene.stage.naive()->isConnected() && scene.stage.holdfast()->isConnected());

} // namespace

class tst_Window : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void theKeyboardOpensTheDetailsAndEscapeClosesThem();
    void theDetailsFollow();
    void nothingMovesUnderASelection();
    void oneClickCopiesIt();
    void whatIsCopiedIsNew();
    void theBannerOpensTheDetailsToo();
    void theDetailsMirrorAndTheTechnicalDoNot();
    void theTimelineIsThereWhereThereIsRoom();
    void theTitleTellsWhatTheBannerTells();
    void theTitleIsCalm();
    void theTitleDoesNotTellOfSending();
    void everyWordFollowsTheLanguage();
    void theLanguageIsPickedInTheWindow();
    void theColoursArePickedInTheWindow();
    void theFirstFrameIsTimed();
};

void tst_Window::initTestCase()
{
    [[maybe_unused]] static const volatile auto module = &qml_register_types_Holdfast;
    [[maybe_unused]] static const volatile auto demo = &qml_register_types_HoldfastDemo;
    qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
}

void tst_Window::cleanup()
{
    QLocale::setDefault(QLocale::system());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void tst_Window::theKeyboardOpensTheDetailsAndEscapeClosesThem()
{
    SCENE(scene);
    QVERIFY(!scene.explained()); // not even made
    scene.openDetails();
    EVENTUALLY(scene.explained());
    EVENTUALLY(scene.seen(u"close"_s)->hasActiveFocus());
    const QString text = scene.explained()->property("text").toString();
    QVERIFY2(text.contains(u": Connected, attempt 1"), qPrintable(text));
    QVERIFY2(text.contains(u"Connecting -> Connected"), qPrintable(text));
    // Everything in it is within the keyboard's reach, and nothing outside.
    scene.press(Qt::Key_Tab);
    QVERIFY(scene.seen(u"explained"_s)->hasActiveFocus());
    scene.press(Qt::Key_Tab);
    QVERIFY(scene.seen(u"copy"_s)->hasActiveFocus());
    scene.press(Qt::Key_Tab);
    QVERIFY(scene.seen(u"close"_s)->hasActiveFocus());

    scene.press(Qt::Key_Escape);
    EVENTUALLY(!scene.explained());
    EVENTUALLY(scene.seen(u"details"_s)->hasActiveFocus());
    QCOMPARE(scene.warnings, QStringList());
}

void tst_Window::theDetailsFollow()
{
    SCENE(scene);
    scene.openDetails();
    EVENTUALLY(scene.explained());
    QCOMPARE(scene.value(u"lastError"_s), QString());
    QCOMPARE(scene.value(u"serversWords"_s), QString());
    QCOMPARE(scene.value(u"waiting"_s), u"0 messages, 0 bytes"_s);
    EVENTUALLY(scene.value(u"roundTrip"_s).endsWith(u" ms"));
    QQuickItem *explained = scene.explained();

    scene.stage.weather()->setServerUp(false);
    scene.stage.say(u"Hello"_s);
    EVENTUALLY(explained->property("text").toString().contains(u": WaitingToRetry"));
    EVENTUALLY(scene.value(u"waiting"_s).startsWith(u"1 message, "));
    EVENTUALLY(scene.value(u"attempt"_s).toInt() > 2);
    QVERIFY2(!scene.value(u"lastError"_s).isEmpty(), "there was one");
    QCOMPARE(scene.window->findChildren<QQuickItem *>(u"explained"_s).size(), 1);
    QCOMPARE(scene.warnings, QStringList());
}

void tst_Window::nothingMovesUnderASelection()
{
    SCENE(scene);
    scene.openDetails();
    EVENTUALLY(scene.explained());
    QQuickItem *explained = scene.explained();
    QMetaObject::invokeMethod(explained, "select", Q_ARG(int, 0), Q_ARG(int, 5));
    QCOMPARE(explained->property("selectedText").toString(), u"ws://"_s);
    const QString before = explained->property("text").toString();
    QSignalSpy changed(scene.socket(), &ReconnectingWebSocket::stateChanged);

    scene.stage.weather()->setServerUp(false);
    EVENTUALLY(changed.size() >= 3);
    EVENTUALLY(!scene.value(u"lastError"_s).isEmpty()); // the rest does move
    const auto *explanation = scene.window->findChild<Explanation *>();
    QVERIFY(explanation);
    EVENTUALLY(explanation->text().contains(u": WaitingToRetry"));
    QCOMPARE(explained->property("text").toString(), before);
    QCOMPARE(explained->property("selectedText").toString(), u"ws://"_s);
    QMetaObject::invokeMethod(explained, "deselect");
    EVENTUALLY(explained->property("text").toString() != before);
}

void tst_Window::oneClickCopiesIt()
{
    SCENE(scene);
    QGuiApplication::clipboard()->clear();
    scene.openDetails();
    EVENTUALLY(scene.explained());
    QQuickItem *copy = scene.seen(u"copy"_s);
    QCOMPARE(copy->property("text").toString(), u"Copy"_s);
    copy->forceActiveFocus();
    scene.press(Qt::Key_Space);
    QCOMPARE(copy->property("text").toString(), u"Copied"_s);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u": Connected, attempt 1"), qPrintable(text));
}

void tst_Window::whatIsCopiedIsNew()
{
    SCENE(scene);
    Explanation explanation;
    explanation.setSocket(scene.socket());
    QVERIFY(explanation.text().contains(u": Connected, attempt"));
    scene.stage.weather()->setServerUp(false);
    EVENTUALLY(scene.socket()->state() != ConnectionState::Connected);
    QVERIFY(explanation.text().contains(u": Connected, attempt")); // nobody reads it
    explanation.copy();
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u": Connected, attempt"));
}

void tst_Window::theBannerOpensTheDetailsToo()
{
    SCENE(scene);
    scene.stage.weather()->setServerUp(false);
    const auto button = [&scene] { return scene.seen(u"detailsButton"_s); };
    EVENTUALLY(button());
    QVERIFY(!scene.explained());
    QMetaObject::invokeMethod(button(), "clicked");
    EVENTUALLY(scene.explained());
}

void tst_Window::theDetailsMirrorAndTheTechnicalDoNot()
{
    SCENE(scene);
    scene.openDetails();
    EVENTUALLY(scene.explained());
    const auto isLeft = [&scene](const QString &name) {
        const QQuickItem *item = scene.seen(name);
        return item->mapToScene({item->width() / 2, 0}).x() < scene.window->width() / 2.;
    };
    QVERIFY(isLeft(u"copy"_s));
    QVERIFY(isLeft(u"language"_s) == false);
    scene.languages.setCurrent(u"ar"_s);
    EVENTUALLY(!isLeft(u"copy"_s));
    EVENTUALLY(isLeft(u"language"_s));
    QCOMPARE(scene.explained()->property("effectiveHorizontalAlignment").toInt(),
             int(Qt::AlignLeft));
    QVERIFY(scene.explained()->property("text").toString().contains(u": Connected, attempt 1"));
}

void tst_Window::theTimelineIsThereWhereThereIsRoom()
{
    SCENE(scene);
    scene.window->resize(1120, 720);
    EVENTUALLY(scene.seen(u"timeline"_s));
    const QPointer<QQuickItem> timeline = scene.seen(u"timeline"_s);
    QVERIFY2(timeline->width() > 250 && timeline->height() > 50, "it can be read");
    scene.window->resize(720, 560);
    EVENTUALLY(!scene.seen(u"timeline"_s));
    scene.window->resize(1120, 720);
    EVENTUALLY(scene.seen(u"timeline"_s));
    QVERIFY2(timeline == scene.seen(u"timeline"_s), "it remembers what was while it was hidden");
    QCOMPARE(scene.warnings, QStringList());
}

void tst_Window::theTitleTellsWhatTheBannerTells()
{
    SCENE(scene);
    const QString calm = u"Holdfast: the connection that stays"_s;
    EVENTUALLY(scene.window->title() == calm);
    scene.stage.weather()->setServerUp(false);
    EVENTUALLY(scene.window->title().startsWith(u"Connection lost. Trying again… – Holdfast demo"));
    scene.stage.say(u"Hello"_s);
    EVENTUALLY(scene.window->title()
               == u"Connection lost. Trying again… · 1 message waiting – Holdfast demo");
    scene.stage.weather()->setServerUp(true);
    EVENTUALLY(scene.window->title() == calm);
    scene.stage.weather()->setCloseCode(4403);
    EVENTUALLY(scene.window->title() == u"You do not have access – Holdfast demo");
}

void tst_Window::theTitleIsCalm()
{
    SCENE(scene);
    // The machine may be slow; a blip is what is shorter than this.
    for (auto *status : scene.window->findChildren<ConnectionStatus *>())
        status->setGracePeriod(60'000);
    QSignalSpy changed(scene.window, &QWindow::windowTitleChanged);
    QSignalSpy lost(scene.socket(), &ReconnectingWebSocket::disconnected);
    scene.stage.weather()->setCloseCode(1011);
    EVENTUALLY(lost.size() >= 1);
    scene.stage.weather()->setCloseCode(0);
    EVENTUALLY(scene.stage.holdfast()->isConnected());
    scene.stage.say(u"Hello"_s);
    EVENTUALLY(scene.stage.holdfast()->delivered() == 1);
    QCOMPARE(changed.size(), 0);
}

void tst_Window::theTitleDoesNotTellOfSending()
{
    SCENE(scene);
    const QString calm = scene.window->title();
    scene.stage.weather()->setLatency(5000);
    scene.stage.say(u"Hello"_s);
    auto statuses = scene.window->findChildren<ConnectionStatus *>();
    statuses.removeIf([](const ConnectionStatus *status) { return !status->socket(); });
    QVERIFY(statuses.size() >= 2); // of the banner and of the title
    EVENTUALLY(std::all_of(statuses.begin(), statuses.end(), [](const ConnectionStatus *status) {
        return status->text() == u"Sending 1 message…";
    }));
    QCOMPARE(scene.window->title(), calm);
}

void tst_Window::everyWordFollowsTheLanguage()
{
    SCENE(scene);
    scene.stage.weather()->setServerUp(false);
    scene.stage.say(u"Hello"_s);
    const auto banner = [&scene](const QString &name) {
        const QQuickItem *text = scene.seen(name);
        return text ? text->property("text").toString() : QString();
    };
    EVENTUALLY(banner(u"badge"_s) == u"1 message waiting");
    EVENTUALLY(banner(u"text"_s).startsWith(u"Connection lost. Trying again"));
    const auto colours
        = [&scene] { return scene.seen(u"theme"_s)->property("displayText").toString(); };
    QCOMPARE(colours(), u"Light"_s);

    scene.languages.setCurrent(u"de"_s);
    EVENTUALLY(banner(u"badge"_s) == u"1 Nachricht wartet"); // the module's, as it stands there
    EVENTUALLY(banner(u"text"_s).startsWith(u"Verbindung unterbrochen"));
    EVENTUALLY(scene.window->title().endsWith(u" – Holdfast-Demo"));
    QCOMPARE(colours(), u"Hell"_s); // the demo's
    QCOMPARE(scene.stage.naive()->title(), u"Bloßer QWebSocket"_s); // what C++ says
    EVENTUALLY(scene.stage.holdfast()->stateText() == u"gleich neuer Versuch"
               || scene.stage.holdfast()->stateText() == u"verbindet\u00a0…");
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);

    scene.languages.setCurrent(u"ar"_s);
    EVENTUALLY(banner(u"badge"_s) == u"رسالة واحدة في الانتظار");
    QCOMPARE(banner(u"detailsButton"_s), u"التفاصيل"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);

    scene.languages.setCurrent(u"en"_s);
    EVENTUALLY(banner(u"badge"_s) == u"1 message waiting");
    QCOMPARE(colours(), u"Light"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    QCOMPARE(scene.warnings, QStringList());
}

void tst_Window::theLanguageIsPickedInTheWindow()
{
    SCENE(scene);
    QQuickItem *box = scene.seen(u"language"_s);
    QCOMPARE(box->property("displayText").toString(), u"System language"_s);
    box->forceActiveFocus();
    scene.press(Qt::Key_Down);
    QCOMPARE(scene.languages.current(), u"de"_s);
    QCOMPARE(box->property("displayText").toString(), u"Deutsch"_s);
    scene.press(Qt::Key_End);
    QCOMPARE(scene.languages.current(), u"ja"_s);
    QCOMPARE(box->property("displayText").toString(), u"日本語"_s);
    scene.press(Qt::Key_Home);
    QCOMPARE(scene.languages.current(), QString());
    QCOMPARE(box->property("displayText").toString(), u"System language"_s);
    QCOMPARE(scene.warnings, QStringList());
}

void tst_Window::theColoursArePickedInTheWindow()
{
    SCENE(scene);
    QQuickItem *box = scene.seen(u"theme"_s);
    QCOMPARE(box->property("displayText").toString(), u"Light"_s);
    const auto isDark = [&scene] { return scene.window->color().lightnessF() < 0.5; };
    QVERIFY(!isDark());
    box->forceActiveFocus();
    scene.press(Qt::Key_Down);
    QVERIFY(isDark());
    QCOMPARE(scene.window->property("theme").toString(), u"dark"_s);
    scene.languages.setCurrent(u"de"_s);
    QCOMPARE(box->property("displayText").toString(), u"Dunkel"_s); // picked as before
    QVERIFY(isDark());
}

//! As the program, which nobody has to watch.
void tst_Window::theFirstFrameIsTimed()
{
    QProcess demo;
    demo.start(QStringLiteral(HOLDFAST_DEMO), {u"--first-frame"_s});
    QVERIFY(demo.waitForFinished(Patience));
    QCOMPARE(demo.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(demo.readAllStandardError()), QString());
    const QString said = QString::fromUtf8(demo.readAllStandardOutput());
    static const QRegularExpression form(u"^first frame after -?\\d+ ms\n$"_s);
    QVERIFY2(form.match(said).hasMatch(), qPrintable(said));
}

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
