// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "systembus.h"

#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>
#include <QtNetwork/qlocalserver.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

#include <chrono>
#include <cstring>
#include <memory>
#include <vector>

using namespace Holdfast;

namespace {

BusMessage aSignal()
{
    BusMessage message{.type = BusMessage::Type::Signal,
                       .wantsAnswer = false,
                       .serial = 7,
                       .destination = ":1.5",
                       .path = "/org/freedesktop/login1",
                       .interface = "org.freedesktop.login1.Manager",
                       .member = "PrepareForSleep",
                       .signature = "b",
                       .body = QByteArray("\1\0\0\0", 4)};
    return message;
}

BusMessage anError()
{
    return {.type = BusMessage::Type::Error, .serial = 9, .answerTo = 2, .error = "org.example.No"};
}

//! A bus that is written in the test: what it hears, and what it says.
class Bus : public QLocalServer
{
public:
    explicit Bus(const QString &name)
    {
        listen(m_folder.filePath(name));
        connect(this, &QLocalServer::newConnection, this, [this] {
            visitor.reset(nextPendingConnection());
            connect(visitor.get(), &QLocalSocket::readyRead, this,
                    [this] { heard += visitor->readAll(); });
        });
        const QByteArray path = fullServerName().toUtf8().toPercentEncoding("/");
        qputenv("DBUS_SYSTEM_BUS_ADDRESS",
                QByteArray("unix:guid=0,path=" + path + ",more=1;tcp:host=localhost"));
    }

    std::unique_ptr<QLocalSocket> visitor;
    QByteArray heard;

private:
    QTemporaryDir m_folder;
};

const QByteArray Greeting("\0AUTH EXTERNAL\r\nDATA\r\n", 22);

} // namespace

class tst_SystemBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesComeBackAsTheyWere();
    void messagesLookAsTheSpecificationSays();
    void bigEndianIsRead();
    void aCutMessageWaitsForItsEnd();
    void damageNeverReadsBeyondTheEnd();
    void hugeMessagesAreRefused();
    void itGreetsAndAsks();
    void whatCallsForNobodyWaitsForTheGreeting();
    void aWordMayComeInPieces();
    void whoListensMayDeleteIt();
    void aBusThatIsNotThereIsToldOf();
    void aBusThatSpeaksSomethingElseIsLeft();
    void aBusThatHasItsHandsFullIsLeft();
    void aBusThatNeverLetsUsInIsLeft();
    void anyUsableAddressWillDo();
};

void tst_SystemBus::messagesComeBackAsTheyWere()
{
    BusMessage call{.type = BusMessage::Type::Call,
                    .serial = 1,
                    .destination = "org.example",
                    .path = "/a",
                    .interface = "org.example.I",
                    .member = "M"};
    call.setText("a text of some length");
    for (const BusMessage &message : {aSignal(), anError(), call}) {
        const QByteArray wire = message.toWire();
        QCOMPARE(BusMessage::sizeOnWire(wire), wire.size());
        QCOMPARE(BusMessage::fromWire(wire), message);
    }
    QCOMPARE(aSignal().truth(), true);
    QCOMPARE(anError().truth(), std::nullopt);
    QCOMPARE(call.truth(), std::nullopt);
    BusMessage cut = aSignal();
    cut.body.chop(1);
    QCOMPARE(cut.truth(), std::nullopt);
}

void tst_SystemBus::messagesLookAsTheSpecificationSays()
{
    BusMessage message{.type = BusMessage::Type::Call,
                       .serial = 3,
                       .destination = "o.D",
                       .path = "/D",
                       .member = "Hi"};
    message.setText("x");
    const QByteArray expected("l\1\2\1\6\0\0\0\3\0\0\0\x37\0\0\0"
                              "\1\1o\0\2\0\0\0/D\0\0\0\0\0\0"
                              "\3\1s\0\2\0\0\0Hi\0\0\0\0\0\0"
                              "\6\1s\0\3\0\0\0o.D\0\0\0\0\0"
                              "\10\1g\0\1s\0\0"
                              "\1\0\0\0x\0",
                              78);
    QCOMPARE(message.toWire().toHex(' '), expected.toHex(' '));
}

