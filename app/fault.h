// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstring.h>

#include <optional>

//! What a server of the demo does wrong on purpose: a PlainServer, or the hub.
struct Fault
{
    enum class Kind {
        None,
        Refuse, //!< new upgrades get HTTP 503 without Retry-After
        Close, //!< accepts, and closes at once with closeCode
    };

    Kind kind = Kind::None;
    quint16 closeCode = 0; //!< of Close

    //! What a server may send: 1000–1003, 1007–1014, 3000–4999 (RFC 6455 §7.4).
    [[nodiscard]] static bool isCloseCode(int code);
    //! Reads "none", "refuse" or "close CODE".
    [[nodiscard]] static std::optional<Fault> parse(const QString &words);
    //! What parse() reads.
    [[nodiscard]] QString toString() const;

    bool operator==(const Fault &) const = default;
};
