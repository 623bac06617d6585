// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "websockettransport.h"

#include "qtcompat.h"
#include "socketoptions.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qcoreevent.h>
#include <QtCore/qdatetime.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qsslsocket.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsockethandshakeoptions.h>

#include <algorithm>

namespace Holdfast {

namespace {

// Short against every deadline that progress postpones.
constexpr int ProgressInterval = 10; // ms
//! What Qt 6.11 itself grants a peer to answer a goodbye; after that it would wait for ever.
constexpr int FarewellTime = 3000; // ms

//! The socket below; none on WebAssembly.
QTcpSocket *tcpOf(const QWebSocket *socket)
{
    return socket->findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
}

bool usesProxy(const QWebSocket *socket)
{
    const QNetworkProxy::ProxyType type = socket->proxy().type();
    return type != QNetworkProxy::NoProxy && type != QNetworkProxy::DefaultProxy;
}

void reset(QWebSocket *socket)
{
    if (const QTcpSocket *tcp = tcpOf(socket);
        tcp && tcp->state() != QAbstractSocket::UnconnectedState)
        SocketOptions::discardOnClose(tcp->socketDescriptor());
    socket->abort();
    // Now: a thread that ends delivers no deleteLater(). We are not inside one of its signals: the
    // two in which the application is called see to that in ask(), the others only take notes.
    delete socket;
}

} // namespace

WebSocketTransport::WebSocketTransport(QObject *parent)
    : Transport(parent)
{
}

WebSocketTransport::~WebSocketTransport() { dropSocket(); }

void WebSocketTransport::open(const DialRequest &dial)
{
    if (const QString problem = dial.problem(); !problem.isEmpty()) {
        m_early = Ending{.kind = Ending::Kind::BadRequest, .detail = problem};
        return conclude();
    }
    QNetworkRequest request = dial.request;
    m_url = request.url();
    if (m_url.path().isEmpty())
        m_url.setPath(QStringLiteral("/"));
    request.setUrl(m_url);

    // The socket has no parent: it may have to outlive us, when we are deleted from inside its
    // signal.
    m_socket = new QWebSocket;
    connect(m_socket, &QWebSocket::connected, this, &WebSocketTransport::socketConnected,
            Qt::SingleShotConnection);
#if HOLDFAST_QT_HAS_ERROR_OCCURRED
    constexpr auto failed = &QWebSocket::errorOccurred;
#else
    constexpr auto failed = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
    connect(m_socket, failed, this, &WebSocketTransport::socketFailed);
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocketTransport::conclude);
    connect(
        m_socket, &QWebSocket::stateChanged, this, [this] { m_started = true; },
        Qt::SingleShotConnection);
    connect(m_socket, &QWebSocket::aboutToClose, this, &WebSocketTransport::socketClosing);
    connect(m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { note(Frame::text(text)); });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { note(Frame::binary(bytes)); });
    connect(m_socket, &QWebSocket::pong, this,
            [this](quint64, const QByteArray &bytes) { note(Frame::pong(bytes)); });
    connect(m_socket, &QWebSocket::bytesWritten, this, &WebSocketTransport::socketWrote);
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_sawSslErrors = true;
        ask([&] { Q_EMIT sslErrors(errors); });
    });
    connect(m_socket, &QWebSocket::proxyAuthenticationRequired, this,
            [this](const QNetworkProxy &proxy, QAuthenticator *authenticator) {
                // Once an attempt: Qt tries a wrong password again and again, without a pause.
                if (!std::exchange(m_askedForProxy, true))
                    ask([&] { Q_EMIT proxyAuthenticationRequired(proxy, authenticator); });
            });

    m_socket->setProxy(dial.proxy);
    if (dial.sslConfiguration)
        m_socket->setSslConfiguration(*dial.sslConfiguration);
    if (!dial.expectedSslErrors.isEmpty())
        m_socket->ignoreSslErrors(dial.expectedSslErrors);
    // Both: the message limit alone is looked at only when the whole frame is in memory.
    m_socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(dial.maxIncomingBytes));
    m_socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(dial.maxIncomingBytes));
    // One frame a message: Qt up to 6.8 cuts text at any byte and cannot put it together again.
    m_socket->setOutgoingFrameSize(QWebSocket::maxOutgoingFrameSize());

    QWebSocketHandshakeOptions options;
    options.setSubprotocols(dial.subprotocols);
    m_socket->open(request, options);
    if (dial.ignoreAllSslErrors)
        m_socket->ignoreSslErrors(); // open() has made Qt forget it, if it was said before

    m_tcp = tcpOf(m_socket);
    m_tap.attach(m_tcp);
    if (m_tcp) {
        connect(
            m_tcp, &QTcpSocket::connected, this,
            [this] { SocketOptions::tuneForLiveness(m_tcp->socketDescriptor()); },
            Qt::SingleShotConnection);
        connect(m_tcp, &QTcpSocket::readyRead, this, [this] {
            m_heard = true;
            schedule();
        });
    }
    if (m_error && !m_over && !m_started) {
        // An error inside open() without any change of state: QWebSocket did not like the request,
        // and there will be no `disconnected`. (A socket may fail inside open() as well: no route,
        // say. That is no fault of the request.)
        m_early = Ending{.kind = Ending::Kind::BadRequest, .detail = m_errorText};
    }
}

