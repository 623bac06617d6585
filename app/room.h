// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "destination.h"
#include "messagelist.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>

#include "reconnectingwebsocket.h"

//! A conversation with any server: one socket, and a list of what was said on both sides, word for
//! word.
class Room : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Holdfast::ReconnectingWebSocket *socket READ socket CONSTANT FINAL)
    Q_PROPERTY(MessageList *messages READ messages CONSTANT FINAL)
    Q_PROPERTY(QString address READ address NOTIFY destinationChanged FINAL)
    Q_PROPERTY(QString queueName READ queueName NOTIFY destinationChanged FINAL)
    Q_PROPERTY(ProtocolNames::ProtocolName protocol READ protocol NOTIFY destinationChanged FINAL)
    Q_PROPERTY(int sent READ sent NOTIFY scoreChanged FINAL)
    Q_PROPERTY(int delivered READ delivered NOTIFY scoreChanged FINAL)
    Q_PROPERTY(int failed READ failed NOTIFY scoreChanged FINAL)
    Q_PROPERTY(int received READ received NOTIFY scoreChanged FINAL)

public:
    explicit Room(QObject *parent = nullptr);
    ~Room() override;

    [[nodiscard]] Holdfast::ReconnectingWebSocket *socket() { return &m_socket; }
    [[nodiscard]] MessageList *messages() { return &m_messages; }
    [[nodiscard]] const Destination &destination() const { return m_destination; }
    //! The url, as it may be shown; empty: there is none yet.
    [[nodiscard]] QString address() const { return m_destination.shownUrl(); }
    [[nodiscard]] QString queueName() const { return m_destination.queueName; }
    [[nodiscard]] ProtocolName protocol() const { return m_destination.protocol; }

    //! What was said here, and what an earlier run left in the queue.
    [[nodiscard]] int sent() const { return m_sent; }
    [[nodiscard]] int delivered() const { return m_delivered; }
    //! Of the sent, those that will not be delivered.
    [[nodiscard]] int failed() const { return m_failed; }
    [[nodiscard]] int received() const { return m_received; }

    //! Goes there and connects. What waits goes along, unless it is in another queue: then it stays
    //! there, or, from memory, fails. In a queue for another server it is held, unless \a
    //! takeAlong.
    void go(const Destination &destination, bool takeAlong = false);

    //! Connects; also from Failed, and then again.
    Q_INVOKABLE void connectAgain();
    Q_INVOKABLE void disconnectNow();
    //! In any state.
    Q_INVOKABLE void say(const QString &text);

Q_SIGNALS:
    void destinationChanged();
    void scoreChanged();

private:
    void hearText(const QString &text);
    void hearBytes(const QByteArray &bytes);
    //! In the list, from now on; its number there.
    quint64 add(const QString &text, const QString &detail);
    void mark(quint64 number, Mark mark);
    void settle(quint64 number);
    void fail(quint64 number, Holdfast::MessageFailure why);
    void giveUp(quint64 row, Holdfast::MessageFailure why);
    void leaveQueue(const Destination &before);
    void recall();

    Destination m_destination;
    Holdfast::ReconnectingWebSocket m_socket;
    MessageList m_messages;
    QHash<quint64, quint64> m_rows; //!< pending: the socket's number → that in the list
    QList<quint64> m_refused; //!< in the list; the reason is on its way
    quint64 m_last = 0; //!< in the list
    int m_sent = 0;
    int m_delivered = 0;
    int m_failed = 0;
    int m_received = 0;
    bool m_takesAlong = false; //!< what the queue holds for another server
    bool m_recalled = true; //!< what an earlier run left is in the list
};
