// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"
#include "instant.h"
#include "severity.h"
#include "statusaction.h"

#include <QtCore/qobject.h>
#include <QtCore/qstring.h>
#include <QtCore/qurl.h>

#include <functional>
#include <memory>

namespace Holdfast {

class ConnectionStatusPrivate;
class ReconnectingWebSocket;

//! What to tell the user about a connection: one row at a time, calm and truthful, for QML and
//! Widgets alike.
//!
//! Nothing is said of a blip shorter than gracePeriod. Texts are translated (tr(), context
//! Holdfast::ConnectionStatus); they follow a change of language if this lives in the thread of the
//! application, created after it.
//!
//! The socket must live in the same thread; one of another thread is not allowed. Every method may
//! be called, and this object or the socket deleted, from any of its signals.
class HOLDFAST_EXPORT ConnectionStatus : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("reconnectingwebsocket.h")
    //! Not owned; may be deleted any time.
    Q_PROPERTY(Holdfast::ReconnectingWebSocket *socket READ socket WRITE setSocket NOTIFY
                   socketChanged FINAL)
    //! In ms, 0 to 60 000 (others are brought into it); how long an outage, a first connect or a
    //! doubt stays unmentioned. Having failed for good is said at once. Default: 1500.
    Q_PROPERTY(
        int gracePeriod READ gracePeriod WRITE setGracePeriod NOTIFY gracePeriodChanged FINAL)
    //! What to open for StatusAction::OpenPortal: a page over plain http, in whose place the
    //! network shows its sign-in page. Default: http://neverssl.com/, which is made for it.
    Q_PROPERTY(QUrl portalUrl READ portalUrl WRITE setPortalUrl NOTIFY portalUrlChanged FINAL)

    Q_PROPERTY(bool visible READ isVisible NOTIFY visibleChanged FINAL)
    Q_PROPERTY(Holdfast::Severities::Severity severity READ severity NOTIFY severityChanged FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL)
    Q_PROPERTY(Holdfast::StatusActions::StatusAction action READ action NOTIFY actionChanged FINAL)
    Q_PROPERTY(QString actionText READ actionText NOTIFY actionTextChanged FINAL)
    Q_PROPERTY(int pending READ pending NOTIFY pendingChanged FINAL)
    Q_PROPERTY(QString pendingText READ pendingText NOTIFY pendingTextChanged FINAL)
    Q_PROPERTY(QString accessibleText READ accessibleText NOTIFY accessibleTextChanged FINAL)
    Q_PROPERTY(QString details READ details NOTIFY detailsChanged FINAL)
    Q_PROPERTY(QString lastErrorText READ lastErrorText NOTIFY lastErrorTextChanged FINAL)

public:
    explicit ConnectionStatus(QObject *parent = nullptr);
    ~ConnectionStatus() override;

    [[nodiscard]] ReconnectingWebSocket *socket() const;
    void setSocket(ReconnectingWebSocket *socket);
    [[nodiscard]] int gracePeriod() const;
    void setGracePeriod(int milliseconds);
    [[nodiscard]] QUrl portalUrl() const;
    void setPortalUrl(const QUrl &url);

    //! There is something to say: text, a badge, or both.
    [[nodiscard]] bool isVisible() const;
    //! How much a user should care.
    [[nodiscard]] Severity severity() const;
    //! One sentence; empty where the badge stands alone, and while nothing is visible.
    [[nodiscard]] QString text() const;
    //! What the user can do about it, and its label (empty: nothing). Doing it is up to the caller.
    [[nodiscard]] StatusAction action() const;
    [[nodiscard]] QString actionText() const;
    //! The number on the badge; 0: no badge.
    [[nodiscard]] int pending() const;
    //! "3 messages waiting"; empty: no badge.
    [[nodiscard]] QString pendingText() const;
    //! The text without its countdown, so that a screen reader is not told each second.
    [[nodiscard]] QString accessibleText() const;
    //! For whoever wants to know more: the attempt number, the server's own words (plain text,
    //! untrusted), the kind of error. Lines; empty if there is nothing to add.
    [[nodiscard]] QString details() const;
    //! The socket's last error in words, also while all is well again: "The server is busy (HTTP
    //! 503)". Empty: there was none.
    [[nodiscard]] QString lastErrorText() const;

    //! Any monotonic clock instead of the system's (steady_clock), for tests; empty: the system's.
    //! Whoever winds it calls refresh().
    void setClock(std::function<Instant()> clock);

public Q_SLOTS:
    //! Looks at the clock. By itself it does so when there will be something else to say.
    void refresh();

Q_SIGNALS:
    void socketChanged();
    void gracePeriodChanged();
    void portalUrlChanged();
    void visibleChanged();
    void severityChanged();
    void textChanged();
    void actionChanged();
    void actionTextChanged();
    void pendingChanged();
    void pendingTextChanged();
    void accessibleTextChanged();
    void detailsChanged();
    void lastErrorTextChanged();
    //! For a screen reader: accessibleText, once for each thing that is so and not for its
    //! variants; never for the badge, never for "Sending". Comes after the notifications.
    void announced(const QString &text);

protected:
    //! Notices a change of language.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const std::unique_ptr<ConnectionStatusPrivate> d;
};

} // namespace Holdfast
