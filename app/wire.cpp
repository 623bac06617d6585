// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "wire.h"

#include "wireconnection.h"

#include <QtNetwork/qnetworkproxy.h>

Wire::Wire(QObject *parent)
    : QTcpServer(parent)
{
    setProxy(QNetworkProxy::NoProxy);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on the loopback interface: %s", qPrintable(errorString()));
}

Wire::~Wire() = default;

void Wire::setUnplugged(bool unplugged)
{
    if (m_unplugged == unplugged)
        return;
    m_unplugged = unplugged;
    if (unplugged)
        Q_EMIT pulled();
    else
        Q_EMIT pluggedIn();
}

void Wire::incomingConnection(qintptr descriptor) { new WireConnection(descriptor, *this); }
