// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "weathernetwork.h"

using namespace Holdfast;

void WeatherNetwork::say(const NetworkFacts &facts)
{
    m_saying = facts;
    if (isWatching())
        setFacts(m_saying);
}

void WeatherNetwork::start() { setFacts(m_saying); }
