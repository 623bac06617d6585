// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "cpp.h"

#include "connectionhistory.h"
#include "connectionstatus.h"
#include "fakenetworkmonitor.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qmetaobject.h>
#include <QtGui/qdesktopservices.h>
#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>

namespace Holdfast {

namespace {

ReconnectingWebSocket *facade(QObject *socket)
{
    auto *const found = qobject_cast<ReconnectingWebSocket *>(socket);
    if (!found)
        qFatal("not a ReconnectingWebSocket");
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

void Cpp::catchWebPages(bool wanted)
{
    if (wanted)
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "opened");
    else
        QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
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

void Cpp::holdClock(QObject *history)
{
    auto *const found = qobject_cast<ConnectionHistory *>(history);
    if (!found)
        qFatal("not a ConnectionHistory");
    found->setClock([now = m_now] { return *now; });
}

void Cpp::setUiLanguage(const QString &language) const { qmlEngine(this)->setUiLanguage(language); }

QString Cpp::badge(int count) const
{
    return QCoreApplication::translate("Holdfast::ConnectionStatus", "%n message(s) waiting",
                                       nullptr, count);
}

} // namespace Holdfast
