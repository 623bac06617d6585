// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "connectionstatus.h"

#include "reconnectingwebsocket.h"
#include "statusclock.h"
#include "statuswords.h"
#include "steadytime.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qcoreevent.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

//! What the properties say.
struct Said
{
    bool visible = false;
    Severity severity = Severity::Neutral;
    QString text;
    StatusAction action = StatusAction::None;
    QString actionText;
    int pending = 0;
    QString pendingText;
    QString accessibleText;
    QString details;
    QString lastErrorText;
};

} // namespace

class ConnectionStatusPrivate
{
public:
    explicit ConnectionStatusPrivate(ConnectionStatus *status);

    void refresh();
    void setSocket(ReconnectingWebSocket *socket);

    ConnectionStatus *const q;
    QPointer<ReconnectingWebSocket> socket;
    std::function<Instant()> time = steadyTime;
    StatusClock clock;
    QUrl portalUrl{QStringLiteral("http://neverssl.com/")};
    Said said; //!< what the getters return

private:
    void publish();
    template <typename T> bool tell(T Said::*member, void (ConnectionStatus::*changed)());

    QTimer m_timer;
    Said m_told; //!< what the application was told
    StatusView m_view;
    StatusView m_announced;
};

ConnectionStatusPrivate::ConnectionStatusPrivate(ConnectionStatus *status)
    : q(status)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, q, [this] { refresh(); });
}

void ConnectionStatusPrivate::setSocket(ReconnectingWebSocket *other)
{
    if (socket)
        socket->disconnect(q);
    socket = other;
    const Duration grace = clock.gracePeriod();
    clock = {}; // another connection has another story
    clock.setGracePeriod(grace);
    if (socket) {
        QObject::connect(socket, &ReconnectingWebSocket::snapshotChanged, q, [this] { refresh(); });
        QObject::connect(socket, &QObject::destroyed, q, [this] { setSocket(nullptr); });
    }
    const QPointer<ConnectionStatus> alive(q);
    Q_EMIT q->socketChanged();
    if (alive)
        refresh();
}

void ConnectionStatusPrivate::refresh()
{
    const Instant at = time();
    const ConnectionSnapshot facts = socket ? socket->snapshot() : ConnectionSnapshot{};
    const StatusView view = clock.update(facts, at);
    m_view = view;
    said = {.visible = view.isVisible(),
            .severity = view.severity(),
            .text = StatusWords::text(view),
            .action = view.action(),
            .actionText = StatusWords::action(view.action()),
            .pending = view.pending,
            .pendingText = StatusWords::badge(view.pending),
            .accessibleText = StatusWords::accessibleText(view),
            .details = StatusWords::details(view, facts),
            .lastErrorText = StatusWords::error(facts.lastError)};
    if (const std::optional<Instant> deadline = clock.deadline())
        m_timer.start(std::clamp(*deadline - at, Duration(0), Duration(std::chrono::hours(24))));
    else
        m_timer.stop();
    publish();
}

//! False if a handler deleted the object.
template <typename T>
bool ConnectionStatusPrivate::tell(T Said::*member, void (ConnectionStatus::*changed)())
{
    if (m_told.*member == said.*member)
        return true;
    m_told.*member = said.*member;
    const QPointer<ConnectionStatus> alive(q);
    Q_EMIT(q->*changed)();
    return !alive.isNull();
}

//! What is to be seen changes before it is to be seen.
void ConnectionStatusPrivate::publish()
{
    const bool goesOn = tell(&Said::severity, &ConnectionStatus::severityChanged)
        && tell(&Said::text, &ConnectionStatus::textChanged)
        && tell(&Said::accessibleText, &ConnectionStatus::accessibleTextChanged)
        && tell(&Said::action, &ConnectionStatus::actionChanged)
        && tell(&Said::actionText, &ConnectionStatus::actionTextChanged)
        && tell(&Said::pending, &ConnectionStatus::pendingChanged)
        && tell(&Said::pendingText, &ConnectionStatus::pendingTextChanged)
        && tell(&Said::details, &ConnectionStatus::detailsChanged)
        && tell(&Said::lastErrorText, &ConnectionStatus::lastErrorTextChanged)
        && tell(&Said::visible, &ConnectionStatus::visibleChanged);
    // "Connecting…" and "Cannot reach the server" share a row, and differ by how much one should
    // care.
    if (!goesOn || (m_announced.row == m_view.row && m_announced.severity() == m_view.severity()))
        return;
    m_announced = m_view;
    // How the queue empties is nothing to be interrupted for.
    if (m_view.row != StatusRow::Nothing && m_view.row != StatusRow::Sending)
        Q_EMIT q->announced(QString(said.accessibleText)); // a copy: `said` may be gone meanwhile
}

// ---- the public face ----

ConnectionStatus::ConnectionStatus(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<ConnectionStatusPrivate>(this))
{
    // Only the application hears of a change of language.
    if (QCoreApplication *app = QCoreApplication::instance(); app && app->thread() == thread())
        app->installEventFilter(this);
}

ConnectionStatus::~ConnectionStatus() = default;

bool ConnectionStatus::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance())
        QMetaObject::invokeMethod(
            this, [this] { d->refresh(); }, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

ReconnectingWebSocket *ConnectionStatus::socket() const { return d->socket; }

void ConnectionStatus::setSocket(ReconnectingWebSocket *socket)
{
    if (d->socket != socket)
        d->setSocket(socket);
}

int ConnectionStatus::gracePeriod() const
{
    return static_cast<int>(d->clock.gracePeriod().count());
}

void ConnectionStatus::setGracePeriod(int milliseconds)
{
    const int bounded = std::clamp(milliseconds, 0, 60'000);
    if (gracePeriod() == bounded)
        return;
    d->clock.setGracePeriod(Duration(bounded));
    const QPointer<ConnectionStatus> alive(this);
    Q_EMIT gracePeriodChanged();
    if (alive)
        d->refresh();
}

QUrl ConnectionStatus::portalUrl() const { return d->portalUrl; }

void ConnectionStatus::setPortalUrl(const QUrl &url)
{
    if (std::exchange(d->portalUrl, url) != url)
        Q_EMIT portalUrlChanged();
}

bool ConnectionStatus::isVisible() const { return d->said.visible; }

Severity ConnectionStatus::severity() const { return d->said.severity; }

QString ConnectionStatus::text() const { return d->said.text; }

StatusAction ConnectionStatus::action() const { return d->said.action; }

QString ConnectionStatus::actionText() const { return d->said.actionText; }

int ConnectionStatus::pending() const { return d->said.pending; }

QString ConnectionStatus::pendingText() const { return d->said.pendingText; }

QString ConnectionStatus::accessibleText() const { return d->said.accessibleText; }

QString ConnectionStatus::details() const { return d->said.details; }

QString ConnectionStatus::lastErrorText() const { return d->said.lastErrorText; }

void ConnectionStatus::setClock(std::function<Instant()> clock)
{
    d->time = clock ? std::move(clock) : steadyTime;
    d->refresh();
}

void ConnectionStatus::refresh() { d->refresh(); }

} // namespace Holdfast
