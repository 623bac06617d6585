// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "switchboardstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

const SwitchboardStory::Hello Back{.session = QStringLiteral("w1")};

} // namespace

//! Who is the same client, and for how long.
class tst_SwitchboardSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoReturnsInTimeIsKnown()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        (void)it.leaves(1);
        QCOMPARE(it.board.connectionCount(), 0);
        QCOMPARE(it.board.sessionCount(), 1);
        QCOMPARE(it.waits(), 30'000);
        QCOMPARE(it.after(29'999ms), "");
        QCOMPARE(it.comes(2, Back), "2 < welcome back w1 at w3/0, through ?");
        QCOMPARE(it.waits(), -1);
        QCOMPARE(it.board.sessionCount(), 1);
        // And again.
        (void)it.leaves(2);
        QCOMPARE(it.waits(), 30'000);
        QCOMPARE(it.comes(3, Back), "3 < welcome back w1 at w3/0, through ?");
    }
    void whoReturnsTooLateIsNew()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        (void)it.leaves(1);
        QCOMPARE(it.after(30s), "");
        QCOMPARE(it.board.sessionCount(), 0);
        QCOMPARE(it.comes(2, Back), "2 < welcome w4 at w3/0, through ?");
    }
    void theClockDecidesAndNotHowBusyWeWere()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        (void)it.leaves(1);
        it.now += 30s; // nobody called elapsed()
        QCOMPARE(it.comes(2, Back), "2 < welcome w4 at w3/0, through ?");
        QCOMPARE(it.board.sessionCount(), 1);
    }
    void eachOneHasATimeOfItsOwn()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        for (ConnectionId id = 1; id <= 3; ++id)
            (void)it.comes(id);
        (void)it.leaves(2);
        (void)it.after(10s);
        (void)it.leaves(1);
        (void)it.leaves(3);
        QCOMPARE(it.waits(), 20'000);
        (void)it.after(20s);
        QCOMPARE(it.board.sessionCount(), 2);
        QCOMPARE(it.waits(), 10'000);
        (void)it.after(10s);
        QCOMPARE(it.board.sessionCount(), 0);
        QCOMPARE(it.waits(), -1);
    }
    void nobodyResumesTheSessionOfAnother()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1, {}, QStringLiteral("ann"));
        QCOMPARE(it.comes(2, Back, QStringLiteral("bob")), "2 < welcome w4 at w3/0, through ?");
        QCOMPARE(it.board.connectionCount(), 2);
        (void)it.leaves(1);
        QCOMPARE(it.comes(3, Back, QStringLiteral("bob")), "3 < welcome w6 at w3/0, through ?");
        QCOMPARE(it.comes(4, Back, QStringLiteral("ann")),
                 "4 < welcome back w1 at w3/0, through ?");
    }
    void theNewConnectionOfASessionReplacesTheOldOne()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        (void)it.comes(2);
        QCOMPARE(it.comes(3, Back),
                 "hang up 1: 4409 replaced; 3 < welcome back w1 at w3/0, through ?");
        QCOMPARE(it.sends(1, 1), ""); // what the old one still says is too late
        QCOMPARE(it.leaves(1), "");
        QCOMPARE(it.holds(1, 1'000'000'000), "");
        QCOMPARE(it.board.connectionCount(), 2);
        QCOMPARE(it.sends(3, 1), R"(accepted p-1; 3 < event 1 "hi"; 2 < event 1 "hi")");
        QCOMPARE(it.waits(), 50);
    }
    void aHelloThatWasSlowerThanTheNextOneReplacesNobody()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        (void)it.leaves(1);
        (void)it.connects(2); // given up before its hello arrives
        QCOMPARE(it.comes(3, Back), "3 < welcome back w1 at w3/0, through ?");
        QCOMPARE(it.greets(2, Back), "hang up 2: 4409 replaced");
        QCOMPARE(it.waits(), -1);
        QCOMPARE(it.sends(3, 1), R"(accepted p-1; 3 < event 1 "hi")");
    }
    void namingAProducerReplacesNobody()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        QCOMPARE(it.comes(2), "2 < welcome w4 at w3/0, through ?");
        QCOMPARE(it.comes(3, {.session = QStringLiteral("w2")}), // a public word opens nothing
                 "3 < welcome w6 at w3/0, through ?");
        QCOMPARE(it.board.connectionCount(), 3);
    }
    void aClientMayReturnToAnotherRoom()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        (void)it.leaves(1);
        const QJsonObject profile{{QStringLiteral("room"), QStringLiteral("r")}};
        QCOMPARE(it.comes(2,
                          {.session = QStringLiteral("w1"),
                           .cursor = Cursor{QStringLiteral("w3"), 0},
                           .profile = profile}),
                 "2 < welcome back w1 at w4/0, through ?; 2 < reset epoch-changed w4/0");
        QVERIFY(it.board.usersIn({}).empty());
        QCOMPARE(int(it.board.usersIn(QStringLiteral("r")).size()), 1);
        QCOMPARE(it.publishes(QStringLiteral("x")), "id 1");
        QCOMPARE(it.publishes(QStringLiteral("x"), QStringLiteral("r")),
                 R"(id 1; 2 < event 1 "x")");
    }
    void withoutAGracePeriodNobodyIsWaitedFor()
    {
        HubPolicy policy = SwitchboardStory::quiet();
        policy.gracePeriod = 0s;
        SwitchboardStory it(policy);
        (void)it.comes(1);
        (void)it.leaves(1);
        QCOMPARE(it.board.sessionCount(), 0);
        QCOMPARE(it.waits(), -1);
    }
    void thoseWhoAreAwayAreNotMoreThanTwiceAsManyAsMayBeHere()
    {
        HubPolicy policy = SwitchboardStory::quiet();
        policy.maxClients = 3;
        SwitchboardStory it(policy);
        for (ConnectionId id = 1; id <= 50; ++id) {
            QVERIFY(it.comes(id).contains("welcome w"));
            (void)it.leaves(id);
            (void)it.after(1ms);
        }
        QCOMPARE(it.board.sessionCount(), 6);
        // It is the first who are gone.
        QVERIFY(it.comes(51, Back).contains("welcome w"));
        const QString last = QStringLiteral("w%1").arg(3 + 2 * 48 + 1);
        const QByteArray answer = it.comes(52, {.session = last});
        QVERIFY(answer.startsWith(QByteArray("52 < welcome back " + last.toUtf8())));
    }
    void whoWasThrownOutMayReturn()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        QCOMPARE(it.holds(1, 8LL * 1024 * 1024), "");
        QCOMPARE(it.holds(1, 8LL * 1024 * 1024 + 1), "hang up 1: 4408 slow consumer");
        QCOMPARE(it.comes(2, Back), "2 < welcome back w1 at w3/0, through ?");
    }

    void whenAllAreCutAtOnceNobodyIsTold()
    {
        SwitchboardStory it;
        it.tellsPresence = true;
        const int crowd = 200;
        for (ConnectionId id = 1; id <= crowd; ++id)
            (void)it.comes(id, {.producer = QString::number(id)});
        (void)it.connects(crowd + 1); // this one has not said hello
        const std::vector<Reaction> reactions = it.board.disconnectAll(it.now);
        QCOMPARE(int(reactions.size()), crowd); // and not its square
        for (const Reaction &reaction : reactions) {
            const auto *changed = std::get_if<Reactions::PresenceChanged>(&reaction);
            QVERIFY(changed && changed->presence.change == HubPresence::Change::Away);
        }
        QCOMPARE(it.board.connectionCount(), 0);
        QCOMPARE(it.board.sessionCount(), crowd);
        QCOMPARE(it.waits(), 30'000);
        QVERIFY(it.comes(crowd + 2, Back).contains("welcome back w1 "));
        (void)it.board.disconnectAll(it.now);
        QCOMPARE(it.after(30s).count("left "), crowd);
        QCOMPARE(it.board.sessionCount(), 0);
    }
    void aDrainedHubSaysGoodbyeToAllAndToWhoeverComes()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1);
        (void)it.comes(2);
        (void)it.leaves(2);
        (void)it.sends(1, 7);
        QCOMPARE(it.told(it.board.drain(2s, 10s)),
                 "1 < ack 7; 1 < goodbye restart 2000 10000; "
                 R"(hang up 1: 4001 {"retryAfter":2000,"spread":10000})");
        QCOMPARE(it.board.connectionCount(), 0);
        QCOMPARE(it.board.sessionCount(), 0);
        QCOMPARE(it.waits(), -1);
        QCOMPARE(it.connects(3), R"(hang up 3: 4001 {"retryAfter":2000,"spread":10000})");
        QCOMPARE(it.greets(3), "");
    }
    void whoHasNotSaidHelloIsDrainedWithoutAGoodbye()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.connects(1);
        QCOMPARE(it.told(it.board.drain(-2s, 10000h)),
                 R"(hang up 1: 4001 {"retryAfter":0,"spread":86400000})");
        QCOMPARE(it.waits(), -1);
    }
};

QTEST_GUILESS_MAIN(tst_SwitchboardSessions)
#include "tst_switchboardsessions.moc"
