// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qmetatype.h>
#include <QtCore/qstring.h>
#include <QtCore/qvariant.h>

namespace Holdfast {

//! A message that came in.
struct HubMessage
{
    QString room; //!< the sender's
    QString identity; //!< what the authenticator said; empty without one
    QString user; //!< the sender's public id, as in presence
    QString key; //!< idempotency key
    quint64 number = 0; //!< 0: the client numbers nothing
    //! QString, QByteArray, or what QJsonValue::toVariant() makes of other JSON.
    QVariant payload;
};

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::HubMessage)
