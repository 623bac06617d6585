// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtNetwork/qnetworkrequest.h>

QT_BEGIN_NAMESPACE
class QTcpSocket;
class QWebSocket;
QT_END_NAMESPACE

namespace Holdfast {

//! One client's socket, upgraded. What QWebSocket gets wrong at the server's end, ends here.
//!
//! Its signals come from inside of the socket: whoever hears them takes a note, and acts on it from
//! the event loop.
class HubConnection : public QObject
{
    Q_OBJECT

public:
    //! Takes both sockets. \a tcp is the one below, which QWebSocket does not hand out.
    HubConnection(QWebSocket *socket, QTcpSocket *tcp, QObject *parent);
    ~HubConnection() override; //!< resets it

    [[nodiscard]] QNetworkRequest request() const;
    //! What was agreed upon; empty: nothing.
    [[nodiscard]] QString subprotocol() const;

    //! Of one frame, bytes of UTF-8. Somewhat larger ones are reported as tooLarge(), which leaves
    //! time for a goodbye; far larger ones are never in memory, and end the connection.
    void setMaxMessageBytes(qint64 bytes);

    //! After the end: ignored, as is everything that follows close().
    void sendText(const QString &text);
    void sendBinary(const QByteArray &bytes);
    //! Bytes that the kernel has not taken yet.
    [[nodiscard]] qint64 unsentBytes() const;

    //! A ping. False, and no ping: nothing has come in since the last but one.
    [[nodiscard]] bool beat();

    //! Says goodbye, and goes on reading until the peer has answered: whoever closes a TCP
    //! connection with something unread resets it, and a reset destroys the goodbye. It waits for
    //! finished(); someone else must lose patience.
    void close(quint16 code, const QString &reason);
    //! Resets it, without any signal.
    void abort();
    //! Reads nothing more, and later goes on where it was. Meanwhile it signals nothing.
    void setFrozen(bool frozen);

    //! finished() was emitted, or would have been.
    [[nodiscard]] bool isFinished() const;

Q_SIGNALS:
    void textReceived(const QString &text);
    void binaryReceived(const QByteArray &bytes);
    void tooLarge();
    //! Something was read or written.
    void stirred();
    //! Nothing more will be received: the peer has said goodbye, broken the rules, or is gone. Not
    //! after close().
    void ended();
    //! The socket is closed; not after abort().
    void finished();

private:
    void end();
    [[nodiscard]] bool fits(const QString &text) const;

    QWebSocket *m_socket;
    QPointer<QTcpSocket> m_tcp; //!< Qt deletes it when it is disconnected
    qint64 m_maxMessageBytes = 0;
    quint8 m_unanswered = 0; //!< pings
    bool m_over = false; //!< ended, closed or aborted
    bool m_frozen = false;
};

} // namespace Holdfast
