// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qglobal.h>

namespace Holdfast {

//! What a hub does wrong on purpose, for tests and demos. All off by default; each takes effect at
//! once, also for those who are connected.
struct HubFaults
{
    bool refuse = false; //!< nobody listens: connections are refused
    //! Not 0: upgrades are answered with this HTTP status, such as 503, and those who are connected
    //! are closed with 1001. 400 to 599 (clamped).
    int httpStatus = 0;
    bool acceptAndClose = false; //!< upgrades, then closes with \a closeCode at once
    bool neverAnswerUpgrade = false; //!< accepts TCP and stays mute
    bool freeze = false; //!< keeps TCP and reads nothing, and writes nothing
    double dropAcks = 0; //!< so large a part of all acknowledgements is not sent, 0 to 1
    Duration delay{0}; //!< everything that arrives is looked at so much later
    quint16 closeCode = 1011;
    qint64 killAfterBytes = 0; //!< every connection is reset after so many bytes of payload came in
                               //!< on it; 0: never

    bool operator==(const HubFaults &) const = default;
};

} // namespace Holdfast
