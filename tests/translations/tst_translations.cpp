// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qlocale.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qscopeguard.h>
#include <QtCore/qset.h>
#include <QtCore/qtranslator.h>
#include <QtCore/qxmlstream.h>
#include <QtTest/qtest.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

//! One text of a .ts file.
struct Message
{
    QString context;
    QString source;
    QString comment;
    bool isCounted = false;
    bool isFinished = true;
    QStringList translations; //!< several if it is counted
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context};
    message.isCounted = xml.attributes().value(u"numerus"_s) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            message.comment = xml.readElementText();
        } else if (xml.name() != u"translation") {
            xml.skipCurrentElement();
        } else {
            message.isFinished = !xml.attributes().hasAttribute(u"type"_s);
            if (!message.isCounted) {
                message.translations += xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.translations += xml.readElementText();
        }
    }
    return message;
}

QList<Message> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    xml.readNextStartElement(); // TS
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == u"name")
                context = xml.readElementText();
            else
                messages += readMessage(xml, context);
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(\\d|L?n)"_s);
    QSet<QString> found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    QStringList sorted(found.cbegin(), found.cend());
    sorted.sort();
    return sorted;
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLanguageIsThere_data();
    void everyLanguageIsThere();
    void nothingIsUnfinished_data() { languages(); }
    void nothingIsUnfinished();
    void placeholdersAreKept_data() { languages(); }
    void placeholdersAreKept();
    void everyNumberHasItsForm_data() { languages(); }
    void everyNumberHasItsForm();
    void itCountsAsPeopleDo_data();
    void itCountsAsPeopleDo();
    void everyMinuteHasItsForm();
    void nobodyForgetsTheEllipsis_data() { languages(); }
    void nobodyForgetsTheEllipsis();

private:
    void languages();
    [[nodiscard]] QString source(const QString &catalogue, const QString &language) const
    {
        return m_folder.filePath(catalogue + u'_' + language + u".ts");
    }
    [[nodiscard]] static QString compiled(const QString &catalogue, const QString &language)
    {
        return u":/"_s + catalogue + u"/i18n/" + catalogue + u'_' + language + u".qm";
    }

    //! Of the module, and of the demo.
    QStringList m_catalogues{
        u"holdfast"_s,
#ifdef HOLDFAST_HAS_DEMO
        u"holdfast-demo"_s,
#endif
    };
    //! Of Qt Linguist.
    QHash<QString, int> m_forms{{u"ar"_s, 6},    {u"de"_s, 2}, {u"en"_s, 2},
                                {u"es"_s, 2},    {u"fr"_s, 2}, {u"ja"_s, 1},
                                {u"pt_BR"_s, 2}, {u"ru"_s, 3}, {u"zh_CN"_s, 1}};
    QDir m_folder{QStringLiteral(HOLDFAST_SOURCE_DIR "/translations")};
};

void tst_Translations::languages()
{
    QTest::addColumn<QString>("catalogue");
    QTest::addColumn<QString>("language");
    for (const QString &catalogue : std::as_const(m_catalogues)) {
        for (auto it = m_forms.cbegin(); it != m_forms.cend(); ++it)
            QTest::newRow(qPrintable(catalogue + u' ' + it.key())) << catalogue << it.key();
    }
}

void tst_Translations::everyLanguageIsThere_data()
{
    QTest::addColumn<QString>("catalogue");
    for (const QString &catalogue : std::as_const(m_catalogues))
        QTest::newRow(qPrintable(catalogue)) << catalogue;
}

void tst_Translations::everyLanguageIsThere()
{
    QFETCH(QString, catalogue);
    const QStringList files = m_folder.entryList({catalogue + u"_*.ts"});
    QCOMPARE(files.size(), m_forms.size());
    const auto sources = [&](const QString &language) {
        QStringList list;
        for (const Message &message : readFile(source(catalogue, language)))
            list += message.context + u'/' + message.source + u'/' + message.comment;
        list.sort();
        return list;
    };
    const QStringList english = sources(u"en"_s);
    QVERIFY(english.size() > 50);
    for (auto it = m_forms.cbegin(); it != m_forms.cend(); ++it) {
        QVERIFY2(QFile::exists(compiled(catalogue, it.key())),
                 qPrintable(it.key() + u" is not in the program"));
        QCOMPARE(sources(it.key()), english);
    }
}

void tst_Translations::nothingIsUnfinished()
{
    QFETCH(QString, catalogue);
    QFETCH(QString, language);
    for (const Message &message : readFile(source(catalogue, language))) {
        if (language == u"en" && !message.isCounted)
            continue; // the source is English
        QVERIFY2(message.isFinished, qPrintable(message.source));
        QCOMPARE(message.translations.size(), message.isCounted ? m_forms.value(language) : 1);
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(message.source));
    }
}

void tst_Translations::placeholdersAreKept()
{
    QFETCH(QString, catalogue);
    QFETCH(QString, language);
    for (const Message &message : readFile(source(catalogue, language))) {
        if (language == u"en" && !message.isCounted)
            continue;
        QStringList wanted = placeholders(message.source);
        for (const QString &translation : message.translations) {
            QStringList found = placeholders(translation);
            if (message.isCounted) { // see everyNumberHasItsForm()
                wanted.removeAll(u"%n"_s);
                found.removeAll(u"%Ln"_s);
            }
            QVERIFY2(found == wanted, qPrintable(message.source + u" → "_s + translation));
        }
    }
}

