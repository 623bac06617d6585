// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelope.h"

#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Holdfast::Envelope;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Cursor Here{u"e1"_s, 7};

template <typename Frame> Frame fromClient(const QString &text)
{
    const ClientFrame frame = parseClientFrame(text);
    if (const auto *malformed = std::get_if<Malformed>(&frame))
        qWarning("%s", qPrintable(malformed->why));
    return std::get<Frame>(frame);
}

template <typename Frame> Frame fromServer(const QString &text)
{
    const ServerFrame frame = parseServerFrame(text);
    if (const auto *malformed = std::get_if<Malformed>(&frame))
        qWarning("%s", qPrintable(malformed->why));
    return std::get<Frame>(frame);
}

//! Why it is malformed; "fine" if it is not.
QString faultOf(const ClientFrame &frame)
{
    const auto *malformed = std::get_if<Malformed>(&frame);
    return malformed ? malformed->why : u"fine"_s;
}
QString faultOf(const ServerFrame &frame)
{
    const auto *malformed = std::get_if<Malformed>(&frame);
    return malformed ? malformed->why : u"fine"_s;
}

//! That it is no JSON, and why, in the words of this Qt.
QString notJson(const QString &text)
{
    QJsonParseError error;
    QJsonDocument::fromJson(text.toUtf8(), &error);
    return u"not JSON: " + error.errorString();
}

QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

//! `[[[…]]]`, so many levels.
QString nested(int levels) { return QString(levels, u'[') + QString(levels, u']'); }

} // namespace

class tst_Envelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientWritesWhatThePageSays();
    void aServerWritesWhatThePageSays();
    void whatAClientWritesAServerReads();
    void whatAServerWritesAClientReads();
    void anEventIsWrittenOnceForAllItsFrames();
    void aPayloadKeepsItsKind_data();
    void aPayloadKeepsItsKind();
    void textIsTextAlsoIfItLooksLikeJson();
    void anyCharacterSurvives();
    void negativeTimesAreWrittenAsNone();
    void unknownTypesAndMembersAreIgnored();
    void absentAndNullAreTheSameWhereNothingIsLegal();
    void anUnknownReasonOfAResetIsATrimmedHistory();
    void anIntegerMayBeWrittenAsAFraction();
    void aMalformedClientFrameSaysWhy_data();
    void aMalformedClientFrameSaysWhy();
    void aMalformedServerFrameSaysWhy_data();
    void aMalformedServerFrameSaysWhy();
    void theFaultTellsNothingOfTheContent();
    void aPayloadNestsSoDeepAndNoDeeper();
    void whatPassedOnceFitsIntoABatch();
    void aHundredThousandLevelsAreNoTrouble();
    void aKeyNamesItsProducerAndItsNumber_data();
    void aKeyNamesItsProducerAndItsNumber();
};

void tst_Envelope::aClientWritesWhatThePageSays()
{
    QCOMPARE(toText(Hello{.producer = u"p"_s}),
             uR"({"type":"hello","producer":"p","session":null,"cursor":null,"profile":{}})"_s);
    QCOMPARE(
        toText(Hello{u"p"_s, u"s"_s, Here, {{u"room"_s, u"blue"_s}}}),
        uR"({"type":"hello","producer":"p","session":"s","cursor":{"epoch":"e1","lastEventId":7},"profile":{"room":"blue"}})"_s);
    // A cursor that is nowhere yet is none.
    QVERIFY(toText(Hello{.producer = u"p"_s, .cursor = Cursor()}).contains(uR"("cursor":null)"_s));
    QCOMPARE(toText(ClientMessage{u"p-3"_s, 3, Content(Payload(u"hi"_s))}),
             uR"({"type":"message","id":"p-3","number":3,"payload":"hi"})"_s);
    QCOMPARE(toText(ClientMessage{u"x"_s, 0, Content("\x00\xff"_ba)}),
             uR"({"type":"message","id":"x","encoding":"base64","payload":"AP8="})"_s);
    QCOMPARE(toText(Sync{Here}), uR"({"type":"sync","epoch":"e1","lastEventId":7})"_s);
    QCOMPARE(toText(Ping{MaxInteger}), uR"({"type":"ping","at":9007199254740991})"_s);
}

