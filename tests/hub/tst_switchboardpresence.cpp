// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "switchboardstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

SwitchboardStory::Hello as(const QString &name, const QString &room = {},
                           const QString &session = {})
{
    return {.session = session,
            .profile = {{QStringLiteral("name"), name}, {QStringLiteral("room"), room}}};
}

const QString Ann = QStringLiteral("Ann");
const QString Bob = QStringLiteral("Bob");

//! Ann is w2 with session w1, Bob w5 with session w4.
struct Couple : SwitchboardStory
{
    explicit Couple(const HubPolicy &policy = {})
        : SwitchboardStory(policy)
    {
        (void)comes(1, as(Ann));
        (void)comes(2, as(Bob));
        tellsPresence = true;
    }
};

} // namespace

//! Who is there.
class tst_SwitchboardPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoComesIsToldWhoIsThereAndTheyAreToldWhoCame()
    {
        SwitchboardStory it;
        it.tellsPresence = true;
        QCOMPARE(it.comes(1, as(Ann)),
                 "1 < welcome w1 at w3/0, through ?; 1 < users []; joined w2");
        QCOMPARE(it.comes(2, as(Bob)),
                 "2 < welcome w4 at w3/0, through ?; 2 < users [w2=Ann online]; joined w5; "
                 "1 < user_joined w5=Bob");
    }
    void whoLeavesAndReturnsInTimeWasAway()
    {
        Couple it;
        QCOMPARE(it.leaves(2), "away w5; 1 < user_away w5=Bob");
        QCOMPARE(it.after(29s), "");
        QCOMPARE(it.comes(3, as(Bob, {}, QStringLiteral("w4"))),
                 "3 < welcome back w4 at w3/0, through ?; 3 < users [w2=Ann online]; "
                 "reconnected w5; 1 < user_reconnected w5=Bob");
        QCOMPARE(it.after(24h), "");
    }
    void whoStaysAwayHasLeft()
    {
        Couple it;
        (void)it.leaves(2);
        QCOMPARE(it.after(29'999ms), "");
        QCOMPARE(it.after(1ms), "left w5; 1 < user_left w5=Bob");
        QCOMPARE(it.comes(3, as(Bob, {}, QStringLiteral("w4"))),
                 "3 < welcome w6 at w3/0, through ?; 3 < users [w2=Ann online]; joined w7; "
                 "1 < user_joined w7=Bob");
    }
    void whoIsAwayIsShownAsAwayAndHearsNothing()
    {
        Couple it;
        (void)it.leaves(2);
        QCOMPARE(it.comes(3),
                 "3 < welcome w6 at w3/0, through ?; 3 < users [w2=Ann online, w5=Bob away]; "
                 "joined w7; 1 < user_joined w7");
    }
    void aTakeoverIsNobodysBusiness()
    {
        Couple it;
        QCOMPARE(it.comes(3, as(Bob, {}, QStringLiteral("w4"))),
                 "hang up 2: 4409 replaced; 3 < welcome back w4 at w3/0, through ?; "
                 "3 < users [w2=Ann online]");
    }
    void withoutAGracePeriodOneLeavesAtOnce()
    {
        HubPolicy policy;
        policy.gracePeriod = 0s;
        Couple it(policy);
        QCOMPARE(it.leaves(2), "left w5; 1 < user_left w5=Bob");
    }
    void whoIsThrownOutIsAway()
    {
        Couple it;
        QVERIFY(it.says(2, QStringLiteral("{")).endsWith("; away w5; 1 < user_away w5=Bob"));
        QVERIFY(it.comes(3).contains("w5=Bob away"));
    }
    void whoGoesToAnotherRoomHasLeftThisOne()
    {
        Couple it;
        const QString other = QStringLiteral("other");
        (void)it.comes(3, as(QStringLiteral("Cid"), other));
        QCOMPARE(it.comes(4, as(Bob, other, QStringLiteral("w4"))),
                 "hang up 2: 4409 replaced; left w5; 1 < user_left w5=Bob; "
                 "4 < welcome back w4 at w8/0, through ?; 4 < users [w7=Cid online]; joined w5; "
                 "3 < user_joined w5=Bob");
    }
    void namesAreWhatTheyAreUnlessTheyAreTooLong()
    {
        SwitchboardStory it;
        (void)it.comes(1, as(QStringLiteral("\"An\\n\"\n\u00e9\U0001F600")));
        (void)it.comes(2, as(QString(201, u'n')));
        (void)it.comes(3, as(QString(200, u'n')));
        (void)it.comes(4, {.profile = {{QStringLiteral("name"), 7}}});
        const QByteArray answer = it.comes(5);
        QVERIFY(answer.contains("w2=\"An\\n\"\n\u00e9\U0001F600 online, "));
        QVERIFY(answer.contains(", w5 online, "));
        QVERIFY(answer.contains(QByteArray(", w7=" + QByteArray(200, 'n') + " online, ")));
        QVERIFY(answer.contains(", w9 online]"));
    }
    void noMoreThanAThousandAreShown()
    {
        HubPolicy quiet = SwitchboardStory::quiet();
        SwitchboardStory it(quiet);
        for (ConnectionId id = 1; id <= 1001; ++id)
            (void)it.comes(id);
        it.board.setPolicy({});
        const QByteArray answer = it.comes(2000);
        const QByteArray users = answer.left(answer.indexOf(']'));
        QCOMPARE(users.count("online"), 1000);
        QCOMPARE(answer.count("user_joined"), 1001);
        QCOMPARE(int(it.board.usersIn({}).size()), 1002);
    }
    void nobodyIsToldWhereThatIsNotWanted()
    {
        HubPolicy policy;
        policy.announcesPresence = false;
        Couple it(policy);
        QCOMPARE(it.leaves(2), "away w5"); // the application is
        QCOMPARE(it.comes(3, as(Bob, {}, QStringLiteral("w4"))),
                 "3 < welcome back w4 at w3/0, through ?; reconnected w5");
    }
    void theApplicationLearnsWhoIsWho()
    {
        SwitchboardStory it;
        (void)it.comes(1,
                       {.profile = {{QStringLiteral("name"), Ann},
                                    {QStringLiteral("room"), QStringLiteral("r")},
                                    {QStringLiteral("age"), 33}}},
                       QStringLiteral("ann@example.org"));
        const auto reactions = it.board.disconnected(1, it.now);
        QCOMPARE(int(reactions.size()), 1);
        const HubPresence gone = std::get<Reactions::PresenceChanged>(reactions[0]).presence;
        const std::vector<HubPresence> users = it.board.usersIn(QStringLiteral("r"));
        QCOMPARE(int(users.size()), 1);
        for (const HubPresence &one : {gone, users[0]}) {
            QCOMPARE(one.change, HubPresence::Change::Away);
            QVERIFY(!one.isOnline());
            QCOMPARE(one.room, QStringLiteral("r"));
            QCOMPARE(one.identity, QStringLiteral("ann@example.org"));
            QCOMPARE(one.user, QStringLiteral("w2"));
            QCOMPARE(one.name, Ann);
            QCOMPARE(one.profile.value(QStringLiteral("age")).toInt(), 33);
        }
        QVERIFY(it.board.usersIn({}).empty());
    }
    void whoReturnsUnderAnotherNameHasThatName()
    {
        Couple it;
        (void)it.leaves(2);
        QVERIFY(it.comes(3, as(QStringLiteral("Robert"), {}, QStringLiteral("w4")))
                    .endsWith("1 < user_reconnected w5=Robert"));
        QCOMPARE(it.board.usersIn({})[1].name, QStringLiteral("Robert"));
    }
    void theLastWordsOfADrainedHubAreForTheApplication()
    {
        Couple it;
        (void)it.leaves(2);
        const QByteArray told = it.told(it.board.drain(1s, 1s));
        QVERIFY(told.endsWith("left w2; left w5") || told.endsWith("left w5; left w2"));
        QVERIFY(!told.contains("user_left"));
    }
};

QTEST_GUILESS_MAIN(tst_SwitchboardPresence)
#include "tst_switchboardpresence.moc"
