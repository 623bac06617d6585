// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "tst_switchboardwalk_client.h"

#include <QtTest/qtest.h>

#include <map>
#include <random>
#include <set>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

//! A switchboard, its clients, a wire between them that breaks, and a record of what is true that
//! is too simple to be wrong.
class World : private WalkClient::Judge
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
        , m_board(policy(), [this] { return QStringLiteral("w%1").arg(++m_words); })
    {
        m_board.setMessageFilter([this](const HubMessage &message) { return decide(message); });
        // 0 and 1 have the same producer, and are not the same; 3 and 4 share an identity.
        const QString rooms[] = {QStringLiteral("r"), QString()};
        const QString identities[] = {QStringLiteral("ann"), QStringLiteral("bob"),
                                      QStringLiteral("cid"), QString(), QString()};
        const QString producers[]
            = {QStringLiteral("p-0"), QStringLiteral("p-0"), QStringLiteral("p2"),
               QStringLiteral("p3"), QStringLiteral("p4")};
        for (int i = 0; i < 5; ++i)
            m_clients.push_back(
                std::make_unique<WalkClient>(i, identities[i], producers[i], rooms[i % 2]));
    }

    void step()
    {
        WalkClient &client = *m_clients[below(m_clients.size())];
        switch (below(64)) {
        case 0:
            cut(client);
            break;
        case 1:
            if (oneIn(3)) {
                cut(client);
                client.restart();
            }
            break;
        case 2:
            notice();
            break;
        case 3:
            pass(Duration(below(oneIn(20) ? 12'000 : 300)));
            break;
        case 4:
            for (int count = oneIn(20) ? 80 : 1; count > 0; --count)
                publish(client.room);
            break;
        case 5:
            if (oneIn(60))
                forget(client.room);
            break;
        case 6:
        case 7:
        case 8:
            if (client.connection == 0)
                dial(client);
            break;
        case 9:
            m_stalled = oneIn(3) ? client.index : -1;
            break;
        case 10:
            if (oneIn(50))
                changePolicy();
            break;
        default:
            move(client);
        }
        require(m_board.connectionCount() == int(m_known.size()), "connections are counted");
    }
    //! Everything heals; then nothing may be missing.
    void settleDown()
    {
        m_stalled = -1;
        m_isKind = true;
        m_board.setPolicy(policy());
        for (int round = 0; round < 20'000 && !isSettled(); ++round) {
            for (const auto &client : m_clients) {
                if (client->connection == 0)
                    dial(*client);
                for (int i = 0; i < 4; ++i)
                    move(*client, false);
            }
            look(m_board.turnEnded(m_now));
            pass(10ms);
        }
        for (const auto &client : m_clients) {
            require(client->pending.empty(), "a message stays for ever");
            require(client->cursor == m_board.endOf(client->room), "an event never came");
        }
    }

    int cuts = 0;
    int takeovers = 0;
    int resumed = 0;
    int slow = 0;
    int deliveries = 0;
    int rejections = 0;
    int unheard = 0; //!< rejections, by a client whose session was lost
    int events = 0;
    int changedEpochs = 0;
    int trimmed = 0;

private:
    [[nodiscard]] bool isSettled() const
    {
        return std::all_of(m_clients.begin(), m_clients.end(), [this](const auto &client) {
            return client->pending.empty() && client->toClient.empty()
                && client->cursor == m_board.endOf(client->room);
        });
    }

    using Queue = std::pair<QString, QString>; //!< identity, producer
    static constexpr quint64 FewestLogged = 50;

    static HubPolicy policy()
    {
        HubPolicy policy;
        policy.gracePeriod = 3s;
        policy.helloTimeout = 60s;
        policy.maxMessageBytes = 32 * 1024;
        policy.maxUnsentBytes = 64 * 1024;
        policy.maxLoggedEvents = 300;
        return policy;
    }
    void changePolicy()
    {
        HubPolicy other = policy();
        other.maxMessagesPerSecond = oneIn(2) ? 0 : 5 + int(below(50));
        other.maxLoggedEvents = int(FewestLogged + below(300));
        other.announcesPresence = oneIn(2);
        other.gracePeriod = Duration(below(5000));
        m_board.setPolicy(other);
    }

    quint64 below(quint64 bound) { return m_random() % bound; }
    bool oneIn(quint64 n) { return below(n) == 0; }

    // What is done.
    void move(WalkClient &client, bool sends = true)
    {
        if (sends && client.pending.size() < 30 && oneIn(3))
            client.pending.push_back(++client.lastNumber);
        if (oneIn(2))
            (void)client.write(m_now);
        if (client.connection != 0 && !client.toServer.empty() && oneIn(2)) {
            const QString text = client.toServer.front();
            client.toServer.pop_front();
            hear(client.connection, text);
        }
        if (!m_orphans.empty() && oneIn(2))
            moveOrphan();
        if (oneIn(4))
            look(m_board.turnEnded(m_now));
        if (oneIn(3))
            report(client);
        if (client.connection == 0 || client.index == m_stalled)
            return;
        if (!client.toClient.empty()) {
            const QString text = client.toClient.front();
            client.toClient.pop_front();
            const bool wasReady = client.isReady;
            client.read(text, m_now, *this);
            resumed += !wasReady && client.isReady && client.wasResumed;
        } else if (client.closesAfterwards) {
            client.connection = 0;
        }
    }
    void report(const WalkClient &client)
    {
        if (client.connection == 0)
            return;
        qint64 bytes = 0;
        for (const QString &text : client.toClient)
            bytes += text.size();
        look(m_board.unsentBytesChanged(client.connection, bytes, m_now));
    }
    void dial(WalkClient &client)
    {
        const ConnectionId id = ++m_lastConnection;
        client.begin(id);
        m_known.insert(id);
        m_lives[id] = client.life;
        look(m_board.connected(id, client.identity, m_now));
    }
    //! The client's end is gone. What it wrote may still arrive, and the hub may not know for long.
    void cut(WalkClient &client)
    {
        if (client.connection == 0)
            return;
        ++cuts;
        std::deque<QString> left = std::move(client.toServer);
        left.resize(below(left.size() + 1));
        m_orphans.push_back({client.connection, std::move(left)});
        client.connection = 0;
    }
    void moveOrphan()
    {
        Orphan &orphan = m_orphans[below(m_orphans.size())];
        if (orphan.toServer.empty())
            return;
        const QString text = orphan.toServer.front();
        orphan.toServer.pop_front();
        hear(orphan.connection, text);
    }
    void hear(ConnectionId connection, const QString &text)
    {
        m_speaker = connection;
        look(m_board.received(connection, text, m_now));
    }
    void notice()
    {
        if (m_orphans.empty())
            return;
        const size_t which = below(m_orphans.size());
        const ConnectionId id = m_orphans[which].connection;
        m_orphans.erase(m_orphans.begin() + qsizetype(which));
        m_known.erase(id);
        look(m_board.disconnected(id, m_now));
    }
    void pass(Duration duration)
    {
        m_now += duration;
        look(m_board.elapsed(m_now));
        require(!m_board.deadline() || *m_board.deadline() > m_now, "a deadline stays");
    }
    void publish(const QString &room)
    {
        std::vector<Reaction> reactions;
        const QString text = QString::number(++m_published) + QString(below(2000), u'x');
        const quint64 id = m_board.publish(room, Envelope::Content(QJsonValue(text)), reactions);
        record(room, text);
        require(id == m_board.endOf(room).eventId, "the id is another");
        look(reactions);
    }
    void forget(const QString &room)
    {
        m_forgotten.insert(m_board.endOf(room).epoch);
        look(m_board.forgetHistory(room));
    }

    // What is true.
    HubAnswer decide(const HubMessage &message)
    {
        const auto key = Envelope::parseKey(message.key);
        require(key.has_value(), "the key came through");
        if (isRejected(message.number, key->producer)) {
            m_rejectedIn[{{message.identity, key->producer}, message.number}] = m_lives[m_speaker];
            return HubAnswer::reject(QStringLiteral("never"));
        }
        if (!m_isKind && oneIn(30))
            return HubAnswer::retryLater(Duration(below(200)));
        return HubAnswer::accept();
    }
    static bool isRejected(quint64 number, const QString &producer)
    {
        return number % 17 == quint64(producer.size());
    }
    //! This has just become the last event of that room.
    void record(const QString &room, const QString &text)
    {
        const Cursor end = m_board.endOf(room);
        std::vector<QString> &history = m_history[end.epoch];
        history.push_back(text);
        require(end.eventId == history.size(), "ids have a gap");
    }

    void look(const std::vector<Reaction> &reactions)
    {
        for (const Reaction &reaction : reactions)
            std::visit([this](const auto &r) { see(r); }, reaction);
    }
    void see(const Reactions::Send &send)
    {
        require(m_known.count(send.connection) > 0, "a frame for one who is gone");
        if (WalkClient *client = find(send.connection))
            client->toClient.push_back(send.text);
    }
    void see(const Reactions::Hangup &hangup)
    {
        require(m_known.erase(hangup.connection) > 0, "hung up twice");
        require(hangup.code == 4408 || hangup.code == 4409
                    || (hangup.code == 4400 && hangup.reason == u"no hello"),
                "hung up without a reason: " + hangup.reason.toUtf8());
        slow += hangup.code == 4408;
        takeovers += hangup.code == 4409;
        if (WalkClient *client = find(hangup.connection)) {
            require(hangup.code != 4409, "a client that is there was replaced");
            client->closesAfterwards = true;
        }
        std::erase_if(m_orphans,
                      [&](const Orphan &o) { return o.connection == hangup.connection; });
    }
    void see(const Reactions::Accepted &accepted)
    {
        const HubMessage &message = accepted.message;
        const auto key = Envelope::parseKey(message.key);
        require(key && key->number == message.number, "the key came through");
        quint64 &last = m_accepted[{message.identity, key->producer}];
        require(message.number > last, "accepted twice, or too late");
        for (quint64 number = last + 1; number < message.number; ++number)
            require(isRejected(number, key->producer), "one was passed over");
        last = message.number;
        record(message.room, message.payload.toString());
    }
    void see(const Reactions::PresenceChanged &) { }

    // What the clients say to their applications.
    void delivered(const WalkClient &client, quint64 number) override
    {
        ++deliveries;
        require(number <= m_accepted[{client.identity, client.producer}],
                "called delivered, and was not accepted");
        if (!isRejected(number, client.producer))
            return;
        // The hub knows what its session has not heard of; an earlier process had another.
        require(!client.wasResumed
                    || m_rejectedIn[{{client.identity, client.producer}, number}] != client.life,
                "a rejection was lost, and it is called delivered");
        ++unheard;
    }
    void rejected(const WalkClient &client, quint64 number) override
    {
        ++rejections;
        require(isRejected(number, client.producer), "rejected, and nobody did");
    }
    void heard(const WalkClient &client, const Cursor &at, const QString &text) override
    {
        ++events;
        require(at.epoch == client.cursor.epoch && at.eventId == client.cursor.eventId + 1,
                "an event that is not the next");
        const std::vector<QString> &history = m_history.at(at.epoch);
        require(at.eventId <= history.size() && history[at.eventId - 1] == text,
                "an event that never was");
    }
    void resynced(const WalkClient &client, const Resync &resync) override
    {
        if (resync.reason == ResyncReason::EpochChanged) {
            ++changedEpochs;
            require(m_forgotten.count(client.cursor.epoch) > 0, "the epoch is the same");
            return;
        }
        ++trimmed;
        require(resync.reason == ResyncReason::HistoryTrimmed, "nothing is ahead of this log");
        require(resync.cursor.eventId >= client.cursor.eventId + FewestLogged,
                "what was called trimmed is there");
    }

    [[nodiscard]] WalkClient *find(ConnectionId connection)
    {
        for (const auto &client : m_clients) {
            if (client->connection == connection && !client->closesAfterwards)
                return client.get();
        }
        return nullptr;
    }

    //! A connection whose client is gone already.
    struct Orphan
    {
        ConnectionId connection = 0;
        std::deque<QString> toServer;
    };

    std::mt19937 m_random;
    int m_words = 0;
    Switchboard m_board;
    Instant m_now{1h};
    std::vector<std::unique_ptr<WalkClient>> m_clients;
    std::vector<Orphan> m_orphans;
    std::set<ConnectionId> m_known; //!< to the switchboard
    ConnectionId m_lastConnection = 0;
    int m_stalled = -1; //!< who reads nothing
    bool m_isKind = false;
    int m_published = 0;

    std::map<Queue, quint64> m_accepted; //!< the last number
    std::map<ConnectionId, int> m_lives; //!< of the processes that dialled
    std::map<std::pair<Queue, quint64>, int> m_rejectedIn; //!< which life was told last
    ConnectionId m_speaker = 0;
    std::map<QString, std::vector<QString>> m_history; //!< of each epoch
    std::set<QString> m_forgotten; //!< epochs
};

} // namespace

//! The same walk every day; HOLDFAST_SEED=N makes another, HOLDFAST_SEED=new any.
class tst_SwitchboardWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostDoubledOrOutOfOrder()
    {
        quint32 seed = 20'261'121;
        const QByteArray wish = qgetenv("HOLDFAST_SEED");
        if (!wish.isEmpty())
            seed = wish == "new" ? std::random_device{}() : wish.toUInt();
        qInfo("HOLDFAST_SEED=%u", seed);
        int step = 0;
        World world(seed);
        try {
            for (; step < 200'000; ++step)
                world.step();
            world.settleDown();
        } catch (const std::exception &broken) {
            QFAIL(QByteArray("HOLDFAST_SEED=" + QByteArray::number(seed) + ", step "
                             + QByteArray::number(step) + ": " + broken.what())
                      .constData());
        }
        qInfo("%d cuts, %d of a session that was there, %d resumed; %d slow; %d delivered, %d "
              "rejected, %d rejections unheard; %d events, %d epochs changed, %d times trimmed",
              world.cuts, world.takeovers, world.resumed, world.slow, world.deliveries,
              world.rejections, world.unheard, world.events, world.changedEpochs, world.trimmed);
        // Did it see the world?
        QVERIFY(world.cuts > 1000);
        QVERIFY(world.takeovers > 100);
        QVERIFY(world.resumed > 100);
        QVERIFY(world.slow > 10);
        QVERIFY(world.deliveries > 5000);
        QVERIFY(world.rejections > 200);
        QVERIFY(world.events > 10'000);
        QVERIFY(world.changedEpochs > 5);
        QVERIFY(world.trimmed > 0);
    }
};

QTEST_GUILESS_MAIN(tst_SwitchboardWalk)
#include "tst_switchboardwalk.moc"