void tst_Envelope::aServerWritesWhatThePageSays()
{
    QCOMPARE(
        toText(Welcome{.epoch = u"e1"_s}),
        uR"({"type":"welcome","session":"","resumed":false,"epoch":"e1","head":0,"receivedThrough":null,"heartbeat":0,"maxMessageBytes":0})"_s);
    QCOMPARE(
        toText(Welcome{u"s"_s, true, u"e1"_s, 9, 0, 30s, 1024}),
        uR"({"type":"welcome","session":"s","resumed":true,"epoch":"e1","head":9,"receivedThrough":0,"heartbeat":30000,"maxMessageBytes":1024})"_s);
    QCOMPARE(toText(ServerEvent{8, Content(QJsonValue(1.5))}),
             uR"({"type":"event","id":8,"payload":1.5})"_s);
    QCOMPARE(toText(Presence{{{u"type"_s, u"no"_s}, {u"event"_s, u"users"_s}}}),
             uR"({"type":"presence","event":"users"})"_s);
    QCOMPARE(toText(Presence{}), uR"({"type":"presence"})"_s);
    QCOMPARE(toText(Ack{12}), uR"({"type":"ack","through":12})"_s);
    QCOMPARE(toText(Reject{3, u"no"_s, {}}), uR"({"type":"reject","number":3,"reason":"no"})"_s);
    QCOMPARE(toText(Reject{0, u"no"_s, 50ms}),
             uR"({"type":"reject","reason":"no","retryAfter":50})"_s);
    QCOMPARE(toText(Reset{ResyncReason::HistoryTrimmed, Here}),
             uR"({"type":"reset","reason":"history-trimmed","epoch":"e1","head":7})"_s);
    QVERIFY(toText(Reset{ResyncReason::EpochChanged, Here}).contains(u"\"epoch-changed\""_s));
    QVERIFY(toText(Reset{ResyncReason::CursorAhead, Here}).contains(u"\"cursor-ahead\""_s));
    QCOMPARE(toText(Pong{5}), uR"({"type":"pong","at":5})"_s);
    QCOMPARE(toText(Goodbye{u"restart"_s, 2s, {}}),
             uR"({"type":"goodbye","reason":"restart","retryAfter":2000})"_s);
    QCOMPARE(toText(Goodbye{u"restart"_s, 2s, 10s}),
             uR"({"type":"goodbye","reason":"restart","retryAfter":2000,"spread":10000})"_s);
}

void tst_Envelope::whatAClientWritesAServerReads()
{
    for (const Hello &hello :
         {Hello{.producer = u"p"_s}, Hello{u"p"_s, u"s"_s, Here, {{u"room"_s, u"\"blue\""_s}}},
          Hello{QString(), u"\u20ac"_s, Cursor{u"e"_s, MaxInteger}, {{u"a"_s, QJsonArray{1, 2}}}}})
        QCOMPARE(fromClient<Hello>(toText(hello)), hello);
    for (const ClientMessage &message : {ClientMessage{u"p-3"_s, 3, Content(Payload(u"hi"_s))},
                                         ClientMessage{u"x\n"_s, 0, Content("\x00\xff"_ba)},
                                         ClientMessage{QString(), MaxInteger, {}}})
        QCOMPARE(fromClient<ClientMessage>(toText(message)), message);
    QCOMPARE(fromClient<Sync>(toText(Sync{Here})), Sync{Here});
    for (const quint64 at : {quint64(0), quint64(7), MaxInteger})
        QCOMPARE(fromClient<Ping>(toText(Ping{at})), Ping{at});
}

