// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "statusclock.h"

#include <QtCore/qrandom.h>
#include <QtTest/qtest.h>

#include <functional>

using namespace Holdfast;
using namespace std::chrono_literals;
using enum ConnectionState;

namespace {

//! A connection's story, and what is said of it.
class Story
{
public:
    Story &is(ConnectionState state)
    {
        if (state == Connecting && m_facts.state != Connecting)
            ++m_facts.attemptCount;
        if (state == Closed)
            m_facts.everConnected = false;
        m_facts.state = state;
        m_facts.everConnected |= state == Connected;
        m_facts.verifying = false;
        m_facts.nextAttempt.reset();
        return look();
    }
    Story &waits(Duration wait, ErrorCategory why = ErrorCategory::ConnectionRefused)
    {
        m_facts.lastError.category = why;
        is(WaitingToRetry);
        m_facts.nextAttempt = m_now + wait;
        return look();
    }
    Story &fails(ErrorCategory why)
    {
        m_facts.lastError.category = why;
        return is(Failed);
    }
    //! The connection counts as a good one from now on.
    Story &isStable()
    {
        m_facts.attemptCount = 0;
        return look();
    }
    //! An error that moves nothing.
    Story &complains(ErrorCategory about)
    {
        m_facts.lastError.category = about;
        return look();
    }
    Story &doubts(bool verifying = true)
    {
        m_facts.verifying = verifying;
        return look();
    }
    Story &pending(int count)
    {
        m_facts.pendingMessageCount = count;
        m_facts.oldestPending = count > 0 ? std::optional(m_now) : std::nullopt;
        return look();
    }
    //! Some of the pending ones are through, but not the oldest.
    Story &stillPending(int count)
    {
        m_facts.pendingMessageCount = count;
        return look();
    }
    //! The named queue is for somebody else.
    Story &holds(int count)
    {
        m_facts.queueHeld = count > 0;
        m_facts.heldMessageCount = count;
        return look();
    }
    Story &storage(bool healthy)
    {
        m_facts.storageHealthy = healthy;
        return look();
    }
    Story &portal(bool behind)
    {
        m_facts.behindCaptivePortal = behind;
        return look();
    }
    //! Lets time pass, and looks whenever the clock asks for it; it must not ask in vain for ever.
    Story &after(Duration time)
    {
        const Instant end = m_now + time;
        for (int looks = 0; m_clock.deadline() && *m_clock.deadline() <= end; ++looks) {
            if (*m_clock.deadline() < m_now || looks > 10'000)
                qFatal("the clock asks for the past");
            m_now = *m_clock.deadline();
            look();
        }
        m_now = end;
        const StatusView before = m_view;
        look();
        if (!m_view.saysTheSameAs(before))
            qFatal("it says something else, and had not asked to be looked at");
        return *this;
    }
    //! The attempt is given up for a fresh one.
    Story &redials()
    {
        ++m_facts.attemptCount;
        return look();
    }
    //! A connection that has been well for a minute.
    Story &wasConnected() { return is(Connecting).after(20ms).is(Connected).after(1min); }

    [[nodiscard]] StatusRow row() const { return m_view.row; }
    [[nodiscard]] const StatusView &view() const { return m_view; }
    [[nodiscard]] QList<StatusRow> rows() const { return m_rows; }
    [[nodiscard]] int switches() const { return m_switches; }
    [[nodiscard]] bool wasSeen() const { return m_seen; }
    StatusClock &clock() { return m_clock; }

private:
    Story &look()
    {
        const StatusView before = m_view;
        m_view = m_clock.update(m_facts, m_now);
        if (!m_view.saysTheSameAs(before))
            ++m_switches;
        if (m_view.row != before.row)
            m_rows += m_view.row;
        m_seen |= m_view.isVisible();
        return *this;
    }

    StatusClock m_clock;
    ConnectionSnapshot m_facts;
    Instant m_now{1h};
    StatusView m_view;
    QList<StatusRow> m_rows;
    int m_switches = 0;
    bool m_seen = false;
};

//! Some step that a connection may take.
ConnectionSnapshot walked(ConnectionSnapshot facts, QRandomGenerator &luck, Instant now)
{
    static constexpr ConnectionState States[]
        = {Closed,  Connecting, Connecting,     Connecting,        Connected, Connected,
           Closing, Connected,  WaitingToRetry, WaitingForNetwork, Failed};
    static constexpr ErrorCategory Errors[]
        = {ErrorCategory::ConnectionRefused, ErrorCategory::ServerRestarting,
           ErrorCategory::Forbidden};
    switch (luck.bounded(5)) {
    case 4:
        facts.behindCaptivePortal = !facts.behindCaptivePortal;
        break;
    case 0:
        facts.verifying = !facts.verifying && facts.state == Connected;
        break;
    case 1:
        facts.pendingMessageCount = luck.bounded(3);
        facts.oldestPending = facts.pendingMessageCount > 0 ? std::optional(now) : std::nullopt;
        break;
    default:
        facts.state = States[luck.bounded(int(std::size(States)))];
        facts.verifying = false;
        facts.lastError.category = Errors[luck.bounded(int(std::size(Errors)))];
        facts.attemptCount += facts.state == Connecting ? 1 : 0;
        facts.everConnected
            = facts.state != Closed && (facts.everConnected || facts.state == Connected);
        facts.nextAttempt = facts.state == WaitingToRetry
            ? std::optional(now + Duration(luck.bounded(100'000)))
            : std::nullopt;
    }
    return facts;
}

//! Nobody can tell them apart.
bool looksLike(const StatusView &one, const StatusView &other)
{
    const Countdown left = Countdown::of(one.remaining.value_or(0ms));
    const Countdown right = Countdown::of(other.remaining.value_or(0ms));
    return one.saysTheSameAs(other) && one.pending == other.pending && one.sending == other.sending
        && left.unit == right.unit && left.count == right.count;
}

QByteArray described(const StatusView &one, const StatusView &other)
{
    return QStringLiteral("row %1, pending %2, attempting %3; row %4, pending %5, attempting %6")
        .arg(int(one.row))
        .arg(one.pending)
        .arg(int(one.attempting))
        .arg(int(other.row))
        .arg(other.pending)
        .arg(int(other.attempting))
        .toUtf8();
}

} // namespace

class tst_StatusClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHealthyConnectionIsNotWorthAWord();

    // ---- the table ----
    void eachFailureHasItsWord_data();
    void eachFailureHasItsWord();
    void heldMessagesAreToldInEveryStateButFailed();
    void whatCannotBeSavedIsToldWhileItWaits();
    void aTroubleOfTheQueueIsNoOutage();
    void withoutANetworkItIsOffline();
    void aPortalGoesBeforeWhatComesOfIt();
    void aPortalIsNoConcernOfAConnection();
    void aRestartingServerWillBeBack();
    void aFailedReturnAfterARestartIsAnOrdinaryOutage();
    void whoWasNeverConnectedIsToldOtherWords();
    void aLostConnectionIsCountedDown();
    void aDoubtfulPeerIsBeingChecked();
    void slowSendingIsShownAfterThreeSeconds();
    void noneIsNeverSaidToBeSent();
    void theBadgeComesWithEveryRowButSending();
    void aClosedConnectionShowsOnlyItsBadge();
    void offlineGoesBeforeRestarting();
    void checkingGoesBeforeSending();
    void ofTwoRowsTheEarlierWins_data();
    void ofTwoRowsTheEarlierWins();
    void theRestOfTheRowsKeepTheirOrder();
    void whatHappensLaterIsNotTheReason();
    void withoutADialNothingHasFailed();

    // ---- the outage clock ----
    void aBlipShowsNothing_data();
    void aBlipShowsNothing();
    void graceIsNotRestartedByEachAttempt();
    void graceCanBeSet();
    void refusedDialsDoNotFlashReconnecting();
    void aSlowAttemptSaysReconnecting();
    void aTextStaysForASecond();
    void badNewsDoNotWait();
    void closingHidesAtOnce();
    void backOnlineIsSaidForTwoSeconds();
    void backOnlineIsSaidOnceAnOutage();
    void backOnlineIsNotSaidOfABlip();
    void acceptThenCloseDoesNotAlternate();
    void afterABrokenPromiseNothingIsPromised();
    void aFirstConnectionWasNeverAway();
    void whoWasOfflineIsBackOnline();
    void aDoubtThatWasShownNeedsNoGrace();
    void theOutageBeginsWithTheLossNotWithTheDoubt();
    void twoSecondsConnectedEndTheOutage();
    void stabilityIsNoNewConnection();
    void aLongPeaceEndsTheOutageToo();
    void aRestAfterFailureIsContinued();

    // ---- countdowns ----
    void aCountdownReadsAsPeopleSayIt_data();
    void aCountdownReadsAsPeopleSayIt();
    void theClockTicksOnceASecond();
    void nothingTicksWhileNothingIsShown();

    void theDeadlineMissesNothing_data();
    void theDeadlineMissesNothing();
};

void tst_StatusClock::aHealthyConnectionIsNotWorthAWord()
{
    Story it;
    it.wasConnected().pending(2).after(1s).pending(0).after(1h);
    QVERIFY(it.rows().isEmpty());
    QVERIFY(!it.view().isVisible());
    QVERIFY(!it.clock().deadline());
}

void tst_StatusClock::eachFailureHasItsWord_data()
{
    QTest::addColumn<ErrorCategory>("category");
    QTest::addColumn<StatusAction>("action");
    QTest::newRow("rejected") << ErrorCategory::AuthenticationRejected << StatusAction::SignIn;
    QTest::newRow("no credentials")
        << ErrorCategory::CredentialsUnavailable << StatusAction::SignIn;
    QTest::newRow("replaced") << ErrorCategory::Replaced << StatusAction::UseHere;
    QTest::newRow("forbidden") << ErrorCategory::Forbidden << StatusAction::None;
    QTest::newRow("tls") << ErrorCategory::TlsFailed << StatusAction::Retry;
    QTest::newRow("protocol") << ErrorCategory::ProtocolError << StatusAction::Retry;
    QTest::newRow("configuration") << ErrorCategory::Configuration << StatusAction::Retry;
}

void tst_StatusClock::eachFailureHasItsWord()
{
    QFETCH(ErrorCategory, category);
    QFETCH(StatusAction, action);
    Story it;
    it.is(Connecting).fails(category);
    QCOMPARE(it.row(), StatusRow::Failed);
    QCOMPARE(it.view().category, category);
    QCOMPARE(it.view().severity(), Severity::Error);
    QCOMPARE(it.view().action(), action);
}

void tst_StatusClock::heldMessagesAreToldInEveryStateButFailed()
{
    Story it;
    it.wasConnected().holds(2);
    QCOMPARE(it.row(), StatusRow::Held);
    QCOMPARE(it.view().severity(), Severity::Warning);
    QCOMPARE(it.view().action(), StatusAction::None);
    QCOMPARE(it.view().pending, 2);
    it.storage(false).pending(1).after(1s).waits(5s).after(3s);
    QCOMPARE(it.row(), StatusRow::Held);
    QCOMPARE(it.view().pending, 3);
    it.fails(ErrorCategory::Forbidden);
    QCOMPARE(it.row(), StatusRow::Failed);
}

void tst_StatusClock::whatCannotBeSavedIsToldWhileItWaits()
{
    Story it;
    it.wasConnected().storage(false);
    QCOMPARE(it.row(), StatusRow::Nothing); // nothing is in danger
    it.pending(1);
    QCOMPARE(it.row(), StatusRow::Unsaved);
    QCOMPARE(it.view().severity(), Severity::Warning);
    it.waits(5s).after(3s);
    QCOMPARE(it.row(), StatusRow::Unsaved);
    it.storage(true).after(1s);
    QCOMPARE(it.row(), StatusRow::Lost);
}

void tst_StatusClock::aTroubleOfTheQueueIsNoOutage()
{
    Story it;
    it.wasConnected().holds(1).waits(100ms).after(100ms).is(Connecting).after(100ms);
    it.is(Connected).holds(0).after(5s);
    QVERIFY(!it.rows().contains(StatusRow::BackOnline));
    QCOMPARE(it.row(), StatusRow::Nothing);
}

void tst_StatusClock::withoutANetworkItIsOffline()
{
    Story it;
    it.wasConnected().is(WaitingForNetwork).after(1500ms);
    QCOMPARE(it.row(), StatusRow::Offline);
    QCOMPARE(it.view().severity(), Severity::Warning);
    QCOMPARE(it.view().action(), StatusAction::Retry);
}

void tst_StatusClock::aPortalGoesBeforeWhatComesOfIt()
{
    for (const ConnectionState state : {Connecting, WaitingToRetry, WaitingForNetwork}) {
        Story it;
        it.wasConnected().portal(true).is(state);
        QCOMPARE(it.row(), StatusRow::Nothing); // it has its grace, like every outage
        it.after(1500ms);
        QCOMPARE(it.row(), StatusRow::Portal);
        QCOMPARE(it.view().severity(), Severity::Warning);
        QCOMPARE(it.view().action(), StatusAction::OpenPortal);
        it.after(2s).portal(false).is(Connecting).is(Connected).after(1s);
        QCOMPARE(it.row(), StatusRow::BackOnline);
    }
    Story held;
    held.wasConnected().portal(true).is(Connecting).after(2s).holds(1).after(2s);
    QCOMPARE(held.row(), StatusRow::Held);
    held.storage(true).holds(0).after(2s);
    QCOMPARE(held.row(), StatusRow::Portal);
    held.fails(ErrorCategory::Forbidden);
    QCOMPARE(held.row(), StatusRow::Failed);
}

void tst_StatusClock::aPortalIsNoConcernOfAConnection()
{
    Story it;
    it.wasConnected().portal(true).after(1h);
    QCOMPARE(it.row(), StatusRow::Nothing);
    it.is(Closing).is(Closed).after(1h);
    QCOMPARE(it.row(), StatusRow::Nothing);
}

void tst_StatusClock::aRestartingServerWillBeBack()
{
    Story it;
    it.wasConnected().waits(8s, ErrorCategory::ServerRestarting).after(1500ms);
    QCOMPARE(it.row(), StatusRow::Restarting);
    QCOMPARE(it.view().severity(), Severity::Info);
    QCOMPARE(it.view().action(), StatusAction::None);
    QCOMPARE(it.view().remaining, Duration(6500ms));
    it.after(6500ms).is(Connecting).after(5s);
    QCOMPARE(it.row(), StatusRow::Restarting);
}

void tst_StatusClock::aFailedReturnAfterARestartIsAnOrdinaryOutage()
{
    Story it;
    it.wasConnected().waits(8s, ErrorCategory::ServerRestarting).after(8s).is(Connecting);
    it.waits(4s).after(1s);
    QCOMPARE(it.row(), StatusRow::Lost);
}

void tst_StatusClock::whoWasNeverConnectedIsToldOtherWords()
{
    Story it;
    it.is(Connecting).after(1499ms);
    QCOMPARE(it.row(), StatusRow::Nothing);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::NeverConnected);
    QVERIFY(it.view().attempting);
    QCOMPARE(it.view().severity(), Severity::Neutral);
    QCOMPARE(it.view().action(), StatusAction::None);
    it.after(3s).waits(10s);
    QVERIFY(!it.view().attempting);
    QCOMPARE(it.view().severity(), Severity::Warning);
    QCOMPARE(it.view().action(), StatusAction::Retry);
    QCOMPARE(it.view().remaining, Duration(10s));
    it.after(10s).is(Connecting).after(9s); // the action keeps its place
    QVERIFY(!it.view().attempting);
    QCOMPARE(it.view().remaining, std::nullopt);
}

void tst_StatusClock::aLostConnectionIsCountedDown()
{
    Story it;
    it.wasConnected().waits(20s).after(5s);
    QCOMPARE(it.row(), StatusRow::Lost);
    QCOMPARE(it.view().severity(), Severity::Warning);
    QCOMPARE(it.view().action(), StatusAction::Retry);
    QCOMPARE(it.view().remaining, Duration(15s));
    it.after(20s); // a busy application may be late
    QCOMPARE(it.view().remaining, Duration(0s));
}

void tst_StatusClock::aDoubtfulPeerIsBeingChecked()
{
    Story it;
    it.wasConnected().doubts().after(1499ms);
    QCOMPARE(it.row(), StatusRow::Nothing);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::Verifying);
    QCOMPARE(it.view().severity(), Severity::Neutral);
    it.after(1s).doubts(false);
    QCOMPARE(it.row(), StatusRow::Nothing);
    it.after(1h);
    QCOMPARE(it.rows(), (QList{StatusRow::Verifying, StatusRow::Nothing}));
}

void tst_StatusClock::slowSendingIsShownAfterThreeSeconds()
{
    Story it;
    it.wasConnected().pending(3).after(2999ms);
    QCOMPARE(it.row(), StatusRow::Nothing);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::Sending);
    QCOMPARE(it.view().severity(), Severity::Info);
    it.after(1s).pending(0);
    QCOMPARE(it.row(), StatusRow::Nothing);
}

