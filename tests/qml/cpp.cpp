// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "cpp.h"

#include "connectionhistory.h"
#include "connectionstatus.h"
#include "fakenetworkmonitor.h"
#include "ui/statuswords.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qmetaobject.h>
#include <QtCore/qregularexpression.h>
#include <QtGui/qdesktopservices.h>
#include <QtGui/qevent.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>

#include <chrono>

namespace Holdfast {

namespace {

ReconnectingWebSocket *facade(QObject *socket)
{
    auto *const found = qobject_cast<ReconnectingWebSocket *>(socket);
    if (!found)
        qFatal("not a ReconnectingWebSocket");
    return found;
}

FakeNetworkMonitor *fake(QObject *monitor)
{
    auto *const found = qobject_cast<FakeNetworkMonitor *>(monitor);
    if (!found)
        qFatal("not one of ours");
    return found;
}

template <typename Enum> void add(QVariantMap &enums)
{
    const auto all = QMetaEnum::fromType<Enum>();
    QVariantMap keys;
    for (int i = 0; i < all.keyCount(); ++i)
        keys.insert(QString::fromLatin1(all.key(i)), all.value(i));
    enums.insert(QString::fromLatin1(all.enumName()), keys);
}

} // namespace

void Cpp::open(QObject *socket) const { facade(socket)->open(); }

void Cpp::close(QObject *socket) const { facade(socket)->close(); }

void Cpp::setActive(QObject *socket, bool active) const { facade(socket)->setActive(active); }

QObject *Cpp::newSocket(const QUrl &url, QObject *owner) const
{
    auto *const socket = new ReconnectingWebSocket(owner);
    socket->setUrl(url);
    return socket;
}

QObject *Cpp::newMonitor(QObject *owner) const
{
    auto *const monitor = new FakeNetworkMonitor;
    monitor->setParent(owner);
    monitor->knows({.reachability = Reachability::Online, .medium = TransportMedium::WiFi});
    return monitor;
}

void Cpp::loseNetwork(QObject *monitor) const { fake(monitor)->says(Reachability::Disconnected); }

void Cpp::findPortal(QObject *monitor) const
{
    fake(monitor)->says({.reachability = Reachability::Online,
                         .behindCaptivePortal = true,
                         .medium = TransportMedium::WiFi});
}

QObject *Cpp::newPortal(QObject *owner) const
{
    auto *const monitor = new FakeNetworkMonitor;
    monitor->setParent(owner);
    monitor->knows({.reachability = Reachability::Online,
                    .behindCaptivePortal = true,
                    .metered = true,
                    .medium = TransportMedium::WiFi});
    return monitor;
}

void Cpp::repeatKey(QObject *window, int key) const
{
    for (const auto type : {QEvent::KeyRelease, QEvent::KeyPress}) {
        QKeyEvent event(type, key, Qt::NoModifier, QStringLiteral("\r"), true);
        QCoreApplication::sendEvent(window, &event);
    }
}

void Cpp::catchWebPages(bool wanted)
{
    if (wanted)
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "opened");
    else
        QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
}

void Cpp::leadThroughDoor(QObject *socket, const QUrl &server)
{
    m_doors.push_back(std::make_unique<SocksDoor>(server));
    facade(socket)->setProxy(m_doors.back()->proxy());
    facade(socket)->setUrl(QUrl(QStringLiteral("ws://chat.example/")));
}

QString Cpp::newFolder()
{
    m_folders.push_back(std::make_unique<QTemporaryDir>());
    return m_folders.back()->path();
}

