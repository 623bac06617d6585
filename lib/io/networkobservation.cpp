// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "networkobservation.h"

#include <QtCore/qthread.h>

namespace Holdfast {

NetworkObservation::NetworkObservation(NetworkMonitor *monitor)
    : m_life(monitor->m_life)
{
    monitor->observe();
    if (monitor->thread() != QThread::currentThread())
        monitor->announceSoon();
}

NetworkObservation::~NetworkObservation()
{
    const std::scoped_lock lock(m_life->mutex);
    if (m_life->monitor)
        m_life->monitor->release();
}

} // namespace Holdfast