void tst_Envelope::whatAServerWritesAClientReads()
{
    for (const Welcome &welcome :
         {Welcome{.epoch = u"e1"_s}, Welcome{u"s"_s, true, u"e1"_s, 9, 0, 30s, 1024},
          Welcome{u"s"_s, false, u"e1"_s, MaxInteger, MaxInteger, 0s, qint64(MaxInteger)}})
        QCOMPARE(fromServer<Welcome>(toText(welcome)), welcome);
    const ServerEvent event{8, Content(QJsonObject{{u"a"_s, 1}})};
    QCOMPARE(fromServer<ServerEvent>(toText(event)), event);
    const Presence presence{{{u"event"_s, u"user_left"_s}, {u"user"_s, QJsonObject()}}};
    QCOMPARE(fromServer<Presence>(toText(presence)), presence);
    QCOMPARE(fromServer<Presence>(toText(Presence{})), Presence{});
    QCOMPARE(fromServer<Ack>(toText(Ack{12})), Ack{12});
    for (const Reject &reject : {Reject{3, u"no"_s, {}}, Reject{0, QString(), 0ms},
                                 Reject{MaxInteger, u"later"_s, 1500ms}})
        QCOMPARE(fromServer<Reject>(toText(reject)), reject);
    for (const ResyncReason reason :
         {ResyncReason::HistoryTrimmed, ResyncReason::EpochChanged, ResyncReason::CursorAhead}) {
        const Reset reset{reason, Here};
        QCOMPARE(fromServer<Reset>(toText(reset)), reset);
    }
    QCOMPARE(fromServer<Pong>(toText(Pong{5})), Pong{5});
    for (const Goodbye &goodbye :
         {Goodbye{u"restart"_s, 2s, {}}, Goodbye{QString(), 0s, 0s}, Goodbye{u"full"_s, 1ms, 9s}})
        QCOMPARE(fromServer<Goodbye>(toText(goodbye)), goodbye);
}

void tst_Envelope::anEventIsWrittenOnceForAllItsFrames()
{
    const ServerEvent one{1, Content(Payload(u"eins"_s))};
    const ServerEvent two{2, Content("\x02"_ba)};
    QCOMPARE(membersOf(one), uR"("id":1,"payload":"eins")"_s);
    QCOMPARE(eventText(membersOf(two)), toText(two));
    QCOMPARE(
        batchText({membersOf(one), membersOf(two)}, true),
        uR"({"type":"sync-batch","events":[{"id":1,"payload":"eins"},{"id":2,"encoding":"base64","payload":"Ag=="}],"more":true})"_s);
    QCOMPARE(fromServer<SyncBatch>(batchText({membersOf(one), membersOf(two)}, true)),
             (SyncBatch{{one, two}, true}));
    QCOMPARE(batchText({}, false), uR"({"type":"sync-batch","events":[],"more":false})"_s);
    QCOMPARE(fromServer<SyncBatch>(batchText({}, false)), SyncBatch{});
}

void tst_Envelope::aPayloadKeepsItsKind_data()
{
    QTest::addColumn<Content>("content");
    QTest::addColumn<Payload>("payload");
    QTest::addColumn<QVariant>("value");

    const auto row
        = [](const char *name, const Content &content, const Payload &payload,
             const QVariant &value) { QTest::newRow(name) << content << payload << value; };
    row("nothing", Content(), u"null"_s, QVariant::fromValue(nullptr));
    row("undefined", Content(QJsonValue(QJsonValue::Undefined)), u"null"_s,
        QVariant::fromValue(nullptr));
    row("text", Content(Payload(u"ä\"\\\n"_s)), u"ä\"\\\n"_s, u"ä\"\\\n"_s);
    row("no text", Content(Payload(QString())), QString(), QString());
    row("bytes", Content(Payload("\x00\x01\xff"_ba)), "\x00\x01\xff"_ba, "\x00\x01\xff"_ba);
    row("no bytes", Content(Payload(QByteArray())), QByteArray(), QByteArray());
    row("true", Content(QJsonValue(true)), u"true"_s, true);
    row("integer", Content(QJsonValue(qint64(MaxInteger))), u"9007199254740991"_s,
        qlonglong(MaxInteger));
    row("negative", Content(QJsonValue(-3)), u"-3"_s, qlonglong(-3));
    row("fraction", Content(QJsonValue(-1.25)), u"-1.25"_s, -1.25);
    row("array", Content(QJsonArray{1, u"a"_s, QJsonArray()}), uR"([1,"a",[]])"_s,
        QVariantList{qlonglong(1), u"a"_s, QVariantList()});
    row("object", Content(QJsonObject{{u"a"_s, QJsonObject()}}), uR"({"a":{}})"_s,
        QVariantMap{{u"a"_s, QVariantMap()}});
}

void tst_Envelope::aPayloadKeepsItsKind()
{
    QFETCH(Content, content);
    QFETCH(Payload, payload);
    QFETCH(QVariant, value);

    const ClientMessage message{u"k"_s, 1, content};
    QCOMPARE(fromClient<ClientMessage>(toText(message)), message);
    const ServerEvent event{1, content};
    QCOMPARE(fromServer<ServerEvent>(toText(event)), event);
    QCOMPARE(fromServer<SyncBatch>(batchText({membersOf(event)}, false)),
             (SyncBatch{{event}, false}));

    const Content there = fromServer<ServerEvent>(toText(event)).content;
    QVERIFY(there.toPayload() == payload);
    QCOMPARE(there.toVariant(), value);
    QCOMPARE(there.isBytes(), !payload.isText());
    QCOMPARE(there.bytes(), payload.isText() ? QByteArray() : payload.bytes());
}