void tst_Translations::everyNumberHasItsForm()
{
    QFETCH(QString, catalogue);
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(compiled(catalogue, language)));
    QCoreApplication::installTranslator(&translator);
    for (const Message &message : readFile(source(catalogue, language))) {
        const auto translated = [&message](int count) {
            return QCoreApplication::translate(message.context.toUtf8(), message.source.toUtf8(),
                                               message.comment.toUtf8(), count);
        };
        if (!message.isCounted) {
            if (language != u"en")
                QCOMPARE(translated(-1), message.translations.constFirst());
            continue;
        }
        QSet<qsizetype> used;
        for (int count = 0; count <= 200; ++count) {
            const QString text = translated(count);
            const QString number = QLocale().toString(count);
            bool isKnown = false;
            for (qsizetype i = 0; i < message.translations.size(); ++i) {
                const QString &form = message.translations.at(i);
                if (QString(form).replace(u"%Ln"_s, number) != text)
                    continue;
                used.insert(i);
                isKnown = true;
                // "One message" and "two messages" may be said without a figure, where the form is
                // for nothing else.
                QVERIFY2(form.contains(u"%Ln"_s) || count <= 2, qPrintable(text));
            }
            QVERIFY2(isKnown, qPrintable(text));
        }
        QCOMPARE(used.size(), message.translations.size()); // none is there for nothing
    }
    QCoreApplication::removeTranslator(&translator);
}

void tst_Translations::itCountsAsPeopleDo_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &language, int count, const QString &text) {
        QTest::addRow("%s, %d", qPrintable(language), count) << language << count << text;
    };
    row(u"en"_s, 1, u"1 message waiting"_s);
    row(u"en"_s, 2, u"2 messages waiting"_s);
    row(u"de"_s, 1, u"1 Nachricht wartet"_s);
    row(u"de"_s, 21, u"21 Nachrichten warten"_s);
    row(u"es"_s, 1, u"1 mensaje en espera"_s);
    row(u"es"_s, 0, u"0 mensajes en espera"_s);
    row(u"fr"_s, 0, u"0 message en attente"_s);
    row(u"fr"_s, 2, u"2 messages en attente"_s);
    row(u"pt_BR"_s, 1, u"1 mensagem na fila"_s);
    row(u"pt_BR"_s, 2, u"2 mensagens na fila"_s);
    row(u"ja"_s, 1, u"1 件のメッセージが待機中"_s);
    row(u"zh_CN"_s, 7, u"7 条消息待发送"_s);
    row(u"ru"_s, 1, u"1 сообщение ждёт отправки"_s);
    row(u"ru"_s, 3, u"3 сообщения ждут отправки"_s);
    row(u"ru"_s, 11, u"11 сообщений ждут отправки"_s);
    row(u"ru"_s, 21, u"21 сообщение ждёт отправки"_s);
    row(u"ar"_s, 1, u"رسالة واحدة في الانتظار"_s);
    row(u"ar"_s, 2, u"رسالتان في الانتظار"_s);
    row(u"ar"_s, 5, u"٥ رسائل في الانتظار"_s);
    row(u"ar"_s, 11, u"١١ رسالة في الانتظار"_s);
    row(u"ar"_s, 100, u"١٠٠ رسالة في الانتظار"_s);
    row(u"en"_s, 1234, u"1,234 messages waiting"_s);
    row(u"de"_s, 1234, u"1.234 Nachrichten warten"_s);
}

void tst_Translations::itCountsAsPeopleDo()
{
    QFETCH(QString, language);
    QFETCH(int, count);
    QTranslator translator;
    QVERIFY(translator.load(compiled(u"holdfast"_s, language)));
    QCoreApplication::installTranslator(&translator);
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(language)); // it has the digits, and their groups
    QTEST(QCoreApplication::translate("Holdfast::ConnectionStatus", "%n message(s) waiting",
                                      nullptr, count),
          "text");
    QCoreApplication::removeTranslator(&translator);
}

void tst_Translations::everyMinuteHasItsForm()
{
    QTranslator translator;
    QVERIFY(translator.load(compiled(u"holdfast"_s, u"ru"_s)));
    QCoreApplication::installTranslator(&translator);
    const auto said = [](int minutes) {
        return QCoreApplication::translate(
            "ConnectionTimeline", "Not connected during the last %n minute(s)", nullptr, minutes);
    };
    QCOMPARE(said(1), u"За последнюю 1 минуту соединения не было"_s);
    QCOMPARE(said(3), u"За последние 3 минуты соединения не было"_s);
    QCOMPARE(said(12), u"За последние 12 минут соединения не было"_s);
    QCOMPARE(said(21), u"За последнюю 21 минуту соединения не было"_s);
    QCoreApplication::removeTranslator(&translator);
}

//! What goes on looks as if it did; what does not, does not.
void tst_Translations::nobodyForgetsTheEllipsis()
{
    QFETCH(QString, catalogue);
    QFETCH(QString, language);
    for (const Message &message : readFile(source(catalogue, language))) {
        if (!message.isFinished)
            continue;
        for (qsizetype i = 0; i < message.translations.size(); ++i) {
            const QString &translation = message.translations.at(i);
            if (language == u"ar" && message.isCounted && i == 0)
                continue; // none are under way
            QCOMPARE(translation.endsWith(u'…'), message.source.endsWith(u'…'));
            QVERIFY(!translation.contains(u"..."));
            QVERIFY(!translation.contains(u"(s)"));
        }
    }
}

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