void tst_StatusClock::noneIsNeverSaidToBeSent()
{
    Story it;
    it.wasConnected().pending(3).after(3s);
    QCOMPARE(it.view().sending, 3);
    it.stillPending(2);
    QCOMPARE(it.view().sending, 2);
    it.pending(0).after(500ms); // the text stays a second
    QCOMPARE(it.row(), StatusRow::Sending);
    QCOMPARE(it.view().sending, 2);
}

void tst_StatusClock::theBadgeComesWithEveryRowButSending()
{
    Story it;
    it.wasConnected().pending(4);
    QCOMPARE(it.view().pending, 0);
    it.waits(20s);
    QCOMPARE(it.view().pending, 0); // still in the grace period
    it.after(1500ms);
    QCOMPARE(it.view().pending, 4);
    it.pending(5);
    QCOMPARE(it.view().pending, 5);
    it.fails(ErrorCategory::Forbidden);
    QCOMPARE(it.view().pending, 5);

    Story healthy;
    healthy.wasConnected().pending(5).after(4s);
    QCOMPARE(healthy.row(), StatusRow::Sending);
    QCOMPARE(healthy.view().pending, 0);
}

void tst_StatusClock::aClosedConnectionShowsOnlyItsBadge()
{
    Story it;
    it.pending(3);
    QCOMPARE(it.row(), StatusRow::Nothing);
    QCOMPARE(it.view().pending, 3);
    QVERIFY(it.view().isVisible());
    it.pending(0);
    QVERIFY(!it.view().isVisible());
    it.pending(2).is(Closing);
    QVERIFY(!it.view().isVisible());
}