void tst_SystemBus::bigEndianIsRead()
{
    const QByteArray wire("B\4\1\1\0\0\0\4\0\0\0\5\0\0\0\x17"
                          "\3\1s\0\0\0\0\2Hi\0\0\0\0\0\0"
                          "\10\1g\0\1b\0\0"
                          "\0\0\0\1",
                          44);
    const std::optional<BusMessage> message = BusMessage::fromWire(wire);
    QVERIFY(message);
    QCOMPARE(message->member, "Hi");
    QCOMPARE(message->serial, 5U);
    QCOMPARE(message->truth(), true);
}

void tst_SystemBus::aCutMessageWaitsForItsEnd()
{
    const QByteArray wire = aSignal().toWire();
    for (qsizetype size = 0; size < wire.size(); ++size) {
        const std::optional<qsizetype> wanted = BusMessage::sizeOnWire(wire.left(size));
        QVERIFY(wanted);
        QCOMPARE(*wanted, size < 16 ? 0 : wire.size());
        QVERIFY(!BusMessage::fromWire(wire.left(size)));
    }
    QVERIFY(!BusMessage::fromWire(wire + '\0'));
}

void tst_SystemBus::damageNeverReadsBeyondTheEnd()
{
    // The sanitizers look on.
    for (const BusMessage &message : {aSignal(), anError()}) {
        const QByteArray wire = message.toWire();
        for (qsizetype i = 0; i < wire.size(); ++i) {
            for (int value = 0; value < 256; ++value) {
                QByteArray damaged = wire;
                damaged[i] = static_cast<char>(value);
                if (const auto read = BusMessage::fromWire(damaged))
                    (void)read->truth();
            }
        }
    }
    QByteArray numberless = aSignal().toWire();
    numberless[8] = 0;
    QVERIFY(!BusMessage::fromWire(numberless));
    QByteArray typeless = aSignal().toWire();
    typeless[1] = 0;
    QVERIFY(!BusMessage::fromWire(typeless));
}

void tst_SystemBus::hugeMessagesAreRefused()
{
    QByteArray wire = aSignal().toWire();
    wire[7] = 1; // a body of 16 MiB
    QVERIFY(!BusMessage::sizeOnWire(wire));
    wire = aSignal().toWire();
    wire[15] = 1;
    QVERIFY(!BusMessage::sizeOnWire(wire));
    QVERIFY(!BusMessage::sizeOnWire("HTTP/1.1 400 Bad Request\r\n"));
}

void tst_SystemBus::itGreetsAndAsks()
{
    Bus bus(QStringLiteral("a bus, with blanks"));
    SystemBus client;
    QSignalSpy answered(&client, &SystemBus::answered);
    QSignalSpy signalled(&client, &SystemBus::signalled);
    QSignalSpy gone(&client, &SystemBus::gone);
    client.open();
    const quint32 question
        = client.call({.destination = "org.example", .path = "/", .member = "Q"});
    QTRY_COMPARE(bus.heard, Greeting);
    bus.heard.clear();
    bus.visitor->write("DATA\r\nOK 1234\r\n");
    QTRY_VERIFY(bus.heard.contains("Hello") && bus.heard.contains("org.example"));
    QVERIFY(bus.heard.startsWith("BEGIN\r\n"));
    bus.heard.remove(0, 7);
    const qsizetype size = BusMessage::sizeOnWire(bus.heard).value_or(0);
    const auto hello = BusMessage::fromWire(bus.heard.left(size));
    QVERIFY(hello);
    QCOMPARE(hello->member, "Hello");
    const auto call = BusMessage::fromWire(bus.heard.mid(size));
    QVERIFY(call);
    QCOMPARE(call->serial, question);
    QVERIFY(call->wantsAnswer);
    BusMessage answer{.type = BusMessage::Type::Answer, .serial = 1, .answerTo = question};
    bus.visitor->write(answer.toWire() + anError().toWire() + aSignal().toWire());
    QTRY_COMPARE(signalled.size(), 1);
    QCOMPARE(answered.size(), 2);
    QCOMPARE(answered.at(0).at(0).toUInt(), question);
    QCOMPARE(answered.at(0).at(1).toByteArray(), "");
    QCOMPARE(answered.at(1).at(1).toByteArray(), "org.example.No");
    QCOMPARE(gone.size(), 0);
    bus.visitor->abort();
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(gone.at(0).at(0).value<SystemBus::Absence>(), SystemBus::Absence::Lost);
}

