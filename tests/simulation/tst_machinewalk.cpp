// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "story.h"

#include <QtCore/qfile.h>
#include <QtCore/qrandom.h>

#include <deque>
#include <iterator>
#include <map>
#include <set>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;
using enum ConnectionState;
using Action = Verdict::Action;

Q_DECLARE_METATYPE(Holdfast::Policy)

namespace {

constexpr int StepsPerPolicy = 200'000;
constexpr Duration LongestServerWait
    = 10min; //!< that a verdict of the walk asks for, luck included

//! One arrow of the picture.
struct Transition
{
    ConnectionState from;
    ConnectionState to;
    Event::Kind event;

    auto operator<=>(const Transition &) const = default;
};
using Transitions = std::set<Transition>;

void note(Transitions &seen, ConnectionState from, const Connection &connection, Event::Kind event,
          Command command)
{
    if (from != connection.state() || command == Command::Dial)
        seen.insert({from, connection.state(), event});
}

//! The picture, as GitHub draws it.
QByteArray mermaid(const Transitions &transitions)
{
    std::map<std::pair<ConnectionState, ConnectionState>, QByteArrayList> arrows;
    for (const auto &[from, to, event] : transitions)
        arrows[{from, to}] += nameOf(event);
    QByteArray text = "```mermaid\nstateDiagram-v2\n    [*] --> Closed\n";
    for (const auto &[ends, events] : arrows)
        text += "    " + nameOf(ends.first) + " --> " + nameOf(ends.second) + " : "
            + events.join(", ") + '\n';
    return text + "```\n";
}

//! Everything that can happen, and for a drop every kind of verdict.
std::vector<Event> everyEvent()
{
    std::vector<Event> events;
    for (int kind = Event::Opened; kind <= Event::Held; ++kind) {
        if (kind != Event::Dropped)
            events.emplace_back(static_cast<Event::Kind>(kind));
    }
    const Verdict verdicts[]
        = {{.category = ErrorCategory::ConnectionLost},
           {.category = ErrorCategory::ServerBusy, .notBefore = 1min},
           {.action = Action::Refresh, .category = ErrorCategory::AuthenticationRejected},
           {.action = Action::FailIfRepeated, .category = ErrorCategory::ProtocolError},
           {.action = Action::Fail, .category = ErrorCategory::TlsFailed},
           {.action = Action::Fail, .category = ErrorCategory::Replaced},
           {.action = Action::Stop, .category = ErrorCategory::None}};
    for (const Verdict &verdict : verdicts)
        events.emplace_back(Event::Dropped, verdict);
    return events;
}

//! Every history of so many events, 3 s apart (or at the deadline); the last event of each adds to
//! what was seen.
void explore(const Connection &connection, Instant now, int depth, Transitions &seen)
{
    static const std::vector<Event> Events = everyEvent();
    for (const Event &event : Events) {
        Connection next = connection;
        const Instant then = event.kind == Event::Elapsed
            ? std::max(now, next.deadline().value_or(now))
            : now + 3s;
        const Command command = next.handle(event, then, 0.5);
        note(seen, connection.state(), next, event.kind, command);
        if (depth > 1)
            explore(next, then, depth - 1, seen);
    }
}

//! All transitions there are. Four events lead into every corner, under policies that make corners
//! near.
const Transitions &explored()
{
    static const Transitions All = [] {
        Policy trusting; // believes at once, and leaves Failed by itself
        trusting.patience = 1;
        trusting.patienceSpan = 0ms;
        trusting.failedRetry = 1min;
        Policy poor; // one dial an hour
        poor.pacing = {.burst = 1, .refill = 1h, .reserve = 0};
        poor.failedRetry = 1min;
        Policy hasty; // one attempt
        hasty.maxAttempts = 1;
        Transitions seen;
        for (const Policy &policy : {Policy(), trusting, poor, hasty})
            explore(Connection(policy), Instant(1h), 4, seen);
        return seen;
    }();
    return All;
}

//! What the picture lacks, or nothing.
QByteArray notExplored(const Transitions &seen)
{
    Transitions unknown;
    std::set_difference(seen.begin(), seen.end(), explored().begin(), explored().end(),
                        std::inserter(unknown, unknown.end()));
    return unknown.empty() ? QByteArray() : QByteArray("The picture lacks\n\n" + mermaid(unknown));
}

//! The dial budget, counted the slow way: over every window that ends with the newest dial.
class Budget
{
public:
    explicit Budget(const PacingPolicy &policy)
        : m_policy(policy)
    {
    }

