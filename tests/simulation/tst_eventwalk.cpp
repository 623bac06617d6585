// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Random walks over Link with the envelope protocol and a model of its server, under virtual time:
// every message is accepted once and in order, every event is seen once and in order, whatever is
// cut, killed, or brought back from a backup.

#include "envelopeprotocol.h"
#include "eventcursor.h"
#include "link.h"
#include "tst_eventwalk_server.h"

#include <QtCore/qhashfunctions.h>
#include <QtTest/qtest.h>

#include <deque>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum ConnectionState;

namespace {

constexpr quint64 Block = 40; // of numbers that are reserved at once

Policy randomPolicy(Dice &dice)
{
    Policy policy;
    policy.backoff = {.base = dice.ms(10, 200), .factor = 1.5, .cap = 500ms, .floor = 0ms};
    policy.pacing = {.burst = 20, .refill = 100ms, .gap = 0ms};
    policy.connectTimeout = dice.ms(200, 2000);
    policy.heartbeatInterval = dice.ms(200, 5000);
    policy.heartbeatTimeout = dice.ms(200, 2000);
    policy.stableAfter = dice.ms(100, 3000);
    policy.restartSpread = 100ms;
    policy.maxFramesPerSecond = dice.chance(0.2) ? static_cast<int>(dice.between(20, 60)) : 0;
    policy.outbox.windowMessages = static_cast<int>(dice.between(1, 40));
    return policy;
}

//! What there was to see, so that a walk that meets nothing does not pass for a good one.
struct Sights
{
    int connections = 0, resumed = 0, cuts = 0, kills = 0, backups = 0, renamed = 0;
    int accepted = 0, duplicates = 0, rejected = 0, postponed = 0, trimmed = 0;
    int events = 0, repeated = 0, resyncs = 0;
};

//! What the disk holds of the client.
struct Disk
{
    QString producer;
    quint64 reserved = 0;
    std::vector<Message> messages;
    Cursor cursor;
};

//! A connection, with what is between its ends.
struct Line
{
    VisitPtr visit = std::make_shared<Visit>();
    Instant toServer = Instant::min();
    Instant toClient = Instant::min();
    int underway = 0; //!< frames to the server
    int passes = 1'000'000; //!< so many of them will still arrive
    bool upgraded = false;
};
using LinePtr = std::shared_ptr<Line>;

class Walk
{
public:
    Walk(quint64 seed, Sights &sights)
        : m_sights(sights)
        , m_dice(seed)
        , m_server(m_dice, [this](const VisitPtr &visit, QString text) { toClient(visit, text); })
        , m_policy(randomPolicy(m_dice))
    {
        m_disk.producer = u"producer0"_s;
        m_hasBackups = m_dice.chance(0.3);
        begin();
    }

    void run(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            advance();
            if (m_dice.chance(0.3))
                act();
        }
        calmDown();
    }

private:
    // ---- the process ----

    //! Starts the client with what the disk holds.
    void begin()
    {
        m_link = std::make_unique<Link>(std::make_unique<EnvelopeProtocol>(), m_policy);
        m_link->setListeners({.keeper = true});
        m_link->noteSent(m_disk.producer, m_disk.reserved);
        m_link->setProducer(m_disk.producer, m_disk.reserved + 1);
        m_last = m_disk.reserved;
        reserve();
        m_events = {};
        m_events.setMode(CursorMode::Persisted);
        m_events.restart(m_disk.cursor);
        require(!m_link->setCursor(m_disk.cursor), "nothing has begun");
        Restored restored{.last = true};
        for (auto at = m_disk.messages.rbegin(); at != m_disk.messages.rend(); ++at) {
            restored.messages.push_back(*at);
            restored.messages.back().maybeDelivered = true; // nobody knows
        }
        feed(restored);
        feed(Event::Opened);
    }

    void reserve()
    {
        if (m_last + Block / 2 > m_disk.reserved)
            m_disk.reserved = m_last + Block;
        m_link->setSendableThrough(m_disk.reserved);
    }

    //! The store follows at its leisure with the cursor.
    void store()
    {
        reserve();
        if (m_dice.chance(0.2))
            m_disk.cursor = m_events.handled();
    }

