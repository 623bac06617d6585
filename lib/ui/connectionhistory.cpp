// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "connectionhistory.h"

#include "reconnectingwebsocket.h"
#include "steadytime.h"
#include "timeline.h"

#include <QtCore/qpointer.h>

#include <algorithm>
#include <tuple>

namespace Holdfast {

namespace {

constexpr int PendingParts = 60;

//! What is shown of a band.
struct Row
{
    quint64 number = 0; //!< among all bands since the socket was set
    ConnectionState state = ConnectionState::Closed;
    Instant begin;
    bool attempt = false;
};

} // namespace

class ConnectionHistoryPrivate
{
public:
    explicit ConnectionHistoryPrivate(ConnectionHistory *history)
        : q(history)
    {
    }

    void setSocket(ReconnectingWebSocket *socket);
    // False: a listener has deleted us. Then nothing may be touched any more.
    [[nodiscard]] bool restart();
    [[nodiscard]] bool reset();
    [[nodiscard]] bool refresh();
    void record();
    [[nodiscard]] double seconds(Instant at) const;

    ConnectionHistory *const q;
    QPointer<ReconnectingWebSocket> socket;
    std::function<Instant()> clock = steadyTime;
    Duration span = std::chrono::minutes(2);

    // As of the last refresh.
    QList<Row> rows;
    Instant now;
    Instant pendingEnd;
    Duration known{0};
    double connectedShare = 0;
    QList<int> pendingPeaks = QList<int>(PendingParts, 0);

private:
    [[nodiscard]] bool addRows(Instant from);
    [[nodiscard]] bool dropRows(Instant from);

