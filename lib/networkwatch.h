// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "networkobservation.h"
#include "networkrumours.h"

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qurl.h>

#include <memory>
#include <optional>

namespace Holdfast {

class WakeMonitor;

//! What a connection hears of the network and of the machine's sleep, in the machine's own words.
//!
//! It listens while the connection is wanted and its host is another machine; before, nothing is
//! loaded and nobody is asked. It belongs to one connection and lives in its thread; the monitor
//! may be shared, live in another thread and be deleted at any time.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);
    ~NetworkWatch() override;

    //! Null: nobody is to be asked. Until it is called, that is SystemNetworkMonitor::shared().
    //! False: that is so already. It takes effect with follow().
    [[nodiscard]] bool choose(NetworkMonitor *monitor);
    //! The one that was set, or the system's.
    [[nodiscard]] NetworkMonitor *monitor() const;

    void setActive(bool active);
    void setUrl(const QUrl &url);
    //! Listens or not, and to whom: as is wanted by now.
    void follow();
    //! The connection is awake anyway: did the machine sleep?
    void look();

    //! What was said last; Unknown while it does not listen.
    [[nodiscard]] NetworkFacts facts() const { return m_rumours.facts(); }
    //! For developers, a line.
    [[nodiscard]] QString explain() const;

Q_SIGNALS:
    //! In the same turn of the event loop as the monitor's word, if that lives in this thread.
    //! Nothing: the facts are others, but that is no news for the connection.
    void heard(std::optional<Holdfast::Event::Kind> news);

private:
    using News = std::optional<Event::Kind>;

    [[nodiscard]] News listen(const NetworkReference &source);
    [[nodiscard]] News stopListening();
    void followSleep(bool wanted);
    void hear(const NetworkFacts &facts);
    void tell(News news, const NetworkFacts &before);

    QPointer<NetworkMonitor> m_monitor; //!< for monitor() only
    NetworkReference m_chosen; //!< the same
    bool m_isSystems = true; //!< nobody has chosen
    bool m_active = false;
    QUrl m_url;
    NetworkRumours m_rumours{HostReach::Here};

    // While it listens.
    std::unique_ptr<NetworkObservation> m_observation;
    std::unique_ptr<QObject> m_ear; //!< what an earlier monitor has still to say dies with it
    WakeMonitor *m_wake = nullptr; //!< made when it is needed
    bool m_watchesSleep = false;
};

} // namespace Holdfast