void WebSocketTransport::write(const Frame &frame)
{
    // Not asked of QWebSocket: since 6.11 it stays connected after a goodbye, also one of its own,
    // and would still send. And a socket that has ended, which we have not told yet, would complain
    // of a ping.
    if (!m_opened || m_hungUp || m_goodbye || m_over || m_mayConclude)
        return;
    switch (frame.kind) {
    case Frame::Kind::Text:
        m_socket->sendTextMessage(frame.payload.text());
        break;
    case Frame::Kind::Binary:
        m_socket->sendBinaryMessage(frame.payload.bytes());
        break;
    case Frame::Kind::Ping:
        m_socket->ping(frame.payload.bytes());
        break;
    case Frame::Kind::Pong:
        break; // QWebSocket answers pings itself
    }
}

void WebSocketTransport::hangUp(quint16 code, const QString &reason)
{
    if (!m_opened || m_hungUp || m_over)
        return;
    m_hungUp = true;
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

void WebSocketTransport::abandon()
{
    m_over = true;
    m_inbox.clear();
    dropSocket();
}

void WebSocketTransport::ignoreSslErrors()
{
    if (m_socket)
        m_socket->ignoreSslErrors();
}

void WebSocketTransport::socketConnected()
{
    m_tap.close();
    m_opened = true;
    m_inbox.append(Greeting{.url = m_url, .subprotocol = m_socket->subprotocol()});
    schedule();
}

void WebSocketTransport::socketFailed(QAbstractSocket::SocketError error)
{
    // Several may come, and a proxy's name comes late: the last one that says something counts, but
    // "the remote host closed" after a refusal says nothing.
    if (!m_error || error != QAbstractSocket::RemoteHostClosedError) {
        m_error = error;
        m_errorText = m_socket->errorString();
    }
    if (!m_opened) {
        if (const QByteArray raw = m_tap.drain(); !raw.isEmpty()) {
            m_answer = HandshakeAnswer::parse(raw, QDateTime::currentDateTimeUtc());
            // QWebSocket's word for an answer that it does not like. Who refuses a connection says
            // nothing.
            m_answer.isForeign
                |= m_answer.status == 0 && error == QAbstractSocket::ConnectionRefusedError;
        }
    }
    conclude();
}

void WebSocketTransport::socketClosing()
{
    // Also on a reset, but then the error came first; and again later, when the code may be stale.
    if (!m_opened || m_goodbye || m_error)
        return;
    m_goodbye = true;
    m_closeCode = static_cast<quint16>(m_socket->closeCode());
    m_closeReason = m_socket->closeReason();
    if (!m_hungUp) // how long ours may take is not for us to say
        stopListening();
}

//! Until 6.8 the connection ends with a goodbye. 6.11 stays for the peer's answer; and where the
//! goodbye is QWebSocket's own (a message too big, nonsense) there may be none, and it takes what
//! is left of the message for frames, byte by byte, each with an error: a minute for 1 MiB. But
//! whatever follows a goodbye counts no more (RFC 6455 §1.4).
void WebSocketTransport::stopListening()
{
    m_farewell.start(FarewellTime, this);
    if (!m_tcp)
        return;
    disconnect(m_tcp, &QTcpSocket::readyRead, m_socket, nullptr);
    connect(m_tcp, &QTcpSocket::readyRead, this, [this] { m_tcp->readAll(); });
    m_tcp->readAll();
}

//! QTcpSocket says so of every 32 KiB, ten thousands of times a second. Worth telling is that half
//! of the buffer is free again; and, on a slow line, that it moves.
void WebSocketTransport::socketWrote()
{
    const qint64 left = unwritten();
    m_mostUnwritten = std::max(m_mostUnwritten, left);
    if (left <= m_mostUnwritten / 2)
        tellDrained();
    else if (!m_progress.isActive())
        m_progress.start(ProgressInterval, this);
}

void WebSocketTransport::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_farewell.timerId()) {
        m_farewell.stop();
        return conclude();
    }
    if (event->timerId() != m_progress.timerId())
        return Transport::timerEvent(event);
    m_progress.stop();
    if (m_mostUnwritten > 0)
        tellDrained();
}

void WebSocketTransport::tellDrained()
{
    m_mostUnwritten = 0;
    m_drained = true;
    schedule();
}

void WebSocketTransport::note(Frame frame)
{
    if (!m_opened || m_over)
        return; // part of an HTTP body, taken for a frame
    m_inbox.append(std::move(frame));
    schedule();
}

void WebSocketTransport::schedule()
{
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &WebSocketTransport::tell, Qt::QueuedConnection);
}

//! Neither "error first" nor "disconnected first" can be relied on, and several may come. So the
//! first of them only opens the case, and it is decided when the socket has finished speaking.
void WebSocketTransport::conclude()
{
    m_mayConclude = true;
    schedule();
}

