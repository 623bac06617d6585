// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubconnection.h"

#include "socketoptions.h"

#include <QtCore/qendian.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtWebSockets/qwebsocket.h>
#ifndef QT_NO_SSL
#include <QtNetwork/qsslsocket.h>
#endif

#include <utility>

namespace Holdfast {

namespace {

constexpr qint64 MaxUtf8PerUnit = 3; // of a UTF-16 code unit
constexpr qsizetype MaxControlBytes = 125; // RFC 6455 §5.5
constexpr char CloseFrame = static_cast<char>(0x88); // FIN and opcode 8, RFC 6455 §5.2

//! A close frame, as a server writes it: unmasked.
QByteArray closeFrame(quint16 code, const QString &reason)
{
    QByteArray words = reason.toUtf8();
    if (words.size() > MaxControlBytes - 2) {
        qsizetype end = MaxControlBytes - 2;
        while (end > 0 && (static_cast<uchar>(words.at(end)) & 0xc0) == 0x80)
            --end; // not in the middle of a character
        words.truncate(end);
    }
    char bigEndian[2];
    qToBigEndian(code, bigEndian);
    QByteArray frame(1, CloseFrame);
    frame.append(static_cast<char>(words.size() + 2));
    frame.append(bigEndian, 2);
    return frame + words;
}

} // namespace

HubConnection::HubConnection(QWebSocket *socket, QTcpSocket *tcp, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_tcp(tcp)
{
    m_socket->setParent(this);
    m_tcp->setParent(this);
    SocketOptions::tuneForLiveness(m_tcp->socketDescriptor());
    // An event waits for no acknowledgement.
    m_tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // One frame a message: Qt up to 6.8 cannot put text together again that was cut anywhere.
    m_socket->setOutgoingFrameSize(QWebSocket::maxOutgoingFrameSize());
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        if (m_over)
            return;
        if (fits(text))
            Q_EMIT textReceived(text);
        else
            Q_EMIT tooLarge();
    });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        if (m_over)
            return;
        if (bytes.size() <= m_maxMessageBytes)
            Q_EMIT binaryReceived(bytes);
        else
            Q_EMIT tooLarge();
    });
    connect(m_tcp, &QTcpSocket::readyRead, this, [this] {
        m_unanswered = 0;
        if (!m_over)
            Q_EMIT stirred(); // pongs that nobody fetches fill our memory as well
    });
    connect(m_socket, &QWebSocket::bytesWritten, this, [this] {
        if (!m_over)
            Q_EMIT stirred();
    });
    connect(m_socket, &QWebSocket::aboutToClose, this, &HubConnection::end);
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        end();
        Q_EMIT finished();
    });
}

HubConnection::~HubConnection()
{
    abort();
    delete m_socket; // before the socket below it
}

QNetworkRequest HubConnection::request() const { return m_socket->request(); }

QString HubConnection::subprotocol() const { return m_socket->subprotocol(); }

void HubConnection::setMaxMessageBytes(qint64 bytes)
{
    m_maxMessageBytes = bytes;
    // QWebSocket closes at once, with the rest of the frame unread: that is a reset, which the
    // client takes for bad luck and tries again. So its own limits are for the impudent only.
    const auto limit = static_cast<quint64>(bytes * 2 + 64LL * 1024);
    m_socket->setMaxAllowedIncomingFrameSize(limit);
    m_socket->setMaxAllowedIncomingMessageSize(limit);
}

void HubConnection::sendText(const QString &text)
{
    if (!m_over)
        m_socket->sendTextMessage(text);
}

void HubConnection::sendBinary(const QByteArray &bytes)
{
    if (!m_over)
        m_socket->sendBinaryMessage(bytes);
}

qint64 HubConnection::unsentBytes() const
{
    if (!m_tcp)
        return 0;
    qint64 bytes = m_tcp->bytesToWrite();
#ifndef QT_NO_SSL
    // QSslSocket encrypts at once whatever it gets, and then counts it no more.
    if (const auto *tls = qobject_cast<const QSslSocket *>(m_tcp))
        bytes += tls->encryptedBytesToWrite();
#endif
    return bytes;
}

bool HubConnection::beat()
{
    if (m_unanswered >= 2)
        return false;
    ++m_unanswered;
    if (!m_over)
        m_socket->ping();
    return true;
}

void HubConnection::close(quint16 code, const QString &reason)
{
    if (std::exchange(m_over, true) || !m_tcp)
        return;
    // Not QWebSocket::close(): up to 6.8 it closes the TCP connection at once.
    m_tcp->write(closeFrame(code, reason));
}

void HubConnection::abort()
{
    m_over = true;
    m_socket->disconnect(this);
    if (m_tcp) {
        m_tcp->disconnect(this);
        m_tcp->blockSignals(false);
        SocketOptions::discardOnClose(m_tcp->socketDescriptor());
    }
    m_socket->abort();
}

void HubConnection::setFrozen(bool frozen)
{
    if (!m_tcp || std::exchange(m_frozen, frozen) == frozen)
        return;
    // Nobody reads, so the socket's buffer fills and it asks the kernel for no more.
    static constexpr qint64 LittleBytes = 16LL * 1024;
    m_tcp->blockSignals(frozen);
    m_tcp->setReadBufferSize(frozen ? LittleBytes : 0);
    if (frozen)
        return;
    const QPointer<HubConnection> alive(this);
    if (m_tcp->bytesAvailable() > 0)
        Q_EMIT m_tcp->readyRead();
    // Whoever went meanwhile was not heard going.
    if (alive && (!m_tcp || m_tcp->state() == QAbstractSocket::UnconnectedState)) {
        end();
        Q_EMIT finished();
    }
}

bool HubConnection::isFinished() const
{
    return !m_tcp || m_tcp->state() == QAbstractSocket::UnconnectedState;
}

void HubConnection::end()
{
    if (!std::exchange(m_over, true))
        Q_EMIT ended();
}

bool HubConnection::fits(const QString &text) const
{
    return text.size() * MaxUtf8PerUnit <= m_maxMessageBytes
        || (text.size() <= m_maxMessageBytes && text.toUtf8().size() <= m_maxMessageBytes);
}

} // namespace Holdfast
