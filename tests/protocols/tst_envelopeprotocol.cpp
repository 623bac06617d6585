// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelopeprotocol.h"
#include "outcomewords.h"

#include <QtCore/qjsondocument.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Envelope;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUrl Server(u"ws://hub.test/chat"_s);

QByteArray hello(const QByteArray &session = "null", const QByteArray &cursor = "null",
                 const QByteArray &profile = "{}")
{
    return R"(transmit {"type":"hello","producer":"p","session":)" + session + R"(,"cursor":)"
        + cursor + R"(,"profile":)" + profile + "}";
}

QByteArray sync(const QByteArray &epoch, quint64 id)
{
    return R"(transmit {"type":"sync","epoch":")" + epoch + R"(","lastEventId":)"
        + QByteArray::number(id) + "}";
}

Content text(const QString &text) { return Content(QJsonValue(text)); }

//! The event with this id, which says it.
ServerEvent eventOf(quint64 id) { return {id, text(u'e' + QString::number(id))}; }

//! A client with its protocol, and what a server says to it.
struct Talk
{
    EnvelopeProtocol protocol;
    Cursor cursor; //!< kept by whoever owns the protocol
    QByteArrayList questions; //!< of this conversation
    QByteArrayList answers;
    QString rejection;

    QByteArray said(const Outcomes &outcomes)
    {
        for (const Outcome &outcome : outcomes) {
            if (const auto *deliver = std::get_if<Deliver>(&outcome))
                cursor = deliver->cursor;
            else if (const auto *positioned = std::get_if<Positioned>(&outcome))
                cursor = positioned->cursor;
            else if (const auto *resync = std::get_if<Resync>(&outcome))
                cursor = resync->cursor;
            else if (const auto *transmit = std::get_if<Transmit>(&outcome);
                     transmit && !transmit->question.isEmpty())
                questions += transmit->question;
            else if (const auto *answered = std::get_if<Answered>(&outcome);
                     answered && !answered->question.isEmpty())
                answers += answered->question;
            else if (const auto *rejected = std::get_if<Rejected>(&outcome))
                rejection = rejected->reason;
        }
        return words(outcomes);
    }
    QString producer = u"p"_s;
    QString account;
    QByteArray begins(const QUrl &url = Server)
    {
        questions.clear();
        answers.clear();
        return said(protocol.begin({.url = url,
                                    .subprotocol = QString(Subprotocol),
                                    .nonce = 1,
                                    .producer = producer,
                                    .account = account,
                                    .cursor = cursor}));
    }
    QByteArray hearsText(const QString &text) { return said(protocol.received(Frame::text(text))); }
    template <typename AnyFrame> QByteArray hears(const AnyFrame &frame)
    {
        return hearsText(toText(frame));
    }
    QByteArray hearsBatch(const std::vector<quint64> &ids, bool more = false)
    {
        std::vector<QString> members;
        for (const quint64 id : ids)
            members.push_back(membersOf(eventOf(id)));
        return hearsText(batchText(members, more));
    }
    QByteArray hearsEvent(quint64 id) { return hears(eventOf(id)); }
    QByteArray sends(quint64 number, const Payload &payload = u"hi"_s)
    {
        return said(protocol.send({.number = number,
                                   .producer = u"p"_s,
                                   .payload = payload,
                                   .byteCount = payload.byteCount()}));
    }
    QByteArray probes() { return said(protocol.probe()); }

    //! Connects and is welcomed.
    QByteArray connects(const Welcome &welcome = {.session = u"s"_s, .epoch = u"e"_s})
    {
        (void)begins();
        return hears(welcome);
    }
    //! Connects, and lives in epoch e with nothing missed since \a head.
    void lives(quint64 head = 0)
    {
        (void)connects({.session = u"s"_s, .epoch = u"e"_s, .head = head});
    }
};

//! What transmits a message that says hi.
QByteArray message(quint64 number)
{
    const QByteArray n = QByteArray::number(number);
    return R"(transmit {"type":"message","id":"p-)" + n + R"(","number":)" + n
        + R"(,"payload":"hi"})";
}

} // namespace

