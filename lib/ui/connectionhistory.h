// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"
#include "instant.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qlist.h>

#include <functional>
#include <memory>

namespace Holdfast {

class ConnectionHistoryPrivate;
class ReconnectingWebSocket;

//! What a connection did during the last minutes, for whoever draws it: a row for each state,
//! oldest first, and how much waited.
//!
//! It writes down everything at once, and shows it when refresh() is called: not more often than
//! somebody can look. It remembers an hour at most (1000 states), from when the socket was set.
//!
//! The socket must live in the same thread. This object or the socket may be deleted from any of
//! its signals, but for those that say that rows or the model are about to change: there Qt's
//! models allow nothing.
class HOLDFAST_EXPORT ConnectionHistory : public QAbstractListModel
{
    Q_OBJECT
    Q_MOC_INCLUDE("reconnectingwebsocket.h")
    //! Not owned; may be deleted any time.
    Q_PROPERTY(Holdfast::ReconnectingWebSocket *socket READ socket WRITE setSocket NOTIFY
                   socketChanged FINAL)
    //! In ms, 10 000 to 3 600 000 (others are brought into it): how far back it looks. Default:
    //! 120 000.
    Q_PROPERTY(int span READ span WRITE setSpan NOTIFY spanChanged FINAL)

    //! When it was refreshed, in seconds since the socket was set; the unit of all that follows.
    Q_PROPERTY(double now READ now NOTIFY refreshed FINAL)
    //! How much of the span is known: from when the socket was set.
    Q_PROPERTY(double known READ known NOTIFY refreshed FINAL)
    //! How much of that it was connected: 0 to 1.
    Q_PROPERTY(double connectedShare READ connectedShare NOTIFY refreshed FINAL)
    //! The most that waited in each sixtieth of the span; the last of them ends at pendingEnd,
    //! which is now or soon.
    Q_PROPERTY(QList<int> pendingPeaks READ pendingPeaks NOTIFY pendingPeaksChanged FINAL)
    //! Where the last of pendingPeaks ends.
    Q_PROPERTY(double pendingEnd READ pendingEnd NOTIFY refreshed FINAL)
    //! The highest of pendingPeaks.
    Q_PROPERTY(int pendingPeak READ pendingPeak NOTIFY pendingPeaksChanged FINAL)

public:
    //! What a row has.
    enum Role {
        StateRole = Qt::UserRole + 1, //!< "connectionState", a ConnectionState
        BeginRole, //!< "begin", in seconds like now
        EndRole, //!< "end"; that of the last row is now
        AttemptRole, //!< "attempt": it begins with a dial
    };

    explicit ConnectionHistory(QObject *parent = nullptr);
    ~ConnectionHistory() override;

    [[nodiscard]] ReconnectingWebSocket *socket() const;
    void setSocket(ReconnectingWebSocket *socket);
    [[nodiscard]] int span() const;
    void setSpan(int milliseconds);

    [[nodiscard]] double now() const;
    [[nodiscard]] double known() const;
    [[nodiscard]] double connectedShare() const;
    [[nodiscard]] QList<int> pendingPeaks() const;
    [[nodiscard]] double pendingEnd() const;
    [[nodiscard]] int pendingPeak() const;

    //! As QAbstractListModel has it; so are the next two.
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    //! Any monotonic clock instead of the system's, for tests. Forgets what was.
    void setClock(std::function<Instant()> clock);

public Q_SLOTS:
    //! Shows how it is now. Somebody who draws calls it once a second.
    void refresh();

Q_SIGNALS:
    void socketChanged();
    void spanChanged();
    //! There is something new to draw.
    void refreshed();
    void pendingPeaksChanged();

private:
    friend class ConnectionHistoryPrivate;
    const std::unique_ptr<ConnectionHistoryPrivate> d;
};

} // namespace Holdfast
