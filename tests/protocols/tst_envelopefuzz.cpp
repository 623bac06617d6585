// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "envelopeprotocol.h"
#include "tst_envelopefuzz_generator.h"

#include <QtTest/qtest.h>

#include <deque>
#include <stdexcept>

using namespace Holdfast;
using namespace Holdfast::Envelope;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;

namespace {

template <typename AnyFrame> bool isFrame(const AnyFrame &frame)
{
    return !std::holds_alternative<Malformed>(frame) && !std::holds_alternative<Unknown>(frame);
}

QString written(const SyncBatch &batch)
{
    std::vector<QString> members;
    for (const ServerEvent &event : batch.events)
        members.push_back(membersOf(event));
    return batchText(members, batch.more);
}
QString written(const Unknown &) { return {}; }
QString written(const Malformed &) { return {}; }
template <typename Frame> QString written(const Frame &frame) { return toText(frame); }

//! What it says is written and read again, and is the same.
template <typename AnyFrame> bool survives(const AnyFrame &frame, AnyFrame (*parse)(QStringView))
{
    if (!isFrame(frame))
        return true;
    const QString text = std::visit([](const auto &f) { return written(f); }, frame);
    const AnyFrame again = parse(text);
    return again == frame && std::visit([](const auto &f) { return written(f); }, again) == text;
}

struct Broken : std::logic_error
{
    using std::logic_error::logic_error;
};
void check(bool good, const char *promise)
{
    if (!good)
        throw Broken(promise);
}

//! An application with its EnvelopeProtocol. Whatever the server says, these promises hold.
class Client
{
public:
    void begins()
    {
        m_phase = Phase::Greeting;
        m_first = m_last = m_number;
        take(m_protocol.begin({.url = QUrl(u"ws://h"_s), .producer = u"p"_s, .cursor = m_cursor}));
    }
    void hears(const Frame &frame) { take(m_protocol.received(frame)); }
    void sends()
    {
        if (m_phase != Phase::Ready)
            return;
        m_last = ++m_number;
        take(m_protocol.send({.number = m_number, .producer = u"p"_s, .payload = Payload(u"m"_s)}));
    }
    void probes()
    {
        if (m_phase == Phase::Ready)
            take(m_protocol.probe());
    }

    [[nodiscard]] const Cursor &cursor() const { return m_cursor; }
    [[nodiscard]] bool isReady() const { return m_phase == Phase::Ready; }
    [[nodiscard]] bool isRefused() const { return m_phase == Phase::Refused; }
    [[nodiscard]] quint64 sentThrough() const { return m_last; }

    std::deque<QString> wire; //!< what it wrote
    std::vector<Cursor> delivered;
    int resyncs = 0;
    int acknowledged = 0;
    int refusals = 0;
    int connected = 0;

private:
    enum class Phase { Greeting, Ready, Refused };

