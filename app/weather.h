// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fardoor.h"
#include "fault.h"
#include "portal.h"
#include "serverprocess.h"
#include "weathernetwork.h"
#include "wire.h"

#include <QtCore/qobject.h>
#include <QtCore/qurl.h>
#include <QtQml/qqmlregistration.h>

//! Everything that can go wrong between the lanes and their server, and the server itself.
//!
//! The properties are wishes, and may be set in any order and at any time; each outlives the
//! others, so a server that was started again is as frozen and as faulty as its predecessor was.
class Weather : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The stage has one.")
    Q_PROPERTY(Network network READ network WRITE setNetwork NOTIFY networkChanged FINAL)
    Q_PROPERTY(QUrl portalUrl READ portalUrl CONSTANT FINAL)
    Q_PROPERTY(bool unplugged READ isUnplugged WRITE setUnplugged NOTIFY unpluggedChanged FINAL)
    Q_PROPERTY(bool serverUp READ isServerUp WRITE setServerUp NOTIFY serverUpChanged FINAL)
    Q_PROPERTY(bool frozen READ isFrozen WRITE setFrozen NOTIFY frozenChanged FINAL)
    Q_PROPERTY(bool refusing READ isRefusing WRITE setRefusing NOTIFY refusingChanged FINAL)
    Q_PROPERTY(int closeCode READ closeCode WRITE setCloseCode NOTIFY closeCodeChanged FINAL)
    Q_PROPERTY(int latency READ latency WRITE setLatency NOTIFY latencyChanged FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged FINAL)
    Q_PROPERTY(bool passes READ passes NOTIFY passesChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)

public:
    //! What there is, and what the system says so.
    enum class Network {
        Online,
        Lost, //!< nothing gets through, and a dial fails at once
        Captive, //!< a sign-in page answers in the place of everybody
    };
    Q_ENUM(Network)

    //! The server is the hub, started from \a program; empty: the one beside this program.
    explicit Weather(const QString &program = {}, QObject *parent = nullptr);

    ~Weather() override;

    //! The cable is pulled; see Wire.
    [[nodiscard]] bool isUnplugged() const { return m_unplugged; }
    void setUnplugged(bool unplugged);
    //! Unlike the cable's, its news are told: see networkMonitor(). Whoever dials url() and not
    //! farUrl() gets no answer while it is not Online.
    [[nodiscard]] Network network() const { return m_network; }
    void setNetwork(Network network);
    //! From Wi-Fi to mobile, and back: the connections of before are dead, and the system says that
    //! there is another network.
    Q_INVOKABLE void changeNetwork();
    //! The sign-in page; its button makes the network Online.
    [[nodiscard]] QUrl portalUrl() const { return m_portal.url(); }
    //! False is SIGKILL; true starts it again on the same port. False at first.
    [[nodiscard]] bool isServerUp() const { return m_serverUp; }
    void setServerUp(bool up);
    //! SIGSTOP: the kernel still accepts and acknowledges, nobody answers.
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    void setFrozen(bool frozen);
    //! HTTP 503 for who comes; who is there is sent away. Goes before closeCode.
    [[nodiscard]] bool isRefusing() const { return m_refusing; }
    void setRefusing(bool refusing);
    //! Not 0: who comes is accepted and closed at once with this code, who is there as well. A code
    //! that a server may not send (Fault::isCloseCode) is ignored.
    [[nodiscard]] int closeCode() const { return m_closeCode; }
    void setCloseCode(int code);
    //! ms each way, 0 to 5000 (clamped).
    [[nodiscard]] int latency() const { return static_cast<int>(m_wire.latency().count()); }
    void setLatency(int latency);

    //! The server says that it will be back in some seconds, and goes.
    Q_INVOKABLE void restartServer();

    //! The server process listens.
    [[nodiscard]] bool isReady() const { return m_ready; }
    //! Bytes get through, and somebody is there to read them.
    [[nodiscard]] bool passes() const { return m_passes; }
    //! Why the server could not be started or ended by itself; empty if nothing is wrong.
    [[nodiscard]] QString problem() const { return m_problem; }
    //! Where \a lane connects to. Stays the same.
    [[nodiscard]] Q_INVOKABLE QUrl url(const QString &lane) const;
    //! The same by the name of a host far away, which is to be had through proxy() alone.
    [[nodiscard]] static QUrl farUrl(const QString &lane);
    [[nodiscard]] QNetworkProxy proxy() const { return m_door.proxy(); }
    //! What the system says of the network.
    [[nodiscard]] Holdfast::NetworkMonitor *networkMonitor() { return &m_monitor; }
    //! The server itself, without any weather in between. Known when it is ready, and stays the
    //! same.
    [[nodiscard]] QUrl serverUrl(const QString &path) const;

Q_SIGNALS:
    void unpluggedChanged();
    void networkChanged();
    void serverUpChanged();
    void frozenChanged();
    void refusingChanged();
    void closeCodeChanged();
    void latencyChanged();
    void readyChanged();
    void passesChanged();
    void problemChanged();
    //! The server reports that it got \a text from \a lane.
    void received(const QString &lane, const QString &text);

private:
    void setReady(bool ready);
    void setProblem(const QString &problem);
    void tellFault();
    void updateWire();
    void updatePasses();
    void report();

    ServerProcess m_server;
    Wire m_wire;
    FarDoor m_door;
    Portal m_portal;
    WeatherNetwork m_monitor;
    QString m_problem;
    Network m_network = Network::Online;
    Holdfast::TransportMedium m_medium = Holdfast::TransportMedium::WiFi;
    int m_closeCode = 0;
    bool m_unplugged = false;
    bool m_serverUp = false;
    bool m_frozen = false;
    bool m_refusing = false;
    bool m_ready = false;
    bool m_passes = false;
};