    void kill()
    {
        ++m_sights.kills;
        cut();
        m_disk.messages.clear(); // with messages it followed at once
        m_link->outbox().forEach(
            [this](const Message &message, bool) { m_disk.messages.push_back(message); });
        if (m_hasBackups && m_backup && m_dice.chance(0.3)) {
            ++m_sights.backups;
            m_disk = *m_backup;
            // What it has comes once more, at worst; what was sent meanwhile is with the server or
            // lost with the disk.
            for (const Message &message : m_disk.messages)
                m_mayRepeat.insert(message.payload.text());
            for (const QString &text : m_sent)
                m_mayBeLost.insert(text);
        } else if (m_hasBackups && m_dice.chance(0.5)) {
            m_backup = m_disk;
        }
        begin();
    }

    // ---- time ----

    void advance()
    {
        const auto deadline = m_link->deadline();
        if (deadline && (m_agenda.isEmpty() || *deadline <= m_agenda.next())) {
            m_now = std::max(m_now, *deadline);
            feed(Event::Elapsed);
        } else if (!m_agenda.isEmpty()) {
            m_now = std::max(m_now, m_agenda.next());
            m_agenda.take()();
        } else {
            m_now += m_dice.ms(1, 500);
            m_server.publish();
        }
    }

    void act()
    {
        switch (m_dice.between(0, 19)) {
        case 0:
            return cut();
        case 1:
            return m_dice.chance(0.2) ? kill() : feed(Event::Woken);
        case 2:
            if (m_dice.chance(0.1)) {
                m_server.restart();
                cut();
            }
            return;
        case 3:
            if (m_dice.chance(0.2)) {
                m_server.trim();
                cut();
            }
            return;
        case 4:
            return feed(EndpointChanged{.elsewhere = m_dice.chance(0.5)});
        case 5:
        case 6:
        case 7:
        case 8:
            return m_server.publish();
        default:
            return send();
        }
    }

    void send()
    {
        for (qint64 i = m_dice.between(1, 6); i > 0; --i) {
            QString text = u"%1"_s.arg(m_sent.size() + 1);
            if (m_dice.chance(0.02))
                text += u" bad"_s;
            else if (m_dice.chance(0.02))
                text += u' ' + QString(400, u'x'); // more than the server takes
            const auto admission = m_link->send(Payload(text), {}, m_now);
            require(admission.number > m_last, "numbers rise");
            m_last = admission.number;
            m_sent.push_back(text);
            m_texts[m_last] = text;
        }
        store();
        feed(Flush{});
    }

    // ---- the link ----

    void feed(const LinkEvent &event)
    {
        for (const Effect &effect : m_link->handle(event, m_now, m_dice.luck()))
            std::visit([this](const auto &e) { perform(e); }, effect);
        require(m_forgotten.empty(), "forgotten: delivered");
        store();
    }

    template <typename Other> void perform(const Other &) { }

