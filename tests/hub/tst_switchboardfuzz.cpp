// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "../protocols/tst_envelopefuzz_generator.h"
#include "switchboard.h"

#include <QtTest/qtest.h>

#include <set>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

//! Clients that say anything, and a switchboard that must stay what it is.
class Bedlam
{
public:
    explicit Bedlam(quint32 seed)
        : random(seed)
        , m_board(policy(), [this] { return QStringLiteral("w%1").arg(++m_words); })
    {
        m_board.setMessageFilter([this](const HubMessage &) {
            const quint64 luck = random.below(10);
            return luck == 0 ? HubAnswer::reject(QStringLiteral("no"))
                : luck == 1  ? HubAnswer::retryLater(Duration(random.below(100)))
                             : HubAnswer::accept();
        });
    }

    Generator random;
    int kept = 0; //!< frames after which the connection was still there
    int ended = 0;

    void step()
    {
        m_now += Duration(random.below(100));
        look(m_board.elapsed(m_now));
        while (m_connections.size() < 8)
            connect();
        switch (random.below(40)) {
        case 1:
            if (const ConnectionId id = any(); m_connections.erase(id) > 0)
                look(m_board.disconnected(id, m_now));
            break;
        case 2:
            look(m_board.turnEnded(m_now));
            break;
        case 3:
            look(m_board.unsentBytesChanged(any(), qint64(random.below(70'000)), m_now));
            break;
        default:
            say(any(), random.oneIn(4) ? sensible() : random.anything());
        }
        require(m_board.connectionCount() == int(m_connections.size()), "connections are counted");
        require(m_board.sessionCount() <= 2 * 10 + 1, "sessions are bounded");
    }

private:
    static HubPolicy policy()
    {
        HubPolicy policy;
        policy.maxClients = 10;
        policy.gracePeriod = 2s;
        policy.helloTimeout = 1s;
        policy.maxMessagesPerSecond = 200;
        policy.maxMessageBytes = 10'000;
        policy.maxUnsentBytes = 64 * 1024;
        policy.maxLoggedEvents = 20;
        policy.maxRememberedProducers = 50;
        return policy;
    }
    static void require(bool holds, const char *what)
    {
        if (!holds)
            throw std::runtime_error(what);
    }

    void connect()
    {
        const ConnectionId id = ++m_lastConnection;
        m_connections.insert(id);
        look(m_board.connected(id, QString::number(random.below(3)), m_now));
        if (random.oneIn(5))
            return;
        const QJsonObject profile{{QStringLiteral("room"), QString::number(random.below(3))}};
        say(id,
            Envelope::toText(
                Envelope::Hello{.producer = QStringLiteral("p"),
                                .session = QStringLiteral("w%1").arg(random.below(m_words + 1)),
                                .cursor = random.oneIn(2) ? std::optional(cursor()) : std::nullopt,
                                .profile = random.oneIn(3) ? QJsonObject() : profile}));
    }
    [[nodiscard]] ConnectionId any()
    {
        if (m_connections.empty())
            return 0;
        return *std::next(m_connections.begin(), qsizetype(random.below(m_connections.size())));
    }
    [[nodiscard]] Cursor cursor()
    {
        Cursor end = m_board.endOf(QString::number(random.below(3)));
        end.eventId += 3;
        end.eventId -= std::min(end.eventId, random.below(30));
        return end.epoch.isEmpty() ? Cursor{QStringLiteral("e"), 1} : end;
    }
    //! A frame that somebody might say who means well.
    [[nodiscard]] QString sensible()
    {
        if (random.oneIn(4))
            return Envelope::toText(Envelope::Sync{cursor()});
        const quint64 number = random.below(50);
        return Envelope::toText(Envelope::ClientMessage{
            .key = QStringLiteral("p-%1").arg(number),
            .number = number,
            .content = Envelope::Content(QJsonValue(QString(random.below(3000), u'x')))});
    }
    void say(ConnectionId id, const QString &text)
    {
        if (id == 0)
            return;
        look(m_board.received(id, text, m_now));
        ++(m_connections.count(id) > 0 ? kept : ended);
    }

    //! What it does must make sense, whatever was said to it.
    void look(const std::vector<Reaction> &reactions)
    {
        for (const Reaction &reaction : reactions) {
            if (const auto *send = std::get_if<Reactions::Send>(&reaction)) {
                require(m_connections.count(send->connection) > 0, "nothing goes to who is gone");
                const auto frame = Envelope::parseServerFrame(send->text);
                require(!std::holds_alternative<Envelope::Malformed>(frame)
                            && !std::holds_alternative<Envelope::Unknown>(frame),
                        "what goes out can be read");
            } else if (const auto *hangup = std::get_if<Reactions::Hangup>(&reaction)) {
                static const std::set<quint16> codes{1009, 4001, 4400, 4408, 4409};
                require(codes.count(hangup->code) > 0, "there is a reason to hang up");
                require(hangup->reason.toUtf8().size() <= 123, "a close frame has room for it");
                require(m_connections.erase(hangup->connection) > 0, "nobody is left twice");
            }
        }
    }

    int m_words = 0;
    Switchboard m_board;
    Instant m_now{1h};
    std::set<ConnectionId> m_connections;
    ConnectionId m_lastConnection = 0;
};

} // namespace

//! The same frames every day; HOLDFAST_SEED=N makes others, HOLDFAST_SEED=new any.
class tst_SwitchboardFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverIsSaidToItItStaysWhatItIs()
    {
        quint32 seed = 20'261'121;
        const QByteArray wish = qgetenv("HOLDFAST_SEED");
        if (!wish.isEmpty())
            seed = wish == "new" ? std::random_device{}() : wish.toUInt();
        qInfo("HOLDFAST_SEED=%u", seed);
        Bedlam it(seed);
        int step = 0;
        try {
            for (; step < 40'000; ++step)
                it.step();
        } catch (const std::exception &broken) {
            QFAIL(QByteArray("HOLDFAST_SEED=" + QByteArray::number(seed) + ", step "
                             + QByteArray::number(step) + ": " + broken.what())
                      .constData());
        }
        qInfo("%d frames taken, %d refused", it.kept, it.ended);
        QVERIFY(it.kept > 5000);
        QVERIFY(it.ended > 1000);
    }
};

QTEST_GUILESS_MAIN(tst_SwitchboardFuzz)
#include "tst_switchboardfuzz.moc"