QVariantList Cpp::rows(int pending) const
{
    using namespace std::chrono_literals;
    using enum StatusRow;
    const auto failed
        = [](ErrorCategory category) { return StatusView{.row = Failed, .category = category}; };
    const std::pair<const char *, StatusView> views[] = {
        {"sign in", failed(ErrorCategory::AuthenticationRejected)},
        {"replaced", failed(ErrorCategory::Replaced)},
        {"forbidden", failed(ErrorCategory::Forbidden)},
        {"tls", failed(ErrorCategory::TlsFailed)},
        {"failed", failed(ErrorCategory::ProtocolError)},
        {"held", {.row = Held}},
        {"unsaved", {.row = Unsaved}},
        {"portal", {.row = Portal}},
        {"offline", {.row = Offline}},
        {"restarting", {.row = Restarting, .remaining = 88s}},
        {"restarting soon", {.row = Restarting}},
        {"connecting", {.row = NeverConnected, .attempting = true}},
        {"unreachable", {.row = NeverConnected, .remaining = 88s}},
        {"unreachable soon", {.row = NeverConnected}},
        {"lost for minutes", {.row = Lost, .remaining = 20min}},
        {"lost", {.row = Lost, .remaining = 3s}},
        {"lost soon", {.row = Lost}},
        {"reconnecting", {.row = Lost, .attempting = true}},
        {"verifying", {.row = Verifying}},
        {"back online", {.row = BackOnline}},
        {"sending", {.row = Sending, .sending = 12'345}},
        {"badge", {}}, // alone
    };
    ConnectionSnapshot facts;
    facts.attemptCount = 12;
    facts.lastError.reason = QStringLiteral("The database is being moved to a larger machine");
    QVariantList rows;
    for (auto [name, view] : views) {
        view.pending = view.row == Sending ? 0 : pending;
        facts.lastError.category
            = view.row == Failed ? view.category : ErrorCategory::ConnectionRefused;
        rows += QVariantMap{
            {QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("text"), StatusWords::text(view)},
            {QStringLiteral("severity"), int(view.severity())},
            {QStringLiteral("action"), int(view.action())},
            {QStringLiteral("actionText"), StatusWords::action(view.action())},
            {QStringLiteral("accessibleText"), StatusWords::accessibleText(view)},
            {QStringLiteral("pendingText"), StatusWords::badge(view.pending)},
            {QStringLiteral("details"), StatusWords::details(view, facts)},
        };
    }
    return rows;
}

QVariantMap Cpp::enums() const
{
    QVariantMap enums;
    add<ConnectionState>(enums);
    add<WaitReason>(enums);
    add<ErrorCategory>(enums);
    add<CommitMode>(enums);
    add<CursorMode>(enums);
    add<ResyncReason>(enums);
    add<DeliveryProof>(enums);
    add<Reason>(enums);
    add<MessageFailure>(enums);
    add<Liveness>(enums);
    add<OverflowPolicy>(enums);
    add<Jitter>(enums);
    add<Reachability>(enums);
    add<TransportMedium>(enums);
    add<Severity>(enums);
    add<StatusAction>(enums);
    return enums;
}

QString Cpp::badgeBeside(const QString &component, const QString &language, int count) const
{
    QQmlEngine engine;
    engine.setImportPathList(qmlEngine(this)->importPathList());
    engine.setUiLanguage(language);
    QQmlComponent factory(&engine);
    factory.setData(QByteArray("import Holdfast\n") + component.toUtf8() + " {}", {});
    const std::unique_ptr<QObject> made(factory.create());
    return made ? badge(count) : factory.errorString();
}

void Cpp::holdClock(QObject *owner)
{
    const auto clock = [now = m_now] { return *now; };
    if (auto *const history = qobject_cast<ConnectionHistory *>(owner)) {
        history->setClock(clock);
    } else if (auto *const status = qobject_cast<ConnectionStatus *>(owner)) {
        // The moments that a connection names are the system's.
        *m_now = Instant(std::chrono::duration_cast<Duration>(
            std::chrono::steady_clock::now().time_since_epoch()));
        status->setClock(clock);
    } else {
        qFatal("it has no clock");
    }
}

QStringList Cpp::languages() const
{
    QStringList languages = QDir(QStringLiteral(":/holdfast/i18n")).entryList(QDir::Files);
    languages.replaceInStrings(QRegularExpression(QStringLiteral("^holdfast_(.*)\\.qm$")),
                               QStringLiteral("\\1"));
    if (!languages.removeOne(QStringLiteral("en")))
        qFatal("the module has no words");
    languages.prepend(QStringLiteral("en"));
    return languages;
}

void Cpp::setUiLanguage(const QString &language) const { qmlEngine(this)->setUiLanguage(language); }

QString Cpp::badge(int count) const
{
    return QCoreApplication::translate("Holdfast::ConnectionStatus", "%n message(s) waiting",
                                       nullptr, count);
}

} // namespace Holdfast
