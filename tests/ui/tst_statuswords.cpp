// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "statuswords.h"

#include <QtCore/qlocale.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qscopeguard.h>
#include <QtTest/qtest.h>

#include <optional>

using namespace Holdfast;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using enum StatusRow;

class tst_StatusWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRowHasItsSentence_data();
    void eachRowHasItsSentence();
    void figuresAreThoseOfTheLocale();
    void eachActionHasItsLabel();
    void theBadgeIsThereForSomething();
    void everyTroubleHasAName();
    void detailsNameTheAttemptTheTroubleAndTheServersWords();
    void theServersWordsStayOnTheirLine();
    void adviceForMachinesIsNotForPeople();
    void errorsOfAnotherDayAreNotMentioned();
    void whereAllIsWellThereIsNothingToAdd();
};

void tst_StatusWords::eachRowHasItsSentence_data()
{
    QTest::addColumn<StatusView>("view");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("accessible"); // empty: the same
    const auto row
        = [](const StatusView &view, const QString &text, const QString &accessible = {}) {
              QTest::newRow(qPrintable(text))
                  << view << text << (accessible.isEmpty() ? text : accessible);
          };
    const auto failed = [&](ErrorCategory category, const QString &text) {
        QTest::addRow("%d", int(category))
            << StatusView{.row = Failed, .category = category} << text << text;
    };
    row({}, {});
    failed(ErrorCategory::AuthenticationRejected, u"Please sign in again"_s);
    failed(ErrorCategory::CredentialsUnavailable, u"Please sign in again"_s);
    failed(ErrorCategory::Replaced, u"Connected on another device"_s);
    failed(ErrorCategory::Forbidden, u"You do not have access"_s);
    failed(ErrorCategory::TlsFailed, u"The server's identity could not be verified"_s);
    for (const ErrorCategory other : {ErrorCategory::ProtocolError, ErrorCategory::Configuration,
                                      ErrorCategory::RetriesExhausted, ErrorCategory::None})
        failed(other, u"This app cannot talk to the server"_s);
    row({.row = Held}, u"Messages are held for another account"_s);
    row({.row = Unsaved}, u"Messages cannot be saved on this device"_s);
    row({.row = Portal}, u"This network asks you to sign in"_s);
    row({.row = Offline}, u"You are offline"_s);
    row({.row = Restarting, .remaining = 7500ms}, u"The server is restarting. Back in about 8 s"_s,
        u"The server is restarting. Trying again…"_s);
    row({.row = Restarting, .remaining = 5min}, u"The server is restarting. Back in about 5 min"_s,
        u"The server is restarting. Trying again…"_s);
    row({.row = Restarting}, u"The server is restarting. Trying again…"_s);
    row({.row = NeverConnected, .attempting = true}, u"Connecting…"_s);
    row({.row = NeverConnected, .remaining = 2001ms},
        u"Cannot reach the server. Trying again in 3 s"_s,
        u"Cannot reach the server. Trying again…"_s);
    row({.row = NeverConnected}, u"Cannot reach the server. Trying again…"_s);
    row({.row = Lost, .remaining = 90s}, u"Connection lost. Trying again in 90 s"_s,
        u"Connection lost. Trying again…"_s);
    row({.row = Lost, .remaining = 91s}, u"Connection lost. Trying again in 2 min"_s,
        u"Connection lost. Trying again…"_s);
    row({.row = Lost, .remaining = 1999ms}, u"Connection lost. Trying again…"_s);
    row({.row = Lost, .attempting = true}, u"Reconnecting…"_s);
    row({.row = Verifying}, u"Checking the connection…"_s);
    row({.row = BackOnline}, u"Back online"_s);
    row({.row = Sending, .sending = 12}, u"Sending 12 messages…"_s);
}

void tst_StatusWords::eachRowHasItsSentence()
{
    QFETCH(StatusView, view);
    QTEST(StatusWords::text(view), "text");
    QTEST(StatusWords::accessibleText(view), "accessible");
}

void tst_StatusWords::figuresAreThoseOfTheLocale()
{
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    QCOMPARE(StatusWords::text({.row = Lost, .remaining = 7500ms}),
             u"Connection lost. Trying again in ٨ s"_s);
    ConnectionSnapshot facts;
    facts.attemptCount = 1234;
    QVERIFY(StatusWords::details({.row = Lost}, facts).contains(u"Attempt ١٬٢٣٤"_s));
}