void tst_StatusClock::offlineGoesBeforeRestarting()
{
    Story it;
    it.wasConnected().waits(20s, ErrorCategory::ServerRestarting).is(WaitingForNetwork).after(2s);
    QCOMPARE(it.row(), StatusRow::Offline);
}

void tst_StatusClock::checkingGoesBeforeSending()
{
    Story it;
    it.wasConnected().pending(1).after(4s).doubts().after(2s);
    QCOMPARE(it.row(), StatusRow::Verifying);
}

//! Each row with each later one that can be so at the same time.
void tst_StatusClock::ofTwoRowsTheEarlierWins_data()
{
    QTest::addColumn<std::function<void(Story &)>>("both");
    QTest::addColumn<StatusRow>("earlier");
    QTest::addColumn<std::function<void(Story &)>>("without"); // it is so no more
    QTest::addColumn<StatusRow>("later");
    using Step = std::function<void(Story &)>;
    const auto row
        = [](const char *name, const Step &both, StatusRow earlier, const Step &without,
             StatusRow later) { QTest::newRow(name) << both << earlier << without << later; };
    const Step revived = [](Story &it) { it.is(Connecting); };
    const Step unheld = [](Story &it) { it.holds(0); };
    const Step healthy = [](Story &it) { it.storage(true); };
    const Step open = [](Story &it) { it.portal(false); };
    const Step sure = [](Story &it) { it.doubts(false); };
    const Step fails = [](Story &it) { it.fails(ErrorCategory::Forbidden); };
    const Step lost = [](Story &it) { it.waits(5min); };
    const Step offline = [](Story &it) { it.is(WaitingForNetwork); };
    const Step restarting = [](Story &it) { it.waits(5min, ErrorCategory::ServerRestarting); };
    const Step doubts = [](Story &it) { it.doubts(); };
    const auto held
        = [](const Step &then) { return Step([then](Story &it) { then(it.holds(1)); }); };
    const auto unsaved = [](const Step &then) {
        return Step([then](Story &it) { then(it.storage(false).pending(1)); });
    };
    const auto portal
        = [](const Step &then) { return Step([then](Story &it) { then(it.portal(true)); }); };
    const Step sends = [](Story &it) { it.pending(1); };
    using enum StatusRow;

    row("failed, held", held(fails), Failed, revived, Held);
    row("failed, unsaved", unsaved(fails), Failed, revived, Unsaved);
    row("failed, portal", portal(fails), Failed, revived, Portal);
    row("held, unsaved", held(unsaved(lost)), Held, unheld, Unsaved);
    row("held, portal", held(portal(lost)), Held, unheld, Portal);
    row("held, offline", held(offline), Held, unheld, Offline);
    row("held, restarting", held(restarting), Held, unheld, Restarting);
    row("held, lost", held(lost), Held, unheld, Lost);
    row("held, verifying", held(doubts), Held, unheld, Verifying);
    row("held, sending", held(sends), Held, unheld, Sending);
    row("unsaved, portal", unsaved(portal(lost)), Unsaved, healthy, Portal);
    row("unsaved, offline", unsaved(offline), Unsaved, healthy, Offline);
    row("unsaved, restarting", unsaved(restarting), Unsaved, healthy, Restarting);
    row("unsaved, lost", unsaved(lost), Unsaved, healthy, Lost);
    row("unsaved, verifying", unsaved(doubts), Unsaved, healthy, Verifying);
    row("unsaved, sending", unsaved(sends), Unsaved, healthy, Sending);
    row("portal, offline", portal(offline), Portal, open, Offline);
    row("portal, restarting", portal(restarting), Portal, open, Restarting);
    row("portal, lost", portal(lost), Portal, open, Lost);
    row(
        "offline, restarting",
        [=](Story &it) {
            restarting(it);
            offline(it);
        },
        Offline, restarting, Restarting);
    row(
        "verifying, sending",
        [=](Story &it) {
            sends(it);
            doubts(it);
        },
        Verifying, sure, Sending);
}

