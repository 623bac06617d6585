// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "envelope.h"
#include "tst_linkwalk_server.h"

#include <QtCore/quuid.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace Holdfast::Testing {

//! A connection as the model server sees it.
struct Visit
{
    bool greeted = false;
    bool over = false; //!< the client hears nothing any more
    quint64 refusedFrom = 0; //!< "not yet" was said to this number
    quint64 settled = 0; //!< highest number that an ack may name
    bool syncing = false; //!< batches are on their way, and no live events
    quint64 sentThrough = 0;
};
using VisitPtr = std::shared_ptr<Visit>;

//! The far end of the envelope protocol, written so that it cannot be wrong: it drops duplicates,
//! keeps a log, and is moody in every way that the protocol allows.
class ModelServer
{
public:
    using Say = std::function<void(const VisitPtr &, QString text)>;

    ModelServer(Dice &dice, Say say)
        : m_dice(dice)
        , m_say(std::move(say))
    {
    }

    // What it has seen and done.
    std::vector<QString> accepted; //!< payloads, in order
    std::set<QString> rejected; //!< payloads, for good
    std::map<std::pair<QString, quint64>, QString> published; //!< every event ever
    int duplicates = 0;
    int postponed = 0;
    int resumed = 0;
    bool isCalm = false; //!< does nothing unpleasant any more

    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    [[nodiscard]] quint64 head() const { return m_head; }
    [[nodiscard]] quint64 oldestKept() const { return m_oldest; }

    void publish()
    {
        ++m_head;
        published[{m_epoch, m_head}] = QStringLiteral("%1 of %2").arg(m_head).arg(m_epoch);
        for (const VisitPtr &visit : m_visits)
            sendLive(visit);
    }
    void trim() { m_oldest = std::max(m_oldest, m_head - std::min<quint64>(m_head, 2) + 1); }
    //! Another life with an empty log: sessions are lost, what was accepted is not.
    void restart()
    {
        m_epoch = QStringLiteral("epoch%1").arg(++m_lives);
        m_head = 0;
        m_oldest = 1;
        m_sessions.clear();
        m_visits.clear();
    }

    void hear(const VisitPtr &visit, const QString &text)
    {
        std::visit([&](const auto &frame) { on(visit, frame); }, Envelope::parseClientFrame(text));
    }
    void gone(const VisitPtr &visit) { std::erase(m_visits, visit); }

private:
    void on(const VisitPtr &visit, const Envelope::Hello &hello)
    {
        require(!visit->greeted, "one hello");
        visit->greeted = true;
        m_visits.push_back(visit);
        const bool known = m_sessions.contains(hello.session);
        resumed += known;
        const QString session
            = known ? hello.session : QStringLiteral("session%1").arg(++m_lastSession);
        m_sessions.insert(session);
        Envelope::Welcome welcome{.session = session,
                                  .resumed = known,
                                  .epoch = m_epoch,
                                  .head = m_head,
                                  .heartbeat = Duration(m_dice.chance(0.5) ? 0 : 30'000),
                                  .maxMessageBytes = 300};
        if (const auto at = m_highest.find(hello.producer); at != m_highest.end())
            welcome.receivedThrough = at->second;
        m_say(visit, toText(welcome));
        visit->sentThrough = m_head;
        if (hello.cursor)
            answer(visit, *hello.cursor);
    }

    void on(const VisitPtr &visit, const Envelope::Sync &sync)
    {
        if (!visit->syncing)
            answer(visit, sync.cursor);
    }

    void answer(const VisitPtr &visit, const Cursor &cursor)
    {
        const bool otherEpoch = cursor.epoch != m_epoch;
        if (otherEpoch || cursor.eventId > m_head || cursor.eventId + 1 < m_oldest) {
            const ResyncReason reason = otherEpoch ? ResyncReason::EpochChanged
                : cursor.eventId > m_head          ? ResyncReason::CursorAhead
                                                   : ResyncReason::HistoryTrimmed;
            m_say(visit, toText(Envelope::Reset{reason, {m_epoch, m_head}}));
            visit->sentThrough = m_head;
            return;
        }
        visit->sentThrough = cursor.eventId;
        std::vector<QString> members;
        do {
            members.clear();
            const qint64 most = m_dice.between(1, 4);
            for (qint64 i = 0; i < most && visit->sentThrough < m_head; ++i)
                members.push_back(membersOf(event(++visit->sentThrough)));
            m_say(visit, Envelope::batchText(members, visit->sentThrough < m_head));
        } while (visit->sentThrough < m_head);
    }

    void sendLive(const VisitPtr &visit)
    {
        while (visit->sentThrough < m_head) {
            ++visit->sentThrough;
            if (isCalm || !m_dice.chance(0.05)) // a hole, for the client to find
                m_say(visit, toText(event(visit->sentThrough)));
        }
    }

    [[nodiscard]] Envelope::ServerEvent event(quint64 id) const
    {
        const QString &text = published.at({m_epoch, id});
        if (id % 3 == 0)
            return {id, Envelope::Content(text.toUtf8())};
        return {id, Envelope::Content(QJsonValue(text))};
    }

    void on(const VisitPtr &visit, const Envelope::ClientMessage &message)
    {
        require(visit->greeted, "hello comes first");
        const quint64 number = message.number;
        if (visit->refusedFrom != 0 && number != visit->refusedFrom)
            return;
        visit->refusedFrom = 0;
        const auto key = Envelope::parseKey(message.key);
        require(key && key->number == number, "the key names the number");
        const QString text = message.content.toPayload().text();
        quint64 &highest = m_highest[key->producer];
        if (number <= highest) {
            ++duplicates;
        } else if (!isCalm && m_dice.chance(0.02)) {
            visit->refusedFrom = number;
            ++postponed;
            ack(visit);
            m_say(visit,
                  toText(Envelope::Reject{number, QStringLiteral("later"), m_dice.ms(0, 200)}));
            return;
        } else if (text.contains(u"bad")) {
            rejected.insert(text);
            m_say(visit, toText(Envelope::Reject{number, QStringLiteral("no"), {}}));
        } else {
            highest = number;
            accepted.push_back(text);
        }
        visit->settled = number;
        if (isCalm || m_dice.chance(0.5))
            ack(visit);
    }

    void ack(const VisitPtr &visit)
    {
        if (visit->settled > 0 && (isCalm || !m_dice.chance(0.3))) // lost acks
            m_say(visit, toText(Envelope::Ack{visit->settled}));
    }

    void on(const VisitPtr &visit, const Envelope::Ping &ping)
    {
        if (visit->greeted)
            ack(visit);
        m_say(visit, toText(Envelope::Pong{ping.at}));
    }
    void on(const VisitPtr &, const Envelope::Unknown &) { require(false, "known types only"); }
    void on(const VisitPtr &, const Envelope::Malformed &) { require(false, "frames parse"); }

    Dice &m_dice;
    Say m_say;
    QString m_epoch = QStringLiteral("epoch1");
    quint64 m_head = 0;
    quint64 m_oldest = 1;
    int m_lives = 1;
    std::set<QString> m_sessions;
    int m_lastSession = 0;
    std::map<QString, quint64> m_highest; //!< accepted, by producer
    std::vector<VisitPtr> m_visits; //!< in the order in which they came: a seed tells one story
};

} // namespace Holdfast::Testing