class tst_EnvelopeProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheEnvelopeAndLetsTheServerAcknowledge();

    // The greeting.
    void connectedMeansWelcomed();
    void helloTellsTheProfile();
    void theFirstConnectionBeginsWithWhatIsNew();
    void aWelcomeTellsWhatTheServerRemembers();
    void aWelcomeTellsHowOftenTheServerSpeaks();
    void whatIsResumedWasRememberedFirst();
    void theServerSpeaksFirstOfWelcome_data();
    void theServerSpeaksFirstOfWelcome();
    void aGoodbyeMayComeInsteadOfAWelcome();
    void aSecondWelcomeIsRefused();

    // The session.
    void theSessionGoesBackToWhomGaveIt();
    void theSessionIsATaleForNobodyElse_data();
    void theSessionIsATaleForNobodyElse();
    void nobodyGoesOnWithASessionOfSomebodyElse();
    void aServerWithoutSessionsIsSentNone();

    // Events.
    void anEventComesAsWhatItIs();
    void eventsComeOnceAndInOrder();
    void whatWasMissedComesFirst();
    void anEventAfterAnEmptyBeginningIsNotMissed();
    void threeResumesInARowBringNothingTwice();
    void aLogThatBeganAnewIsToldAtWelcome();
    void aLogThatLostEventsIsToldAtWelcome();
    void aResetThatSaysMoreThanWelcomeIsTold();
    void aServerThatForgetsTheResetIsNotTrusted();
    void aTrimmedHistoryIsToldByTheServer();
    void aResetMayComeAtAnyTime();
    void aGapIsAskedForOnce();
    void aGapThatCannotBeFilledIsTold();
    void aHoleInABatchIsTold();
    void aHoleAtTheEndOfTheBatchesIsTold();
    void liveEventsWaitForTheBatches();
    void aBatchThatNobodyAskedForIsReadLikeEvents();
    void aFloodInsteadOfTheAnswerIsRefused();
    void anAnswerThatDoesNotComeIsRefusedAtTheSecondProbe();
    void impatientProbesAreNotHeldAgainstTheServer();
    void batchesThatComeSlowlyAreAnAnswer();
    void aCursorFromNowhereIsAheadOfEverything();
    void othersComeAndGo();

    // Messages.
    void aMessageTakesItsKeyAlong();
    void bytesTravelAsBase64();
    void anAckSettlesAllThatIsOut();
    void anAckSaysNothingOfWhatWasNotSentHere();
    void anOlderMessageDoesNotGoOutBehindANewerOne();
    void aRejectForGoodConcernsOneMessage();
    void aRejectForNowTakesTheLaterOnesBack();
    void aMessageThatWasGivenUpWhileTheServerWaitsForItCostsTheConnection();
    void aRejectOfWhatIsNotOutIsNoNews();
    void aMessageLargerThanTheServerTakesIsRejectedHere();

    // The rest.
    void aProbeAsksTheServerItself();
    void aPongAnswersAllQuestionsBeforeIt();
    void aPongToNoQuestionProvesNothing();
    void aGoodbyeAnnouncesTheReturn();
    void aNewConversationForgetsTheOldOne();
    void framesThatBreakTheRulesAreRefused_data();
    void framesThatBreakTheRulesAreRefused();
    void afterARefusalNothingMoreIsSaid();
    void unknownFramesAreIgnored();
};

void tst_EnvelopeProtocol::offersTheEnvelopeAndLetsTheServerAcknowledge()
{
    const std::unique_ptr<Protocol> protocol = std::make_unique<EnvelopeProtocol>();
    QCOMPARE(protocol->subprotocols(), QStringList{u"holdfast.v1.json"_s});
    QCOMPARE(protocol->deliveryProof(), DeliveryProof::Acknowledgement);
    QCOMPARE(protocol->endpoint(Server), Server);
    QCOMPARE(words(protocol->flushed()), ""_ba);
}

// ---- the greeting ----

void tst_EnvelopeProtocol::connectedMeansWelcomed()
{
    Talk talk;
    QCOMPARE(talk.begins(), hello());
    QCOMPARE(talk.hears(Welcome{.session = u"s"_s, .epoch = u"e"_s, .head = 4}),
             "ready; positioned e/4"_ba);
}

void tst_EnvelopeProtocol::helloTellsTheProfile()
{
    Talk talk;
    talk.protocol.setProfile({{u"room"_s, u"blue"_s}});
    QCOMPARE(talk.begins(), hello("null", "null", R"({"room":"blue"})"));
    QCOMPARE(talk.protocol.profile(), (QJsonObject{{u"room"_s, u"blue"_s}}));
    talk.protocol.setProfile({});
    QCOMPARE(talk.begins(), hello());
}

void tst_EnvelopeProtocol::theFirstConnectionBeginsWithWhatIsNew()
{
    Talk talk;
    QCOMPARE(talk.connects({.epoch = u"e"_s, .head = 7}), "ready; positioned e/7"_ba);
    // No batch is owed: events are live at once.
    QCOMPARE(talk.hearsEvent(8), "deliver e8 at e/8"_ba);
}

void tst_EnvelopeProtocol::aWelcomeTellsWhatTheServerRemembers()
{
    Talk talk;
    QCOMPARE(talk.connects({.epoch = u"e"_s, .receivedThrough = 12}),
             "remembered 12; ready; positioned e/0"_ba);
    QCOMPARE(talk.connects({.epoch = u"e"_s, .receivedThrough = 0}), "remembered 0; ready"_ba);
}

void tst_EnvelopeProtocol::aWelcomeTellsHowOftenTheServerSpeaks()
{
    Talk talk;
    QCOMPARE(talk.connects({.epoch = u"e"_s, .receivedThrough = 1, .heartbeat = 30s}),
             "remembered 1; expect 30000 ms; ready; positioned e/0"_ba);
}

void tst_EnvelopeProtocol::whatIsResumedWasRememberedFirst()
{
    Talk talk;
    talk.lives(3);
    QCOMPARE(talk.begins(), hello("\"s\"", R"({"epoch":"e","lastEventId":3})"));
    QCOMPARE(talk.hears(Welcome{u"s"_s, true, u"e"_s, 3, 5, 0s, 0}),
             "remembered 5; ready, resumed"_ba);
}

void tst_EnvelopeProtocol::theServerSpeaksFirstOfWelcome_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("event") << toText(eventOf(1));
    QTest::newRow("sync-batch") << batchText({}, false);
    QTest::newRow("presence") << toText(Presence{});
    QTest::newRow("ack") << toText(Ack{1});
    QTest::newRow("reject") << toText(Reject{1, {}, {}});
    QTest::newRow("reset") << toText(Reset{{}, {u"e"_s, 1}});
}

void tst_EnvelopeProtocol::theServerSpeaksFirstOfWelcome()
{
    QFETCH(QString, text);
    Talk talk;
    (void)talk.begins();
    QCOMPARE(talk.hearsText(text), "refused: the server did not begin with welcome"_ba);
    QCOMPARE(talk.hears(Welcome{.epoch = u"e"_s}), ""_ba);
}