void tst_StatusClock::ofTwoRowsTheEarlierWins()
{
    using Step = std::function<void(Story &)>;
    QFETCH(Step, both);
    QFETCH(StatusRow, earlier);
    QFETCH(Step, without);
    QFETCH(StatusRow, later);
    Story it;
    it.wasConnected();
    both(it);
    it.after(10s);
    QCOMPARE(it.row(), earlier);
    without(it);
    it.after(10s);
    QCOMPARE(it.row(), later);
}

//! Rows that shut each other out by the state, and those that are over before the next begins.
void tst_StatusClock::theRestOfTheRowsKeepTheirOrder()
{
    Story stranger; // who was never connected, and has been told of a restart
    stranger.is(Connecting).waits(5min, ErrorCategory::ServerRestarting).after(10s);
    QCOMPARE(stranger.row(), StatusRow::Restarting);
    stranger.waits(5min).is(Connecting).waits(5min).after(10s);
    QCOMPARE(stranger.row(), StatusRow::NeverConnected);
    stranger.is(WaitingForNetwork).after(10s);
    QCOMPARE(stranger.row(), StatusRow::Offline);

    Story back;
    back.wasConnected().pending(1).waits(5min).after(10s).is(Connecting).is(Connected).after(400ms);
    QCOMPARE(back.row(), StatusRow::BackOnline); // and what waits has been waiting for long
    back.after(3s);
    QCOMPARE(back.row(), StatusRow::Sending);

    Story doubtful;
    doubtful.clock().setGracePeriod(500ms);
    doubtful.wasConnected().waits(5min).after(10s).is(Connecting).is(Connected).doubts();
    doubtful.after(1500ms);
    QCOMPARE(doubtful.row(), StatusRow::Verifying);
}

