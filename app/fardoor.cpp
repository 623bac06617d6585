// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fardoor.h"

#include "fardoorguest.h"

FarDoor::FarDoor(QObject *parent)
    : QTcpServer(parent)
{
    setProxy(QNetworkProxy::NoProxy);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on the loopback interface: %s", qPrintable(errorString()));
}

FarDoor::~FarDoor() = default;

QNetworkProxy FarDoor::proxy() const
{
    return {QNetworkProxy::Socks5Proxy, QStringLiteral("127.0.0.1"), serverPort()};
}

void FarDoor::incomingConnection(qintptr descriptor)
{
    auto *guest = new FarDoorGuest(descriptor, *this);
    if (findChildren<FarDoorGuest *>(Qt::FindDirectChildrenOnly).size() > MostGuests)
        guest->sendAway();
}
