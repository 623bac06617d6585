// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qset.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsocketserver.h>

#include <memory>

#ifndef QT_NO_SSL
#include <QtNetwork/qsslconfiguration.h>
#endif

namespace Holdfast {

//! Accepts clients and upgrades them. QWebSocketServer does the latter only: on its own it has no
//! way to be mute, to keep its port while it refuses, or to hand out the socket below.
class HubListener : public QTcpServer
{
    Q_OBJECT

public:
    explicit HubListener(QObject *parent);
    ~HubListener() override;

    void setSupportedSubprotocols(const QStringList &subprotocols);
#ifndef QT_NO_SSL
    //! A null one: no TLS.
    void setSslConfiguration(const QSslConfiguration &configuration);
    [[nodiscard]] const QSslConfiguration &sslConfiguration() const { return m_ssl; }
#endif
    [[nodiscard]] bool isSecure() const;

    //! Instead of listen().
    [[nodiscard]] bool start(const QHostAddress &address, quint16 port);
    //! While it refuses, the port stays ours. Those who are not upgraded yet are reset.
    void setRefusing(bool refusing);
    //! Not 0: whoever comes from now on gets this answer.
    void setHttpStatus(int status) { m_httpStatus = status == 0 ? 0 : qBound(400, status, 599); }
    //! Accepts TCP connections and answers nothing. Those who wait then are answered afterwards.
    void setMute(bool mute);
    //! Listens no more and resets those who are not upgraded.
    void stop();

Q_SIGNALS:
    //! Whoever hears it takes both.
    void upgraded(QWebSocket *socket, QTcpSocket *tcp);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void makeUpgrader();
    void admit(QTcpSocket *tcp);
    void upgrade(QTcpSocket *tcp);
    void turnAway(QTcpSocket *tcp);
    void takeUpgraded();
    void resetPending();
    void regulate();

    std::unique_ptr<QWebSocketServer> m_upgrader;
    QStringList m_subprotocols;
#ifndef QT_NO_SSL
    QSslConfiguration m_ssl;
#endif
    QMultiHash<quint16, QTcpSocket *> m_upgrading; //!< by the peer's port
    QSet<QTcpSocket *> m_waiting; //!< while mute
    QTcpSocket m_placeholder; //!< bound and not listening: keeps the port while it refuses
    QHostAddress m_address; //!< where to listen again
    quint16 m_port = 0;
    int m_httpStatus = 0;
    QObject m_census; //!< hears of each socket's end, also when it is somebody else's
    int m_socketCount = 0;
    bool m_isPaused = false;
    bool m_mute = false;
    bool m_refusing = false;
};

} // namespace Holdfast
