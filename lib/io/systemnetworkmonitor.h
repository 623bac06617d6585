// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "networkmonitor.h"

#include <QtCore/qtimer.h>

#include <memory>

namespace Holdfast {

class NetworkInformationLoader;

//! What the system says of the network, by QNetworkInformation. Unknown where it says nothing.
//!
//! There is one for the whole process, in the application's thread, and connections everywhere
//! share it. Nothing is loaded before somebody observes it; then it is QNetworkInformation's
//! backend for Feature::Reachability, unless the application has loaded one of its own before.
//! Nobody waits for it: on Linux a NetworkManager that does not answer leaves it Unknown until it
//! does. With Qt 6.4 one that begins to hang later can still hold up the application's thread,
//! when it has just announced a new connection.
//!
//! The environment variable HOLDFAST_NETWORK_MONITOR=off turns it off, as setEnabled(false) does.
class HOLDFAST_EXPORT SystemNetworkMonitor final : public Holdfast::NetworkMonitor
{ // the base in full: qmllint of Qt 6.4 knows it by no other name
    Q_OBJECT

public:
    //! The one that there is, from any thread and at any time; also without a QCoreApplication, and
    //! after it. It must not be deleted.
    [[nodiscard]] static SystemNetworkMonitor *shared();

    //! Whether it asks the system; if not it says Unknown. From any thread. Default: true.
    static void setEnabled(bool enabled);
    //! False also if the environment turns it off.
    [[nodiscard]] static bool isEnabled();

    //! Whom it asks, as QNetworkInformation::backendName(); empty if nobody. In the application's
    //! thread only.
    [[nodiscard]] QString backendName() const;

protected:
    void start() override;
    void stop() override;

private:
    SystemNetworkMonitor();
    ~SystemNetworkMonitor() override;

    void listen();
    void takeFacts();
    void followSwitch();

    std::unique_ptr<NetworkInformationLoader> m_loader;
    QTimer m_oneTurn;
    bool m_isListening = false;
};

} // namespace Holdfast
