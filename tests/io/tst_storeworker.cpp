// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "heldstore.h"
#include "settingsmessagestore.h"
#include "storedmessages.h"
#include "storeworker.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Holdfast;

namespace {

const StoreBinding Us{.endpoint = QStringLiteral("example.com/"), .account = {}};
const StoreBinding Others{.endpoint = QStringLiteral("example.org/"), .account = {}};

//! A worker, the hand that holds its disk, and all that it said.
class Desk
{
public:
    explicit Desk(std::shared_ptr<HeldStore::Hand> given = std::make_shared<HeldStore::Hand>(),
                  StoreWorker::Times times = {.retry = 10ms, .farewell = 20s})
        : hand(std::move(given))
        , worker(std::make_unique<StoreWorker>(std::make_unique<HeldStore>(hand), times))
    {
        QObject::connect(worker.get(), &StoreWorker::opened, worker.get(),
                         [this](const OpenResult &result) {
                             heard << QStringLiteral("opened");
                             openings.push_back(result);
                         });
        QObject::connect(worker.get(), &StoreWorker::committed, worker.get(),
                         [this](const CommitResult &result) {
                             heard << QStringLiteral("committed %1").arg(result.ticket);
                             commits.push_back(result);
                         });
    }
    //! Opens, and waits until it is.
    bool open(const StoreBinding &binding = Us)
    {
        worker->open(binding);
        return QTest::qWaitFor([this] { return !commits.empty(); }, 20'000);
    }
    //! Waits for the answer to \a ticket.
    bool answered(quint64 ticket)
    {
        return QTest::qWaitFor([&] { return !commits.empty() && commits.back().ticket >= ticket; },
                               20'000);
    }

    std::shared_ptr<HeldStore::Hand> hand;
    std::unique_ptr<StoreWorker> worker;
    QStringList heard;
    std::vector<OpenResult> openings;
    std::vector<CommitResult> commits;
};

} // namespace

class tst_StoreWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensBindsAndReservesBeforeItSaysSo();
    void usesTheStoreOnOneThreadOfItsOwn();
    void gathersWhileACommitRuns();
    void aMessageForgottenInTimeNeverTouchesTheDisk();
    void saysHowFarTheDiskIs();
    void triesAgainByItselfAfterAnError();
    void waitsForACommitIfAsked();
    void waitsNoLongerThanItMay();
    void afterAKillAnyMessageMayHaveBeenDelivered();
    void aQueueOfSomebodyElseIsHeldUntilItIsBoundAnew();
    void aBusyQueueIsAskedForAgain();
    void aDiskThatIsAwayIsAskedForAgain();
    void whatWasGatheredBeforeTheDiskCameIsStored();
    void destructionCommits();
    void destructionWithoutOpenIsNothing();
    void destructionDoesNotWaitForADiskThatHangs();
    void worksWithTheStoreThatShips();
};

void tst_StoreWorker::opensBindsAndReservesBeforeItSaysSo()
{
    Desk desk;
    desk.hand->shelf->header.producer = QStringLiteral("p");
    desk.hand->shelf->header.reservedThrough = 5000;
    desk.hand->shelf->messages.emplace(7, stored(7));
    desk.worker->open(Us);
    QVERIFY(desk.heard.isEmpty()); // not from inside
    QVERIFY(desk.answered(0));
    QCOMPARE(desk.heard, (QStringList{QStringLiteral("opened"), QStringLiteral("committed 0")}));
    QCOMPARE(desk.openings[0].header.reservedThrough, 5000u);
    QCOMPARE(numbersIn(desk.openings[0].messages), numberRange(7, 7));
    QVERIFY(!desk.openings[0].messages[0].message.maybeDelivered);
    QCOMPARE(desk.commits[0].reservedThrough, 5000 + StoreWorker::NumberBlock);
    QCOMPARE(desk.hand->shelf->header.reservedThrough, 5000 + StoreWorker::NumberBlock);
    QCOMPARE(desk.hand->shelf->header.binding, Us);
}

void tst_StoreWorker::usesTheStoreOnOneThreadOfItsOwn()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.worker->append(stored(1));
    QVERIFY(desk.answered(desk.worker->commit()));
    desk.worker.reset();
    QVERIFY(desk.hand->destroyed);
    QCOMPARE(desk.hand->threads.size(), 1);
    QVERIFY(!desk.hand->threads.contains(QThread::currentThread()));
}

