// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "faultwords.h"

#include <optional>

using namespace Holdfast;

namespace {

std::optional<qint64> number(const QString &text, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        return {};
    return value;
}

//! The faults that are there or not.
bool *switchFor(const QString &name, HubFaults &faults)
{
    if (name == QStringLiteral("refuse"))
        return &faults.refuse;
    if (name == QStringLiteral("close"))
        return &faults.acceptAndClose;
    if (name == QStringLiteral("mute"))
        return &faults.neverAnswerUpgrade;
    if (name == QStringLiteral("freeze"))
        return &faults.freeze;
    return nullptr;
}

bool setValue(const QString &name, const QString &value, HubFaults &faults)
{
    constexpr qint64 DayMs = 86'400'000;
    if (name == QStringLiteral("close")) {
        const auto code = number(value, 1000, 4999);
        faults.acceptAndClose = code.has_value();
        faults.closeCode = static_cast<quint16>(code.value_or(faults.closeCode));
        return code.has_value();
    }
    if (name == QStringLiteral("http")) {
        const auto status = number(value, 400, 599);
        faults.httpStatus = static_cast<int>(status.value_or(0));
        return status.has_value();
    }
    if (name == QStringLiteral("drop-acks")) {
        bool isNumber = false;
        const double part = value.toDouble(&isNumber);
        faults.dropAcks = part;
        return isNumber && part >= 0 && part <= 1;
    }
    if (name == QStringLiteral("delay")) {
        const auto ms = number(value, 0, DayMs);
        faults.delay = Duration(ms.value_or(0));
        return ms.has_value();
    }
    if (name == QStringLiteral("kill-after")) {
        const auto bytes = number(value, 1, std::numeric_limits<qint64>::max());
        faults.killAfterBytes = bytes.value_or(0);
        return bytes.has_value();
    }
    return false;
}

} // namespace

QString FaultWords::add(const QString &word, HubFaults &faults)
{
    const qsizetype equals = word.indexOf(u'=');
    HubFaults changed = faults;
    bool isGood = true;
    if (word == QStringLiteral("none"))
        changed = {};
    else if (equals >= 0)
        isGood = setValue(word.left(equals), word.mid(equals + 1), changed);
    else if (bool *const one = switchFor(word, changed))
        *one = true;
    else
        isGood = false;
    if (!isGood)
        return QStringLiteral("\"%1\" is no fault").arg(word);
    faults = changed;
    return {};
}
