// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtDBus/qdbusconnection.h>
#include <QtDBus/qdbusmessage.h>

#include <map>
#include <memory>

namespace Holdfast {

//! A system message bus of our own, with NetworkManager and logind played by python3-dbusmock:
//! what is real is the bus, Qt's backend, and all that we wrote.
//!
//! QNetworkInformation is loaded once in a process, and Qt remembers the bus: so there is one of
//! these in a test program, made before anything asks for the bus. All of it dies with the test.
class MockNetwork
{
public:
    //! NetworkManager's words (NMState, NMConnectivityState, NMMetered).
    enum State : uint {
        Asleep = 10,
        Disconnected = 20,
        Connecting = 40,
        Local = 50,
        Site = 60,
        Global = 70
    };
    enum Connectivity : uint { Portal = 2, Full = 4 };
    enum Metered : uint { IsMetered = 1, IsNotMetered = 2 };

    MockNetwork();
    ~MockNetwork();

    //! Why this cannot be had here, for QSKIP; empty if it can.
    [[nodiscard]] static QByteArray whatIsMissing();

    //! The bus alone; sets DBUS_SYSTEM_BUS_ADDRESS.
    [[nodiscard]] bool startBus();
    [[nodiscard]] bool startNetworkManager();
    [[nodiscard]] bool startLogind();
    void killNetworkManager();
    //! Stands still, and is there: who asks it waits.
    void freezeNetworkManager();
    void thawNetworkManager();
    void freezeBus();
    void thawBus();

    void setState(State state);
    void setConnectivity(Connectivity connectivity);
    //! Makes a WiFi the primary connection (else there is none), metered as it says itself.
    void joinWiFi();
    //! The same with a cable, after joinWiFi().
    void joinEthernet();
    void setMetered(Metered metered);
    //! logind's PrepareForSleep: true before sleep, false after it.
    void announceSleep(bool isAhead);

    //! How many connections there are to the bus, besides our own and the mocks'.
    [[nodiscard]] int clientCount();
    [[nodiscard]] QByteArray address() const { return m_address; }

private:
    [[nodiscard]] bool startMock(const QString &play, const QString &service);
    [[nodiscard]] bool isThere(const QString &service);
    QDBusMessage call(const QString &service, const QString &path, const QString &interface,
                      const QString &method, const QVariantList &arguments);
    QDBusMessage ask(const QString &path, const QString &method, const QVariantList &arguments);
    void join(const QString &name, const QString &device, const QString &accessPoint);
    void add(const QString &path, const QString &interface, const QString &name,
             const QVariant &value);

    QTemporaryDir m_folder;
    QProcess m_daemon;
    std::map<QString, std::unique_ptr<QProcess>> m_mocks;
    QDBusConnection m_bus;
    QByteArray m_address;
    QString m_connection;
};

} // namespace Holdfast
