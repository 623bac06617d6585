// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "wakemonitor.h"

#include "timeasleep.h"

namespace Holdfast {

class WakeMonitor::Platform
{
};

WakeMonitor::WakeMonitor(QObject *parent)
    : QObject(parent)
{
}

WakeMonitor::~WakeMonitor() = default;

void WakeMonitor::start() { }

void WakeMonitor::stop() { }

void WakeMonitor::look() { }

} // namespace Holdfast