    void perform(const Effects::Dial &)
    {
        cutLine();
        m_line = std::make_shared<Line>();
        m_agenda.at(m_now + m_dice.ms(1, 50), [this, line = m_line] {
            if (line != m_line)
                return;
            line->upgraded = true;
            feed(Upgraded{{.url = QUrl(u"ws://server/"_s),
                           .subprotocol = QString(Envelope::Subprotocol),
                           .nonce = ++m_nonce}});
        });
    }
    void perform(const Effects::Abandon &) { cutLine(); }
    void perform(const Effects::Connected &e)
    {
        ++m_sights.connections;
        m_sights.resumed += e.resumed;
    }
    void perform(const Effects::TakeNewProducer &)
    {
        require(!m_mayRepeat.empty() || m_sights.backups > 0, "only a backup needs a new name");
        ++m_sights.renamed;
        m_disk.producer = u"producer%1"_s.arg(++m_producers);
        m_link->rekeyFrom(1, m_disk.producer);
        m_link->setProducer(m_disk.producer, m_last + 1);
    }
    void perform(const Effects::Forget &e)
    {
        m_forgotten.insert(m_forgotten.end(), e.numbers.begin(), e.numbers.end());
    }
    void perform(const Effects::Write &write)
    {
        require(m_line && m_line->upgraded, "Write only on a connection");
        const LinePtr line = m_line;
        ++line->underway;
        line->toServer = std::max(line->toServer, m_now + m_dice.ms(0, 60));
        m_agenda.at(line->toServer, [this, line, text = write.frame.payload.text()] {
            --line->underway;
            if (line->passes-- > 0)
                m_server.hear(line->visit, text);
        });
        feedLater(Drained{0});
    }
    void perform(const Effects::MessageDelivered &e)
    {
        require(!m_forgotten.empty() && m_forgotten.front() == e.number, "delivered: forgotten");
        m_forgotten.pop_front();
        const QString &text = m_texts.at(e.number);
        const auto &accepted = m_server.accepted;
        require(std::find(accepted.begin(), accepted.end(), text) != accepted.end()
                    || m_server.rejected.contains(text) || m_mayBeLost.contains(text),
                "delivered: the server has accepted it");
    }
    void perform(const Effects::MessageFailed &e)
    {
        require(e.failure == MessageFailure::Rejected, "nothing else makes one fail here");
        const QString &text = m_texts.at(e.number);
        require(m_server.rejected.contains(text) || text.contains(u'x'), "rejected with reason");
        m_failed.insert(text);
        ++m_sights.rejected;
    }

    // ---- the application ----

    void perform(const Effects::Received &e)
    {
        require(e.cursor != Cursor(), "this server says nothing but events");
        require(e.cursor.epoch == m_events.told().epoch
                    && e.cursor.eventId == m_events.told().eventId + 1,
                "the next event, and no other");
        require(e.payload.bytes()
                    == m_server.published.at({e.cursor.epoch, e.cursor.eventId}).toUtf8(),
                "as the server published it");
        require(m_events.handled() == m_events.told(), "the cursor waits for the handlers");
        m_events.beginEvent(e.cursor);
        m_events.end();
        ++m_sights.events;
    }
    void perform(const Effects::Positioned &e)
    {
        require(m_events.told().epoch.isEmpty(), "positioned: once, where nothing was known");
        m_events.moveTo(e.cursor);
    }
    void perform(const Effects::ResyncRequired &e)
    {
        const Cursor &told = m_events.told();
        const bool otherEpoch = told.epoch != e.cursor.epoch;
        require(otherEpoch == (e.reason == ResyncReason::EpochChanged), "for the right reason");
        require(otherEpoch || e.cursor.eventId > told.eventId, "never back");
        if (!otherEpoch)
            require(told.eventId + 1 < m_server.oldestKept(), "only where history was trimmed");
        m_events.beginResync(e.cursor);
        m_events.end();
        ++m_sights.resyncs;
    }

    // ---- the wire ----

    void toClient(const VisitPtr &visit, const QString &text)
    {
        const LinePtr line = m_line;
        if (!line || line->visit != visit)
            return; // nobody is there
        line->toClient = std::max(line->toClient, m_now + m_dice.ms(0, 60));
        m_agenda.at(line->toClient, [this, line, text] {
            if (line != m_line)
                return;
            feed(Event::Heard);
            if (line == m_line)
                feed(Arrived{Frame::text(text)});
        });
    }

    void feedLater(const LinkEvent &event)
    {
        m_agenda.at(m_now, [this, line = m_line, event] {
            if (line == m_line)
                feed(event);
        });
    }

    //! The client's end is gone; some of what is on its way arrives all the same.
    void cutLine()
    {
        if (!m_line)
            return;
        m_line->passes = static_cast<int>(m_dice.between(0, m_line->underway));
        m_server.gone(m_line->visit);
        m_line.reset();
    }

    void cut()
    {
        if (!m_line)
            return;
        ++m_sights.cuts;
        cutLine();
        feed(Ended{{.kind = Ending::Kind::Lost}});
    }

    // ---- the end ----