void tst_SystemBus::whatCallsForNobodyWaitsForTheGreeting()
{
    Bus bus(QStringLiteral("bus"));
    SystemBus client;
    client.open();
    client.listen("type='signal'");
    QTRY_COMPARE(bus.heard, Greeting);
    QTest::qWait(20);
    QCOMPARE(bus.heard, Greeting);
    bus.visitor->write("OK 1234\r\n");
    QTRY_VERIFY(bus.heard.contains("AddMatch"));
    bus.heard.clear();
    client.listen("type='error'");
    QTRY_VERIFY(bus.heard.contains("type='error'"));
}

void tst_SystemBus::aWordMayComeInPieces()
{
    Bus bus(QStringLiteral("bus"));
    SystemBus client;
    QSignalSpy signalled(&client, &SystemBus::signalled);
    client.open();
    QTRY_COMPARE(bus.heard, Greeting);
    for (const char byte :
         QByteArray("DATA\r\nOK 1\r\n" + aSignal().toWire() + aSignal().toWire())) {
        bus.visitor->write(&byte, 1);
        bus.visitor->flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(signalled.size(), 2);
    QCOMPARE(signalled.at(1).at(0).value<BusMessage>(), aSignal());
}

void tst_SystemBus::whoListensMayDeleteIt()
{
    Bus bus(QStringLiteral("bus"));
    auto client = std::make_unique<SystemBus>();
    connect(client.get(), &SystemBus::signalled, this, [&] { client.reset(); });
    client->open();
    QTRY_COMPARE(bus.heard, Greeting);
    bus.visitor->write("OK 1\r\n" + aSignal().toWire() + aSignal().toWire());
    QTRY_VERIFY(!client);
}

void tst_SystemBus::aBusThatIsNotThereIsToldOf()
{
    using enum SystemBus::Absence;
    const QList<std::pair<QByteArray, SystemBus::Absence>> addresses{
        {"unix:path=/nowhere/at/all", NoBus},
        {"tcp:host=localhost,port=1", Elsewhere},
        {"unix:path=/nowhere/at/all;tcp:host=localhost,port=1", Elsewhere},
        {"unix:abstract=/tmp/x", NoBus},
        {"unix:path=/" + QByteArray(200, 'x'), NoBus},
        {"nonsense", NoBus}};
    for (const auto &[address, absence] : addresses) {
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
        SystemBus client;
        QSignalSpy gone(&client, &SystemBus::gone);
        client.open();
        QCOMPARE(gone.size(), 0); // not inside the call
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone.at(0).at(0).value<SystemBus::Absence>(), absence);
    }
}

