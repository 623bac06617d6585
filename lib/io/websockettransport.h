// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fifo.h"
#include "handshaketap.h"
#include "transport.h"

#include <QtCore/qbasictimer.h>
#include <QtCore/qpointer.h>
#include <QtNetwork/qabstractsocket.h>

#include <functional>
#include <optional>
#include <variant>

QT_BEGIN_NAMESPACE
class QTcpSocket;
class QWebSocket;
QT_END_NAMESPACE

namespace Holdfast {

//! A transport over one fresh QWebSocket. Everything that QWebSocket gets wrong ends here.
class WebSocketTransport : public Transport
{
    Q_OBJECT

public:
    explicit WebSocketTransport(QObject *parent = nullptr);
    ~WebSocketTransport() override;

    void open(const DialRequest &request) override;
    void write(const Frame &frame) override;
    void hangUp(quint16 code, const QString &reason) override;
    void abandon() override;
    void ignoreSslErrors() override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    // What the socket says, noted down while it speaks …
    void socketConnected();
    void socketFailed(QAbstractSocket::SocketError error);
    void socketClosing();
    void stopListening();
    void socketWrote();
    void tellDrained();
    void note(Frame frame);
    void schedule();
    // … and told from the event loop.
    void tell();
    void conclude();
    [[nodiscard]] qint64 unwritten() const;
    [[nodiscard]] Ending ending() const;
    [[nodiscard]] Ending refusal() const;
    [[nodiscard]] Ending goodbye() const;
    void dropSocket();
    void ask(const std::function<void()> &question);

    QWebSocket *m_socket = nullptr;
    QPointer<QTcpSocket> m_tcp; //!< the socket below; none on WebAssembly
    HandshakeTap m_tap;
    QUrl m_url;

    Fifo<std::variant<Greeting, Frame>> m_inbox;
    bool m_scheduled = false;
    bool m_heard = false;
    bool m_drained = false;
    qint64 m_mostUnwritten = 0; //!< since that was told; 0: there is nothing to tell
    QBasicTimer m_progress; //!< tells it, if nothing else does
    QBasicTimer m_farewell; //!< ends a goodbye that the peer does not answer
    bool m_asking = false; //!< inside a signal of the socket that waits for our answer

    bool m_started = false; //!< the socket found nothing wrong with the request
    bool m_opened = false; //!< nothing before `connected` counts
    bool m_hungUp = false;
    bool m_over = false;
    bool m_mayConclude = false;
    std::optional<Ending> m_early; //!< it never came to a socket
    std::optional<QAbstractSocket::SocketError> m_error;
    QString m_errorText;
    bool m_sawSslErrors = false;
    bool m_askedForProxy = false;
    HandshakeAnswer m_answer;
    bool m_goodbye = false; //!< a close frame came, or QWebSocket sent one of its own
    quint16 m_closeCode = 0;
    QString m_closeReason;
};

} // namespace Holdfast
