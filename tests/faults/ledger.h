// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "peer.h"
#include "quick.h"

#include <QtCore/qhash.h>

namespace Holdfast {

//! Finds silence within half a second, and retries at once.
[[nodiscard]] Policy impatient();

//! A client, the server that it talks to, and what the one sent and the other got.
//!
//! Every moment P4 to P6 are looked at; wrong() says what was wrong first. For a server that knows
//! nothing of Holdfast they mean: on each connection the messages come one after the other and
//! without a gap, each comes for the first time after all before it, none is lost, and what was
//! reported delivered is there and is never written again. So duplicates are at the seams only.
class Ledger : public QObject
{
    Q_OBJECT

public:
    //! The client dials \a door, a way to \a peer.
    Ledger(Peer &peer, const QUrl &door, const Policy &policy = impatient());

    Client client;

    //! The next message, of about \a bytes.
    void send(int bytes = 20);
    void send(int count, int bytes)
    {
        for (int i = 0; i < count; ++i)
            send(bytes);
    }

    [[nodiscard]] int sentCount() const { return m_sent; }
    //! Different ones.
    [[nodiscard]] int arrivedCount() const { return m_arrived; }
    [[nodiscard]] int deliveredCount() const { return m_delivered; }
    [[nodiscard]] int repeatedCount() const { return m_repeated; }
    [[nodiscard]] int connectedCount() const { return m_connected; }
    [[nodiscard]] bool isSettled() const
    {
        return m_arrived == m_sent && m_delivered == m_sent && client.pendingMessageCount() == 0;
    }
    //! What the peer had to tell has been told, so what is delivered must have arrived.
    void expectThatTheDeliveredArrived();

    [[nodiscard]] QString wrong() const { return m_wrong; }

private:
    void hear(int connection, const QString &text);
    void noteDelivered(quint64 number);
    void accuse(const QString &what);

    Peer &m_peer;
    QHash<quint64, int> m_pending; //!< the ordinal of each number
    QHash<int, int> m_lastOf; //!< the ordinal that came last on each connection
    QString m_wrong;
    quint64 m_lastNumber = 0;
    int m_sent = 0;
    int m_arrived = 0;
    int m_delivered = 0;
    int m_repeated = 0;
    int m_connected = 0;
    int m_dials = 0;
};

} // namespace Holdfast
