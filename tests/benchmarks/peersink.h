// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "sink.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qset.h>
#include <QtCore/qtimer.h>

#include <atomic>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace Holdfast::Testing {

//! A server for everybody's clients, one at a time: it reads texts that begin with a number of
//! eight digits and keeps account of them. Those of socket.io it greets and acknowledges in their
//! own language, and it can be cut off like a cable.
class PeerSink : public Counter
{
public:
    struct Account
    {
        int distinct = 0;
        int duplicates = 0;
        int disordered = 0; //!< new, but after a later one
        double reconnectMs = -1; //!< from when it listened again until somebody was connected
    };

    PeerSink();
    ~PeerSink() override;

    [[nodiscard]] QUrl url() const override { return m_url; }
    [[nodiscard]] qint64 received() const { return m_received; }
    [[nodiscard]] Account account();
    //! Reads nothing for so long, resets everybody without having read what came meanwhile, and
    //! refuses them for so long. Returns at once.
    void cut(int frozenMs, int downMs);

private:
    void welcome();
    void hear(QWebSocket *client, const QString &text);
    void note(QStringView text);

    std::unique_ptr<QWebSocketServer> m_server;
    QUrl m_url;
    std::atomic<qint64> m_received = 0;
    QSet<int> m_seen;
    int m_highest = 0;
    Account m_account;
    QElapsedTimer m_back; //!< since it listened again
};

} // namespace Holdfast::Testing