void tst_Envelope::textIsTextAlsoIfItLooksLikeJson()
{
    const Content content(Payload(uR"({"a":[1,null]})"_s));
    const QString text = toText(ServerEvent{1, content});
    QCOMPARE(text, uR"({"type":"event","id":1,"payload":"{\"a\":[1,null]}"})"_s);
    QCOMPARE(fromServer<ServerEvent>(text).content.toPayload().text(), uR"({"a":[1,null]})"_s);
}

void tst_Envelope::anyCharacterSurvives()
{
    // Each unit of UTF-16, alone and between others; halves of characters, too.
    for (char32_t unit = 0; unit <= 0xffff; ++unit) {
        const QChar c(static_cast<char16_t>(unit));
        const QString text = c + u"a"_s + c + u"\""_s + c;
        const QString wire = toText(ClientMessage{text, 0, Content(Payload(text))});
        const auto message = fromClient<ClientMessage>(wire);
        QCOMPARE(message.key, text);
        QCOMPARE(message.content.value().toString(), text);
        // Another reader, which has only UTF-8, reads the same.
        QCOMPARE(objectOf(wire).value(u"payload"_s).toString(), text);
    }
    const QString high(1, QChar(0xd83d)), low(1, QChar(0xde00));
    const QStringList mixtures{
        high + low,    low + high,   high + high + low,      high + low + low,
        u"a"_s + high, low + u"a"_s, high + low + high + low};
    for (const QString &text : mixtures) {
        const QString wire = toText(ClientMessage{u"k"_s, 0, Content(Payload(text))});
        QCOMPARE(fromClient<ClientMessage>(wire).content.value().toString(), text);
    }
    // A whole character is not taken apart.
    QVERIFY(toText(ClientMessage{high + low, 0, {}}).contains(high + low));
}

void tst_Envelope::negativeTimesAreWrittenAsNone()
{
    QCOMPARE(toText(Goodbye{u"r"_s, -1ms, -5s}),
             uR"({"type":"goodbye","reason":"r","retryAfter":0,"spread":0})"_s);
    Welcome welcome{.epoch = u"e"_s, .heartbeat = -1ms, .maxMessageBytes = -1};
    welcome = fromServer<Welcome>(toText(welcome));
    QCOMPARE(welcome.heartbeat, 0ms);
    QCOMPARE(welcome.maxMessageBytes, 0);
}

void tst_Envelope::unknownTypesAndMembersAreIgnored()
{
    QCOMPARE(fromClient<Unknown>(uR"({"type":"wink","id":-1})"_s), Unknown{u"wink"_s});
    QCOMPARE(fromServer<Unknown>(uR"({"type":""})"_s), Unknown{});
    // Each end knows what is meant for it only.
    QCOMPARE(fromClient<Unknown>(toText(Ack{1})), Unknown{u"ack"_s});
    QCOMPARE(fromServer<Unknown>(toText(Ping{1})), Unknown{u"ping"_s});

    QCOMPARE(fromServer<Ack>(uR"( {"new":[{}],"through":3,"type":"ack","at":"noon"} )"_s), Ack{3});
    QCOMPARE(
        fromServer<SyncBatch>(
            uR"({"type":"sync-batch","events":[{"id":1,"payload":null,"by":"x"}],"more":false,"of":2})"_s),
        (SyncBatch{{{1, {}}}, false}));
    // Of two the last counts.
    QCOMPARE(fromServer<Ack>(uR"({"type":"ack","through":-1,"through":4})"_s), Ack{4});
}