void tst_SystemBus::aBusThatSpeaksSomethingElseIsLeft()
{
    const QList<QByteArray> words{"REJECTED EXTERNAL\r\n", "ERROR\r\n", QByteArray(100'000, 'x'),
                                  "OK 1\r\nHTTP/1.1 400 Bad Request\r\n\r\n",
                                  "OK 1\r\n" + aSignal().toWire().replace("\1b\0", "\1b\1")};
    for (const QByteArray &word : words) {
        Bus bus(QStringLiteral("bus"));
        SystemBus client;
        QSignalSpy gone(&client, &SystemBus::gone);
        QSignalSpy signalled(&client, &SystemBus::signalled);
        client.open();
        QTRY_COMPARE(bus.heard, Greeting);
        bus.visitor->write(word);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone.at(0).at(0).value<SystemBus::Absence>(), SystemBus::Absence::Lost);
        QCOMPARE(signalled.size(), 0);
    }
}

void tst_SystemBus::aBusThatHasItsHandsFullIsLeft()
{
#ifndef Q_OS_LINUX
    QSKIP("a bus of Linux");
#else
    QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("full")));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    QVERIFY(path.size() < qsizetype(sizeof address.sun_path));
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    const auto *name = reinterpret_cast<const sockaddr *>(&address);
    const int bus = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QVERIFY(::bind(bus, name, sizeof address) == 0 && ::listen(bus, 1) == 0);
    std::vector<int> crowd;
    do
        crowd.push_back(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    while (crowd.size() < 100 && ::connect(crowd.back(), name, sizeof address) == 0);
    QVERIFY(crowd.size() < 100);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", QByteArray("unix:path=" + path));
    SystemBus client;
    QSignalSpy gone(&client, &SystemBus::gone);
    client.open();
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(gone.at(0).at(0).value<SystemBus::Absence>(), SystemBus::Absence::Lost);
    for (const int one : crowd)
        ::close(one);
    ::close(bus);
#endif
}

void tst_SystemBus::aBusThatNeverLetsUsInIsLeft()
{
    for (const QByteArray &word : {QByteArray(), QByteArray("DATA\r\n")}) {
        Bus bus(QStringLiteral("bus"));
        SystemBus client;
        client.setGreetingLimit(std::chrono::milliseconds(50));
        QSignalSpy gone(&client, &SystemBus::gone);
        client.open();
        QTRY_COMPARE(bus.heard, Greeting);
        bus.visitor->write(word);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone.at(0).at(0).value<SystemBus::Absence>(), SystemBus::Absence::Lost);
    }
    Bus bus(QStringLiteral("bus"));
    SystemBus client;
    client.setGreetingLimit(std::chrono::milliseconds(500));
    QSignalSpy gone(&client, &SystemBus::gone);
    client.open();
    QTRY_COMPARE(bus.heard, Greeting);
    bus.visitor->write("OK 1\r\n");
    QTRY_VERIFY(bus.heard.contains("BEGIN"));
    QTest::qWait(600); // who is let in may be silent
    QCOMPARE(gone.size(), 0);
}

void tst_SystemBus::anyUsableAddressWillDo()
{
    Bus bus(QStringLiteral("bus"));
    const QByteArray address = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    QLocalServer abstract;
    abstract.setSocketOptions(QLocalServer::AbstractNamespaceOption);
    const QString name = u"holdfast/a bus " % QString::number(QCoreApplication::applicationPid());
    QVERIFY(abstract.listen(name));
    for (const char *before : {"", "tcp:host=localhost,port=1;", "unix:path=/nowhere/at/all;",
                               "unix:tmpdir=/tmp;nonsense;;"}) {
        bus.heard.clear();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", QByteArray(before + address));
        SystemBus client;
        client.open();
        QTRY_COMPARE(bus.heard, Greeting);
        qputenv("DBUS_SYSTEM_BUS_ADDRESS",
                QByteArray(before + QByteArray("unix:abstract=")
                           + name.toUtf8().toPercentEncoding("/")));
        SystemBus other;
        other.open();
        QTRY_VERIFY(abstract.hasPendingConnections());
        delete abstract.nextPendingConnection();
    }
}

QTEST_GUILESS_MAIN(tst_SystemBus)
#include "tst_systembus.moc"