void tst_EnvelopeProtocol::aGoodbyeMayComeInsteadOfAWelcome()
{
    Talk talk;
    (void)talk.begins();
    QCOMPARE(talk.hears(Goodbye{u"full"_s, 5s, {}}), "announced 5000 ms"_ba);
    QCOMPARE(talk.hears(Pong{1}), ""_ba);
    QCOMPARE(talk.hearsText(uR"({"type":"motd"})"_s), ""_ba);
}

void tst_EnvelopeProtocol::aSecondWelcomeIsRefused()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.hears(Welcome{.epoch = u"f"_s}), "refused: a second welcome"_ba);
}

// ---- the session ----

void tst_EnvelopeProtocol::theSessionGoesBackToWhomGaveIt()
{
    Talk talk;
    talk.lives();
    const QByteArray back = hello("\"s\"", R"({"epoch":"e","lastEventId":0})");
    QCOMPARE(talk.begins(), back);
    // The path is no border, nor is the port that everybody means.
    QCOMPARE(talk.begins(QUrl(u"ws://HUB.test:80/other?x=1"_s)), back);

    (void)talk.begins(QUrl(u"wss://hub.test"_s));
    (void)talk.hears(Welcome{.session = u"t"_s, .epoch = u"e"_s});
    QVERIFY(talk.begins(QUrl(u"wss://hub.test:443/"_s)).contains(R"("session":"t")"));
    // A new session takes the place of the old one.
    (void)talk.hears(Welcome{.session = u"u"_s, .epoch = u"e"_s});
    QVERIFY(talk.begins(QUrl(u"wss://hub.test/"_s)).contains(R"("session":"u")"));
}

void tst_EnvelopeProtocol::theSessionIsATaleForNobodyElse_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("another host") << QUrl(u"ws://evil.test/chat"_s);
    QTest::newRow("a host below") << QUrl(u"ws://a.hub.test/chat"_s);
    QTest::newRow("another port") << QUrl(u"ws://hub.test:8080/chat"_s);
    QTest::newRow("another scheme") << QUrl(u"wss://hub.test:80/chat"_s);
    QTest::newRow("nowhere") << QUrl();
}

void tst_EnvelopeProtocol::theSessionIsATaleForNobodyElse()
{
    QFETCH(QUrl, url);
    Talk talk;
    talk.lives();
    QVERIFY(talk.begins(url).contains(R"("session":null)"));
    // Whoever said nothing has changed nothing.
    QVERIFY(talk.begins().contains(R"("session":"s")"));
}

void tst_EnvelopeProtocol::nobodyGoesOnWithASessionOfSomebodyElse()
{
    Talk talk;
    talk.account = u"ada"_s;
    talk.lives();
    talk.account = u"bob"_s;
    QVERIFY(talk.begins().contains(R"("session":null)"));
    talk.account = u"ada"_s;
    talk.producer = u"q"_s;
    QVERIFY(talk.begins().contains(R"("session":null)"));
    talk.producer = u"p"_s;
    QVERIFY(talk.begins().contains(R"("session":"s")"));
    // Once it is another's it is not the first one's any more.
    talk.account = u"bob"_s;
    (void)talk.connects({.session = u"t"_s, .epoch = u"e"_s});
    QVERIFY(talk.begins().contains(R"("session":"t")"));
    talk.account = u"ada"_s;
    QVERIFY(talk.begins().contains(R"("session":null)"));
}

void tst_EnvelopeProtocol::aServerWithoutSessionsIsSentNone()
{
    Talk talk;
    talk.lives();
    (void)talk.connects({.epoch = u"e"_s});
    QVERIFY(talk.begins().contains(R"("session":null)"));
}

// ---- events ----

void tst_EnvelopeProtocol::anEventComesAsWhatItIs()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.hears(ServerEvent{1, Content("\x00\xff"_ba)}), "deliver <00ff> at e/1"_ba);
    QCOMPARE(talk.hears(ServerEvent{2, Content(QJsonObject{{u"a"_s, 1}})}),
             R"(deliver {"a":1} at e/2)"_ba);
    const Outcomes outcomes = talk.protocol.received(
        Frame::text(toText(ServerEvent{3, Content(QJsonObject{{u"a"_s, 1}})})));
    QCOMPARE(std::get<Deliver>(outcomes.first()).value, (QVariantMap{{u"a"_s, qlonglong(1)}}));
}

void tst_EnvelopeProtocol::eventsComeOnceAndInOrder()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.hearsEvent(1), "deliver e1 at e/1"_ba);
    QCOMPARE(talk.hearsEvent(1), ""_ba);
    QCOMPARE(talk.hearsEvent(2), "deliver e2 at e/2"_ba);
    QCOMPARE(talk.hearsEvent(1), ""_ba);
    QCOMPARE(talk.hearsEvent(3), "deliver e3 at e/3"_ba);
}

void tst_EnvelopeProtocol::whatWasMissedComesFirst()
{
    Talk talk;
    talk.lives(3);
    QCOMPARE(talk.connects({.epoch = u"e"_s, .head = 6}), "ready"_ba);
    QCOMPARE(talk.hearsBatch({4, 5}, true), "deliver e4 at e/4; deliver e5 at e/5"_ba);
    QCOMPARE(talk.hearsBatch({}, true), ""_ba);
    QCOMPARE(talk.hearsBatch({6}), "deliver e6 at e/6"_ba);
    QCOMPARE(talk.hearsEvent(7), "deliver e7 at e/7"_ba);
}

void tst_EnvelopeProtocol::anEventAfterAnEmptyBeginningIsNotMissed()
{
    // First connect without any event, cut, event published, resume: it comes.
    Talk talk;
    QCOMPARE(talk.connects({.epoch = u"e"_s, .head = 0}), "ready; positioned e/0"_ba);
    QCOMPARE(talk.begins(), hello("null", R"({"epoch":"e","lastEventId":0})"));
    QCOMPARE(talk.hears(Welcome{.epoch = u"e"_s, .head = 1}), "ready"_ba);
    QCOMPARE(talk.hearsBatch({1}), "deliver e1 at e/1"_ba);
}

