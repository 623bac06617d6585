// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "messagestore.h"

#include <QtCore/quuid.h>

namespace Holdfast {

MessageStore::~MessageStore() = default;

std::optional<StoreHeader> MessageStore::peek() { return std::nullopt; }

QString newProducer() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

} // namespace Holdfast
