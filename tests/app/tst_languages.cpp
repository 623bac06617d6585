// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "languages.h"

#include <QtCore/qdir.h>
#include <QtCore/qfileinfo.h>
#include <QtCore/qlocale.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qtranslator.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#include <memory>

//! With words of its own instead of the demo's: one text, one language.
class tst_Languages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everythingFollows();
    void writingGoesTheOtherWay();
    void whatIsNotThereIsIgnored();
    void theListIsThatOfTheModule();
    void portugalReadsBrazilsWords();

private:
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    QTemporaryDir m_folder;
};

void tst_Languages::initTestCase()
{
    QFile file(m_folder.filePath(QStringLiteral("holdfast-demo_de.ts")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<!DOCTYPE TS><TS version=\"2.1\" language=\"de\"><context><name>Hello</name>"
               "<message><source>Hello</source><translation>Moin</translation></message>"
               "</context></TS>");
    file.close();
    QCOMPARE(QProcess::execute(QStringLiteral(HOLDFAST_LRELEASE),
                               {QStringLiteral("-silent"), file.fileName()}),
             0);
}

void tst_Languages::portugalReadsBrazilsWords()
{
    const QTemporaryDir relatives;
    for (const char *known : {"de", "pt_BR", "en"}) {
        const QString name = QStringLiteral("holdfast-demo_%1.qm").arg(QLatin1StringView(known));
        QVERIFY(QFile::copy(m_folder.filePath(QStringLiteral("holdfast-demo_de.qm")),
                            relatives.filePath(name)));
    }
    const auto file = [&relatives](const char *locale) {
        QTranslator words;
        return Languages::load(words, QLocale(QString::fromLatin1(locale)), relatives.path())
            ? QFileInfo(words.filePath()).fileName()
            : QString();
    };
    QCOMPARE(file("de_AT"), QStringLiteral("holdfast-demo_de.qm"));
    QCOMPARE(file("pt_PT"), QStringLiteral("holdfast-demo_pt_BR.qm"));
    QCOMPARE(file("tr_TR"), QStringLiteral("holdfast-demo_en.qm"));
}

void tst_Languages::cleanup()
{
    QLocale::setDefault(QLocale::system());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void tst_Languages::everythingFollows()
{
    QQmlEngine engine;
    Languages languages(&engine, folder());
    QSignalSpy changed(&languages, &Languages::currentChanged);
    QCOMPARE(languages.current(), QString());
    QQmlComponent component(&engine);
    component.setData(
        "import QtQml\nQtObject { property string text: qsTranslate('Hello', 'Hello') }", {});
    const std::unique_ptr<QObject> hello(component.create());
    QVERIFY2(hello, qPrintable(component.errorString()));
    QCOMPARE(hello->property("text").toString(), QStringLiteral("Hello"));

    languages.setCurrent(QStringLiteral("de"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(languages.current(), QStringLiteral("de"));
    QCOMPARE(hello->property("text").toString(), QStringLiteral("Moin"));
    QCOMPARE(engine.uiLanguage(), QStringLiteral("de"));
    QCOMPARE(QLocale().toString(1.5), QStringLiteral("1,5"));

    languages.setCurrent(QStringLiteral("ja")); // has no file here
    QCOMPARE(hello->property("text").toString(), QStringLiteral("Hello"));
    QCOMPARE(engine.uiLanguage(), QStringLiteral("ja"));
    languages.setCurrent(QStringLiteral("de"));
    QCOMPARE(hello->property("text").toString(), QStringLiteral("Moin"));
    languages.setCurrent({});
    QCOMPARE(hello->property("text").toString(), QStringLiteral("Hello"));
    QCOMPARE(changed.size(), 4);
}

void tst_Languages::writingGoesTheOtherWay()
{
    QQmlEngine engine;
    Languages languages(&engine, folder());
    languages.setCurrent(QStringLiteral("ar"));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    languages.setCurrent(QStringLiteral("fr"));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void tst_Languages::whatIsNotThereIsIgnored()
{
    QQmlEngine engine;
    Languages languages(&engine, folder());
    languages.setCurrent(QStringLiteral("de"));
    QSignalSpy changed(&languages, &Languages::currentChanged);
    languages.setCurrent(QStringLiteral("tlh"));
    languages.setCurrent(QStringLiteral("de"));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(languages.current(), QStringLiteral("de"));
}

void tst_Languages::theListIsThatOfTheModule()
{
    QQmlEngine engine;
    const Languages languages(&engine, folder());
    QStringList files;
    for (const QString &code : languages.codes())
        files += QStringLiteral("holdfast_") + code + QStringLiteral(".ts");
    files.sort();
    const QDir translations(QStringLiteral(HOLDFAST_SOURCE_DIR "/translations"));
    QCOMPARE(files,
             translations.entryList({QStringLiteral("holdfast_*.ts")}, QDir::Files, QDir::Name));
    QCOMPARE(languages.names().size(), languages.codes().size());
}

QTEST_MAIN(tst_Languages)
#include "tst_languages.moc"
