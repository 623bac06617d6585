// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"
#include "networkfacts.h"

#include <QtCore/qobject.h>

#include <atomic>
#include <memory>

namespace Holdfast {

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
    //! A part of facts(); so are the next three.
    [[nodiscard]] Reachability reachability() const { return m_facts.reachability; }
    [[nodiscard]] bool isBehindCaptivePortal() const { return m_facts.behindCaptivePortal; }
    [[nodiscard]] bool isMetered() const { return m_facts.metered; }
    [[nodiscard]] TransportMedium medium() const { return m_facts.medium; }
    //! facts() have been found out since it began to watch. Before, they are of another day.
    [[nodiscard]] bool hasSpoken() const { return m_spoken; }

    //! Somebody wants to know: the first one makes it watch (start(), in the monitor's thread, not
    //! before that thread's event loop turns). From any thread; release() once for each.
    void observe();
    void release();

Q_SIGNALS:
    void reachabilityChanged();
    void behindCaptivePortalChanged();
    void meteredChanged();
    void mediumChanged();
    //! After these, once, if any of them came; when something is known for the first time; or by
    //! announce().
    void changed(const Holdfast::NetworkFacts &facts);

public Q_SLOTS:
    //! Says changed() again, if it has spoken: for somebody who has just begun to observe from
    //! another thread.
    void announce();
    //! announce(), when its thread turns; once, however many ask for it meanwhile. From any thread.
    void announceSoon();

protected:
    //! Begin and stop to watch. In the monitor's thread.
    virtual void start() = 0;
    virtual void stop() = 0;
    //! Call it as soon as anything is known, even if that is Unknown.
    void setFacts(const NetworkFacts &facts);
    [[nodiscard]] bool isWatching() const { return m_watching; }
    //! Stops to watch, although somebody may want it, until resume(). Nobody is told, whatever
    //! stop() sets. In the monitor's thread.
    void pause();
    void resume();

private:
    friend class NetworkObservation;
    friend class NetworkReference;
    struct Life;

    void follow();

    NetworkFacts m_facts;
    std::atomic<int> m_observers = 0;
    std::atomic<bool> m_willAnnounce = false;
    bool m_watching = false;
    bool m_spoken = false;
    bool m_isPausing = false;
    const std::shared_ptr<Life> m_life;
};

} // namespace Holdfast