void tst_StatusClock::whatHappensLaterIsNotTheReason()
{
    Story it;
    it.wasConnected().waits(8s, ErrorCategory::ServerRestarting).after(2s);
    it.complains(ErrorCategory::Configuration).after(1s);
    QCOMPARE(it.row(), StatusRow::Restarting);
    it.fails(ErrorCategory::Replaced).complains(ErrorCategory::Configuration).after(1s);
    QCOMPARE(it.view().category, ErrorCategory::Replaced);
    it.is(Connecting).fails(ErrorCategory::Forbidden);
    QCOMPARE(it.view().category, ErrorCategory::Forbidden);
}

void tst_StatusClock::withoutADialNothingHasFailed()
{
    // open() after many others: the first dial has to wait for the budget.
    Story it;
    it.waits(4s, ErrorCategory::ServerRestarting).after(2s);
    QCOMPARE(it.row(), StatusRow::NeverConnected);
    QVERIFY(it.view().attempting);
    QCOMPARE(it.view().remaining, std::nullopt);
}

void tst_StatusClock::aBlipShowsNothing_data()
{
    QTest::addColumn<std::function<void(Story &)>>("blip");
    const auto row = [](const char *name, std::function<void(Story &)> blip) {
        QTest::newRow(name) << std::move(blip);
    };
    row("several attempts", [](Story &it) {
        it.waits(0ms).is(Connecting).after(700ms).waits(300ms).after(300ms);
        it.is(Connecting).after(400ms);
    });
    row("a slow attempt", [](Story &it) { it.is(Connecting).after(1400ms); });
    row("a wait", [](Story &it) { it.waits(1400ms).after(1400ms); });
    row("no network", [](Story &it) { it.is(WaitingForNetwork).after(1400ms); });
    row("a restart",
        [](Story &it) { it.waits(1400ms, ErrorCategory::ServerRestarting).after(1400ms); });
    row("a doubt", [](Story &it) { it.doubts().after(1400ms).doubts(false); });
    row("a doubt, then a slow attempt",
        [](Story &it) { it.doubts().after(1400ms).is(Connecting).after(1400ms); });
    row("a first connect", [](Story &it) { it.is(Closed).is(Connecting).after(1400ms); });
    row("with messages waiting",
        [](Story &it) { it.pending(3).is(Connecting).after(1400ms).is(Connected).pending(0); });
}

