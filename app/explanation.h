// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtGui/qfont.h>
#include <QtQml/qqmlregistration.h>

#include "reconnectingwebsocket.h"

//! What a socket says of itself, explain(), kept up to date for who reads it.
class Explanation : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Holdfast::ReconnectingWebSocket *socket READ socket WRITE setSocket NOTIFY
                   socketChanged FINAL)
    //! Somebody reads it: the text follows the socket, and the clock once a second. False at first.
    Q_PROPERTY(bool live READ isLive WRITE setLive NOTIFY liveChanged FINAL)
    //! Technical and untranslated; some of it is the server's, so it is plain text.
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL)
    //! Of fixed width, as the system has it.
    Q_PROPERTY(QFont font READ font CONSTANT FINAL)

public:
    explicit Explanation(QObject *parent = nullptr);

    [[nodiscard]] Holdfast::ReconnectingWebSocket *socket() const { return m_socket; }
    void setSocket(Holdfast::ReconnectingWebSocket *socket);
    [[nodiscard]] bool isLive() const { return m_live; }
    void setLive(bool live);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] static QFont font();

    //! To the clipboard, as it is now.
    Q_INVOKABLE void copy();

Q_SIGNALS:
    void socketChanged();
    void liveChanged();
    void textChanged();

private:
    void refresh();

    QPointer<Holdfast::ReconnectingWebSocket> m_socket;
    QTimer m_clock;
    QTimer m_soon; //!< many changes are one
    QString m_text;
    bool m_live = false;
};