    void take(const Outcomes &outcomes)
    {
        for (const Outcome &outcome : outcomes) {
            check(m_phase != Phase::Refused, "after a refusal nothing more is said");
            std::visit([this](const auto &o) { on(o); }, outcome);
        }
    }
    void on(const Transmit &transmit)
    {
        check(transmit.frame.kind == Frame::Kind::Text, "all is text");
        const QString text = transmit.frame.payload.text();
        check(isFrame(parseClientFrame(text)), "what is written is right");
        wire.push_back(text);
    }
    void on(const Ready &)
    {
        check(m_phase == Phase::Greeting, "ready is said once");
        m_phase = Phase::Ready;
        ++connected;
    }
    void on(const Deliver &deliver)
    {
        check(m_phase == Phase::Ready, "nothing is delivered before ready");
        check(deliver.cursor.epoch == m_cursor.epoch, "events are of the epoch that was told");
        check(deliver.cursor.eventId == m_cursor.eventId + 1, "events rise by one");
        m_cursor = deliver.cursor;
        delivered.push_back(m_cursor);
    }
    void on(const Positioned &positioned)
    {
        check(m_phase == Phase::Ready && m_cursor == Cursor(), "only the beginning is not told");
        m_cursor = positioned.cursor;
        check(!m_cursor.epoch.isEmpty(), "an epoch has a name");
    }
    void on(const Resync &resync)
    {
        check(m_phase == Phase::Ready, "no resync before ready");
        check(resync.cursor != m_cursor, "a resync says something new");
        m_cursor = resync.cursor;
        check(!m_cursor.epoch.isEmpty(), "an epoch has a name");
        ++resyncs;
    }
    void on(const Acknowledged &ack)
    {
        check(ack.from > m_first && ack.from <= ack.through, "each message is settled once");
        check(ack.through <= m_last, "nothing is settled that was not written");
        m_first = ack.through;
        ++acknowledged;
    }
    void on(const Rejected &rejected)
    {
        check(rejected.number > m_first && rejected.number <= m_last,
              "only what is out is rejected");
        if (rejected.retryAfter)
            m_number = m_last = rejected.number - 1; // they are sent again
    }
    void on(const Refused &refused)
    {
        check(!refused.ending.detail.isEmpty(), "a refusal says why");
        check(refused.ending.kind == Ending::Kind::Rejected, "it is us who end it");
        m_phase = Phase::Refused;
        ++refusals;
    }
    void on(const Remembered &) { check(m_phase == Phase::Greeting, "remembered before ready"); }
    void on(const Expect &expect) { check(expect.heartbeat > Duration(0), "a promise is one"); }
    void on(const Noticed &) { check(m_phase == Phase::Ready, "others come after ready"); }
    void on(const Answered &) { check(m_phase == Phase::Ready, "we ask after ready"); }
    void on(const Announced &) { }

    EnvelopeProtocol m_protocol;
    Phase m_phase = Phase::Greeting;
    Cursor m_cursor;
    quint64 m_number = 0;
    quint64 m_first = 0; //!< settled up to here
    quint64 m_last = 0;
};

//! An honest server's log and its one client. Frames are lost only with their connection, but now
//! and then a live event is, so that there is a gap.
class Server
{
public:
    Server(Client &client, Generator &random)
        : m_client(client)
        , m_random(random)
    {
    }

    void publish()
    {
        ++m_head;
        if (m_isLive && !m_random.oneIn(20))
            m_line.push_back(toText(ServerEvent{m_head, Content(QJsonValue(qint64(m_head)))}));
    }
    void connect()
    {
        m_line.clear();
        m_isLive = false;
        m_syncedThrough.reset();
        m_client.wire.clear();
        m_client.begins();
    }
    //! Reads a frame, writes a batch, or lets a frame arrive.
    void step()
    {
        if (!m_client.wire.empty()) {
            const ClientFrame frame = parseClientFrame(m_client.wire.front());
            m_client.wire.pop_front();
            if (const auto *hello = std::get_if<Hello>(&frame)) {
                m_line.push_back(toText(Welcome{.epoch = u"e"_s, .head = m_head}));
                m_isLive = !hello->cursor;
                if (hello->cursor)
                    m_syncedThrough = hello->cursor->eventId;
            } else if (const auto *sync = std::get_if<Sync>(&frame)) {
                m_isLive = false;
                m_syncedThrough = sync->cursor.eventId;
            }
        } else if (m_syncedThrough && m_random.oneIn(2)) {
            batch();
        } else if (!m_line.empty()) {
            const QString text = m_line.front();
            m_line.pop_front();
            m_client.hears(Frame::text(text));
        }
    }
    [[nodiscard]] quint64 head() const { return m_head; }
    [[nodiscard]] bool isIdle() const
    {
        return m_line.empty() && m_client.wire.empty() && !m_syncedThrough;
    }

private:
    void batch()
    {
        std::vector<QString> members;
        for (quint64 most = m_random.below(5); most > 0 && *m_syncedThrough < m_head; --most) {
            const quint64 id = ++*m_syncedThrough;
            members.push_back(membersOf({id, Content(QJsonValue(qint64(id)))}));
        }
        const bool more = *m_syncedThrough < m_head;
        m_line.push_back(batchText(members, more));
        if (!more) {
            m_syncedThrough.reset();
            m_isLive = true;
        }
    }

    Client &m_client;
    Generator &m_random;
    quint64 m_head = 0;
    bool m_isLive = false;
    std::optional<quint64> m_syncedThrough;
    std::deque<QString> m_line; //!< on its way to the client
};

} // namespace