void tst_StoreWorker::gathersWhileACommitRuns()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.hand->slow = true;
    desk.worker->append(stored(1));
    const quint64 first = desk.worker->commit();
    desk.hand->begun.acquire();
    for (quint64 i = 2; i <= 100; ++i) {
        desk.worker->append(stored(i));
        (void)desk.worker->commit();
    }
    const int before = desk.hand->commits;
    desk.hand->permissions.release(2);
    QVERIFY(desk.answered(first + 99));
    QCOMPARE(desk.hand->commits - before, 2);
    QCOMPARE(desk.commits.size(), 3u);
    QCOMPARE(desk.commits[1].ticket, first);
    QCOMPARE(desk.commits[1].storedThrough, 1u);
    QCOMPARE(desk.commits[2].storedThrough, 100u);
    QCOMPARE(desk.hand->shelf->messages.size(), 100u);
    desk.hand->slow = false;
}

void tst_StoreWorker::aMessageForgottenInTimeNeverTouchesTheDisk()
{
    Desk desk;
    QVERIFY(desk.open());
    for (quint64 i = 1; i <= 100; ++i)
        desk.worker->append(stored(i));
    for (quint64 i = 1; i <= 99; ++i)
        desk.worker->forget({i});
    QVERIFY(desk.answered(desk.worker->commit()));
    QCOMPARE(desk.hand->appended, 1);
    QCOMPARE(desk.hand->shelf->messages.size(), 1u);
    desk.worker->forget({100});
    QVERIFY(desk.answered(desk.worker->commit()));
    QVERIFY(desk.hand->shelf->messages.empty());
}

