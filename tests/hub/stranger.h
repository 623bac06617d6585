// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsondocument.h>
#include <QtCore/qjsonobject.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtWebSockets/qwebsocket.h>
#include <QtWebSockets/qwebsockethandshakeoptions.h>

namespace Holdfast {

//! A client of `holdfast.v1.json` without any library behind it.
class Stranger : public QWebSocket
{
public:
    explicit Stranger(const QUrl &url)
    {
        setProxy(QNetworkProxy::NoProxy);
        connect(this, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            m_heard += QJsonDocument::fromJson(text.toUtf8()).object();
        });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QStringLiteral("holdfast.v1.json")});
        open(url, options);
    }

    //! All frames.
    [[nodiscard]] const QList<QJsonObject> &heard() const { return m_heard; }
    //! The last frame of that type; empty if there was none.
    [[nodiscard]] QJsonObject heard(QLatin1String type) const
    {
        for (auto frame = m_heard.rbegin(); frame != m_heard.rend(); ++frame) {
            if (frame->value(QLatin1String("type")) == type)
                return *frame;
        }
        return {};
    }

private:
    QList<QJsonObject> m_heard;
};

} // namespace Holdfast