void WebSocketTransport::tell()
{
    m_scheduled = false;
    if (m_over)
        return;
    // Whoever listens may run an event loop of its own, a dialog: what is left then is told there.
    if (!m_inbox.isEmpty() || m_mayConclude)
        schedule();
    const QPointer<WebSocketTransport> alive(this);
    if (std::exchange(m_heard, false) && m_opened) {
        Q_EMIT heard();
        if (!alive || m_over)
            return;
    }
    if (std::exchange(m_drained, false) && m_opened) {
        Q_EMIT drained(unwritten());
        if (!alive || m_over)
            return;
    }
    while (!m_inbox.isEmpty()) {
        const auto next = m_inbox.takeFirst();
        if (const auto *greeting = std::get_if<Greeting>(&next))
            Q_EMIT opened(*greeting);
        else
            Q_EMIT received(std::get<Frame>(next));
        if (!alive || m_over)
            return;
    }
    if (m_mayConclude) {
        m_over = true;
        const Ending how = ending();
        dropSocket();
        Q_EMIT ended(how);
    }
}

qint64 WebSocketTransport::unwritten() const
{
    // QSslSocket encrypts at once whatever it gets, and then counts it no more.
    const auto *tls = qobject_cast<const QSslSocket *>(m_tcp);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

Ending WebSocketTransport::ending() const
{
    if (m_early)
        return *m_early;
    Ending ending = !m_opened ? refusal()
        : m_goodbye           ? goodbye()
                              : Ending{.kind = Ending::Kind::Lost};
    if (ending.detail.isEmpty())
        ending.detail = m_errorText;
    return ending;
}

//! The attempt came to nothing.
Ending WebSocketTransport::refusal() const
{
    if (m_answer.status > 0)
        return {.kind = Ending::Kind::HttpAnswer,
                .httpStatus = m_answer.status,
                .retryAfter = m_answer.retryAfter};
    if (m_answer.isForeign)
        return {.kind = Ending::Kind::NotWebSocket};
    switch (m_error.value_or(QAbstractSocket::UnknownSocketError)) {
    case QAbstractSocket::HostNotFoundError:
        return {.kind = Ending::Kind::HostNotFound};
    case QAbstractSocket::ConnectionRefusedError:
        return {.kind = Ending::Kind::Refused};
    case QAbstractSocket::SocketTimeoutError:
        return {.kind = Ending::Kind::TimedOut};
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        // HTTP's number also for SOCKS, which has none: to go on asking would lock the account.
        return {.kind = Ending::Kind::Proxy, .httpStatus = 407};
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return {.kind = Ending::Kind::Proxy};
    case QAbstractSocket::SocketAccessError:
        // Also Qt's word for an HTTP proxy's 403.
        return {.kind = usesProxy(m_socket) ? Ending::Kind::Proxy : Ending::Kind::Lost};
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        // Only a certificate that does not verify is final; a peer that talks no TLS may be a
        // deploy.
        return {.kind = m_sawSslErrors ? Ending::Kind::Tls : Ending::Kind::NotWebSocket};
    default:
        return {.kind = Ending::Kind::Lost};
    }
}

//! The peer said goodbye, or QWebSocket did on finding fault with a frame.
Ending WebSocketTransport::goodbye() const
{
    Ending ending{
        .kind = Ending::Kind::CloseFrame, .closeCode = m_closeCode, .reason = m_closeReason};
    if (m_closeCode == QWebSocketProtocol::CloseCodeProtocolError) {
        // The peer's code was one that Qt does not know, and Qt keeps it to itself.
        static constexpr const char *Text = "Invalid close code %1 detected.";
        const QString untranslated = QString::fromLatin1(Text).arg(m_closeCode);
        if (m_closeReason == untranslated
            || m_closeReason
                == QCoreApplication::translate("QWebSocketDataProcessor", Text).arg(m_closeCode)) {
            ending.kind = Ending::Kind::UnknownCloseCode;
            ending.reason.clear();
            ending.detail = QStringLiteral(
                "the peer closed with a code that Qt does not pass on, 1012 to 2999");
        }
    }
    return ending;
}

void WebSocketTransport::dropSocket()
{
    m_progress.stop();
    m_farewell.stop();
    if (!m_socket)
        return;
    // First it must not speak to us any more: abort() signals from inside the call.
    m_socket->disconnect(this);
    if (m_tcp)
        m_tcp->disconnect(this);
    QWebSocket *const socket = std::exchange(m_socket, nullptr);
    if (!m_asking) // else ask() will
        reset(socket);
}

//! Emits a signal that needs an answer at once. Qt's proxy code does not survive an abort() while
//! it waits for that; so a socket that is dropped meanwhile is reset when the answer is in.
void WebSocketTransport::ask(const std::function<void()> &question)
{
    const QPointer<WebSocketTransport> alive(this);
    QWebSocket *const socket = m_socket;
    m_asking = true;
    question();
    if (alive)
        m_asking = false;
    if (!alive || !m_socket)
        QMetaObject::invokeMethod(
            socket, [socket] { reset(socket); }, Qt::QueuedConnection);
}

} // namespace Holdfast