    Timeline m_timeline;
    Instant m_origin;
};

double ConnectionHistoryPrivate::seconds(Instant at) const
{
    return double((at - m_origin).count()) / 1000;
}

void ConnectionHistoryPrivate::setSocket(ReconnectingWebSocket *other)
{
    if (socket)
        socket->disconnect(q);
    socket = other;
    if (socket) {
        QObject::connect(socket, &ReconnectingWebSocket::snapshotChanged, q, [this] { record(); });
        QObject::connect(socket, &QObject::destroyed, q, [this] { setSocket(nullptr); });
    }
    if (restart())
        Q_EMIT q->socketChanged();
}

//! Forgets what was.
bool ConnectionHistoryPrivate::restart()
{
    m_timeline = {};
    m_origin = clock();
    return reset();
}

void ConnectionHistoryPrivate::record()
{
    if (socket)
        m_timeline.record(socket->snapshot(), clock());
}

//! Shows another part of what was.
bool ConnectionHistoryPrivate::reset()
{
    const QPointer<ConnectionHistory> alive(q);
    q->beginResetModel();
    rows.clear();
    q->endResetModel();
    return alive && refresh();
}

bool ConnectionHistoryPrivate::refresh()
{
    record(); // news that nobody has been told yet
    now = clock();
    const Instant from = now - span;
    known = m_timeline.known(from, now);
    connectedShare = m_timeline.connectedShare(from, now);
    // The parts keep their places in time, so that they do not flicker from one refresh to the
    // next.
    const Duration part = span / PendingParts;
    pendingEnd = m_origin + ((now - m_origin) / part + 1) * part;
    QList<int> peaks = m_timeline.pendingPeaks(pendingEnd - span, pendingEnd, PendingParts);
    const bool others = peaks != pendingPeaks;
    pendingPeaks = std::move(peaks);

    if (!addRows(from) || !dropRows(from))
        return false;
    const QPointer<ConnectionHistory> alive(q);
    if (!rows.isEmpty()) {
        const QModelIndex last = q->index(int(rows.size()) - 1);
        Q_EMIT q->dataChanged(last, last, {ConnectionHistory::EndRole});
    }
    if (alive && others)
        Q_EMIT q->pendingPeaksChanged();
    if (alive)
        Q_EMIT q->refreshed();
    return !alive.isNull();
}

//! Those that have begun since the last time; the first time, those that were not over by then.
bool ConnectionHistoryPrivate::addRows(Instant from)
{
    const auto &bands = m_timeline.bands();
    const int before = int(rows.size());
    QList<Row> fresh;
    quint64 number = m_timeline.forgottenBands();
    for (std::size_t i = 0; i < bands.size(); ++i, ++number) {
        const bool isOver = i + 1 < bands.size() && bands[i + 1].begin <= from;
        if (before > 0 ? number > rows.constLast().number : !isOver)
            fresh.append({.number = number,
                          .state = bands[i].state,
                          .begin = bands[i].begin,
                          .attempt = bands[i].isAttempt()});
    }
    if (fresh.isEmpty())
        return true;
    const QPointer<ConnectionHistory> alive(q);
    q->beginInsertRows({}, before, before + int(fresh.size()) - 1);
    rows += fresh;
    q->endInsertRows();
    if (alive && before > 0) // what was the last row goes on no more
        Q_EMIT q->dataChanged(q->index(before - 1), q->index(before - 1),
                              {ConnectionHistory::EndRole});
    return !alive.isNull();
}

//! Those that were over by then.
bool ConnectionHistoryPrivate::dropRows(Instant from)
{
    qsizetype count = 0;
    while (count < rows.size()
           && (rows[count].number < m_timeline.forgottenBands()
               || (count + 1 < rows.size() && rows[count + 1].begin <= from)))
        ++count;
    if (count == 0)
        return true;
    const QPointer<ConnectionHistory> alive(q);
    q->beginRemoveRows({}, 0, int(count) - 1);
    rows.remove(0, count);
    q->endRemoveRows();
    return !alive.isNull();
}

// ---- the public face ----

ConnectionHistory::ConnectionHistory(QObject *parent)
    : QAbstractListModel(parent)
    , d(std::make_unique<ConnectionHistoryPrivate>(this))
{
    std::ignore = d->restart(); // nobody listens yet
}

ConnectionHistory::~ConnectionHistory() = default;

ReconnectingWebSocket *ConnectionHistory::socket() const { return d->socket; }

void ConnectionHistory::setSocket(ReconnectingWebSocket *socket)
{
    if (d->socket != socket)
        d->setSocket(socket);
}

int ConnectionHistory::span() const { return static_cast<int>(d->span.count()); }

void ConnectionHistory::setSpan(int milliseconds)
{
    const int bounded = std::clamp(milliseconds, 10'000, int(Duration(Timeline::Memory).count()));
    if (span() == bounded)
        return;
    d->span = Duration(bounded);
    const QPointer<ConnectionHistory> alive(this);
    Q_EMIT spanChanged();
    if (alive)
        std::ignore = d->reset();
}

double ConnectionHistory::now() const { return d->seconds(d->now); }

double ConnectionHistory::known() const { return double(d->known.count()) / 1000; }

double ConnectionHistory::connectedShare() const { return d->connectedShare; }

QList<int> ConnectionHistory::pendingPeaks() const { return d->pendingPeaks; }

double ConnectionHistory::pendingEnd() const { return d->seconds(d->pendingEnd); }

int ConnectionHistory::pendingPeak() const
{
    return *std::max_element(d->pendingPeaks.cbegin(), d->pendingPeaks.cend());
}

int ConnectionHistory::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

QVariant ConnectionHistory::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column()))
        return {};
    const Row &row = d->rows.at(index.row());
    switch (role) {
    case StateRole:
        return static_cast<int>(row.state);
    case BeginRole:
        return d->seconds(row.begin);
    case EndRole:
        return d->seconds(index.row() + 1 < d->rows.size() ? d->rows.at(index.row() + 1).begin
                                                           : d->now);
    case AttemptRole:
        return row.attempt;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConnectionHistory::roleNames() const
{
    return {{StateRole, "connectionState"},
            {BeginRole, "begin"},
            {EndRole, "end"},
            {AttemptRole, "attempt"}};
}

void ConnectionHistory::setClock(std::function<Instant()> clock)
{
    d->clock = clock ? std::move(clock) : steadyTime;
    std::ignore = d->restart();
}

void ConnectionHistory::refresh() { std::ignore = d->refresh(); }

} // namespace Holdfast