class tst_EnvelopeFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsUnderstoodCanBeSaidAgain();
    void noServerGetsAClientToBreakItsPromises();
    void throughAnyCutsEachEventComesOnce();

private:
    quint32 m_seed = 20'261'121;
};

void tst_EnvelopeFuzz::initTestCase()
{
    // The same frames every day; HOLDFAST_SEED=N makes others, HOLDFAST_SEED=new any.
    const QByteArray wish = qgetenv("HOLDFAST_SEED");
    if (!wish.isEmpty())
        m_seed = wish == "new" ? std::random_device{}() : wish.toUInt();
    qInfo("HOLDFAST_SEED=%u", m_seed);
}

void tst_EnvelopeFuzz::whatIsUnderstoodCanBeSaidAgain()
{
    Generator random(m_seed);
    int understood = 0;
    int malformed = 0;
    for (int i = 0; i < 60'000; ++i) {
        const QString text = random.anything();
        const ClientFrame client = parseClientFrame(text);
        const ServerFrame server = parseServerFrame(text);
        understood += isFrame(client) + isFrame(server);
        malformed += std::holds_alternative<Malformed>(server);
        if (!survives(client, parseClientFrame) || !survives(server, parseServerFrame)) {
            QFAIL(QByteArray("HOLDFAST_SEED=" + QByteArray::number(m_seed)
                             + ": not the same again: " + text.left(2000).toUtf8())
                      .constData());
        }
    }
    qInfo("%d understood, %d malformed", understood, malformed);
    QVERIFY(understood > 10'000);
    QVERIFY(malformed > 10'000);
}

void tst_EnvelopeFuzz::noServerGetsAClientToBreakItsPromises()
{
    Generator random(m_seed + 1);
    Client client;
    client.begins();
    QStringList lately;
    for (int step = 0; step < 200'000; ++step) {
        if (client.isRefused() || random.oneIn(300)) {
            client.begins();
            lately.clear();
        }
        if (random.oneIn(10))
            client.sends();
        if (random.oneIn(50))
            client.probes();
        client.wire.clear();
        const QString text = random.oneIn(100)
            ? random.anything()
            : random.plausible(client.isReady(), client.cursor(), client.sentThrough());
        lately += text.left(300);
        try {
            if (random.oneIn(1000))
                client.hears(Frame::binary(text.toUtf8()));
            else
                client.hears(Frame::text(text));
        } catch (const Broken &broken) {
            QFAIL(QByteArray("HOLDFAST_SEED=" + QByteArray::number(m_seed) + ", step "
                             + QByteArray::number(step) + ": " + broken.what() + " after\n"
                             + lately.mid(lately.size() - 20).join(u'\n').toUtf8())
                      .constData());
        }
    }
    qInfo("%d connections, %zu events, %d resyncs, %d acks, %d refused", client.connected,
          client.delivered.size(), client.resyncs, client.acknowledged, client.refusals);
    QVERIFY(client.connected > 1000);
    QVERIFY(client.delivered.size() > 10'000);
    QVERIFY(client.resyncs > 1000);
    QVERIFY(client.acknowledged > 1000);
    QVERIFY(client.refusals > 100);
}

void tst_EnvelopeFuzz::throughAnyCutsEachEventComesOnce()
{
    Generator random(m_seed + 2);
    Client client;
    Server server(client, random);
    server.connect();
    while (client.connected == 0)
        server.step();
    try {
        for (int step = 0; step < 200'000; ++step) {
            if (random.oneIn(4))
                server.publish();
            if (random.oneIn(40))
                server.connect();
            server.step();
        }
        server.connect();
        for (int rest = 0; rest < 1000 || !server.isIdle(); ++rest)
            server.step();
    } catch (const Broken &broken) {
        QFAIL(QByteArray("HOLDFAST_SEED=" + QByteArray::number(m_seed) + ": " + broken.what())
                  .constData());
    }
    QCOMPARE(client.refusals, 0);
    QCOMPARE(client.resyncs, 0);
    QCOMPARE(client.delivered.size(), size_t(server.head()));
    QCOMPARE(client.cursor().eventId, server.head());
    QVERIFY(client.connected > 1000);
}

QTEST_GUILESS_MAIN(tst_EnvelopeFuzz)
#include "tst_envelopefuzz.moc"