void tst_EnvelopeProtocol::threeResumesInARowBringNothingTwice()
{
    Talk talk;
    talk.lives(0);
    QCOMPARE(talk.hearsEvent(1), "deliver e1 at e/1"_ba);
    // Cut inside the batches.
    (void)talk.connects({.epoch = u"e"_s, .head = 4});
    QCOMPARE(talk.hearsBatch({2, 3}, true), "deliver e2 at e/2; deliver e3 at e/3"_ba);
    // Cut before the batches.
    QCOMPARE(talk.begins(), hello("null", R"({"epoch":"e","lastEventId":3})"));
    QCOMPARE(talk.hears(Welcome{.epoch = u"e"_s, .head = 4}), "ready"_ba);
    // A server that sends more than was asked for.
    (void)talk.connects({.epoch = u"e"_s, .head = 5});
    QCOMPARE(talk.hearsBatch({1, 2, 3, 4, 5}), "deliver e4 at e/4; deliver e5 at e/5"_ba);
    QCOMPARE(talk.hearsEvent(5), ""_ba);
    QCOMPARE(talk.hearsEvent(6), "deliver e6 at e/6"_ba);
}

void tst_EnvelopeProtocol::aLogThatBeganAnewIsToldAtWelcome()
{
    Talk talk;
    talk.lives(9);
    QCOMPARE(talk.connects({.epoch = u"f"_s, .head = 2}),
             "ready; resync, epoch changed, f/2"_ba); // before any live event
    QCOMPARE(talk.hearsEvent(3), ""_ba); // the answer is owed
    QCOMPARE(talk.hears(Reset{ResyncReason::EpochChanged, {u"f"_s, 2}}), ""_ba);
    QCOMPARE(talk.hearsEvent(3), "deliver e3 at f/3"_ba);
}

void tst_EnvelopeProtocol::aLogThatLostEventsIsToldAtWelcome()
{
    Talk talk;
    talk.lives(9);
    QCOMPARE(talk.connects({.epoch = u"e"_s, .head = 8}), "ready; resync, ahead, e/8"_ba);
    QCOMPARE(talk.hears(Reset{ResyncReason::CursorAhead, {u"e"_s, 8}}), ""_ba);
    QCOMPARE(talk.hearsEvent(9), "deliver e9 at e/9"_ba);
}

void tst_EnvelopeProtocol::aResetThatSaysMoreThanWelcomeIsTold()
{
    // Between welcome and reset there was an event, and it will not come.
    Talk talk;
    talk.lives(9);
    (void)talk.connects({.epoch = u"f"_s, .head = 2});
    QCOMPARE(talk.hears(Reset{ResyncReason::EpochChanged, {u"f"_s, 3}}),
             "resync, epoch changed, f/3"_ba);
    QCOMPARE(talk.hearsEvent(4), "deliver e4 at f/4"_ba);
}

void tst_EnvelopeProtocol::aServerThatForgetsTheResetIsNotTrusted()
{
    Talk talk;
    talk.lives(9);
    QCOMPARE(talk.connects({.epoch = u"f"_s, .head = 20}), "ready; resync, epoch changed, f/20"_ba);
    QCOMPARE(talk.hearsBatch({10, 11, 20, 21}), "deliver e21 at f/21"_ba);
}

void tst_EnvelopeProtocol::aTrimmedHistoryIsToldByTheServer()
{
    Talk talk;
    talk.lives(9);
    QCOMPARE(talk.connects({.epoch = u"e"_s, .head = 5000}), "ready"_ba);
    QCOMPARE(talk.hearsEvent(5001), ""_ba);
    QCOMPARE(talk.hears(Reset{ResyncReason::HistoryTrimmed, {u"e"_s, 5001}}),
             "resync, trimmed, e/5001"_ba);
    QCOMPARE(talk.hearsEvent(5002), "deliver e5002 at e/5002"_ba);
}

void tst_EnvelopeProtocol::aResetMayComeAtAnyTime()
{
    Talk talk;
    talk.lives(9);
    QCOMPARE(talk.hearsEvent(10), "deliver e10 at e/10"_ba);
    QCOMPARE(talk.hears(Reset{ResyncReason::EpochChanged, {u"f"_s, 0}}),
             "resync, epoch changed, f/0"_ba);
    QCOMPARE(talk.hearsEvent(1), "deliver e1 at f/1"_ba);
    // The log before it had more, which is no hole in this one.
    QCOMPARE(talk.hearsEvent(4), sync("f", 1));
    QCOMPARE(talk.hearsBatch({2, 3, 4}),
             "deliver e2 at f/2; deliver e3 at f/3; deliver e4 at f/4"_ba);
}

void tst_EnvelopeProtocol::aGapIsAskedForOnce()
{
    Talk talk;
    talk.lives(1);
    QCOMPARE(talk.hearsEvent(3), sync("e", 1));
    QCOMPARE(talk.hearsEvent(5), ""_ba);
    QCOMPARE(talk.hearsEvent(2), ""_ba);
    QCOMPARE(talk.hearsBatch({2, 3}, true), "deliver e2 at e/2; deliver e3 at e/3"_ba);
    QCOMPARE(talk.hearsEvent(4), ""_ba);
    QCOMPARE(talk.hearsBatch({4, 5}), "deliver e4 at e/4; deliver e5 at e/5"_ba);
    QCOMPARE(talk.hearsEvent(6), "deliver e6 at e/6"_ba);
    // Another gap is another question.
    QCOMPARE(talk.hearsEvent(8), sync("e", 6));
}

