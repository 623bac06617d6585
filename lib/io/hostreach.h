// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "networkrumours.h"

#include <QtCore/qstring.h>

namespace Holdfast {

//! How near the host of a URL is, by its name or address alone; nothing is looked up.
//!
//! Here: loopback addresses, `localhost` and below it (RFC 6761 §6.3), and no host at all. Near:
//! private addresses (RFC 1918, RFC 4193), those shared by carriers and overlay networks (RFC
//! 6598), link-local ones, `.local` (RFC 6762), and names without a dot.
[[nodiscard]] HostReach reachOf(const QString &host);

} // namespace Holdfast
