// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"

#include <QtCore/qobjectdefs.h>
#include <QtCore/qstring.h>

namespace Holdfast {

namespace StoreErrorCategories {
Q_NAMESPACE_EXPORT(HOLDFAST_EXPORT)

//! Why a store cannot do what it should.
enum class StoreErrorCategory {
    None, //!< nothing went wrong
    QueueBusy, //!< somebody else has it open: another process, or another object in this one
    BoundElsewhere, //!< what it holds is for another server or account
    InvalidName, //!< the queue's name cannot be the name of a folder everywhere
    NotReadable, //!< what is there cannot be opened
    NotWritable, //!< the disk is full, read-only or gone; it may come back
    Incompatible, //!< written by a later version; nothing was touched
};
Q_ENUM_NS(StoreErrorCategory)

} // namespace StoreErrorCategories
using StoreErrorCategories::StoreErrorCategory;

//! What went wrong with a store, as data.
struct StoreError
{
    StoreErrorCategory category
        = StoreErrorCategory::None; //!< why it cannot; None: nothing went wrong
    QString detail; //!< for logs and bug reports; technical and untranslated, without payloads

    //! Whether something went wrong.
    [[nodiscard]] explicit operator bool() const { return category != StoreErrorCategory::None; }
    bool operator==(const StoreError &) const = default;
};

} // namespace Holdfast