void tst_EnvelopeProtocol::aGapThatCannotBeFilledIsTold()
{
    Talk talk;
    talk.lives(1);
    QCOMPARE(talk.hearsEvent(3), sync("e", 1));
    QCOMPARE(talk.hears(Reset{ResyncReason::HistoryTrimmed, {u"e"_s, 3}}),
             "resync, trimmed, e/3"_ba);
    // A server that has nothing to say to it does not get us to ask for ever.
    QCOMPARE(talk.hearsEvent(7), sync("e", 3));
    QCOMPARE(talk.hearsBatch({}), "resync, trimmed, e/7"_ba);
    QCOMPARE(talk.hearsEvent(8), "deliver e8 at e/8"_ba);
}

void tst_EnvelopeProtocol::aHoleInABatchIsTold()
{
    Talk talk;
    talk.lives(1);
    (void)talk.connects({.epoch = u"e"_s, .head = 9});
    QCOMPARE(talk.hearsBatch({4, 5, 8, 9}),
             "resync, trimmed, e/3; deliver e4 at e/4; deliver e5 at e/5; "
             "resync, trimmed, e/7; deliver e8 at e/8; deliver e9 at e/9"_ba);
    QCOMPARE(talk.hearsEvent(10), "deliver e10 at e/10"_ba);
}

void tst_EnvelopeProtocol::aHoleAtTheEndOfTheBatchesIsTold()
{
    Talk talk;
    talk.lives(1);
    (void)talk.connects({.epoch = u"e"_s, .head = 9});
    QCOMPARE(talk.hearsBatch({2}, true), "deliver e2 at e/2"_ba);
    QCOMPARE(talk.hearsBatch({3}), "deliver e3 at e/3; resync, trimmed, e/9"_ba);
}

void tst_EnvelopeProtocol::liveEventsWaitForTheBatches()
{
    Talk talk;
    talk.lives(1);
    (void)talk.connects({.epoch = u"e"_s, .head = 2});
    QCOMPARE(talk.hearsEvent(2), ""_ba);
    QCOMPARE(talk.hearsEvent(3), ""_ba);
    QCOMPARE(talk.hearsBatch({2, 3}), "deliver e2 at e/2; deliver e3 at e/3"_ba);
    QCOMPARE(talk.hearsEvent(4), "deliver e4 at e/4"_ba);
}

void tst_EnvelopeProtocol::aBatchThatNobodyAskedForIsReadLikeEvents()
{
    Talk talk;
    talk.lives(1);
    QCOMPARE(talk.hearsBatch({1, 2, 3}), "deliver e2 at e/2; deliver e3 at e/3"_ba);
    QCOMPARE(talk.hearsBatch({4, 6, 7}), "deliver e4 at e/4; "_ba + sync("e", 4));
    QCOMPARE(talk.hearsBatch({5, 6, 7}),
             "deliver e5 at e/5; deliver e6 at e/6; deliver e7 at e/7"_ba);
}

void tst_EnvelopeProtocol::aFloodInsteadOfTheAnswerIsRefused()
{
    Talk talk;
    talk.lives(1);
    QCOMPARE(talk.hearsEvent(3), sync("e", 1));
    for (quint64 id = 4; id < 4 + 1000; ++id)
        QCOMPARE(talk.hearsEvent(id), ""_ba);
    QCOMPARE(talk.hearsEvent(1004),
             "refused: over 1000 events came instead of the answer to hello or sync"_ba);
    // A fresh connection resumes.
    QVERIFY(talk.begins().contains(R"("cursor":{"epoch":"e","lastEventId":1})"));
    QCOMPARE(talk.hears(Welcome{.epoch = u"e"_s, .head = 2}), "ready"_ba);
    QCOMPARE(talk.hearsBatch({2}), "deliver e2 at e/2"_ba);

    // Each answer is counted for itself.
    for (quint64 id = 4; id < 904; id += 3) {
        QCOMPARE(talk.hearsEvent(id), sync("e", id - 2));
        QCOMPARE(talk.hearsEvent(id), ""_ba);
        QVERIFY(talk.hearsBatch({id - 1, id, id + 1}).startsWith("deliver"));
    }
    for (int i = 0; i < 3; ++i) {
        const quint64 id = talk.cursor.eventId + 2;
        QCOMPARE(talk.hearsEvent(id), sync("e", id - 2));
        for (int flood = 0; flood < 600; ++flood)
            QCOMPARE(talk.hearsEvent(id), ""_ba);
        QVERIFY(talk.hearsBatch({id - 1, id}).startsWith("deliver"));
    }
}

void tst_EnvelopeProtocol::anAnswerThatDoesNotComeIsRefusedAtTheSecondProbe()
{
    const QByteArray refusal = "refused: the server does not answer hello or sync with events";
    Talk talk;
    talk.lives(1);
    QVERIFY(!talk.protocol.awaitsAnswer());
    QCOMPARE(talk.hearsEvent(3), sync("e", 1));
    QVERIFY(talk.protocol.awaitsAnswer());
    QCOMPARE(talk.probes(), R"(transmit {"type":"ping","at":1})"_ba);
    QCOMPARE(talk.hears(Pong{1}), "answered"_ba);
    QCOMPARE(talk.probes(), refusal);
    QCOMPARE(talk.probes(), ""_ba);

    // So it is after hello.
    (void)talk.connects({.epoch = u"e"_s, .head = 2});
    (void)talk.probes();
    (void)talk.hears(Pong{1});
    QCOMPARE(talk.probes(), refusal);

    // Where nothing is owed, nothing is missed.
    (void)talk.connects({.epoch = u"e"_s, .head = 2});
    (void)talk.hearsBatch({2}, true);
    QVERIFY(talk.protocol.awaitsAnswer());
    (void)talk.hearsBatch({});
    QVERIFY(!talk.protocol.awaitsAnswer());
    for (quint64 at = 1; at < 5; ++at) {
        QCOMPARE(talk.probes(), R"(transmit {"type":"ping","at":)" + QByteArray::number(at) + '}');
        QCOMPARE(talk.hears(Pong{at}), "answered"_ba);
    }
    // And what was owed long ago counts no more.
    QCOMPARE(talk.hearsEvent(5), sync("e", 2));
    QVERIFY(talk.probes().startsWith("transmit"));
    (void)talk.hears(Pong{5});
    (void)talk.hearsBatch({3, 4, 5});
    QCOMPARE(talk.hearsEvent(7), sync("e", 5));
    QVERIFY(talk.probes().startsWith("transmit"));
}

