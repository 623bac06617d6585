// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "switchboardstory.h"

#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

const QString Q = QStringLiteral("q");

HubPolicy quietWith(void (*change)(HubPolicy &))
{
    HubPolicy policy = SwitchboardStory::quiet();
    change(policy);
    return policy;
}

//! Says this word to all messages but those with \a text "fine".
std::function<HubAnswer(const HubMessage &)> unlessFine(const HubAnswer &answer)
{
    return [answer](const HubMessage &message) {
        return message.payload.toString() == u"fine" ? HubAnswer::accept() : answer;
    };
}

} // namespace

//! Greeting and messages.
class tst_Switchboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The greeting.
    void aClientThatSaysHelloIsWelcome()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        QCOMPARE(it.connects(1), "");
        QCOMPARE(it.board.connectionCount(), 1);
        QCOMPARE(it.board.sessionCount(), 0);
        QCOMPARE(it.greets(1), "1 < welcome w1 at w3/0, through ?");
        QCOMPARE(it.board.sessionCount(), 1);
        QCOMPARE(it.waits(), -1);
    }
    void theWelcomeTellsTheTerms()
    {
        SwitchboardStory it(quietWith([](HubPolicy &p) {
            p.heartbeatInterval = 7s;
            p.maxMessageBytes = 5000;
        }));
        (void)it.connects(1);
        const auto reactions
            = it.board.received(1, Envelope::toText(Envelope::Hello{.producer = Q}), it.now);
        const auto frame = Envelope::parseServerFrame(std::get<Reactions::Send>(reactions[0]).text);
        QCOMPARE(std::get<Envelope::Welcome>(frame).heartbeat, Duration(7s));
        QCOMPARE(std::get<Envelope::Welcome>(frame).maxMessageBytes, qint64(5000));
    }
    void nothingButAPingMayComeBeforeHello()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        for (ConnectionId id = 1; id <= 4; ++id)
            (void)it.connects(id);
        QCOMPARE(it.says(1, QStringLiteral(R"({"type":"ping","at":5})")), "1 < pong 5");
        QCOMPARE(it.sends(1, 1), "hang up 1: 4400 hello comes first");
        QCOMPARE(it.asks(2, {Q, 1}), "hang up 2: 4400 hello comes first");
        QCOMPARE(it.says(3, QStringLiteral(R"({"type":"later version"})")),
                 "hang up 3: 4400 hello comes first");
        QCOMPARE(it.says(4, QStringLiteral("{")).left(16), "hang up 4: 4400 ");
        QCOMPARE(it.board.connectionCount(), 0);
        QCOMPARE(it.sends(1, 1), ""); // it is forgotten
        QCOMPARE(it.leaves(1), "");
    }
    void aSecondHelloIsOneTooMany()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        QCOMPARE(it.greets(1), "hang up 1: 4400 a second hello");
    }
    void whoDoesNotSayHelloInTimeIsGone()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.connects(1);
        QCOMPARE(it.after(3s), "");
        (void)it.connects(2);
        (void)it.connects(3);
        (void)it.connects(4);
        (void)it.greets(2);
        QCOMPARE(it.leaves(3), "");
        QCOMPARE(it.waits(), 7000);
        (void)it.says(1, QStringLiteral(R"({"type":"ping","at":5})")); // is no hello
        QCOMPARE(it.after(6999ms), "");
        QCOMPARE(it.after(1ms), "hang up 1: 4400 no hello");
        QCOMPARE(it.waits(), 3000);
        QCOMPARE(it.after(1h), "hang up 4: 4400 no hello");
        QCOMPARE(it.board.connectionCount(), 1);
    }
    void aHelloThatWouldFillTheMemoryIsRefused()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        const QString much(17 * 1024, u'x');
        QCOMPARE(it.comes(1, {.profile = {{QStringLiteral("about"), much}}}),
                 "hang up 1: 4400 hello is too large");
        QCOMPARE(it.comes(2, {.producer = QString(201, u'p')}),
                 "hang up 2: 4400 hello is too large");
        QCOMPARE(it.comes(3, {.producer = QString(200, u'p')}).left(13), "3 < welcome w");
    }
    void aRoomIsAStringOfTwoHundredCharacters()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        const auto with = [](const QJsonValue &room) {
            return SwitchboardStory::Hello{.profile = {{QStringLiteral("room"), room}}};
        };
        const QByteArray refusal = ": 4400 profile.room is not the name of a room";
        QCOMPARE(it.comes(1, with(7)), "hang up 1" + refusal);
        QCOMPARE(it.comes(2, with(QJsonObject())), "hang up 2" + refusal);
        QCOMPARE(it.comes(3, with(QString(201, u'r'))), "hang up 3" + refusal);
        QCOMPARE(it.comes(4, with(QString(200, u'r'))), "4 < welcome w1 at w3/0, through ?");
        QCOMPARE(it.comes(5, with(QJsonValue::Null)), "5 < welcome w4 at w6/0, through ?");
        QCOMPARE(it.comes(6), "6 < welcome w7 at w6/0, through ?");
    }
    void aFullHubAsksToComeAgain()
    {
        SwitchboardStory it(quietWith([](HubPolicy &p) { p.maxClients = 2; }));
        (void)it.comes(1);
        (void)it.connects(2);
        QCOMPARE(it.connects(3), R"(hang up 3: 4001 {"retryAfter":5000,"spread":10000})");
        (void)it.leaves(1);
        QCOMPARE(it.connects(4), "");
    }

    // Frames.
    void aFrameThatIsTooLargeEndsIt()
    {
        SwitchboardStory it(quietWith([](HubPolicy &p) { p.maxMessageBytes = 2000; }));
        (void)it.comes(1);
        QCOMPARE(it.sends(1, 1, QString(1900, u'x')).left(10), "accepted p");
        QCOMPARE(it.sends(1, 2, QString(2000, u'x')), "hang up 1: 1009 too large");
    }
    void whatDoesNotParseEndsIt_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(text);
        };
        row("nothing", "");
        row("no JSON", "hello");
        row("no object", "[1]");
        row("no type", R"({"id":"p-1","payload":1})");
        row("type of a wrong type", R"({"type":7})");
        row("a number that is none", R"({"type":"message","id":"p-1","number":"1","payload":1})");
        row("a fraction", R"({"type":"message","id":"p-1","number":1.5,"payload":1})");
        row("negative", R"({"type":"message","id":"p-1","number":-1,"payload":1})");
        row("beyond 2^53",
            R"({"type":"message","id":"p-1","number":9007199254740993,"payload":1})");
        row("no id", R"({"type":"message","number":1,"payload":1})");
        row("an empty id", R"({"type":"message","id":"","number":1,"payload":1})");
        row("no payload", R"({"type":"message","id":"p-1","number":1})");
        row("no base64",
            R"({"type":"message","id":"p-1","number":1,"encoding":"base64","payload":"*"})");
        row("a cursor without epoch", R"({"type":"sync","lastEventId":1})");
        row("a ping of a wrong type", R"({"type":"ping","at":{}})");
        QTest::newRow("too deep") << QString(
            QStringLiteral(R"({"type":"message","id":"p-1","payload":)") + QString(2000, u'[')
            + QString(2000, u']') + u'}');
        QTest::newRow("a long id") << QStringLiteral(R"({"type":"message","payload":1,"id":"%1"})")
                                          .arg(QString(301, u'i'));
    }
    void whatDoesNotParseEndsIt()
    {
        QFETCH(QString, text);
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        const QByteArray answer = it.says(1, text);
        QCOMPARE(answer.left(16), "hang up 1: 4400 ");
        QVERIFY(answer.size() < 16 + 123); // what a close frame has room for
        QVERIFY(!answer.contains(';'));
        QCOMPARE(it.board.sessionCount(), 1); // it may come back and behave
    }
    void whatIsUnknownIsIgnored()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        QCOMPARE(it.says(1, QStringLiteral(R"({"type":"wave","at":"you"})")), "");
        QCOMPARE(it.says(1, QStringLiteral(R"({"type":"ping","at":1,"colour":"red"})")),
                 "1 < pong 1");
    }

    // Messages.
    void aMessageIsAcceptedToldToTheRoomAndAcknowledged()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        (void)it.comes(2);
        QCOMPARE(it.sends(1, 1, QStringLiteral("hello")),
                 R"(accepted p-1; 1 < event 1 "hello"; 2 < event 1 "hello")");
        QCOMPARE(it.turnEnds(), "1 < ack 1");
        QCOMPARE(it.turnEnds(), "");
    }
    void allOfATurnAreAcknowledgedAtOnce()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1);
        (void)it.comes(2);
        QCOMPARE(it.sends(1, 4), "accepted p-4");
        QCOMPARE(it.sends(2, 9, {}, Q), "accepted q-9");
        QCOMPARE(it.sends(1, 7), "accepted p-7");
        QCOMPARE(it.turnEnds(), "1 < ack 7; 2 < ack 9");
    }
    void anAcknowledgementIsNeverLaterThanFiftyMilliseconds()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1);
        (void)it.sends(1, 1);
        QCOMPARE(it.after(30ms), "");
        (void)it.sends(1, 2);
        QCOMPARE(it.waits(), 20);
        QCOMPARE(it.after(20ms), "1 < ack 2");
        QCOMPARE(it.waits(), -1);
        // Whoever is gone needs none, and keeps nobody awake for long.
        (void)it.sends(1, 3);
        (void)it.leaves(1);
        QCOMPARE(it.turnEnds(), "");
    }
    void theApplicationLearnsEverything()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        QList<HubMessage> asked;
        it.board.setMessageFilter([&](const HubMessage &message) {
            asked += message;
            return HubAnswer::accept();
        });
        (void)it.comes(1, {.profile = {{QStringLiteral("room"), QStringLiteral("r")}}},
                       QStringLiteral("ann"));
        (void)it.says(1,
                      QStringLiteral(R"({"type":"message","id":"p-1","number":1,)"
                                     R"("payload":{"a":[1,null]}})"));
        (void)it.says(1,
                      QStringLiteral(R"({"type":"message","id":"x","encoding":"base64",)"
                                     R"("payload":"AP8="})"));
        QCOMPARE(it.accepted.size(), 2);
        QCOMPARE(asked.size(), 2);
        for (const HubMessage &message : {it.accepted[0], asked[0]}) {
            QCOMPARE(message.room, QStringLiteral("r"));
            QCOMPARE(message.identity, QStringLiteral("ann"));
            QCOMPARE(message.user, QStringLiteral("w2"));
            QCOMPARE(message.key, QStringLiteral("p-1"));
            QCOMPARE(message.number, quint64(1));
            const QVariantList inner{1, QVariant::fromValue(nullptr)};
            QCOMPARE(message.payload.toMap().value(QStringLiteral("a")).toList(), inner);
        }
        QCOMPARE(it.accepted[1].payload, QVariant(QByteArray("\0\xff", 2)));
        QCOMPARE(it.accepted[1].number, quint64(0));
    }
    void roomsDoNotHearEachOther()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        const QJsonObject profile{{QStringLiteral("room"), QStringLiteral("r")}};
        (void)it.comes(1, {.profile = profile});
        (void)it.comes(2);
        QCOMPARE(it.sends(1, 1), R"(accepted p-1; 1 < event 1 "hi")");
        QCOMPARE(it.sends(2, 1, QStringLiteral("ho"), Q), R"(accepted q-1; 2 < event 1 "ho")");
        QCOMPARE(it.publishes(QStringLiteral("x"), QStringLiteral("r")),
                 R"(id 2; 1 < event 2 "x")");
    }

    // Duplicates.
    void whatComesTwiceIsAcceptedOnceAndAcknowledgedTwice()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1);
        QCOMPARE(it.sends(1, 1), "accepted p-1");
        QCOMPARE(it.sends(1, 2), "accepted p-2");
        QCOMPARE(it.turnEnds(), "1 < ack 2");
        QCOMPARE(it.sends(1, 1), "");
        QCOMPARE(it.turnEnds(), "1 < ack 2");
    }
    void aNewConnectionHearsHowFarTheOldOneCame()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1);
        (void)it.sends(1, 5);
        (void)it.leaves(1);
        QCOMPARE(it.comes(2), "2 < welcome w4 at w3/0, through 5"); // the acknowledgement was lost
        QCOMPARE(it.sends(2, 5), "");
        QCOMPARE(it.sends(2, 6), "accepted p-6");
        QCOMPARE(it.turnEnds(), "2 < ack 6");
        // Long after the session is over, too.
        (void)it.leaves(2);
        (void)it.after(24h);
        QCOMPARE(it.comes(3), "3 < welcome w6 at w3/0, through 6");
    }
    void anAcknowledgementSpeaksOfItsOwnConnectionOnly()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1);
        (void)it.sends(1, 9);
        (void)it.turnEnds();
        (void)it.comes(2);
        (void)it.sends(2, 3);
        QCOMPARE(it.turnEnds(), "2 < ack 3");
    }
    void nobodySilencesTheProducerOfAnother()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1, {}, QStringLiteral("mallory"));
        QCOMPARE(it.sends(1, 1'000'000), "accepted p-1000000");
        QCOMPARE(it.comes(2, {}, QStringLiteral("ann")), "2 < welcome w4 at w3/0, through ?");
        QCOMPARE(it.sends(2, 1), "accepted p-1");
    }
    void theProducerOfTheKeyCounts()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1, {.producer = Q});
        QCOMPARE(it.sends(1, 5), "accepted p-5"); // from a queue that was rebuilt
        QCOMPARE(it.sends(1, 5), "");
        QCOMPARE(it.sends(1, 5, {}, Q), "accepted q-5");
        (void)it.leaves(1);
        QCOMPARE(it.comes(2), "2 < welcome w4 at w3/0, through 5");
    }
    void aKeyOfAnotherFormIsRememberedForAWhile()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1);
        const QString key = QStringLiteral("an order");
        QCOMPARE(it.sendsAs(1, key, 1), "accepted an order");
        QCOMPARE(it.sendsAs(1, key, 2), "");
        QCOMPARE(it.sendsAs(1, QStringLiteral("p-77"), 3), "accepted p-77"); // another's number
        QCOMPARE(it.sends(1, 4), "accepted p-4"); // so p stands at 4
        QCOMPARE(it.turnEnds(), "1 < ack 4");
        (void)it.after(300s);
        QCOMPARE(it.sendsAs(1, key, 5), "accepted an order");
    }
    void whoNumbersNothingGetsNoAcknowledgement()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        it.board.setMessageFilter(unlessFine(HubAnswer::reject(QStringLiteral("no"))));
        (void)it.comes(1);
        const QString fine = QStringLiteral("fine");
        QCOMPARE(it.sendsAs(1, QStringLiteral("a"), 0, fine), "accepted a");
        QCOMPARE(it.sendsAs(1, QStringLiteral("a"), 0, fine), "");
        QCOMPARE(it.sendsAs(1, QStringLiteral("p-9"), 0, fine), "accepted p-9");
        QCOMPARE(it.sendsAs(1, QStringLiteral("b"), 0), R"(1 < reject 0 "no")");
        QCOMPARE(it.turnEnds(), "");
        it.board.setMessageFilter(unlessFine(HubAnswer::retryLater(5s)));
        QCOMPARE(it.sendsAs(1, QStringLiteral("c"), 0), R"(1 < reject 0 "" for 5000)");
        QCOMPARE(it.sendsAs(1, QStringLiteral("d"), 0, fine), "accepted d");
        QCOMPARE(it.sends(1, 1, fine), "accepted p-1"); // and holds nobody up
    }

    // Rejections.
    void whatIsRejectedForGoodIsSettled()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setMessageFilter(unlessFine(HubAnswer::reject(QStringLiteral("no"))));
        (void)it.comes(1);
        QCOMPARE(it.sends(1, 1), R"(1 < reject 1 "no")");
        QCOMPARE(it.turnEnds(), "1 < ack 1");
        QCOMPARE(it.sends(1, 2, QStringLiteral("fine")), R"(accepted p-2; 1 < event 1 "fine")");
        QCOMPARE(it.sends(1, 3), R"(1 < reject 3 "no")");
        QCOMPARE(it.turnEnds(), "1 < ack 3");
    }
    void aRejectionThatWasPerhapsNotHeardIsRepeated()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        it.board.setMessageFilter(unlessFine(HubAnswer::reject(QStringLiteral("no"))));
        const QString fine = QStringLiteral("fine");
        (void)it.comes(1);
        (void)it.sends(1, 1, fine);
        QCOMPARE(it.sends(1, 2), R"(1 < reject 2 "no")");
        (void)it.sends(1, 3, fine);
        (void)it.leaves(1); // and heard nothing of it

        const SwitchboardStory::Hello back{.session = QStringLiteral("w1")};
        QCOMPARE(it.comes(2, back), "2 < welcome back w1 at w3/0, through 1");
        QCOMPARE(it.sends(2, 2), R"(2 < reject 2 "no")");
        QCOMPARE(it.sends(2, 3, fine), "");
        QCOMPARE(it.turnEnds(), "2 < ack 3");
        (void)it.leaves(2); // nor this time

        QCOMPARE(it.comes(3, back), "3 < welcome back w1 at w3/0, through 1");
        QCOMPARE(it.sends(3, 4, fine), "accepted p-4"); // it has heard: 2 would have come before
        (void)it.leaves(3);
        QCOMPARE(it.comes(4, back), "4 < welcome back w1 at w3/0, through 4");
    }
    void aRejectionOfTheLastMessageIsDecidedAnew()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        it.board.setMessageFilter(unlessFine(HubAnswer::reject(QStringLiteral("no"))));
        (void)it.comes(1);
        (void)it.sends(1, 1, QStringLiteral("fine"));
        (void)it.sends(1, 2);
        (void)it.leaves(1);
        QCOMPARE(it.comes(2, {.session = QStringLiteral("w1")}),
                 "2 < welcome back w1 at w3/0, through 1");
        it.board.setMessageFilter({});
        QCOMPARE(it.sends(2, 2), "accepted p-2");
        QCOMPARE(it.sends(2, 2), "");
        QCOMPARE(it.turnEnds(), "2 < ack 2");
    }
    void onlyTheLastRejectionsAreRemembered()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        it.board.setMessageFilter(unlessFine(HubAnswer::reject(QStringLiteral("no"))));
        (void)it.comes(1);
        for (quint64 number = 1; number <= 100; ++number)
            (void)it.sends(1, number);
        (void)it.sends(1, 101, QStringLiteral("fine"));
        (void)it.leaves(1);
        const SwitchboardStory::Hello back{.session = QStringLiteral("w1")};
        QCOMPARE(it.comes(2, back), "2 < welcome back w1 at w3/0, through 36");
    }
    void whatIsRefusedForNowHoldsUpWhatFollows()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        const QString fine = QStringLiteral("fine");
        it.board.setMessageFilter(unlessFine(HubAnswer::retryLater(2s, QStringLiteral("busy"))));
        (void)it.comes(1);
        (void)it.comes(2);
        QCOMPARE(it.sends(1, 1, fine), "accepted p-1");
        QCOMPARE(it.sends(1, 2), R"(1 < reject 2 "busy" for 2000)");
        QCOMPARE(it.sends(1, 3, fine), "");
        QCOMPARE(it.sends(1, 4, fine), "");
        QCOMPARE(it.sends(2, 3, fine, Q), "accepted q-3"); // others are not held up
        QCOMPARE(it.turnEnds(), "1 < ack 1; 2 < ack 3");
        QCOMPARE(it.sends(1, 1, fine), ""); // a duplicate is one still
        QCOMPARE(it.turnEnds(), "1 < ack 1");
        QCOMPARE(it.sends(1, 2), R"(1 < reject 2 "busy" for 2000)");
        QCOMPARE(it.sends(1, 3, fine), "");
        it.board.setMessageFilter({});
        QCOMPARE(it.sends(1, 2), "accepted p-2");
        QCOMPARE(it.sends(1, 3, fine), "accepted p-3");
        QCOMPARE(it.sends(1, 4, fine), "accepted p-4");
        QCOMPARE(it.turnEnds(), "1 < ack 4");
    }
    void aNewConnectionIsNotHeldUp()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        it.board.setMessageFilter(unlessFine(HubAnswer::retryLater(-5s)));
        (void)it.comes(1);
        QCOMPARE(it.sends(1, 2), R"(1 < reject 2 "" for 10)");
        (void)it.comes(2, {.session = QStringLiteral("w1")});
        QCOMPARE(it.sends(2, 3, QStringLiteral("fine")), "accepted p-3");
    }
    void aMessageThatIsRejectedAfterAWaitLetsTheOthersPass()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        it.board.setMessageFilter(unlessFine(HubAnswer::retryLater(1s)));
        (void)it.comes(1);
        (void)it.sends(1, 1);
        it.board.setMessageFilter(unlessFine(HubAnswer::reject(QStringLiteral("no"))));
        QCOMPARE(it.sends(1, 1), R"(1 < reject 1 "no")");
        QCOMPARE(it.sends(1, 2, QStringLiteral("fine")), "accepted p-2");
    }

    // Too many.
    void whoSendsTooMuchIsToldToWait()
    {
        SwitchboardStory it(quietWith([](HubPolicy &p) { p.maxMessagesPerSecond = 3; }));
        it.board.setRelaying(false);
        (void)it.comes(1);
        (void)it.comes(2);
        for (quint64 number = 1; number <= 3; ++number)
            QVERIFY(it.sends(1, number).startsWith("accepted"));
        QCOMPARE(it.sends(1, 4), R"(1 < reject 4 "too many messages" for 1000)");
        QCOMPARE(it.sends(1, 5), "");
        QCOMPARE(it.sends(2, 1, {}, Q), "accepted q-1");
        QCOMPARE(it.turnEnds(), "1 < ack 3; 2 < ack 1");
        (void)it.after(500ms);
        QCOMPARE(it.sends(1, 4), "accepted p-4");
        QCOMPARE(it.sends(1, 5), R"(1 < reject 5 "too many messages" for 834)"); // has half of one
        (void)it.after(834ms);
        for (quint64 number = 5; number <= 7; ++number)
            QVERIFY(it.sends(1, number).startsWith("accepted"));
        QVERIFY(it.sends(1, 8).contains("too many"));
        // A new connection does not help.
        (void)it.comes(3, {.session = QStringLiteral("w1")});
        QVERIFY(it.sends(3, 8).contains("too many"));
        (void)it.after(24h);
        QCOMPARE(it.sends(3, 8), "accepted p-8");
        QCOMPARE(it.sends(3, 9), "accepted p-9");
        QCOMPARE(it.sends(3, 10), "accepted p-10");
        QVERIFY(it.sends(3, 11).contains("too many")); // nothing is saved up
        (void)it.after(700ms);
        QCOMPARE(it.sends(3, 11), "accepted p-11");
        (void)it.after(24h); // with something left in the bucket
        for (quint64 number = 12; number <= 14; ++number)
            QVERIFY(it.sends(3, number).startsWith("accepted"));
        QVERIFY(it.sends(3, 15).contains("too many"));
    }

    // The terms.
    void whatClientsWouldNotTakeIsNotPublished()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        (void)it.comes(1);
        const qint64 most = EventLog::MaxEventBytes;
        QCOMPARE(it.publishes(QString(most, u'x')), "id 0");
        QCOMPARE(it.publishes(QString(most / 2, u'\u00e9')), "id 0");
        QVERIFY(it.publishes(QString(most - 200, u'x')).startsWith("id 1; 1 < event 1 "));
        const auto publishes = [&it](int levels) {
            QJsonValue value(1);
            for (int i = 0; i < levels; ++i)
                value = i % 2 == 0 ? QJsonValue(QJsonArray{value})
                                   : QJsonValue(QJsonObject{{QStringLiteral("a"), value}});
            std::vector<Reaction> reactions;
            return it.board.publish({}, Envelope::Content(value), reactions);
        };
        QCOMPARE(publishes(Envelope::MaxPayloadNesting + 1), quint64(0));
        QCOMPARE(publishes(Envelope::MaxPayloadNesting), quint64(2));
    }
    void aMessageThatWouldBecomeTooLargeAnEventIsRejected()
    {
        SwitchboardStory it(
            quietWith([](HubPolicy &p) { p.maxMessageBytes = 15LL * 1024 * 1024; }));
        (void)it.comes(1);
        const QString numbers = QStringLiteral("1e18,").repeated(1'000'000) + u'1';
        const QString frame
            = QStringLiteral(R"({"type":"message","id":"p-1","number":1,"payload":[%1]})")
                  .arg(numbers);
        QCOMPARE(it.says(1, frame), R"(1 < reject 1 "too large")");
        QVERIFY(it.accepted.isEmpty());
        it.board.setRelaying(false);
        (void)it.says(1,
                      QString(frame)
                          .replace(QStringLiteral("1,\"payload"), QStringLiteral("2,\"payload"))
                          .replace(QStringLiteral("p-1"), QStringLiteral("p-2")));
        QCOMPARE(it.accepted.size(), 1);
    }
    void absurdTermsAreClamped()
    {
        HubPolicy absurd;
        absurd.gracePeriod = -1s;
        absurd.heartbeatInterval = 0s;
        absurd.helloTimeout = Duration::max();
        absurd.maxMessageBytes = -1;
        absurd.maxUnsentBytes = 0;
        absurd.maxClients = -5;
        absurd.maxMessagesPerSecond = -1;
        absurd.maxLoggedEvents = -1;
        absurd.maxLoggedBytes = -1;
        absurd.deduplicationWindow = Duration::max();
        absurd.maxRememberedProducers = 0;
        SwitchboardStory it(absurd);
        const HubPolicy &policy = it.board.policy();
        QCOMPARE(policy.gracePeriod, Duration(0));
        QCOMPARE(policy.heartbeatInterval, Duration(1s));
        QCOMPARE(policy.helloTimeout, Duration(5min));
        QCOMPARE(policy.maxMessageBytes, qint64(1024));
        QCOMPARE(policy.maxUnsentBytes, qint64(64 * 1024));
        QCOMPARE(policy.maxClients, 1);
        QCOMPARE(policy.maxMessagesPerSecond, 0);
        QCOMPARE(policy.maxLoggedEvents, 0);
        QCOMPARE(policy.maxLoggedBytes, qint64(0));
        QCOMPARE(policy.deduplicationWindow, Duration(24h));
        QCOMPARE(policy.maxRememberedProducers, 1);
        QVERIFY(HubPolicy().clamped() == HubPolicy());
        // What a client may send fits into what others take, and may wait for them.
        absurd.maxMessageBytes = std::numeric_limits<qint64>::max();
        QCOMPARE(absurd.clamped().maxMessageBytes, qint64(15) * 1024 * 1024);
        QCOMPARE(absurd.clamped().maxUnsentBytes, qint64(30) * 1024 * 1024);
        // And the hub works all the same.
        (void)it.comes(1);
        QCOMPARE(it.sends(1, 1), R"(accepted p-1; 1 < event 1 "hi")");
        QCOMPARE(it.leaves(1), "");
        QCOMPARE(it.board.sessionCount(), 0);
    }
    void newTermsHoldAtOnce()
    {
        SwitchboardStory it(SwitchboardStory::quiet());
        it.board.setRelaying(false);
        (void)it.comes(1);
        (void)it.sendsAs(1, QStringLiteral("k"), 0);
        (void)it.publishes(QStringLiteral("x"));
        (void)it.publishes(QStringLiteral("y"));
        it.board.setPolicy(quietWith([](HubPolicy &p) {
            p.maxClients = 1;
            p.maxLoggedEvents = 1;
            p.deduplicationWindow = 0s;
            p.gracePeriod = 5s;
            p.maxMessagesPerSecond = 1;
        }));
        QVERIFY(it.connects(2).contains("4001"));
        QCOMPARE(it.sendsAs(1, QStringLiteral("k"), 0), "accepted k");
        QVERIFY(it.sendsAs(1, QStringLiteral("l"), 0).contains("too many"));
        QCOMPARE(it.asks(1, {QStringLiteral("w3"), 0}), "1 < reset history-trimmed w3/2");
        (void)it.leaves(1);
        QCOMPARE(it.waits(), 5000);
    }
};

QTEST_GUILESS_MAIN(tst_Switchboard)
#include "tst_switchboard.moc"
