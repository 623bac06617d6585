// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "frame.h"
#include "instant.h"

#include <QtCore/qbytearraylist.h>

#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

namespace Holdfast::Testing {

//! An invariant does not hold.
struct Broken : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

inline void require(bool holds, const char *what)
{
    if (!holds)
        throw Broken(what);
}

//! Luck, reproducible.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }

    double luck() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return luck() < probability; }
    //! In [least, most].
    qint64 between(qint64 least, qint64 most)
    {
        return least + static_cast<qint64>(luck() * static_cast<double>(most - least + 1));
    }
    Duration ms(qint64 least, qint64 most) { return Duration(between(least, most)); }

private:
    std::mt19937_64 m_engine;
};

//! What happens when, besides the link's own deadline.
class Agenda
{
public:
    void at(Instant when, std::function<void()> what) { m_events.emplace(when, std::move(what)); }
    [[nodiscard]] bool isEmpty() const { return m_events.empty(); }
    [[nodiscard]] Instant next() const { return m_events.begin()->first; }
    [[nodiscard]] std::function<void()> take()
    {
        auto what = std::move(m_events.begin()->second);
        m_events.erase(m_events.begin());
        return what;
    }

private:
    std::multimap<Instant, std::function<void()>> m_events; // equal keys keep their order
};

//! One connection, both ends and what is between them. It outlives its abandonment: frames that the
//! kernel took may still arrive, late, or vanish.
struct Wire
{
    struct Buffered
    {
        Frame frame;
        qint64 left;
    };
    enum class Pongs { Prompt, Late, NewestOnly, Never };

    // The client's end.
    bool upgraded = false;
    bool hungUp = false;
    bool over = false; //!< for the client
    std::deque<Buffered> buffer; //!< what the kernel has not taken
    qint64 unwritten = 0;
    bool draining = false;
    std::vector<quint64> written; //!< the messages
    bool anyConfirmed = false; //!< of these
    quint64 lastData = 0; //!< of the server's own frames, the last that the application got

    // What is between them.
    bool silent = false; //!< nothing comes through any more
    bool muted = false; //!< the server reads, its answers vanish
    int sent = 0; //!< frames that the kernel took
    int arrived = 0;
    int passes = std::numeric_limits<int>::max(); //!< so many of them arrive
    Duration late{0};
    Instant lastToServer = Instant::min();
    Instant lastToClient = Instant::min();

    // The server's end.
    bool choked = false; //!< on a message that it cannot cope with
    Pongs pongs = Pongs::Prompt;
    QByteArrayList unanswered;
    bool greeted = false;
    quint64 lastSeen = 0;
    quint64 refusedFrom = 0; //!< "not yet" was said to this and all behind it
    quint64 dataSent = 0;
};
using WirePtr = std::shared_ptr<Wire>;

//! The number of a message frame; 0 if it is another one.
inline quint64 numberOf(const Frame &frame)
{
    if (!frame.isData())
        return 0;
    const QByteArray bytes = frame.payload.bytes();
    if (!bytes.startsWith('m'))
        return 0;
    return bytes.mid(1, bytes.indexOf(' ') - 1).toULongLong();
}

} // namespace Holdfast::Testing