void tst_EnvelopeProtocol::impatientProbesAreNotHeldAgainstTheServer()
{
    Talk talk;
    talk.lives(1);
    QCOMPARE(talk.hearsEvent(3), sync("e", 1));
    for (int i = 0; i < 5; ++i)
        QVERIFY(talk.probes().startsWith("transmit"));
    QCOMPARE(talk.hears(Pong{5}), "answered"_ba);
    QVERIFY(talk.probes().startsWith("refused"));
}

void tst_EnvelopeProtocol::batchesThatComeSlowlyAreAnAnswer()
{
    Talk talk;
    talk.lives(1);
    (void)talk.connects({.epoch = u"e"_s, .head = 100});
    for (quint64 id = 2; id < 10; ++id) {
        QVERIFY(talk.probes().startsWith("transmit"));
        QCOMPARE(talk.hears(Pong{id - 1}), "answered"_ba);
        QVERIFY(talk.hearsBatch({id}, true).startsWith("deliver"));
    }
}

void tst_EnvelopeProtocol::aCursorFromNowhereIsAheadOfEverything()
{
    Talk talk;
    talk.cursor = {u"e"_s, std::numeric_limits<quint64>::max()};
    QCOMPARE(talk.begins(), hello("null", R"({"epoch":"e","lastEventId":9007199254740991})"));
    QCOMPARE(talk.hears(Welcome{.epoch = u"e"_s, .head = 8}), "ready; resync, ahead, e/8"_ba);
}

void tst_EnvelopeProtocol::othersComeAndGo()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.hears(Presence{{{u"event"_s, u"user_left"_s}, {u"user"_s, QJsonObject()}}}),
             R"(noticed {"event":"user_left","user":{}})"_ba);
}

// ---- messages ----

void tst_EnvelopeProtocol::aMessageTakesItsKeyAlong()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.sends(7), message(7));
    // One that was left by an earlier run has the key of that.
    QCOMPARE(talk.said(talk.protocol.send(
                 {.number = 8, .producer = u"old"_s, .payload = Payload(u"x\"y"_s)})),
             R"(transmit {"type":"message","id":"old-8","number":8,"payload":"x\"y"})"_ba);
}

void tst_EnvelopeProtocol::bytesTravelAsBase64()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.sends(1, Payload("\x00\xff"_ba)),
             R"(transmit {"type":"message","id":"p-1","number":1,"encoding":"base64",)"
             R"("payload":"AP8="})"_ba);
}

void tst_EnvelopeProtocol::anAckSettlesAllThatIsOut()
{
    Talk talk;
    talk.lives();
    for (const quint64 number : {3, 4, 6, 9})
        (void)talk.sends(number);
    QCOMPARE(talk.hears(Ack{2}), ""_ba);
    QCOMPARE(talk.hears(Ack{4}), "acknowledged 3..4; answered"_ba);
    QCOMPARE(talk.hears(Ack{4}), ""_ba); // no news, and no proof of anything
    QCOMPARE(talk.hears(Ack{9}), "acknowledged 5..9; answered"_ba);
    QCOMPARE(talk.hears(Ack{9}), ""_ba);
    (void)talk.sends(12);
    QCOMPARE(talk.hears(Ack{12}), "acknowledged 12..12; answered"_ba);
}

void tst_EnvelopeProtocol::anAckSaysNothingOfWhatWasNotSentHere()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.hears(Ack{0}), ""_ba);
    QCOMPARE(talk.hears(Ack{MaxInteger}), ""_ba);
    for (quint64 number = 1; number <= 4; ++number)
        (void)talk.sends(number);
    // Cut, and on the next connection two of these have gone out again.
    (void)talk.connects();
    QCOMPARE(talk.hears(Ack{4}), ""_ba);
    (void)talk.sends(1);
    (void)talk.sends(2);
    QCOMPARE(talk.hears(Ack{MaxInteger}), "acknowledged 1..2; answered"_ba);
    (void)talk.sends(3);
    QCOMPARE(talk.hears(Ack{4}), "acknowledged 3..3; answered"_ba);
}

void tst_EnvelopeProtocol::anOlderMessageDoesNotGoOutBehindANewerOne()
{
    // The server's word for 9 would settle 3 unread.
    Talk talk;
    talk.lives();
    (void)talk.sends(9);
    QCOMPARE(talk.hears(Ack{9}), "acknowledged 9..9; answered"_ba);
    QCOMPARE(talk.sends(3), "refused: message 3 comes after message 9"_ba);
    QCOMPARE(talk.hears(Ack{9}), ""_ba);
    (void)talk.connects();
    QCOMPARE(talk.sends(3), message(3));
    // Nor the same one twice, unless the server wants it again.
    const Outcomes outcomes = talk.protocol.send({.number = 3, .producer = u"p"_s});
    QCOMPARE(std::get<Refused>(outcomes.first()).ending.kind, Ending::Kind::Lost);
    (void)talk.connects();
    for (quint64 number = 3; number <= 6; ++number)
        QCOMPARE(talk.sends(number), message(number));
    (void)talk.hears(Reject{5, u"busy"_s, 0ms});
    QVERIFY(talk.sends(4).startsWith("refused"));
}

