// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qhash.h>
#include <QtCore/qstring.h>

namespace Holdfast {

//! Which messages wait, never written, under which key: one a key, or two if the first was kept in
//! its place. Every call costs the same, however many there are.
class Coalescing
{
public:
    //! By number, the older first; 0: none.
    struct Waiting
    {
        quint64 first = 0;
        quint64 last = 0; //!< the same as first, if there is one only
    };

    //! Empty keys have no entries.
    [[nodiscard]] Waiting waiting(const QString &key) const { return m_waiting.value(key); }
    //! The newest under its key.
    void add(const QString &key, quint64 number);
    //! One that was there before a restart, and is older than those of this run. What is neither
    //! the first nor the last then is forgotten here: it will be sent, and superseded by nobody.
    void addOlder(const QString &key, quint64 number);
    //! Written, or settled.
    void remove(const QString &key, quint64 number);

private:
    QHash<QString, Waiting> m_waiting;
};

} // namespace Holdfast
