// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "envelope.h"

#include <QtCore/qmap.h>
#include <QtCore/qpointer.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsocketserver.h>

#include <functional>

namespace Holdfast {

//! A small real server for the envelope protocol that does what the test says, one client at a
//! time. It keeps a log, acknowledges, drops duplicates, and writes down what it sees.
class EnvelopePeer : public QObject
{
    Q_OBJECT

public:
    EnvelopePeer();

    [[nodiscard]] QUrl url(const QString &path = {}) const;

    // What it is.
    QString epoch = QStringLiteral("e");
    std::vector<Envelope::Content> log; //!< its events; the first has id 1
    quint64 oldestKept = 1;
    bool acknowledges = true;
    bool welcomes = true;
    Duration heartbeat{0};
    qint64 maxMessageBytes = 0;
    QMap<QString, quint64> highest; //!< accepted, by producer

    // What it saw.
    QList<Envelope::Hello> hellos;
    QStringList accepted; //!< the texts of messages, in order
    QStringList keys; //!< of these
    int duplicates = 0;

    //! An event for all, now if somebody is there.
    void publish(const Envelope::Content &content);
    void publish(const QString &text) { publish(Envelope::Content(QJsonValue(text))); }
    //! Any text.
    void say(const QString &text);
    //! Resets the client.
    void cut();
    [[nodiscard]] bool hasClient() const { return m_client && m_greeted; }

Q_SIGNALS:
    void greeted();

private:
    void accept();
    void hear(const QString &text);
    void greet(const Envelope::Hello &hello);
    void take(const Envelope::ClientMessage &message);
    [[nodiscard]] QString batchAfter(quint64 id) const;

    QWebSocketServer m_server;
    QPointer<QWebSocket> m_client;
    bool m_greeted = false;
};

} // namespace Holdfast
