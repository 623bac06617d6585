// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobjectdefs.h>
#include <QtQml/qqmlregistration.h>

namespace Marks {
Q_NAMESPACE
QML_NAMED_ELEMENT(Mark)

//! How far a message has come, beside its text.
enum class Mark {
    Waiting, //!< in a queue of the lane
    Sent, //!< written to a socket
    Delivered, //!< the lane has been told, or the server's record shows it
    Lost, //!< the lane does nothing more for it and the server never got it
};
Q_ENUM_NS(Mark)

} // namespace Marks
using Marks::Mark;
