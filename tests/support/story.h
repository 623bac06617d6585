// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connection.h"

#include <QtCore/qmetaobject.h>
#include <QtTest/qtest.h>

#include <algorithm>
#include <source_location>
#include <utility>
#include <vector>

namespace Holdfast::Testing {

template <typename Enum> QByteArray nameOf(Enum value)
{
    return QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value));
}

inline QByteArray nameOf(Event::Kind kind)
{
    static constexpr const char *Names[]
        = {"Opened",         "Closed", "Retried",   "Renewed", "NetworkLost", "NetworkFound",
           "NetworkChanged", "Woken",  "Activated", "Dialled", "Ready",       "Heard",
           "Wrote",          "Asked",  "Answered",  "Dropped", "Elapsed",     "Held"};
    return Names[kind];
}

inline QByteArray nameOf(Command command)
{
    static constexpr const char *Names[] = {"None", "Dial", "Probe", "HangUp", "Abandon"};
    return Names[static_cast<int>(command)];
}

//! The defaults, with delays that can be foretold.
inline Policy withoutJitter()
{
    Policy policy;
    policy.backoff.jitter = Jitter::None;
    return policy;
}

//! What the socket tells when the peer said goodbye, by the table of default verdicts.
inline Event goodbye(quint16 closeCode, const QString &reason = {}, const Policy &policy = {})
{
    return {Event::Dropped,
            judge({.kind = Ending::Kind::CloseFrame, .closeCode = closeCode, .reason = reason},
                  policy)};
}

//! The same for a refused upgrade.
inline Event httpAnswer(int status, std::optional<Duration> retryAfter = {},
                        const Policy &policy = {})
{
    return {
        Event::Dropped,
        judge({.kind = Ending::Kind::HttpAnswer, .httpStatus = status, .retryAfter = retryAfter},
              policy)};
}

//! The same for whatever needs no further facts.
inline Event ended(Ending::Kind how, const Policy &policy = {})
{
    return {Event::Dropped, judge({.kind = how}, policy)};
}

//! A Connection under a clock that the test winds.
//!
//!     it.on(Event::Ready).leads(Connected).waits(25s);
//!     it.after(25s).leads(Connected, Command::Probe).waits(10s);
//!
//! The first broken expectation fails the test at its line; what follows from it is not reported.
class Story
{
public:
    explicit Story(const Policy &policy = withoutJitter())
        : connection(policy)
    {
    }

    Connection connection;
    Instant now{std::chrono::hours(1)};
    double luck = 0;
    std::vector<Instant> dials;

    //! Something happens, now.
    Story &on(const Event &event)
    {
        m_story = nameOf(event.kind);
        m_commands.clear();
        feed(event);
        return *this;
    }

    //! Time passes; the machine is woken at each of its deadlines.
    Story &after(Duration duration)
    {
        m_story = QByteArray::number(duration.count()) + " ms";
        m_commands.clear();
        const Instant end = now + duration;
        while (connection.deadline() && *connection.deadline() <= end) {
            now = std::max(now, *connection.deadline());
            const auto before = std::pair(connection.state(), connection.deadline());
            feed(Event::Elapsed);
            if (before == std::pair(connection.state(), connection.deadline()))
                qFatal("busy loop: the deadline passed, was served, and stays");
        }
        now = end;
        return *this;
    }

    //! Time passes while nobody looks: timers come late.
    Story &unattended(Duration duration)
    {
        now += duration;
        return *this;
    }

    //! The commands of the last step were this one (none, if None), and the state is now that one.
    Story &leads(ConnectionState state, Command command = Command::None,
                 std::source_location where = std::source_location::current())
    {
        const std::vector<Command> commands
            = command == Command::None ? std::vector<Command>{} : std::vector{command};
        return expect(connection.state() == state && m_commands == commands,
                      "state " + nameOf(state) + ", command " + nameOf(command), where);
    }

    //! The deadline is this far away.
    Story &waits(Duration duration, std::source_location where = std::source_location::current())
    {
        return expect(connection.deadline() == now + duration, describe(now + duration), where);
    }

    //! There is no deadline.
    Story &rests(std::source_location where = std::source_location::current())
    {
        return expect(!connection.deadline(), describe(std::nullopt), where);
    }

    Story &because(WaitReason reason, std::source_location where = std::source_location::current())
    {
        return expect(connection.waitReason() == reason, "wait reason " + nameOf(reason), where);
    }

    Story &failsWith(ErrorCategory category,
                     std::source_location where = std::source_location::current())
    {
        return expect(connection.state() == ConnectionState::Failed
                          && connection.failure() == category,
                      "state Failed, failure " + nameOf(category), where);
    }

    //! The peer answers whatever it was asked, so that the connection becomes stable.
    Story &stabilizes()
    {
        on(Event::Answered);
        return after(std::chrono::seconds(10));
    }

    //! From Closed to a fresh connection.
    Story &connects()
    {
        on(Event::Opened);
        return on(Event::Ready);
    }

private:
    void feed(const Event &event)
    {
        const Command command = connection.handle(event, now, luck);
        if (command != Command::None)
            m_commands.push_back(command);
        if (command == Command::Dial)
            dials.push_back(now);
    }

    [[nodiscard]] QByteArray describe(std::optional<Instant> deadline) const
    {
        return deadline ? "deadline in " + QByteArray::number((*deadline - now).count()) + " ms"
                        : QByteArray("no deadline");
    }

    Story &expect(bool holds, const QByteArray &expected, std::source_location where)
    {
        if (holds || m_broken)
            return *this;
        m_broken = true;
        QByteArrayList commands;
        for (const Command command : m_commands)
            commands += nameOf(command);
        QByteArray found = "state " + nameOf(connection.state()) + ", command "
            + (commands.isEmpty() ? QByteArray("None") : commands.join(" + ")) + ", "
            + describe(connection.deadline());
        if (connection.waitReason() != WaitReason::None)
            found += ", wait reason " + nameOf(connection.waitReason());
        if (connection.state() == ConnectionState::Failed)
            found += ", failure " + nameOf(connection.failure());
        const QByteArray message
            = "After " + m_story + "\n   Found:    " + found + "\n   Expected: " + expected;
        QTest::qFail(message.constData(), where.file_name(), static_cast<int>(where.line()));
        return *this;
    }

    QByteArray m_story = "nothing";
    std::vector<Command> m_commands; //!< of the last step, without None
    bool m_broken = false;
};

} // namespace Holdfast::Testing