void tst_StatusClock::aBlipShowsNothing()
{
    QFETCH(std::function<void(Story &)>, blip);
    Story it;
    it.wasConnected();
    blip(it);
    it.is(Connected).after(1h);
    QVERIFY(it.rows().isEmpty());
    QVERIFY(!it.wasSeen());
}

void tst_StatusClock::graceIsNotRestartedByEachAttempt()
{
    Story it;
    it.wasConnected();
    for (int i = 0; i < 3; ++i)
        it.waits(300ms).after(300ms).is(Connecting).after(199ms);
    QCOMPARE(it.row(), StatusRow::Nothing); // 1497 ms
    it.after(3ms);
    QCOMPARE(it.row(), StatusRow::Lost);
}

void tst_StatusClock::graceCanBeSet()
{
    Story it;
    it.clock().setGracePeriod(0ms);
    it.wasConnected().waits(20s);
    QCOMPARE(it.row(), StatusRow::Lost);
}

void tst_StatusClock::refusedDialsDoNotFlashReconnecting()
{
    Story it;
    it.wasConnected().waits(2s).after(2s);
    for (int i = 0; i < 20; ++i) {
        it.is(Connecting).after(599ms);
        QVERIFY(!it.view().attempting);
        it.waits(2s).after(2s);
    }
    QCOMPARE(it.switches(), 1);
    QCOMPARE(it.rows(), QList{StatusRow::Lost});
}

void tst_StatusClock::aSlowAttemptSaysReconnecting()
{
    Story it;
    it.wasConnected().waits(3s).after(3s).is(Connecting).after(600ms);
    QVERIFY(it.view().attempting);
    QCOMPARE(it.row(), StatusRow::Lost);
    QCOMPARE(it.view().severity(), Severity::Warning);
    QCOMPARE(it.view().action(), StatusAction::Retry);
    it.after(2s).waits(5s);
    QVERIFY(!it.view().attempting);
    // Each attempt has its own 600 ms.
    it.after(5s).is(Connecting).after(599ms);
    QVERIFY(!it.view().attempting);
    it.redials().after(599ms);
    QVERIFY(!it.view().attempting);
    it.after(1ms);
    QVERIFY(it.view().attempting);
}

void tst_StatusClock::aTextStaysForASecond()
{
    Story it;
    it.wasConnected().waits(1400ms).after(1400ms).is(Connecting).after(100ms);
    QCOMPARE(it.row(), StatusRow::Lost); // just now
    it.is(Connected).after(999ms);
    QCOMPARE(it.row(), StatusRow::Lost);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::BackOnline);

    Story refused;
    refused.wasConnected().waits(3s).after(3s).is(Connecting).after(600ms).waits(9s).after(999ms);
    QVERIFY(refused.view().attempting);
    QCOMPARE(refused.view().remaining, std::nullopt);
    refused.after(1ms);
    QVERIFY(!refused.view().attempting);
    QCOMPARE(refused.view().remaining, Duration(8s));
}

void tst_StatusClock::badNewsDoNotWait()
{
    Story it;
    it.wasConnected().waits(1500ms).after(1500ms);
    QCOMPARE(it.row(), StatusRow::Lost);
    it.is(Connecting).fails(ErrorCategory::Forbidden);
    QCOMPARE(it.row(), StatusRow::Failed);
}

void tst_StatusClock::closingHidesAtOnce()
{
    Story it;
    it.wasConnected().waits(10s).after(1500ms);
    QCOMPARE(it.row(), StatusRow::Lost);
    it.is(Closed);
    QVERIFY(!it.view().isVisible());
    QVERIFY(!it.clock().deadline());
}

