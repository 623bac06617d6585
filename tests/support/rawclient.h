// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qendian.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpsocket.h>

namespace Holdfast {

//! A WebSocket client made of bytes: it upgrades, and then does what the test says, right or wrong.
//! It answers nothing by itself.
class RawClient : public QTcpSocket
{
public:
    enum Opcode { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    //! Connects and asks for the upgrade.
    explicit RawClient(const QUrl &url,
                       const QByteArray &headers = "Sec-WebSocket-Protocol: holdfast.v1.json\r\n")
        : m_headers(headers)
    {
        setProxy(QNetworkProxy::NoProxy);
        connect(this, &QTcpSocket::connected, this, [this] {
            write("GET / HTTP/1.1\r\nHost: hub\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                  + m_headers + "\r\n");
        });
        connect(this, &QTcpSocket::readyRead, this, [this] {
            if (!m_isDeaf)
                m_heard += readAll();
        });
        connect(this, &QTcpSocket::disconnected, this, [this] { m_isOver = true; });
        connectToHost(url.host(), static_cast<quint16>(url.port()));
    }
    //! QTcpSocket says that it is disconnected as it dies, when our members are gone already.
    ~RawClient() override { disconnect(this); }

    //! One frame (RFC 6455 §5.2), masked with zeros: the payload stays legible.
    [[nodiscard]] static QByteArray frame(int opcode, const QByteArray &payload,
                                          bool isFinal = true)
    {
        QByteArray bytes(1, static_cast<char>((isFinal ? 0x80 : 0) | opcode));
        if (payload.size() < 126) {
            bytes += static_cast<char>(0x80 | payload.size());
        } else {
            bytes += static_cast<char>(0xff);
            char size[8];
            qToBigEndian<quint64>(static_cast<quint64>(payload.size()), size);
            bytes.append(size, 8);
        }
        return bytes + QByteArray(4, '\0') + payload;
    }
    void send(int opcode, const QByteArray &payload) { write(frame(opcode, payload)); }

    //! Reads nothing, so that the sender's buffers fill.
    void setDeaf(bool isDeaf)
    {
        m_isDeaf = isDeaf;
        setReadBufferSize(isDeaf ? 1 : 0);
        if (!isDeaf)
            m_heard += readAll();
    }
    [[nodiscard]] QByteArray heard() const { return m_heard; }
    [[nodiscard]] bool isUpgraded() const { return m_heard.startsWith("HTTP/1.1 101"); }
    //! The connection is gone, one way or the other.
    [[nodiscard]] bool isOver() const { return m_isOver; }
    //! Of the server's close frame; 0: none came.
    [[nodiscard]] int closeCode() const
    {
        const QByteArray payload = last(Close);
        return payload.size() < 2 ? 0 : qFromBigEndian<quint16>(payload.constData());
    }
    //! How many frames of the server's have come.
    [[nodiscard]] int count(Opcode wanted) const
    {
        int found = 0;
        walk([&](int opcode, const QByteArray &) { found += opcode == wanted; });
        return found;
    }
    [[nodiscard]] QByteArray last(Opcode wanted) const
    {
        QByteArray found;
        walk([&](int opcode, const QByteArray &payload) {
            if (opcode == wanted)
                found = payload;
        });
        return found;
    }

private:
    template <typename Visit> void walk(Visit visit) const
    {
        qsizetype at = m_heard.indexOf("\r\n\r\n");
        at = at < 0 ? m_heard.size() : at + 4;
        while (at + 2 <= m_heard.size()) {
            const int opcode = m_heard.at(at) & 0x0f;
            quint64 size = static_cast<uchar>(m_heard.at(at + 1));
            at += 2;
            if (size == 126 && at + 2 <= m_heard.size()) {
                size = qFromBigEndian<quint16>(m_heard.constData() + at);
                at += 2;
            } else if (size == 127 && at + 8 <= m_heard.size()) {
                size = qFromBigEndian<quint64>(m_heard.constData() + at);
                at += 8;
            }
            if (size > static_cast<quint64>(m_heard.size() - at))
                return;
            visit(opcode, m_heard.mid(at, static_cast<qsizetype>(size)));
            at += static_cast<qsizetype>(size);
        }
    }

    QByteArray m_headers;
    QByteArray m_heard;
    bool m_isDeaf = false;
    bool m_isOver = false;
};

} // namespace Holdfast
