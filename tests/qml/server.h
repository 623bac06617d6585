// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "testserver.h"

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>

namespace Holdfast {

//! TestServer for QML. Stopped until start().
class Server : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QUrl url READ url CONSTANT)
    Q_PROPERTY(QStringList texts READ texts NOTIFY received)
    Q_PROPERTY(int visitCount READ visitCount NOTIFY visited)
    Q_PROPERTY(int closeCode READ closeCode)

public:
    explicit Server(QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] QStringList texts() const { return m_server.texts(); }
    [[nodiscard]] int visitCount() const { return m_server.visitCount(); }
    //! Of the last client's close frame; 0: none came.
    [[nodiscard]] int closeCode() const;

    //! Of the last upgrade request; empty: there is none.
    Q_INVOKABLE [[nodiscard]] QString header(const QString &name) const;

    Q_INVOKABLE void start() { m_server.start(); }
    Q_INVOKABLE void stop() { m_server.stop(); }
    Q_INVOKABLE void say(const QString &text) { m_server.say(text); }
    Q_INVOKABLE void kill() { m_server.kill(); }
    Q_INVOKABLE void sayGoodbye(int code, const QString &reason = {});
    //! Says goodbye and listens no more, but lets the goodbye go out.
    Q_INVOKABLE void leave(int code);
    //! Accepts, and answers nothing.
    Q_INVOKABLE void beMute(bool mute);
    //! Answers every upgrade with this HTTP status; 0: upgrades.
    Q_INVOKABLE void refuse(int status);
    //! Says what it is told.
    Q_INVOKABLE void beEcho();

Q_SIGNALS:
    void received();
    void visited();

private:
    TestServer m_server;
};

} // namespace Holdfast