void tst_StatusClock::backOnlineIsSaidForTwoSeconds()
{
    Story it;
    it.wasConnected().waits(5s).after(5s).is(Connecting).after(100ms).is(Connected).after(299ms);
    QCOMPARE(it.row(), StatusRow::Lost);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::BackOnline);
    QCOMPARE(it.view().severity(), Severity::Positive);
    QCOMPARE(it.view().action(), StatusAction::None);
    it.after(1999ms);
    QCOMPARE(it.row(), StatusRow::BackOnline);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::Nothing);
    it.after(1h);
    QCOMPARE(it.rows(), (QList{StatusRow::Lost, StatusRow::BackOnline, StatusRow::Nothing}));
}

void tst_StatusClock::backOnlineIsSaidOnceAnOutage()
{
    Story it;
    it.wasConnected().waits(5s).after(5s).is(Connecting).is(Connected).after(1s);
    QCOMPARE(it.row(), StatusRow::BackOnline);
    it.waits(5s).after(5s); // the same outage goes on
    QCOMPARE(it.row(), StatusRow::Lost);
    it.is(Connecting).is(Connected).after(10s);
    QCOMPARE(it.rows().count(StatusRow::BackOnline), 1);
    QCOMPARE(it.row(), StatusRow::Nothing);

    Story quick;
    quick.wasConnected().waits(5s).after(5s).is(Connecting).is(Connected).after(500ms);
    quick.waits(900ms).after(900ms).is(Connecting).is(Connected).after(500ms);
    QCOMPARE(quick.rows(), (QList{StatusRow::Lost, StatusRow::BackOnline, StatusRow::Lost}));
    quick.after(1min);
    QCOMPARE(quick.rows().count(StatusRow::BackOnline), 1);
}

void tst_StatusClock::backOnlineIsNotSaidOfABlip()
{
    Story it;
    it.wasConnected().waits(1s).after(1s).is(Connecting).is(Connected).after(1min);
    QVERIFY(it.rows().isEmpty());
}

void tst_StatusClock::acceptThenCloseDoesNotAlternate()
{
    Story it;
    it.wasConnected();
    for (int i = 0; i < 30; ++i)
        it.waits(1s).after(1s).is(Connecting).after(50ms).is(Connected).after(200ms);
    it.waits(1s);
    QCOMPARE(it.rows(), QList{StatusRow::Lost});
    QCOMPARE(it.switches(), 1);
}

void tst_StatusClock::afterABrokenPromiseNothingIsPromised()
{
    // Long enough for "Back online", too short for an end.
    Story it;
    it.wasConnected();
    for (int i = 0; i < 30; ++i)
        it.waits(5s).after(5s).is(Connecting).after(50ms).is(Connected).after(1500ms);
    QCOMPARE(it.rows(), (QList{StatusRow::Lost, StatusRow::BackOnline, StatusRow::Lost}));
    it.after(499ms);
    QCOMPARE(it.row(), StatusRow::Lost);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::Nothing);
}

void tst_StatusClock::whoWasOfflineIsBackOnline()
{
    Story it;
    it.is(Connecting).is(WaitingForNetwork).after(4s).is(Connecting).is(Connected).after(1s);
    QCOMPARE(it.rows(),
             (QList{StatusRow::Offline, StatusRow::NeverConnected, StatusRow::BackOnline}));
}

void tst_StatusClock::aFirstConnectionWasNeverAway()
{
    Story it;
    it.is(Connecting).after(4s).is(Connected).after(1min);
    QCOMPARE(it.rows(), (QList{StatusRow::NeverConnected, StatusRow::Nothing}));

    Story refused; // but "Cannot reach the server" wants its good end
    refused.is(Connecting).waits(4s).after(4s).is(Connecting).is(Connected).after(1min);
    QCOMPARE(refused.rows(),
             (QList{StatusRow::NeverConnected, StatusRow::BackOnline, StatusRow::Nothing}));
}

void tst_StatusClock::aDoubtThatWasShownNeedsNoGrace()
{
    Story it;
    it.wasConnected().doubts().after(3s).waits(5s);
    QCOMPARE(it.rows(), (QList{StatusRow::Verifying, StatusRow::Lost}));
}

void tst_StatusClock::theOutageBeginsWithTheLossNotWithTheDoubt()
{
    Story it;
    it.wasConnected().doubts().after(1400ms).waits(5s).after(1499ms);
    QVERIFY(it.rows().isEmpty());
    it.after(1ms);
    QCOMPARE(it.rows(), QList{StatusRow::Lost});
}

void tst_StatusClock::twoSecondsConnectedEndTheOutage()
{
    Story it;
    it.wasConnected().waits(1s).after(1s).is(Connecting).is(Connected).after(1999ms);
    it.waits(1s).after(1ms); // the same outage: 3000 ms old
    QCOMPARE(it.row(), StatusRow::Lost);

    Story other;
    other.wasConnected().waits(1s).after(1s).is(Connecting).is(Connected).after(2s);
    other.waits(10s).after(1499ms);
    QCOMPARE(other.row(), StatusRow::Nothing);
}

