// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "reconnectingwebsocket.h"
#include "socksdoor.h"

#include <QtCore/qobject.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qvariant.h>

#include <memory>
#include <vector>

namespace Holdfast {

//! What the C++ half of an application may do.
class Cpp : public QObject
{
    Q_OBJECT

public:
    Q_INVOKABLE void open(QObject *socket) const;
    Q_INVOKABLE void close(QObject *socket) const;
    Q_INVOKABLE void setActive(QObject *socket, bool active) const;
    //! A façade that QML has not made; \a owner's child.
    Q_INVOKABLE QObject *newSocket(const QUrl &url, QObject *owner) const;
    //! At once, as C++ does; not deleteLater().
    Q_INVOKABLE void destroy(QObject *object) const { delete object; }

    //! A monitor that knows of a network; \a owner's child.
    Q_INVOKABLE QObject *newMonitor(QObject *owner) const;
    Q_INVOKABLE void loseNetwork(QObject *monitor) const;
    Q_INVOKABLE void findPortal(QObject *monitor) const;
    //! A monitor that has seen a captive portal, and nothing else; \a owner's child.
    Q_INVOKABLE QObject *newPortal(QObject *owner) const;
    //! What comes of a key that is held, again and again; not the first of it.
    Q_INVOKABLE void repeatKey(QObject *window, int key) const;
    //! While it is wanted, whoever opens a web page tells opened().
    Q_INVOKABLE void catchWebPages(bool wanted);

    //! Lets the socket reach the server as chat.example: of a name, unlike loopback, bad news of
    //! the network are believed.
    Q_INVOKABLE void leadThroughDoor(QObject *socket, const QUrl &server);
    //! A folder that is gone after the test.
    Q_INVOKABLE QString newFolder();

    //! Everything that may be said, in the language of the application: { name, text, severity,
    //! action, actionText, accessibleText, pendingText, details }.
    Q_INVOKABLE QVariantList rows(int pending) const;

    //! { enum's name in QML: { key: value } } by QMetaEnum.
    Q_INVOKABLE QVariantMap enums() const;
    //! What the translations make of it; the source, if there are none.
    Q_INVOKABLE QString badge(int count) const;
    //! The same where an engine of this language has made such a component of Holdfast, and nothing
    //! else.
    Q_INVOKABLE QString badgeBeside(const QString &component, const QString &language,
                                    int count) const;
    //! Lets the time of a ConnectionHistory or ConnectionStatus pass by windClock() only.
    Q_INVOKABLE void holdClock(QObject *owner);
    Q_INVOKABLE void windClock(int milliseconds) { *m_now += Duration(milliseconds); }
    //! Those that the module has words in; English first.
    Q_INVOKABLE QStringList languages() const;
    //! "de_DE"; empty: the system's.
    Q_INVOKABLE void setUiLanguage(const QString &language) const;

Q_SIGNALS:
    void opened(const QUrl &page);

private:
    std::shared_ptr<Instant> m_now = std::make_shared<Instant>();
    std::vector<std::unique_ptr<QTemporaryDir>> m_folders;
    std::vector<std::unique_ptr<SocksDoor>> m_doors;
};

} // namespace Holdfast
