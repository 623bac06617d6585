// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "networkmonitor.h"

#include <memory>
#include <mutex>

namespace Holdfast {

struct NetworkMonitor::Life
{
    explicit Life(NetworkMonitor *self)
        : monitor(self)
    {
    }

    std::mutex mutex;
    NetworkMonitor *monitor; //!< null: it is gone
};

//! Names a monitor that may live in another thread, and be deleted there at any moment; or nobody.
class NetworkReference
{
public:
    NetworkReference() = default;
    explicit NetworkReference(const NetworkMonitor *monitor)
        : m_life(monitor ? monitor->m_life : nullptr)
    {
    }

    //! Calls \a use with the monitor, unless it is gone; it cannot go meanwhile. True: it has.
    template <typename Use> bool visit(Use &&use) const
    {
        if (!m_life)
            return false;
        const std::scoped_lock lock(m_life->mutex);
        if (m_life->monitor)
            use(m_life->monitor);
        return m_life->monitor;
    }
    [[nodiscard]] bool isAlive() const
    {
        return visit([](NetworkMonitor *) {});
    }

private:
    friend class NetworkObservation;

    std::shared_ptr<NetworkMonitor::Life> m_life;
};

//! Observes a monitor for as long as it exists itself. The monitor may live in another thread, and
//! be deleted there at any moment.
class NetworkObservation
{
public:
    explicit NetworkObservation(NetworkMonitor *monitor);
    ~NetworkObservation();
    Q_DISABLE_COPY_MOVE(NetworkObservation)

    [[nodiscard]] bool isOf(const NetworkReference &monitor) const
    {
        return monitor.m_life == m_life;
    }

private:
    const std::shared_ptr<NetworkMonitor::Life> m_life;
};

} // namespace Holdfast
