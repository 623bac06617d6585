// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

#include <optional>
#include <vector>

namespace Holdfast {

//! Rejections for good of which it is not sure that the client has heard: the connection may have
//! ended before they arrived. Without this memory a message that was rejected, and whose successor
//! was accepted, would look like a duplicate when it comes again, and so like a delivered one.
//!
//! Keeps the last 64 of one session; what was told longer ago has arrived.
class Rejections
{
public:
    struct Rejection
    {
        QString key;
        quint64 number = 0;
        QString reason;
        quint64 connection = 0; //!< where it was told last
    };
    void add(const Rejection &rejection);
    //! This message was accepted in the end.
    void remove(const QString &key);
    //! A message comes on this connection: what was told on an earlier one and has a lower number
    //! would have come before it, so that was heard.
    void settle(quint64 number, quint64 connection);
    //! Null: this one was not rejected, or that was heard.
    [[nodiscard]] const Rejection *find(const QString &key) const;
    //! The lowest number of that producer; nothing: there is none.
    [[nodiscard]] std::optional<quint64> lowest(const QString &producer) const;

private:
    std::vector<Rejection> m_rejections; //!< in the order in which they were told
};

} // namespace Holdfast
