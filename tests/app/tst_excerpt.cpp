// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "excerpt.h"

#include <QtTest/qtest.h>

class tst_Excerpt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatIsShortAndHarmlessAsItIs()
    {
        const QString text = QStringLiteral("<b>Grüße</b>\nשלום \U0001f600");
        QCOMPARE(Excerpt::of(text).text, text);
        QVERIFY(Excerpt::of(text).isWhole);
        QCOMPARE(Excerpt::of({}).text, QString());
        QVERIFY(Excerpt::of({}).isWhole);
    }

    void takesTheBeginningOfWhatIsLong()
    {
        const QString limit(Excerpt::MaxLength, u'x');
        QCOMPARE(Excerpt::of(limit).text, limit);
        QVERIFY(Excerpt::of(limit).isWhole);
        QCOMPARE(Excerpt::of(limit + u'y').text, limit);
        QVERIFY(!Excerpt::of(limit + u'y').isWhole);
    }

    void cutsNoCharacterInTwo()
    {
        const QString text = QString(Excerpt::MaxLength - 1, u'x') + QStringLiteral("\U0001f600");
        QCOMPARE(Excerpt::of(text).text, QString(Excerpt::MaxLength - 1, u'x'));
    }

    void showsControlCharacters()
    {
        const QString text
            = u"\ta" + QString(QChar(0)) + u"b\x1b[31mc\x7f" + QChar(0x85) + u"d\r\ne\rf\u2028g";
        QCOMPARE(Excerpt::of(text).text,
                 QString(u" a␀b␛[31mc␡\ufffd" + QStringLiteral("d\ne␍f\ng")));
    }
};

QTEST_GUILESS_MAIN(tst_Excerpt)

#include "tst_excerpt.moc"
