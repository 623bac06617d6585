// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "frame.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

class tst_Frame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsBytesAsUtf8_data();
    void countsBytesAsUtf8();
    void textIsBytesButBytesAreNoText();
    void anEmptyPayloadIsText();
    void dataFollowsItsPayload();
    void controlFramesAreNoData();
};

void tst_Frame::countsBytesAsUtf8_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("ASCII") << u"hold fast"_s;
    QTest::newRow("two bytes") << u"é\u07ff"_s;
    QTest::newRow("three bytes") << u"\u0800\uffff€"_s;
    QTest::newRow("four bytes") << u"a😀b"_s;
    QTest::newRow("last of each length") << u"\u007f\u0080\u07ff\u0800"_s;
}

void tst_Frame::countsBytesAsUtf8()
{
    QFETCH(QString, text);
    QCOMPARE(Payload(text).byteCount(), text.toUtf8().size());
}

void tst_Frame::textIsBytesButBytesAreNoText()
{
    const Payload text(u"é"_s);
    QVERIFY(text.isText());
    QCOMPARE(text.text(), u"é"_s);
    QCOMPARE(text.bytes(), QByteArray("\xc3\xa9"));

    const Payload bytes(QByteArray("\0\xff", 2));
    QVERIFY(!bytes.isText());
    QCOMPARE(bytes.text(), QString());
    QCOMPARE(bytes.bytes(), QByteArray("\0\xff", 2));
    QCOMPARE(bytes.byteCount(), 2);

    QVERIFY(Payload(u"a"_s) != Payload(QByteArray("a")));
}

void tst_Frame::anEmptyPayloadIsText()
{
    QVERIFY(Payload().isText());
    QCOMPARE(Payload().byteCount(), 0);
}

void tst_Frame::dataFollowsItsPayload()
{
    QCOMPARE(Frame::data(Payload(u"a"_s)), Frame::text(u"a"_s));
    QCOMPARE(Frame::data(Payload(QByteArray("a"))), Frame::binary("a"));
    QVERIFY(Frame::text(u"a"_s) != Frame::binary("a"));
    QVERIFY(Frame::text(u"a"_s).isData());
    QVERIFY(Frame::binary("a").isData());
}

void tst_Frame::controlFramesAreNoData()
{
    QCOMPARE(Frame::ping("p").kind, Frame::Kind::Ping);
    QCOMPARE(Frame::pong("p").kind, Frame::Kind::Pong);
    QVERIFY(!Frame::ping("p").isData());
    QVERIFY(!Frame::pong("p").isData());
}

QTEST_GUILESS_MAIN(tst_Frame)
#include "tst_frame.moc"
