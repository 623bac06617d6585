// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "windowmemory.h"

#include <QtCore/qsettings.h>
#include <QtCore/qtemporarydir.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qscreen.h>
#include <QtGui/qwindow.h>
#include <QtTest/qtest.h>

#include <functional>

//! Where the window was, what it spoke and how it looked.
class tst_WindowMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(QFile::remove(file()) || !QFile::exists(file())); }
    void nothingIsKnownAtFirst();
    void placeAndSizeAreRemembered();
    void whatIsMaximisedKeepsItsOwnSize();
    void whatWasClosedIsRemembered();
    void onlyWhatCanBeReachedIsAPlace_data();
    void onlyWhatCanBeReachedIsAPlace();
    void aLostScreenLosesNoWindow();
    void nonsenseIsIgnored();
    void languageAndThemeAreRemembered();
    void itIsWrittenWithoutBeingAsked();

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("window.conf")); }
    [[nodiscard]] QVariant stored(const QString &key) const
    {
        return QSettings(file(), QSettings::IniFormat).value(key);
    }
    void store(const QString &key, const QVariant &value) const
    {
        QSettings(file(), QSettings::IniFormat).setValue(key, value);
    }

    QTemporaryDir m_folder;
};

namespace {

//! Somebody uses the window and goes; returns where the window was, and how large.
QRect use(const QString &file, const std::function<void(QWindow &)> &deed = {})
{
    QWindow window;
    window.setMinimumSize({300, 200});
    window.resize(400, 300);
    WindowMemory memory(file);
    memory.keep(&window);
    window.setVisible(true);
    if (deed)
        deed(window);
    QCoreApplication::processEvents();
    return {window.framePosition(), window.size()};
}

} // namespace

void tst_WindowMemory::nothingIsKnownAtFirst()
{
    const WindowMemory memory(file());
    QCOMPARE(memory.language(), QString());
    QCOMPARE(memory.theme(), QString());
    QCOMPARE(use(file()).size(), QSize(400, 300));
}

void tst_WindowMemory::placeAndSizeAreRemembered()
{
    const QRect left = use(file(), [](QWindow &window) {
        window.setFramePosition({40, 50});
        window.resize(500, 350);
    });
    QCOMPARE(left, QRect(40, 50, 500, 350));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(use(file()), left); // it does not wander
}

void tst_WindowMemory::whatIsMaximisedKeepsItsOwnSize()
{
    const QRect normal = use(file(), [](QWindow &window) { window.resize(500, 350); });
    use(file(), [](QWindow &window) { window.showMaximized(); });
    QCOMPARE(stored(QStringLiteral("window/size")).toSize(), normal.size());
    use(file(), [](QWindow &window) {
        QCOMPARE(window.visibility(), QWindow::Maximized);
        window.showNormal();
    });
    use(file(), [](QWindow &window) { QCOMPARE(window.visibility(), QWindow::Windowed); });
}

void tst_WindowMemory::whatWasClosedIsRemembered()
{
    use(file(), [](QWindow &window) {
        window.resize(510, 360);
        window.close();
    });
    QCOMPARE(use(file()).size(), QSize(510, 360));
}

void tst_WindowMemory::onlyWhatCanBeReachedIsAPlace_data()
{
    QTest::addColumn<QRect>("frame");
    QTest::addColumn<bool>("isPlace");
    const auto row = [](const char *name, const QRect &frame, bool isPlace) {
        QTest::newRow(name) << frame << isPlace;
    };
    row("inside", {100, 100, 800, 600}, true);
    row("on the second screen", {2100, 100, 800, 600}, true);
    row("on both", {1600, 100, 800, 600}, true);
    row("a corner that can be taken", {1800, 100, 800, 600}, true);
    row("only a sliver", {3190, 100, 800, 600}, false);
    row("above", {100, -100, 800, 600}, false);
    row("its title bar above", {100, -1, 800, 600}, false);
    row("below", {100, 1075, 800, 600}, false);
    row("left of it", {-790, 100, 800, 600}, false);
    row("of a screen that has gone", {-1900, 100, 800, 600}, false);
}

void tst_WindowMemory::onlyWhatCanBeReachedIsAPlace()
{
    QFETCH(QRect, frame);
    const QList<QRect> screens{{0, 0, 1920, 1080}, {1920, 0, 1280, 1024}};
    QTEST(WindowMemory::placeFor(frame, screens).has_value(), "isPlace");
    if (const auto place = WindowMemory::placeFor(frame, screens))
        QCOMPARE(*place, frame.topLeft());
    QVERIFY(!WindowMemory::placeFor(frame, {}));
}

void tst_WindowMemory::aLostScreenLosesNoWindow()
{
    use(file());
    store(QStringLiteral("window/position"), QPoint(90'000, 50));
    store(QStringLiteral("window/size"), QSize(90'000, 90'000));
    const QRect now = use(file());
    const QRect screen = QGuiApplication::primaryScreen()->geometry();
    QVERIFY(screen.intersects(now));
    QVERIFY(now.width() <= screen.width() && now.height() <= screen.height());
    store(QStringLiteral("window/size"), QSize(1, 1));
    QCOMPARE(use(file()).size(), QSize(300, 200));
}

void tst_WindowMemory::nonsenseIsIgnored()
{
    for (const char *key : {"window/position", "window/size", "window/maximized"})
        store(QString::fromLatin1(key), QStringLiteral("what?"));
    const QRect now = use(file());
    QCOMPARE(now.size(), QSize(400, 300));
    QVERIFY(QGuiApplication::primaryScreen()->geometry().intersects(now));
    store(QStringLiteral("theme"), QStringLiteral("plaid"));
    QCOMPARE(WindowMemory(file()).theme(), QString());
}

void tst_WindowMemory::languageAndThemeAreRemembered()
{
    {
        WindowMemory memory(file());
        memory.setLanguage(QStringLiteral("pt_BR"));
        memory.setTheme(QStringLiteral("dark"));
    }
    WindowMemory memory(file());
    QCOMPARE(memory.language(), QStringLiteral("pt_BR"));
    QCOMPARE(memory.theme(), QStringLiteral("dark"));
    memory.setTheme({});
    QCOMPARE(memory.theme(), QString());
}

//! It would not outlive a kill else.
void tst_WindowMemory::itIsWrittenWithoutBeingAsked()
{
    WindowMemory memory(file());
    memory.setLanguage(QStringLiteral("fr"));
    QTRY_COMPARE(stored(QStringLiteral("language")).toString(), QStringLiteral("fr"));
    memory.setLanguage(QStringLiteral("de"));
    memory.save();
    QCOMPARE(stored(QStringLiteral("language")).toString(), QStringLiteral("de"));
}

QTEST_MAIN(tst_WindowMemory)
#include "tst_windowmemory.moc"
