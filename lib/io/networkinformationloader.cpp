// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "networkinformationloader.h"

#include <QtNetwork/qnetworkinformation.h>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

//! NetworkManager went away and left the question behind: it may be on its way back.
bool wasLeftBehind(const QByteArray &error)
{
    return error == "org.freedesktop.DBus.Error.NoReply"
        || error == "org.freedesktop.DBus.Error.Timeout";
}

} // namespace

NetworkInformationLoader::NetworkInformationLoader(QObject *parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(30s);
    connect(&m_retry, &QTimer::timeout, this, &NetworkInformationLoader::ask);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &NetworkInformationLoader::load);
}

void NetworkInformationLoader::start()
{
    cancel();
    if (QNetworkInformation::instance())
        m_soon.start();
    else
        ask();
}

void NetworkInformationLoader::cancel()
{
    m_bus.reset();
    m_retry.stop();
    m_soon.stop();
}

void NetworkInformationLoader::ask()
{
    m_bus = std::make_unique<SystemBus>();
    connect(m_bus.get(), &SystemBus::answered, this, &NetworkInformationLoader::take);
    connect(m_bus.get(), &SystemBus::gone, this, [this](SystemBus::Absence absence) {
        // Without a bus it stays with what Qt finds, even if one comes later.
        if (absence == SystemBus::Absence::NoBus)
            m_soon.start();
        else
            m_retry.start();
    });
    BusMessage question{.destination = "org.freedesktop.NetworkManager",
                        .path = "/org/freedesktop/NetworkManager",
                        .interface = "org.freedesktop.DBus.Properties",
                        .member = "GetAll"};
    question.setText("org.freedesktop.NetworkManager");
    m_question = m_bus->call(question);
    m_bus->open();
}

void NetworkInformationLoader::take(quint32 serial, const QByteArray &error)
{
    if (serial != m_question)
        return;
    if (wasLeftBehind(error))
        m_retry.start();
    else
        m_soon.start();
}

void NetworkInformationLoader::load()
{
    m_bus.reset();
    if (!QNetworkInformation::instance())
        QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability);
    Q_EMIT finished();
}

} // namespace Holdfast