void tst_EnvelopeProtocol::aRejectForGoodConcernsOneMessage()
{
    Talk talk;
    talk.lives();
    for (quint64 number = 1; number <= 3; ++number)
        (void)talk.sends(number);
    QCOMPARE(talk.hears(Reject{2, u"rude"_s, {}}), "rejected 2; answered"_ba);
    QCOMPARE(talk.rejection, u"rude"_s);
    QCOMPARE(talk.hears(Ack{3}), "acknowledged 1..3; answered"_ba);
}

void tst_EnvelopeProtocol::aRejectForNowTakesTheLaterOnesBack()
{
    Talk talk;
    talk.lives();
    for (quint64 number = 1; number <= 5; ++number)
        (void)talk.sends(number);
    QCOMPARE(talk.hears(Reject{3, u"busy"_s, 500ms}), "rejected 3, again in 500 ms; answered"_ba);
    // What the server says of later ones now is not meant for those that will come.
    QCOMPARE(talk.hears(Reject{4, u"busy"_s, 500ms}), ""_ba);
    QCOMPARE(talk.hears(Ack{5}), "acknowledged 1..2; answered"_ba);
    QCOMPARE(talk.sends(3), message(3));
    QCOMPARE(talk.sends(4), message(4));
    QCOMPARE(talk.hears(Ack{4}), "acknowledged 3..4; answered"_ba);

    // The first of all.
    (void)talk.sends(5);
    QCOMPARE(talk.hears(Reject{5, u"busy"_s, 0ms}), "rejected 5, again in 0 ms; answered"_ba);
    QCOMPARE(talk.hears(Ack{5}), ""_ba);
    (void)talk.sends(5);
    QCOMPARE(talk.hears(Ack{5}), "acknowledged 5..5; answered"_ba);
}

void tst_EnvelopeProtocol::aMessageThatWasGivenUpWhileTheServerWaitsForItCostsTheConnection()
{
    // Message 3 has expired meanwhile. The server hears no later one on this connection.
    Talk talk;
    talk.lives();
    for (quint64 number = 2; number <= 4; ++number)
        (void)talk.sends(number);
    (void)talk.hears(Reject{3, u"busy"_s, 500ms});
    QCOMPARE(talk.sends(4), "refused: the server waits for message 3, which was given up"_ba);
    QCOMPARE(talk.sends(5), ""_ba);
    // Nothing is wrong with server or client, so nothing is held against either.
    (void)talk.connects();
    for (quint64 number = 4; number <= 5; ++number)
        QCOMPARE(talk.sends(number), message(number));
    (void)talk.hears(Reject{5, u"busy"_s, 500ms});
    const Outcomes outcomes = talk.protocol.send({.number = 6, .producer = u"p"_s});
    QCOMPARE(std::get<Refused>(outcomes.first()).ending.kind, Ending::Kind::Lost);

    // Once it has come again all is well.
    (void)talk.connects();
    (void)talk.sends(9);
    (void)talk.hears(Reject{9, u"busy"_s, 500ms});
    QCOMPARE(talk.sends(9), message(9));
    QCOMPARE(talk.sends(10), message(10));
    QCOMPARE(talk.hears(Ack{10}), "acknowledged 9..10; answered"_ba);
}

void tst_EnvelopeProtocol::aRejectOfWhatIsNotOutIsNoNews()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.hears(Reject{0, u"no"_s, {}}), ""_ba); // somebody's who numbers nothing
    QCOMPARE(talk.hears(Reject{1, u"no"_s, {}}), ""_ba);
    (void)talk.sends(5);
    (void)talk.sends(6);
    (void)talk.hears(Ack{5});
    QCOMPARE(talk.hears(Reject{5, u"no"_s, {}}), ""_ba);
    QCOMPARE(talk.hears(Reject{5, u"no"_s, 1s}), ""_ba);
    QCOMPARE(talk.hears(Reject{7, u"no"_s, 1s}), ""_ba);
    QCOMPARE(talk.hears(Ack{6}), "acknowledged 6..6; answered"_ba);
}