void tst_StoreWorker::saysHowFarTheDiskIs()
{
    Desk desk;
    QVERIFY(desk.open());
    QCOMPARE(desk.commits.back().storedThrough, 0u);
    desk.worker->append(stored(3));
    desk.worker->append(stored(9));
    desk.worker->reserve(20'000);
    desk.worker->saveCursor({.epoch = QStringLiteral("e"), .eventId = 4});
    desk.worker->setProducer(QStringLiteral("me"));
    QVERIFY(desk.answered(desk.worker->commit()));
    QCOMPARE(desk.commits.back().storedThrough, 9u);
    QCOMPARE(desk.commits.back().reservedThrough, 20'000u);
    QCOMPARE(desk.hand->shelf->header.cursor.eventId, 4u);
    QCOMPARE(desk.hand->shelf->header.producer, QStringLiteral("me"));
    desk.hand->commitError = StoreErrorCategory::NotWritable;
    desk.worker->append(stored(10));
    desk.worker->reserve(30'000);
    QVERIFY(desk.answered(desk.worker->commit()));
    QCOMPARE(desk.commits.back().error.category, StoreErrorCategory::NotWritable);
    QCOMPARE(desk.commits.back().storedThrough, 9u);
    QCOMPARE(desk.commits.back().reservedThrough, 20'000u);
}

void tst_StoreWorker::triesAgainByItselfAfterAnError()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.hand->commitError = StoreErrorCategory::NotWritable;
    desk.worker->append(stored(1));
    const quint64 ticket = desk.worker->commit();
    QTRY_VERIFY(desk.commits.size() > 4);
    QVERIFY(desk.hand->shelf->messages.empty());
    desk.hand->commitError = StoreErrorCategory::None;
    QTRY_VERIFY(!desk.commits.back().error);
    QCOMPARE(desk.commits.back().ticket, ticket);
    QCOMPARE(desk.commits.back().storedThrough, 1u);
    QCOMPARE(desk.hand->shelf->messages.size(), 1u);
    QCOMPARE(desk.hand->appended, 1);
}

void tst_StoreWorker::waitsForACommitIfAsked()
{
    Desk desk;
    desk.worker->open(Us);
    desk.worker->append(stored(1));
    const quint64 ticket = desk.worker->commit();
    QVERIFY(desk.worker->waitForCommit(ticket, 20s));
    QCOMPARE(desk.hand->shelf->messages.size(), 1u);
    QVERIFY(desk.heard.isEmpty()); // that still comes through the event loop
    QVERIFY(desk.answered(ticket));
    QVERIFY(desk.worker->waitForCommit(ticket, 0s));

    desk.hand->commitError = StoreErrorCategory::NotWritable;
    QVERIFY(!desk.worker->waitForCommit(desk.worker->commit(), 20s));
}

void tst_StoreWorker::waitsNoLongerThanItMay()
{
    Desk desk;
    QVERIFY(!desk.worker->waitForCommit(desk.worker->commit(), 20s)); // nobody opened it
    QVERIFY(desk.open());
    desk.hand->slow = true;
    QVERIFY(!desk.worker->waitForCommit(desk.worker->commit(), 10ms));
    desk.hand->slow = false;
    desk.hand->permissions.release();
}

void tst_StoreWorker::afterAKillAnyMessageMayHaveBeenDelivered()
{
    Desk desk;
    desk.hand->clean = false;
    desk.hand->shelf->messages.emplace(7, stored(7));
    QVERIFY(desk.open());
    QVERIFY(desk.openings[0].messages[0].message.maybeDelivered);
}

void tst_StoreWorker::aQueueOfSomebodyElseIsHeldUntilItIsBoundAnew()
{
    Desk desk;
    desk.hand->shelf->header.binding = Others;
    desk.hand->shelf->header.reservedThrough = 10;
    desk.hand->shelf->messages.emplace(7, stored(7));
    QVERIFY(desk.open());
    QCOMPARE(desk.openings[0].error.category, StoreErrorCategory::BoundElsewhere);
    QVERIFY(desk.openings[0].error.detail.contains(Others.endpoint));
    QCOMPARE(desk.openings[0].messages.size(), 1u); // to be held
    QCOMPARE(desk.commits[0].reservedThrough, 0u);
    QCOMPARE(desk.hand->shelf->header.binding, Others);
    QCOMPARE(desk.hand->shelf->header.reservedThrough, 10u);

    desk.worker->rebind(Us);
    QVERIFY(desk.answered(desk.worker->commit()));
    QCOMPARE(desk.hand->shelf->header.binding, Us);
    QCOMPARE(desk.commits.back().reservedThrough, 10 + StoreWorker::NumberBlock);
    QCOMPARE(desk.hand->shelf->messages.size(), 1u);
}

void tst_StoreWorker::aBusyQueueIsAskedForAgain()
{
    Desk desk;
    desk.hand->openError = StoreErrorCategory::QueueBusy;
    QVERIFY(desk.open());
    QCOMPARE(desk.openings[0].error.category, StoreErrorCategory::QueueBusy);
    QCOMPARE(desk.commits[0].error.category, StoreErrorCategory::QueueBusy);
    desk.worker->append(stored(1));
    QVERIFY(desk.answered(desk.worker->commit()));
    QCOMPARE(desk.commits.back().error.category, StoreErrorCategory::QueueBusy);
    QCOMPARE(desk.hand->appended, 0);
    QTRY_VERIFY(desk.hand->opens > 3);
    desk.hand->openError = StoreErrorCategory::None;
    QTRY_VERIFY(!desk.openings.back().error);
    QTRY_VERIFY(!desk.commits.back().error);
    QCOMPARE(desk.hand->appended, 1);
}

void tst_StoreWorker::aDiskThatIsAwayIsAskedForAgain()
{
    Desk desk;
    desk.hand->shelf->messages.emplace(7, stored(7));
    desk.hand->openError = StoreErrorCategory::NotWritable;
    QVERIFY(desk.open());
    QTRY_VERIFY(desk.hand->opens > 3);
    desk.hand->openError = StoreErrorCategory::None;
    QTRY_VERIFY(!desk.openings.back().error);
    QCOMPARE(desk.openings.back().messages.size(), 1u);
    QTRY_VERIFY(!desk.commits.back().error);
}

void tst_StoreWorker::whatWasGatheredBeforeTheDiskCameIsStored()
{
    Desk desk;
    desk.hand->openError = StoreErrorCategory::NotWritable;
    QVERIFY(desk.open());
    desk.worker->append(stored(1));
    desk.worker->append(stored(2));
    QVERIFY(desk.answered(desk.worker->commit()));
    desk.worker->forget({1});
    QVERIFY(desk.answered(desk.worker->commit()));
    desk.hand->openError = StoreErrorCategory::None;
    QTRY_VERIFY(!desk.commits.back().error);
    QCOMPARE(desk.hand->shelf->messages.size(), 1u);
    QCOMPARE(desk.commits.back().storedThrough, 2u);
}

void tst_StoreWorker::destructionCommits()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.worker->append(stored(1));
    desk.worker.reset();
    QCOMPARE(desk.hand->shelf->messages.size(), 1u);
    QVERIFY(desk.hand->destroyed);

    Desk hasty; // destroyed before it was open
    hasty.worker->open(Us);
    hasty.worker->append(stored(1));
    hasty.worker.reset();
    QCOMPARE(hasty.hand->shelf->messages.size(), 1u);
    QVERIFY(hasty.heard.isEmpty());
}

void tst_StoreWorker::destructionWithoutOpenIsNothing()
{
    Desk desk;
    desk.worker->append(stored(1));
    (void)desk.worker->commit();
    desk.worker.reset();
    QVERIFY(desk.hand->destroyed);
    QVERIFY(desk.hand->shelf->messages.empty());
}

void tst_StoreWorker::destructionDoesNotWaitForADiskThatHangs()
{
    Desk desk(std::make_shared<HeldStore::Hand>(), {.retry = 10ms, .farewell = 50ms});
    QVERIFY(desk.open());
    desk.hand->slow = true;
    desk.worker->append(stored(1));
    (void)desk.worker->commit();
    desk.hand->begun.acquire();
    desk.worker->append(stored(2));
    QElapsedTimer clock;
    clock.start();
    desk.worker.reset();
    QVERIFY(clock.elapsed() < 5000);
    QVERIFY(!desk.hand->destroyed);
    // The disk comes back: what was asked for is done all the same.
    desk.hand->slow = false;
    desk.hand->permissions.release();
    QTRY_VERIFY(desk.hand->destroyed);
    QCOMPARE(desk.hand->shelf->messages.size(), 2u);
}

void tst_StoreWorker::worksWithTheStoreThatShips()
{
    const QTemporaryDir folder;
    const auto shipped = [&folder] {
        return std::make_unique<SettingsMessageStore>(QStringLiteral("queue"), folder.path());
    };
    for (quint64 run = 0; run < 3; ++run) {
        StoreWorker worker(shipped());
        OpenResult found;
        bool isOpen = false;
        connect(&worker, &StoreWorker::opened, this, [&](const OpenResult &result) {
            found = result;
            isOpen = true;
        });
        worker.open(Us);
        QTRY_VERIFY(isOpen);
        VERIFY_NO_ERROR(found.error);
        QVERIFY(found.clean || run == 0);
        QCOMPARE(found.messages.size(), run * 10);
        QCOMPARE(found.header.reservedThrough, run * StoreWorker::NumberBlock);
        for (quint64 i = 1; i <= 10; ++i)
            worker.append(stored(found.header.reservedThrough + i));
        if (run == 1)
            QVERIFY(worker.waitForCommit(worker.commit(), 20s));
    }
    QCOMPARE(shipped()->open().messages.size(), 30u);
}

QTEST_GUILESS_MAIN(tst_StoreWorker)
#include "tst_storeworker.moc"
