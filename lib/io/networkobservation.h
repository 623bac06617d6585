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

//! Observes a monitor for as long as it exists itself. The monitor may live in another thread, and
//! be deleted there at any moment.
class NetworkObservation
{
public:
    explicit NetworkObservation(NetworkMonitor *monitor);
    ~NetworkObservation();
    Q_DISABLE_COPY_MOVE(NetworkObservation)

    [[nodiscard]] bool isOf(const NetworkMonitor *monitor) const
    {
        return monitor && monitor->m_life == m_life;
    }

private:
    const std::shared_ptr<NetworkMonitor::Life> m_life;
};

} // namespace Holdfast