void tst_StatusClock::stabilityIsNoNewConnection()
{
    Story it;
    it.wasConnected().waits(1s).after(1s).is(Connecting).is(Connected).after(1s).isStable();
    it.after(1s).waits(10s).after(1499ms);
    QCOMPARE(it.row(), StatusRow::Nothing); // two seconds were enough
}

void tst_StatusClock::aLongPeaceEndsTheOutageToo()
{
    Story it;
    it.wasConnected().waits(5s).after(5s).is(Connecting).is(Connected).after(1h);
    it.waits(10s).after(1499ms);
    QCOMPARE(it.row(), StatusRow::Nothing);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::Lost);
    it.after(10s).is(Connecting).is(Connected).after(1s);
    QCOMPARE(it.row(), StatusRow::BackOnline); // each outage has its own
    it.after(1299ms);
    QCOMPARE(it.row(), StatusRow::BackOnline);
    it.after(1ms);
    QCOMPARE(it.row(), StatusRow::Nothing);
}

void tst_StatusClock::aRestAfterFailureIsContinued()
{
    Story it;
    it.wasConnected().fails(ErrorCategory::AuthenticationRejected).after(1s).is(Connecting);
    QCOMPARE(it.row(), StatusRow::Lost); // no second grace
    it.is(Connected).after(1300ms);
    QCOMPARE(it.row(), StatusRow::BackOnline);
}

void tst_StatusClock::aCountdownReadsAsPeopleSayIt_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("changesAt");
    using enum Countdown::Unit;
    QTest::newRow("over") << 0 << int(None) << 0 << 0;
    QTest::newRow("soon") << 2000 << int(None) << 0 << 0;
    QTest::newRow("just above two") << 2001 << int(Seconds) << 3 << 2000;
    QTest::newRow("rounded up") << 4200 << int(Seconds) << 5 << 4000;
    QTest::newRow("exact") << 5000 << int(Seconds) << 5 << 4000;
    QTest::newRow("ninety") << 90'000 << int(Seconds) << 90 << 89'000;
    QTest::newRow("minutes") << 90'001 << int(Minutes) << 2 << 90'000;
    QTest::newRow("three minutes") << 121'000 << int(Minutes) << 3 << 120'000;
    QTest::newRow("an hour") << 3'600'000 << int(Minutes) << 60 << 3'540'000;
}

void tst_StatusClock::aCountdownReadsAsPeopleSayIt()
{
    QFETCH(int, ms);
    const Countdown countdown = Countdown::of(Duration(ms));
    QTEST(int(countdown.unit), "unit");
    QTEST(countdown.count, "count");
    QTEST(int(countdown.changesAt.count()), "changesAt");
}

void tst_StatusClock::theClockTicksOnceASecond()
{
    Story it;
    it.wasConnected().waits(Duration(200s)).after(1500ms);
    QCOMPARE(Countdown::of(*it.view().remaining).count, 4);
    it.after(148500ms); // 50 s left
    QCOMPARE(it.view().remaining, Duration(50s));
    Instant last = *it.clock().deadline();
    it.after(1s);
    QCOMPARE(*it.clock().deadline() - last, Duration(1s));
    it.after(47s); // 2 s left: no figure any more
    QVERIFY(!it.clock().deadline());
}

void tst_StatusClock::nothingTicksWhileNothingIsShown()
{
    Story it;
    it.wasConnected();
    QVERIFY(!it.clock().deadline());
    it.is(Closed);
    QVERIFY(!it.clock().deadline());
    it.is(Connecting).fails(ErrorCategory::Forbidden).after(2s);
    QVERIFY(!it.clock().deadline());
}

void tst_StatusClock::theDeadlineMissesNothing_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

//! Whoever looks at the deadlines only sees what he sees who looks all the time; and nothing that
//! he sees is over before it can be read.
void tst_StatusClock::theDeadlineMissesNothing()
{
    QFETCH(quint32, seed);
    QRandomGenerator luck(seed);
    StatusClock lazy;
    StatusClock eager;
    ConnectionSnapshot facts;
    Instant now{1h};
    Instant shownSince{};
    StatusView shown;
    for (int i = 0; i < 200; ++i) {
        facts = walked(facts, luck, now);
        StatusView seen = lazy.update(facts, now);
        const Instant next = now + Duration(luck.bounded(10) < 7 ? 1 + luck.bounded(900) : 4'000);
        for (; now < next; now += 1ms) {
            if (lazy.deadline() && *lazy.deadline() <= now)
                seen = lazy.update(facts, now);
            QVERIFY(!lazy.deadline() || *lazy.deadline() > now);
            const StatusView view = eager.update(facts, now);
            if (!looksLike(seen, view))
                QFAIL(described(seen, view).constData());
            if (view.saysTheSameAs(shown))
                continue;
            const bool mayBreakIn = view.row == StatusRow::Failed || facts.state == Closed
                || facts.state == Closing || shown.row == StatusRow::Nothing;
            QVERIFY2(mayBreakIn || now - shownSince >= 1s, described(shown, view).constData());
            shown = view;
            shownSince = now;
        }
    }
}

QTEST_GUILESS_MAIN(tst_StatusClock)
#include "tst_statusclock.moc"