    [[nodiscard]] QByteArray dial(Instant now)
    {
        if (!m_dials.empty() && now - m_dials.back() < m_policy.gap)
            return "two dials within the gap";
        m_dials.push_back(now);
        if (m_dials.size() > 100)
            m_dials.pop_front();
        for (std::size_t first = 0; first < m_dials.size(); ++first) {
            const Duration span = now - m_dials[first];
            const qint64 allowed = m_policy.burst + span / m_policy.refill + m_policy.reserve
                + span / m_policy.reserveRefill;
            const auto dials = static_cast<qint64>(m_dials.size() - first);
            if (dials > allowed)
                return QByteArray::number(dials) + " dials within "
                    + QByteArray::number(span.count()) + " ms";
        }
        return {};
    }

private:
    PacingPolicy m_policy;
    std::deque<Instant> m_dials;
};

//! A machine, a clock, one socket and a great deal of luck. Each step() checks the invariants of
class Walk
{
public:
    Walk(const Policy &policy, quint32 seed)
        : m_policy(policy)
        , m_connection(policy)
        , m_budget(policy.pacing)
        , m_random(seed)
    {
    }

    //! What is wrong, or nothing.
    [[nodiscard]] QByteArray step()
    {
        const Event event = somethingHappens();
        const Before before{m_connection.state(), m_connection.deadline(),
                            m_connection.attemptCount()};
        if (event.kind == Event::Dropped)
            m_socket = false; // whose ever it was
        const Command command = m_connection.handle(event, m_now, m_random.generateDouble());
        note(m_seen, before.state, m_connection, event.kind, command);
        remember(before.state, event, command);

        for (const QByteArray &wrong :
             {obey(command), checkState(), checkDeadline(), checkTime(before, event, command),
              checkDial(before, command), checkRest(before, event, command)}) {
            if (!wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    //! From here on the peer and the network are healthy and the application wants a connection:
    //! why there is none, or nothing.
    [[nodiscard]] QByteArray recovers() const
    {
        Connection it = m_connection;
        Instant now = m_now;
        const Instant end = now + longestWait() + m_policy.pacing.refill + m_policy.pacing.gap + 1s;
        (void)it.handle(Event::Opened, now, 0.5);
        while (it.state() != Connected) {
            if (now > end)
                return "opened, the peer is healthy, and it does not connect";
            if (it.state() == Connecting) {
                now += m_policy.connectTimeout / 2;
                (void)it.handle(Event::Ready, now, 0.5);
            } else {
                now = std::max(now, it.deadline().value_or(end + 1ms));
                (void)it.handle(Event::Elapsed, now, 0.5);
            }
        }
        (void)it.handle(Event::Answered, now, 0.5);
        for (int beat = 0; beat < 5; ++beat) {
            now = std::max(now, *it.deadline());
            if (it.handle(Event::Elapsed, now, 0.5) == Command::Probe)
                (void)it.handle(Event::Answered, now, 0.5);
            if (it.state() != Connected)
                return "the peer is healthy, and it is dropped";
        }
        // A connection that answers its heartbeats for so long is stable.
        return it.isStable() || m_policy.stableAfter > 5 * m_policy.heartbeatInterval
            ? ""
            : "it never becomes stable";
    }

    [[nodiscard]] const Transitions &seen() const { return m_seen; }

    //! The last steps, for whoever has to find out.
    [[nodiscard]] QByteArray story() const
    {
        QByteArray text;
        for (const QByteArray &line : m_story)
            text += "\n   " + line;
        return text;
    }

private:
    struct Before
    {
        ConnectionState state;
        std::optional<Instant> deadline;
        int attempts;
    };

    int upTo(int most) { return m_random.bounded(most + 1); }

    Event somethingHappens()
    {
        const auto deadline = m_connection.deadline();
        const int dice = m_random.bounded(100);
        if (deadline && dice < 25) { // in time
            m_now = std::max(m_now, *deadline);
            return Event::Elapsed;
        }
        if (dice < 40) { // somewhat later
            m_now += Duration(upTo(3'000));
        } else if (deadline && dice < 50) { // just around the deadline, Elapsed or not
            m_now = std::max(m_now, *deadline + Duration(upTo(2) - 1));
        } else if (dice < 52) { // the machine slept, or the event loop was blocked
            m_now += Duration(upTo(7'200'000));
        }
        if (m_connection.state() == Connecting && upTo(2) == 0)
            return Event::Ready;
        const auto kind = static_cast<Event::Kind>(upTo(Event::Held));
        if (kind == Event::Closed && upTo(3) != 0)
            return Event::Elapsed; // else it is closed most of the time
        if (kind == Event::Answered) // some question of the last minute
            return {kind, m_now - Duration(upTo(60'000))};
        return kind == Event::Dropped ? Event(kind, someVerdict()) : Event(kind);
    }

    Verdict someVerdict()
    {
        static constexpr Action Actions[]
            = {Action::Retry,          Action::Retry,   Action::Retry,
               Action::Retry,          Action::Refresh, Action::FailIfRepeated,
               Action::FailIfRepeated, Action::Fail,    Action::Stop};
        static constexpr ErrorCategory Categories[]
            = {ErrorCategory::ConnectionLost, ErrorCategory::ProtocolError,
               ErrorCategory::Configuration, ErrorCategory::TlsFailed, ErrorCategory::Forbidden};
        Verdict verdict{
            .action = Actions[upTo(8)], .category = Categories[upTo(4)], .weight = upTo(3)};
        if (upTo(3) == 0) {
            verdict.notBefore = Duration(upTo(300'000));
            verdict.spread = Duration(upTo(300'000));
        }
        return verdict;
    }

    void remember(ConnectionState from, const Event &event, Command command)
    {
        m_story.push_back(QByteArray::number(m_now.time_since_epoch().count())
                          + " ms: " + nameOf(from) + ", " + nameOf(event.kind) + " -> "
                          + nameOf(m_connection.state()) + ", " + nameOf(command));
        if (m_story.size() > 20)
            m_story.pop_front();
    }

    //! The longest time that the policy allows between now and a deadline in this state.
    [[nodiscard]] Duration patience() const
    {
        const Duration backoff
            = std::max(m_policy.backoff.cap + m_policy.backoff.floor, m_policy.firstRetrySpread);
        switch (m_connection.state()) {
        case Connecting:
            return m_policy.connectTimeout;
        case Connected:
            return std::max(
                {m_policy.heartbeatInterval, m_policy.heartbeatTimeout, m_policy.probeTimeout});
        case WaitingToRetry:
            switch (m_connection.waitReason()) {
            case WaitReason::Backoff:
                return backoff;
            case WaitReason::Pacing:
                return std::max(m_policy.pacing.refill, m_policy.pacing.gap);
            default:
                return LongestServerWait;
            }
        case WaitingForNetwork:
            return m_policy.networkRetry;
        case Closing:
            return m_policy.closeTimeout;
        case Closed:
            break;
        case Failed:
            return m_policy.failedRetry;
        }
        return 0ms;
    }

    //! Until a dial, whatever is waited for. A wait that the server asked for may follow another.
    [[nodiscard]] Duration longestWait() const
    {
        return LongestServerWait + m_policy.networkRetry + m_policy.backoff.cap
            + m_policy.connectTimeout;
    }

    //! The socket's side: a Dial makes one, an Abandon ends it, and there must be one to speak to.
    [[nodiscard]] QByteArray obey(Command command)
    {
        switch (command) {
        case Command::None:
            return {};
        case Command::Dial:
            m_socket = true; // the old one is abandoned first
            return m_budget.dial(m_now);
        case Command::Abandon:
            return std::exchange(m_socket, false) ? "" : "Abandon without a socket";
        case Command::Probe:
            return m_connection.state() == Connected && m_socket ? ""
                                                                 : "Probe without a connection";
        case Command::HangUp:
            return m_connection.state() == Closing && m_socket ? "" : "HangUp without a connection";
        }
        return "no such command";
    }

    [[nodiscard]] QByteArray checkState() const
    {
        const StateFacts row = facts(m_connection.state());
        if (m_socket != row.holdsSocket)
            return m_socket ? "a socket in a state that holds none"
                            : "no socket in a state that holds one";
        if (row.waits != (m_connection.waitReason() != WaitReason::None))
            return "a wait without a reason, or a reason without a wait";
        if ((m_connection.state() == WaitingForNetwork)
            != (m_connection.waitReason() == WaitReason::Network))
            return "waits for the network for another reason";
        if (!row.waits && m_connection.retryDelay() != 0ms)
            return "a retry delay where nothing waits";
        if (m_connection.state() != Connected
            && (m_connection.isVerifying() || m_connection.isStable()))
            return "verifying or stable without a connection";
        if ((m_connection.state() == Failed) != (m_connection.failure() != ErrorCategory::None))
            return "failed without a reason, or a reason without having failed";
        return {};
    }

    [[nodiscard]] QByteArray checkDeadline() const
    {
        const bool rests = m_connection.state() == Closed
            || (m_connection.state() == Failed && m_policy.failedRetry == 0ms);
        const auto deadline = m_connection.deadline();
        if (rests)
            return deadline ? "a resting state with a deadline" : "";
        if (!deadline)
            return "stuck: no deadline";
        return *deadline - m_now > patience()
            ? "stuck: the deadline is further away than the policy allows"
            : "";
    }

    //! Elapsed before its time does nothing; in time or late it always moves something, so that no
    //! timer fires twice for one deadline.
    [[nodiscard]] QByteArray checkTime(const Before &before, const Event &event,
                                       Command command) const
    {
        if (event.kind != Event::Elapsed)
            return {};
        const bool moved
            = m_connection.state() != before.state || m_connection.deadline() != before.deadline;
        if (!before.deadline || m_now < *before.deadline)
            return moved || command != Command::None ? "an early Elapsed was taken for the deadline"
                                                     : "";
        return moved ? "" : "the deadline was served, and stays";
    }

    //! Dial if and only if Connecting is entered (again).
    [[nodiscard]] QByteArray checkDial(const Before &before, Command command) const
    {
        const bool connecting = m_connection.state() == Connecting;
        if (command == Command::Dial) {
            return connecting && m_connection.deadline() == m_now + m_policy.connectTimeout
                ? ""
                : "Dial without Connecting";
        }
        if (connecting && before.state != Connecting)
            return "Connecting without Dial";
        return connecting
                && (m_connection.deadline() != before.deadline
                    || m_connection.attemptCount() != before.attempts)
            ? "another attempt without Dial"
            : "";
    }

    //! Closed is left by Opened alone, Failed on request or where that is promised.
    [[nodiscard]] QByteArray checkRest(const Before &before, const Event &event,
                                       Command command) const
    {
        const bool left = m_connection.state() != before.state || command != Command::None;
        if (before.state == Closed && left && event.kind != Event::Opened)
            return "something fired after Closed";
        if (before.state != Failed || !left)
            return {};
        switch (event.kind) {
        case Event::Opened:
        case Event::Closed:
        case Event::Retried:
        case Event::Renewed:
        case Event::NetworkFound:
        case Event::NetworkChanged:
        case Event::Woken:
            return {};
        case Event::Elapsed:
            return m_policy.failedRetry > 0ms ? "" : "Failed was left by itself";
        default:
            return "Failed was left unasked";
        }
    }

    Policy m_policy;
    Connection m_connection;
    Budget m_budget;
    QRandomGenerator m_random;
    Instant m_now{1h};
    bool m_socket = false;
    Transitions m_seen;
    std::deque<QByteArray> m_story;
};

quint32 someSeed()
{
    bool given = false;
    const uint seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    return given ? seed : QRandomGenerator::global()->generate();
}

} // namespace

//! A million random events, and then every short history there is. Replay: HOLDFAST_SEED=…
//! tst_machinewalk
class tst_MachineWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsItsInvariants_data();
    void holdsItsInvariants();
    void fourEventsLeadIntoEveryCorner();
    void itsPictureIsTheOneInTheReadme();
};

void tst_MachineWalk::holdsItsInvariants_data()
{
    QTest::addColumn<Policy>("policy");
    QTest::newRow("defaults") << Policy();

    Policy hasty;
    hasty.backoff = {.base = 1ms, .cap = 10ms, .floor = 0ms};
    hasty.connectTimeout = hasty.heartbeatInterval = hasty.heartbeatTimeout = 1s;
    hasty.firstRetrySpread = 0ms;
    hasty.redialAfter = 100ms;
    hasty.stableAfter = 500ms;
    QTest::newRow("hasty") << hasty;

    Policy kiosk;
    kiosk.failedRetry = 1min;
    kiosk.maxAttempts = 2;
    kiosk.patience = 1;
    kiosk.patienceSpan = 0ms;
    QTest::newRow("kiosk") << kiosk;

    Policy poor;
    poor.pacing = {.burst = 1, .refill = 30s, .gap = 1s, .reserve = 1, .reserveRefill = 2min};
    poor.backoff.jitter = Jitter::Equal;
    QTest::newRow("poor") << poor;

    Policy trusting;
    trusting.liveness = Liveness::InboundTraffic;
    trusting.retryAfterNormalClosure = false;
    trusting.backoff.jitter = Jitter::Proportional;
    QTest::newRow("trusting") << trusting;
}

void tst_MachineWalk::holdsItsInvariants()
{
    QFETCH(Policy, policy);
    QCOMPARE(policy.problems(), QStringList());
    const quint32 seed = someSeed();
    qInfo("HOLDFAST_SEED=%u", seed);
    Walk walk(policy, seed);
    for (int step = 0; step < StepsPerPolicy; ++step) {
        QByteArray wrong = walk.step();
        if (wrong.isEmpty() && step % 100 == 0)
            wrong = walk.recovers();
        if (!wrong.isEmpty()) {
            QFAIL(QByteArray("Step " + QByteArray::number(step) + " of HOLDFAST_SEED="
                             + QByteArray::number(seed) + ": " + wrong + walk.story())
                      .constData());
        }
    }
    if (const QByteArray unknown = notExplored(walk.seen()); !unknown.isEmpty())
        QFAIL(unknown.constData());
    QVERIFY(walk.seen().size() > explored().size() / 2);
}

//! So that the picture is complete: a fifth event finds nothing new.
void tst_MachineWalk::fourEventsLeadIntoEveryCorner()
{
    Policy everything; // near every corner at once
    everything.patience = 1;
    everything.patienceSpan = 0ms;
    everything.failedRetry = 1min;
    everything.pacing = {.burst = 2, .refill = 1h, .reserve = 0};
    Transitions seen;
    explore(Connection(everything), Instant(1h), 5, seen);
    if (const QByteArray unknown = notExplored(seen); !unknown.isEmpty())
        QFAIL(unknown.constData());
}

void tst_MachineWalk::itsPictureIsTheOneInTheReadme()
{
    QFile readme(QStringLiteral(HOLDFAST_SOURCE_DIR "/lib/README.md"));
    const QByteArray text
        = readme.open(QIODevice::ReadOnly | QIODevice::Text) ? readme.readAll() : QByteArray();
    const qsizetype from = text.indexOf("```mermaid\n");
    const qsizetype to = text.indexOf("```\n", from + 3);
    const QByteArray shown = from < 0 || to < 0 ? QByteArray() : text.mid(from, to + 4 - from);
    const QByteArray drawn = mermaid(explored());
    if (shown != drawn)
        QFAIL(QByteArray("lib/README.md should show:\n\n" + drawn).constData());
}

QTEST_GUILESS_MAIN(tst_MachineWalk)
#include "tst_machinewalk.moc"