void tst_Envelope::absentAndNullAreTheSameWhereNothingIsLegal()
{
    QCOMPARE(fromClient<Hello>(uR"({"type":"hello","producer":"p"})"_s), Hello{.producer = u"p"_s});
    QCOMPARE(fromClient<Hello>(uR"({"type":"hello","producer":"p","profile":null})"_s),
             Hello{.producer = u"p"_s});
    QCOMPARE(fromClient<ClientMessage>(
                 uR"({"type":"message","id":"k","number":null,"encoding":null,"payload":1})"_s),
             (ClientMessage{u"k"_s, 0, Content(QJsonValue(1))}));
    QCOMPARE(fromServer<Welcome>(uR"({"type":"welcome","epoch":"e","head":0})"_s),
             Welcome{.epoch = u"e"_s});
    QCOMPARE(
        fromServer<Welcome>(
            uR"({"type":"welcome","epoch":"e","head":0,"session":null,"resumed":null,"receivedThrough":null,"heartbeat":null,"maxMessageBytes":null})"_s),
        Welcome{.epoch = u"e"_s});
    QCOMPARE(fromServer<Reject>(uR"({"type":"reject"})"_s), Reject{});
    QCOMPARE(fromServer<Goodbye>(uR"({"type":"goodbye","spread":null})"_s), Goodbye{});
}

void tst_Envelope::anUnknownReasonOfAResetIsATrimmedHistory()
{
    QCOMPARE(fromServer<Reset>(uR"({"type":"reset","reason":"moon","epoch":"e1","head":7})"_s),
             (Reset{ResyncReason::HistoryTrimmed, Here}));
}

void tst_Envelope::anIntegerMayBeWrittenAsAFraction()
{
    QCOMPARE(fromServer<Ack>(uR"({"type":"ack","through":3.0})"_s), Ack{3});
    QCOMPARE(fromServer<Ack>(uR"({"type":"ack","through":1e3})"_s), Ack{1000});
    QCOMPARE(fromServer<Ack>(uR"({"type":"ack","through":9007199254740991.0})"_s), Ack{MaxInteger});
    QCOMPARE(fromServer<Ack>(uR"({"type":"ack","through":-0})"_s), Ack{0});
}

void tst_Envelope::aMalformedClientFrameSaysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fault");

    int count = 0;
    const auto row = [&](const QString &text, const char *fault) {
        QTest::addRow("%d %s", ++count, qPrintable(text.left(60)))
            << text << QString::fromLatin1(fault);
    };
    for (const QString &text : {QString(), u"hello"_s, u"{"_s, u"{}{}"_s})
        row(text, qPrintable(notJson(text)));
    row(u"[1]"_s, "not an object");
    row(u"{}"_s, "type is missing");
    row(uR"({"type":null})"_s, "type is not a string");
    row(uR"({"type":["hello"]})"_s, "type is not a string");

    const auto frame = [&](const char *type, const char *members, const char *fault) {
        row(uR"({"type":"%1",%2})"_s.arg(QLatin1String(type), QLatin1String(members)),
            QByteArray(QByteArray(type) + ": " + fault).constData());
    };
    frame("hello", R"("a":1)", "producer is missing");
    frame("hello", R"("producer":7)", "producer is not a string");
    frame("hello", R"("producer":null)", "producer is not a string");
    frame("hello", R"("producer":"p","session":7)", "session is not a string");
    frame("hello", R"("producer":"p","cursor":7)", "cursor is not an object");
    frame("hello", R"("producer":"p","cursor":{})", "epoch is missing");
    frame("hello", R"("producer":"p","cursor":{"epoch":1,"lastEventId":1})",
          "epoch is not a string");
    frame("hello", R"("producer":"p","cursor":{"epoch":"","lastEventId":1})", "epoch is empty");
    frame("hello", R"("producer":"p","cursor":{"epoch":"e"})", "lastEventId is missing");
    frame("hello", R"("producer":"p","cursor":{"epoch":"e","lastEventId":null})",
          "lastEventId is not an integer from 0 to 2^53-1");
    frame("hello", R"("producer":"p","profile":[])", "profile is not an object");

    frame("message", R"("payload":1)", "id is missing");
    frame("message", R"("id":1,"payload":1)", "id is not a string");
    frame("message", R"("id":"k")", "payload is missing");
    for (const char *number :
         {"-1", "0.5", "9007199254740992", "9007199254740993.0", "9223372036854775808", "1e300",
          "-1e300", "\"1\"", "true", "[1]", "{}"}) {
        const QByteArray members = QByteArray("\"id\":\"k\",\"payload\":1,\"number\":") + number;
        frame("message", members.constData(), "number is not an integer from 0 to 2^53-1");
    }
    const QString huge = uR"({"type":"message","id":"k","payload":1e400})"_s;
    row(huge, qPrintable(notJson(huge)));
    frame("message", R"("id":"k","payload":"YQ==","encoding":"hex")", "encoding is unknown");
    frame("message", R"("id":"k","payload":"YQ==","encoding":7)", "encoding is not a string");
    frame("message", R"("id":"k","payload":7,"encoding":"base64")", "payload is not a string");
    frame("message", R"("id":"k","encoding":"base64")", "payload is missing");
    for (const char *text :
         {"Y", "YWJjZ", "YQ=", "YQ===", "Y===", "=", "YW Jj", "YW\\nJj", "YQ==YQ==", "_-8=",
          "\xc3\xa4"
          "bcd",
          "YWJ\\u0000"}) {
        const QString members
            = uR"({"type":"message","id":"k","encoding":"base64","payload":"%1"})"_s;
        row(members.arg(QString::fromUtf8(text)), "message: payload is not base64");
    }

    frame("sync", R"("lastEventId":1)", "epoch is missing");
    frame("sync", R"("epoch":"","lastEventId":1)", "epoch is empty");
    frame("sync", R"("epoch":"e","lastEventId":-1)",
          "lastEventId is not an integer from 0 to 2^53-1");
    frame("ping", R"("a":1)", "at is missing");
    frame("ping", R"("at":"noon")", "at is not an integer from 0 to 2^53-1");
}

