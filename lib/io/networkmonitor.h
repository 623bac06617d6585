// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qmetatype.h>
#include <QtCore/qobject.h>

#include <atomic>

namespace Holdfast {

namespace Reachabilities {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! How far this machine can reach, as QNetworkInformation::Reachability.
enum class Reachability {
    Unknown, //!< nobody can tell: try
    Disconnected,
    Local, //!< the local network only
    Site, //!< the site's network only
    Online,
};
Q_ENUM_NS(Reachability)

} // namespace Reachabilities
using Reachabilities::Reachability;

namespace TransportMedia {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! What carries the default route, as QNetworkInformation::TransportMedium.
enum class TransportMedium { Unknown, Ethernet, Cellular, WiFi, Bluetooth };
Q_ENUM_NS(TransportMedium)

} // namespace TransportMedia
using TransportMedia::TransportMedium;

//! What is said of the network, all of one moment. It is a rumour: see NetworkMonitor.
struct NetworkFacts
{
    Reachability reachability = Reachability::Unknown;
    bool behindCaptivePortal = false; //!< the network wants somebody to sign in first
    bool metered = false;
    TransportMedium medium = TransportMedium::Unknown;
    //! Disconnected is only what somebody makes of a server's silence: nobody should wait for that.
    bool inferred = false;

    bool operator==(const NetworkFacts &) const = default;
};

//! Says what it believes of the network. Connections take it for a hint: good news make them dial
//! at once, bad news make them ask the peer or wait, and never give up.
//!
//! It may be shared by connections in several threads. It lives in one, says changed() there, and
//! watches only while somebody observes it.
class HOLDFAST_EXPORT NetworkMonitor : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Holdfast::Reachabilities::Reachability reachability READ reachability NOTIFY
                   reachabilityChanged FINAL)
    Q_PROPERTY(
        bool behindCaptivePortal READ isBehindCaptivePortal NOTIFY behindCaptivePortalChanged FINAL)
    Q_PROPERTY(bool metered READ isMetered NOTIFY meteredChanged FINAL)
    Q_PROPERTY(
        Holdfast::TransportMedia::TransportMedium medium READ medium NOTIFY mediumChanged FINAL)

public:
    explicit NetworkMonitor(QObject *parent = nullptr);
    ~NetworkMonitor() override;

    //! What is known now; Unknown before anything is. In the monitor's own thread only; others get
    //! it with changed().
    [[nodiscard]] const NetworkFacts &facts() const { return m_facts; }
    [[nodiscard]] Reachability reachability() const { return m_facts.reachability; }
    [[nodiscard]] bool isBehindCaptivePortal() const { return m_facts.behindCaptivePortal; }
    [[nodiscard]] bool isMetered() const { return m_facts.metered; }
    [[nodiscard]] TransportMedium medium() const { return m_facts.medium; }

    //! Somebody wants to know: the first one makes it watch (start(), in the monitor's thread, not
    //! before that thread's event loop turns). From any thread; release() once for each.
    void observe();
    void release();

Q_SIGNALS:
    void reachabilityChanged();
    void behindCaptivePortalChanged();
    void meteredChanged();
    void mediumChanged();
    //! After these, once, if any of them came; or by announce().
    void changed(const Holdfast::NetworkFacts &facts);

public Q_SLOTS:
    //! Says changed() again, for somebody who has just begun to observe from another thread.
    void announce();

protected:
    //! Begin and stop to watch. In the monitor's thread.
    virtual void start() = 0;
    virtual void stop() = 0;
    void setFacts(const NetworkFacts &facts);
    [[nodiscard]] bool isWatching() const { return m_watching; }
    //! Stops to watch, although somebody may want it, until resume(). In the monitor's thread.
    void pause();
    void resume();

private:
    void follow();

    NetworkFacts m_facts;
    std::atomic<int> m_observers = 0;
    bool m_watching = false;
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::NetworkFacts)