void tst_EnvelopeProtocol::aMessageLargerThanTheServerTakesIsRejectedHere()
{
    const qint64 frame = message(1).size() - QByteArray("transmit hi").size();
    Talk talk;
    // The whole frame counts, in UTF-8: here are 6 + 2 of its bytes.
    (void)talk.connects({.epoch = u"e"_s, .maxMessageBytes = frame + 8});
    QVERIFY(talk.sends(1, Payload(u"\u20ac\u20acab"_s)).startsWith("transmit"));
    QCOMPARE(talk.sends(2, Payload(u"\u20ac\u20acabc"_s)), "rejected 2"_ba);
    QCOMPARE(talk.rejection, u"larger than the %1 bytes that the server takes"_s.arg(frame + 8));
    QVERIFY(talk.sends(3, Payload(u"\u20ac\u20acab"_s)).startsWith("transmit"));
    QCOMPARE(talk.hears(Ack{3}), "acknowledged 1..3; answered"_ba);
    // The next server says nothing of a limit.
    (void)talk.connects();
    QVERIFY(talk.sends(1, Payload(QString(100'000, u'x'))).startsWith("transmit"));
}

// ---- the rest ----

void tst_EnvelopeProtocol::aProbeAsksTheServerItself()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.probes(), R"(transmit {"type":"ping","at":1})"_ba);
    QCOMPARE(talk.hears(Pong{1}), "answered"_ba);
    QCOMPARE(talk.probes(), R"(transmit {"type":"ping","at":2})"_ba);
    QCOMPARE(talk.questions.size(), 2);
    QVERIFY(talk.questions[0] != talk.questions[1]);
    QCOMPARE(talk.answers, QByteArrayList{talk.questions[0]});
}

void tst_EnvelopeProtocol::aPongAnswersAllQuestionsBeforeIt()
{
    Talk talk;
    talk.lives();
    for (int i = 0; i < 3; ++i)
        (void)talk.probes();
    QCOMPARE(talk.hears(Pong{2}), "answered"_ba);
    QCOMPARE(talk.hears(Pong{1}), ""_ba);
    QCOMPARE(talk.hears(Pong{3}), "answered"_ba);
    QCOMPARE(talk.answers, QByteArrayList({talk.questions[1], talk.questions[2]}));
}

void tst_EnvelopeProtocol::aPongToNoQuestionProvesNothing()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.hears(Pong{0}), ""_ba);
    QCOMPARE(talk.hears(Pong{1}), ""_ba);
    (void)talk.probes();
    QCOMPARE(talk.hears(Pong{2}), ""_ba);
    QCOMPARE(talk.hears(Pong{1}), "answered"_ba);
    QCOMPARE(talk.hears(Pong{1}), ""_ba);
    // Nor does one of the WebSocket layer, which is none of ours.
    QCOMPARE(talk.said(talk.protocol.received(Frame::pong("1"))), ""_ba);
    QCOMPARE(talk.said(talk.protocol.received(Frame::ping("1"))), ""_ba);
}

void tst_EnvelopeProtocol::aGoodbyeAnnouncesTheReturn()
{
    Talk talk;
    talk.lives();
    const Outcomes outcomes
        = talk.protocol.received(Frame::text(toText(Goodbye{u"restart"_s, 2s, 10s})));
    QCOMPARE(words(outcomes), "announced 2000 ms"_ba);
    QCOMPARE(std::get<Announced>(outcomes.first()).spread, std::optional<Duration>(10s));
    // Until the connection ends all goes on.
    QCOMPARE(talk.hearsEvent(1), "deliver e1 at e/1"_ba);
}

void tst_EnvelopeProtocol::aNewConversationForgetsTheOldOne()
{
    Talk talk;
    talk.lives(1);
    (void)talk.sends(1);
    (void)talk.probes();
    QCOMPARE(talk.hearsEvent(3), sync("e", 1));

    (void)talk.begins();
    QCOMPARE(talk.hears(Pong{1}), ""_ba);
    QCOMPARE(talk.hears(Welcome{.epoch = u"e"_s, .head = 1}), "ready"_ba);
    QCOMPARE(talk.hears(Ack{1}), ""_ba);
    // That there is an event 3 was said by another connection.
    QCOMPARE(talk.hearsBatch({}), ""_ba);
    QCOMPARE(talk.hearsEvent(2), "deliver e2 at e/2"_ba);
    QCOMPARE(talk.probes(), R"(transmit {"type":"ping","at":1})"_ba);
}

void tst_EnvelopeProtocol::framesThatBreakTheRulesAreRefused_data()
{
    QTest::addColumn<Frame>("frame");
    QTest::addColumn<QByteArray>("refusal");

    QTest::newRow("bytes") << Frame::binary("{}") << "refused: a binary frame"_ba;
    QTest::newRow("no bytes") << Frame::binary({}) << "refused: a binary frame"_ba;
    QJsonParseError error; // whose words are Qt's
    QJsonDocument::fromJson("welcome", &error);
    QTest::newRow("no JSON") << Frame::text(
        u"welcome"_s) << "refused: malformed frame: not JSON: "_ba + error.errorString().toUtf8();
    QTest::newRow("no event") << Frame::text(uR"({"type":"event","id":-1,"payload":0})"_s)
                              << "refused: malformed frame: event: id is not an integer from 0 to "
                                 "2^53-1"_ba;
}

void tst_EnvelopeProtocol::framesThatBreakTheRulesAreRefused()
{
    QFETCH(Frame, frame);
    QFETCH(QByteArray, refusal);
    Talk talk;
    (void)talk.begins();
    QCOMPARE(talk.said(talk.protocol.received(frame)), refusal);
    talk.lives();
    QCOMPARE(talk.said(talk.protocol.received(frame)), refusal);
}

void tst_EnvelopeProtocol::afterARefusalNothingMoreIsSaid()
{
    Talk talk;
    talk.lives();
    (void)talk.sends(1);
    (void)talk.probes();
    QVERIFY(talk.hearsText(u"!"_s).startsWith("refused"));
    QCOMPARE(talk.hearsText(u"!"_s), ""_ba);
    QCOMPARE(talk.hearsEvent(1), ""_ba);
    QCOMPARE(talk.hears(Ack{1}), ""_ba);
    QCOMPARE(talk.hears(Pong{1}), ""_ba);
    QCOMPARE(talk.sends(2), ""_ba);
    QCOMPARE(talk.probes(), ""_ba);
    // The next conversation is another one.
    QCOMPARE(talk.connects({.epoch = u"e"_s}), "ready"_ba);
}

void tst_EnvelopeProtocol::unknownFramesAreIgnored()
{
    Talk talk;
    talk.lives();
    QCOMPARE(talk.hearsText(uR"({"type":"hello","producer":7})"_s), ""_ba);
    QCOMPARE(talk.hearsEvent(1), "deliver e1 at e/1"_ba);
}

QTEST_GUILESS_MAIN(tst_EnvelopeProtocol)
#include "tst_envelopeprotocol.moc"
