// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "storebinding.h"

#include <QtTest/qtest.h>

using namespace Holdfast;

class tst_StoreBinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatCounts_data();
    void saysWhatCounts();
    void theAccountCounts();
};

void tst_StoreBinding::saysWhatCounts_data()
{
    QTest::addColumn<QString>("rest"); // after "ws:", or moc takes it for a comment
    QTest::addColumn<bool>("same");
    const auto row = [](const char *rest, bool same) {
        QTest::newRow(rest) << QString::fromLatin1(rest) << same;
    };
    row("s://example.com/chat", true); // moved from ws to wss
    row("://example.com:80/chat", true);
    row("s://example.com:443/chat", true);
    row("://EXAMPLE.com/chat", true);
    row("://example.com./chat", true);
    row("://user:secret@example.com/chat", true);
    row("://example.com/chat?token=secret", true);
    row("://example.com/chat#here", true);
    row("://example.com/./rooms/../chat", true);
    row("://example.com:8080/chat", false);
    row("://example.org/chat", false);
    row("://example.com/Chat", false);
    row("://example.com/chat/", false);
    row("://example.com/", false);
    row("://example.com", false);
}

void tst_StoreBinding::saysWhatCounts()
{
    QFETCH(QString, rest);
    QFETCH(bool, same);
    const StoreBinding chat = StoreBinding::of(QUrl(QStringLiteral("ws:") + u"//example.com/chat"));
    QCOMPARE(chat.endpoint, QStringLiteral("example.com/chat"));
    QCOMPARE(StoreBinding::of(QUrl(QStringLiteral("ws") + rest)) == chat, same);
}

void tst_StoreBinding::theAccountCounts()
{
    const QUrl url(QStringLiteral("wss:") + u"//[2001:DB8::1]:8443");
    const StoreBinding anybody = StoreBinding::of(url);
    QCOMPARE(anybody.endpoint, QStringLiteral("[2001:db8::1]:8443/"));
    QVERIFY(!anybody.isEmpty());
    QVERIFY(StoreBinding().isEmpty());
    QVERIFY(StoreBinding::of(url, QStringLiteral("ann")) != anybody);
    QCOMPARE(StoreBinding::of(url, QStringLiteral("ann")),
             StoreBinding::of(url, QStringLiteral("ann")));
}

QTEST_GUILESS_MAIN(tst_StoreBinding)
#include "tst_storebinding.moc"