void tst_StatusWords::eachActionHasItsLabel()
{
    QCOMPARE(StatusWords::action(StatusAction::None), QString());
    QCOMPARE(StatusWords::action(StatusAction::Retry), u"Retry now"_s);
    QCOMPARE(StatusWords::action(StatusAction::SignIn), u"Sign in"_s);
    QCOMPARE(StatusWords::action(StatusAction::OpenPortal), u"Open sign-in page"_s);
    QCOMPARE(StatusWords::action(StatusAction::UseHere), u"Use here"_s);
}

void tst_StatusWords::theBadgeIsThereForSomething()
{
    QCOMPARE(StatusWords::badge(0), QString());
    QCOMPARE(StatusWords::badge(1), u"1 message waiting"_s);
}

void tst_StatusWords::everyTroubleHasAName()
{
    const auto categories = QMetaEnum::fromType<ErrorCategory>();
    QStringList names;
    for (int i = 0; i < categories.keyCount(); ++i) {
        ConnectionSnapshot facts;
        facts.lastError.category = ErrorCategory(categories.value(i));
        const QString details = StatusWords::details({.row = Lost}, facts);
        QCOMPARE(details.isEmpty(), facts.lastError.category == ErrorCategory::None);
        QVERIFY(!details.contains(u'\n'));
        names += details;
    }
    QCOMPARE(names.removeDuplicates(), 1); // a timeout and unanswered pings are the same to people
}

void tst_StatusWords::detailsNameTheAttemptTheTroubleAndTheServersWords()
{
    ConnectionSnapshot facts;
    facts.attemptCount = 4;
    facts.lastError = {.category = ErrorCategory::ServerError,
                       .httpStatus = 502,
                       .reason = u"<b>%1</b> tea time"_s};
    for (const StatusRow row : {Failed, Portal, Offline, Restarting, NeverConnected, Lost}) {
        QCOMPARE(StatusWords::details({.row = row}, facts),
                 u"Attempt 4\nThe server has a problem (HTTP 502)\n"
                 "The server says: <b>%1</b> tea time"_s);
    }
    facts.lastError = {.category = ErrorCategory::ClosedByServer, .closeCode = 4321};
    QCOMPARE(StatusWords::details({.row = Lost}, facts),
             u"Attempt 4\nThe server closed the connection (code 4321)"_s);
    // 1006 is on no wire: it stands for there having been no code.
    facts.lastError = {.category = ErrorCategory::ConnectionLost, .closeCode = 1006};
    facts.attemptCount = 0;
    QCOMPARE(StatusWords::details({.row = Lost}, facts), u"The connection broke"_s);
}

void tst_StatusWords::theServersWordsStayOnTheirLine()
{
    ConnectionSnapshot facts;
    facts.lastError.reason = u" bye\r\nAttempt 9\u2028The app: pay here\n"_s;
    QCOMPARE(StatusWords::details({.row = Lost}, facts),
             u"The server says: bye Attempt 9 The app: pay here"_s);
}

void tst_StatusWords::adviceForMachinesIsNotForPeople()
{
    ConnectionSnapshot facts;
    facts.lastError = {.category = ErrorCategory::ServerRestarting,
                       .closeCode = 4001,
                       .reason = uR"({"retryAfter":8000})"_s};
    QCOMPARE(StatusWords::details({.row = Restarting}, facts),
             u"The server is restarting (code 4001)"_s);
}

void tst_StatusWords::errorsOfAnotherDayAreNotMentioned()
{
    ConnectionSnapshot facts;
    facts.attemptCount = 1;
    facts.lastError = {.category = ErrorCategory::Forbidden, .reason = u"no"_s};
    QCOMPARE(StatusWords::details({.row = NeverConnected, .attempting = true}, facts),
             u"Attempt 1"_s);
}

void tst_StatusWords::whereAllIsWellThereIsNothingToAdd()
{
    ConnectionSnapshot facts;
    facts.attemptCount = 1;
    facts.lastError = {.category = ErrorCategory::Forbidden, .reason = u"no"_s};
    for (const StatusRow row : {Nothing, Verifying, BackOnline, Sending})
        QCOMPARE(StatusWords::details({.row = row}, facts), QString());
}

QTEST_GUILESS_MAIN(tst_StatusWords)
#include "tst_statuswords.moc"