    void calmDown()
    {
        m_server.isCalm = true;
        m_server.publish(); // shows the hole, if there is one
        const Instant end = m_now + 600s;
        while (m_now < end && !isDone())
            advance();
        require(m_link->outbox().pendingCount() == 0, "everything is settled in the end");
        require(m_events.told() == Cursor({m_server.epoch(), m_server.head()}),
                "every event has come in the end");
        checkMessages();
        m_sights.accepted += static_cast<int>(m_server.accepted.size());
        m_sights.duplicates += m_server.duplicates;
        m_sights.postponed += m_server.postponed;
    }

    [[nodiscard]] bool isDone() const
    {
        return m_link->outbox().pendingCount() == 0
            && m_events.told() == Cursor({m_server.epoch(), m_server.head()});
    }

    void checkMessages() const
    {
        std::map<QString, int> times;
        int before = 0;
        for (const QString &text : m_server.accepted) {
            const int serial = text.section(u' ', 0, 0).toInt();
            const bool again = ++times[text] > 1;
            require(!again || m_mayRepeat.contains(text), "accepted once");
            if (m_mayRepeat.empty())
                require(serial > before, "accepted in order");
            before = serial;
        }
        for (const QString &text : m_sent) {
            const bool failed = m_failed.contains(text) || m_server.rejected.contains(text);
            require(times.contains(text) || failed || m_mayBeLost.contains(text),
                    "nothing is lost, nothing new is taken for a duplicate");
            require(!times.contains(text) || !m_failed.contains(text), "failed: not accepted");
        }
    }

    Sights &m_sights;
    Dice m_dice;
    Agenda m_agenda;
    Instant m_now{1h};
    ModelServer m_server;
    const Policy m_policy;
    std::unique_ptr<Link> m_link;
    LinePtr m_line;
    quint32 m_nonce = 0;
    EventCursor m_events;

    Disk m_disk;
    std::optional<Disk> m_backup;
    bool m_hasBackups = false;
    int m_producers = 0;
    quint64 m_last = 0; //!< number
    std::vector<QString> m_sent;
    std::map<quint64, QString> m_texts; //!< by number, the latest
    std::deque<quint64> m_forgotten; //!< by the disk; to be told as delivered in the same turn
    std::set<QString> m_failed;
    std::set<QString> m_mayRepeat; //!< a backup brought them back
    std::set<QString> m_mayBeLost; //!< the backup did not have them
};

} // namespace

class tst_EventWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesOnceAndInOrder();
};

//! HOLDFAST_SEED=n for one walk, HOLDFAST_WALKS=n for so many.
void tst_EventWalk::everythingComesOnceAndInOrder()
{
    QHashSeed::setDeterministicGlobalSeed(); // a walk is to be the same every day
    bool given = false;
    const quint64 only = qEnvironmentVariable("HOLDFAST_SEED").toULongLong(&given);
    const int asked = qEnvironmentVariableIntValue("HOLDFAST_WALKS");
    const quint64 walks = asked > 0 ? static_cast<quint64>(asked) : 150;
    Sights sights;
    for (quint64 seed = given ? only : 1; seed <= (given ? only : walks); ++seed) {
        try {
            Walk(seed, sights).run(1500);
        } catch (const std::exception &broken) {
            QFAIL(qPrintable(
                u"HOLDFAST_SEED=%1: not so: %2"_s.arg(seed).arg(QString::fromUtf8(broken.what()))));
        }
    }
    qInfo("%d connections (%d resumed), %d cuts, %d kills, %d backups, %d new names; %d accepted, "
          "%d duplicates, %d rejected, %d postponed; %d events, %d resyncs",
          sights.connections, sights.resumed, sights.cuts, sights.kills, sights.backups,
          sights.renamed, sights.accepted, sights.duplicates, sights.rejected, sights.postponed,
          sights.events, sights.resyncs);
    if (given || asked > 0)
        return;
    QVERIFY(sights.connections > 1000 && sights.resumed > 500 && sights.cuts > 1000);
    QVERIFY(sights.kills > 100 && sights.backups > 5 && sights.renamed > 5);
    QVERIFY(sights.accepted > 10'000 && sights.duplicates > 100 && sights.rejected > 50);
    QVERIFY(sights.postponed > 100 && sights.events > 5'000 && sights.resyncs > 50);
}

QTEST_GUILESS_MAIN(tst_EventWalk)
#include "tst_eventwalk.moc"