void tst_Envelope::aMalformedClientFrameSaysWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, fault);
    QCOMPARE(faultOf(parseClientFrame(text)), fault);
}

void tst_Envelope::aMalformedServerFrameSaysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fault");

    int count = 0;
    const auto frame = [&](const char *type, const char *members, const char *fault) {
        QTest::addRow("%d %s %s", ++count, type, members)
            << uR"({"type":"%1",%2})"_s.arg(QLatin1String(type), QLatin1String(members))
            << QString(QLatin1String(type) + u": "_s + QLatin1String(fault));
    };
    QTest::newRow("no JSON") << u"}"_s << notJson(u"}"_s);
    QTest::newRow("no object") << u"[{}]"_s << u"not an object"_s;
    QTest::newRow("no type") << uR"({"id":1})"_s << u"type is missing"_s;
    const char *notInteger = "is not an integer from 0 to 2^53-1";
    const auto noInteger = [&](const char *type, const char *members, const char *name) {
        frame(type, members, QByteArray(QByteArray(name) + ' ' + notInteger).constData());
    };
    frame("welcome", R"("head":0)", "epoch is missing");
    frame("welcome", R"("epoch":"","head":0)", "epoch is empty");
    frame("welcome", R"("epoch":"e")", "head is missing");
    noInteger("welcome", R"("epoch":"e","head":-1)", "head");
    frame("welcome", R"("epoch":"e","head":0,"session":1)", "session is not a string");
    frame("welcome", R"("epoch":"e","head":0,"resumed":1)", "resumed is not a boolean");
    noInteger("welcome", R"("epoch":"e","head":0,"receivedThrough":"1")", "receivedThrough");
    noInteger("welcome", R"("epoch":"e","head":0,"heartbeat":0.1)", "heartbeat");
    noInteger("welcome", R"("epoch":"e","head":0,"maxMessageBytes":1e17)", "maxMessageBytes");
    frame("event", R"("payload":1)", "id is missing");
    frame("event", R"("id":0,"payload":1)", "id is 0, and ids start at 1");
    noInteger("event", R"("id":"1","payload":1)", "id");
    frame("event", R"("id":1)", "payload is missing");
    frame("sync-batch", R"("more":false)", "events is missing");
    frame("sync-batch", R"("more":false,"events":{})", "events is not an array");
    frame("sync-batch", R"("more":false,"events":[1])",
          "events has something that is not an object");
    frame("sync-batch", R"("more":false,"events":[{"id":1,"payload":1},{"id":2}])",
          "payload is missing");
    frame("sync-batch", R"("events":[])", "more is missing");
    frame("sync-batch", R"("events":[],"more":null)", "more is not a boolean");
    frame("ack", R"("a":1)", "through is missing");
    noInteger("ack", R"("through":-3)", "through");
    noInteger("reject", R"("number":-3)", "number");
    frame("reject", R"("number":3,"reason":3)", "reason is not a string");
    noInteger("reject", R"("number":3,"retryAfter":"soon")", "retryAfter");
    frame("reset", R"("epoch":"e","head":1)", "reason is missing");
    frame("reset", R"("reason":1,"epoch":"e","head":1)", "reason is not a string");
    frame("reset", R"("reason":"history-trimmed","head":1)", "epoch is missing");
    frame("reset", R"("reason":"history-trimmed","epoch":"e")", "head is missing");
    frame("pong", R"("a":1)", "at is missing");
    frame("goodbye", R"("reason":1)", "reason is not a string");
    noInteger("goodbye", R"("retryAfter":-1)", "retryAfter");
    noInteger("goodbye", R"("spread":[])", "spread");
}

