// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"

#include <QtCore/qlist.h>

namespace Holdfast {

//! At most so many frames in any second, for servers that ban the eager.
class FrameRate
{
public:
    //! 0: no limit.
    void setLimit(int framesPerSecond) { m_limit = framesPerSecond; }
    //! When the next frame may go; not before \a now.
    [[nodiscard]] Instant next(Instant now) const;
    //! A frame goes at \a now.
    void note(Instant now);

private:
    int m_limit = 0;
    QList<Instant> m_recent; //!< the last m_limit frames, of the last second
};

} // namespace Holdfast
