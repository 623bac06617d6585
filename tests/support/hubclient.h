// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hub.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtTest/qtest.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsockethandshakeoptions.h>

#include <functional>

//! How the hub's tests wait: for something, never for long.
#define EVENTUALLY(condition)                                                                      \
    QVERIFY2(Holdfast::comesTrue([&] { return bool(condition); }), #condition " stays false")

namespace Holdfast {

using namespace std::chrono_literals;

//! Runs the event loop until \a done, 20 s at most.
inline bool comesTrue(const std::function<bool()> &done)
{
    const QDeadlineTimer deadline(20s);
    QTimer look;
    look.start(10);
    while (!done() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return done();
}

//! A hub that listens on loopback.
class TestHub : public Hub
{
public:
    explicit TestHub(const HubPolicy &policy = {})
    {
        setPolicy(policy);
        if (!listen(QHostAddress::LocalHost))
            qFatal("no hub: %s", qPrintable(errorString()));
        connect(this, &Hub::messageReceived, this,
                [this](const HubMessage &message) { messages.append(message); });
        connect(this, &Hub::presenceChanged, this,
                [this](const HubPresence &presence) { presences.append(presence); });
    }

    [[nodiscard]] QStringList texts() const
    {
        QStringList list;
        for (const HubMessage &message : messages)
            list += message.payload.toString();
        return list;
    }
    [[nodiscard]] QList<HubPresence::Change> changes() const
    {
        QList<HubPresence::Change> list;
        for (const HubPresence &presence : presences)
            list += presence.change;
        return list;
    }

    QList<HubMessage> messages;
    QList<HubPresence> presences;
};

//! A client that speaks the envelope protocol by hand, and writes down what it hears.
class HubClient : public QWebSocket
{
public:
    struct Manner
    {
        QStringList subprotocols{QStringLiteral("holdfast.v1.json")};
        QByteArray token;
        QString origin;
    };

    explicit HubClient(const QUrl &url)
        : HubClient(url, Manner())
    {
    }
    HubClient(const QUrl &url, const Manner &manner)
        : QWebSocket(manner.origin)
    {
        setProxy(QNetworkProxy::NoProxy);
        connect(this, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            texts += text;
            frames += QJsonDocument::fromJson(text.toUtf8()).object();
        });
        connect(this, &QWebSocket::binaryMessageReceived, this,
                [this](const QByteArray &bytes) { binaries += bytes; });
        connect(this, &QWebSocket::disconnected, this, [this] { isOver = true; });
        QNetworkRequest request(url);
        if (!manner.token.isEmpty())
            request.setRawHeader("Authorization", manner.token);
        QWebSocketHandshakeOptions options;
        options.setSubprotocols(manner.subprotocols);
        open(request, options);
    }
    //! QWebSocket says that it is disconnected as it dies, when our members are gone already.
    ~HubClient() override { disconnect(this); }

    //! It is through the door.
    [[nodiscard]] bool opens()
    {
        return comesTrue([this] { return state() == QAbstractSocket::ConnectedState; });
    }
    [[nodiscard]] bool closesWith(int code)
    {
        if (!comesTrue([this] { return isOver; }))
            qWarning("the connection stays");
        if (closeCode() != code)
            qWarning("closed with %d %ls", closeCode(), qUtf16Printable(closeReason()));
        return isOver && closeCode() == code;
    }

    void say(const QJsonObject &frame)
    {
        sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }
    void hello(const QJsonObject &profile = {}, const QJsonObject &more = {})
    {
        QJsonObject frame{{QStringLiteral("type"), QStringLiteral("hello")},
                          {QStringLiteral("producer"), producer},
                          {QStringLiteral("session"), QJsonValue::Null},
                          {QStringLiteral("cursor"), QJsonValue::Null},
                          {QStringLiteral("profile"), profile}};
        for (auto it = more.begin(); it != more.end(); ++it)
            frame.insert(it.key(), it.value());
        say(frame);
    }
    void message(quint64 number, const QJsonValue &payload)
    {
        say({{QStringLiteral("type"), QStringLiteral("message")},
             {QStringLiteral("id"), QStringLiteral("%1-%2").arg(producer).arg(number)},
             {QStringLiteral("number"), qint64(number)},
             {QStringLiteral("payload"), payload}});
    }

    //! All frames of a type, oldest first.
    [[nodiscard]] QList<QJsonObject> all(const char *type) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &frame : frames) {
            if (frame.value(QLatin1String("type")) == QLatin1String(type))
                found += frame;
        }
        return found;
    }
    [[nodiscard]] bool hears(const char *type, int count = 1)
    {
        return comesTrue([&] { return all(type).size() >= count; });
    }
    //! Connects, greets, and is welcome.
    [[nodiscard]] bool joins(const QString &room = {}, const QJsonObject &more = {})
    {
        if (!opens())
            return false;
        hello({{QStringLiteral("room"), room}}, more);
        return hears("welcome");
    }
    [[nodiscard]] QJsonObject welcome() const { return all("welcome").value(0); }
    [[nodiscard]] QString session() const
    {
        return welcome().value(QLatin1String("session")).toString();
    }
    //! The payloads of all events, live ones and those in batches.
    [[nodiscard]] QStringList events() const
    {
        QStringList list;
        const auto payload
            = [](const QJsonValue &event) { return event[QLatin1String("payload")].toString(); };
        for (const QJsonObject &frame : frames) {
            if (frame.value(QLatin1String("type")) == QLatin1String("event"))
                list += payload(frame);
            const QJsonArray batch = frame.value(QLatin1String("events")).toArray();
            for (const QJsonValue &event : batch)
                list += payload(event);
        }
        return list;
    }
    [[nodiscard]] qint64 acknowledgedThrough() const
    {
        const QList<QJsonObject> acks = all("ack");
        return acks.isEmpty() ? 0 : acks.last().value(QLatin1String("through")).toInteger();
    }

    QString producer = QStringLiteral("6f1cd9a2-43f9-4b8e-9a55-000000000001");
    QStringList texts;
    QList<QJsonObject> frames;
    QList<QByteArray> binaries;
    bool isOver = false;
};

} // namespace Holdfast