void tst_Envelope::aMalformedServerFrameSaysWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, fault);
    QCOMPARE(faultOf(parseServerFrame(text)), fault);
}

void tst_Envelope::theFaultTellsNothingOfTheContent()
{
    const QString fault = faultOf(parseClientFrame(
        uR"({"type":"message","id":["secret"],"payload":"secret","number":"secret"})"_s));
    QCOMPARE(fault, u"message: id is not a string"_s);
}

void tst_Envelope::aPayloadNestsSoDeepAndNoDeeper()
{
    const QString event = uR"({"type":"event","id":1,"payload":%1})"_s;
    QCOMPARE(faultOf(parseServerFrame(event.arg(nested(MaxPayloadNesting)))), u"fine"_s);
    QCOMPARE(faultOf(parseServerFrame(event.arg(nested(MaxPayloadNesting + 1)))),
             u"event: payload is nested too deeply"_s);

    QString objects = u"0"_s;
    for (int level = 0; level < MaxPayloadNesting; ++level)
        objects = uR"({"a":%1})"_s.arg(objects);
    QCOMPARE(faultOf(parseServerFrame(event.arg(objects))), u"fine"_s);
    QCOMPARE(faultOf(parseServerFrame(event.arg(u"[0,[],%1,0]"_s.arg(objects)))),
             u"event: payload is nested too deeply"_s);

    // Many brackets side by side are no depth.
    QString wide = u"[0"_s;
    for (int i = 0; i < 2000; ++i)
        wide += u",[],{}"_s;
    QCOMPARE(faultOf(parseServerFrame(event.arg(QString(wide + u']')))), u"fine"_s);
}

void tst_Envelope::whatPassedOnceFitsIntoABatch()
{
    const auto message = fromClient<ClientMessage>(
        uR"({"type":"message","id":"k","payload":%1})"_s.arg(nested(MaxPayloadNesting)));
    const ServerEvent event{1, message.content};
    QCOMPARE(fromServer<SyncBatch>(batchText({membersOf(event)}, false)),
             (SyncBatch{{event}, false}));
}

void tst_Envelope::aHundredThousandLevelsAreNoTrouble()
{
    for (const QString &deep : {nested(100'000), QString(100'000, u'['), QString(100'000, u'{'),
                                uR"({"a":)"_s.repeated(100'000)}) {
        QVERIFY(faultOf(parseClientFrame(deep)).startsWith(u"not JSON"_s));
        QVERIFY(faultOf(parseServerFrame(uR"({"type":"event","id":1,"payload":%1})"_s.arg(deep)))
                    .startsWith(u"not JSON"_s));
    }
}

void tst_Envelope::aKeyNamesItsProducerAndItsNumber_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("producer");
    QTest::addColumn<quint64>("number");

    const auto row = [](const char *key, const char *producer = "", quint64 number = 0) {
        QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(producer) << number;
    };
    row("p-1", "p", 1);
    row("0b1c-22-3", "0b1c-22", 3);
    row("p--1", "p-", 1);
    row("p-9007199254740991", "p", MaxInteger);
    row("p-9007199254740992");
    row("p-18446744073709551616");
    row("p-99999999999999999999999999");
    row("p-0");
    row("p-01");
    row("p-+1");
    row("p- 1");
    row("p-1 ");
    row("p-1e3");
    row("p-");
    row("-1");
    row("-");
    row("1");
    row("");
    row("p_1");
}

void tst_Envelope::aKeyNamesItsProducerAndItsNumber()
{
    QFETCH(QString, key);
    QFETCH(QString, producer);
    QFETCH(quint64, number);
    const std::optional<Key> expected
        = number ? std::optional(Key{producer, number}) : std::nullopt;
    QCOMPARE(parseKey(key), expected);
}

QTEST_GUILESS_MAIN(tst_Envelope)
#include "tst_envelope.moc"
