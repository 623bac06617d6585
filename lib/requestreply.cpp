// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "requestreply.h"

#include <utility>

namespace Holdfast {

RequestReply::RequestReply() = default;
RequestReply::~RequestReply() = default;
RequestReply::RequestReply(const RequestReply &) = default;
RequestReply &RequestReply::operator=(const RequestReply &) = default;

RequestReply::RequestReply(Handler handler)
    : m_handler(std::make_shared<Handler>(std::move(handler)))
{
}

void RequestReply::accept(const QNetworkRequest &request) const
{
    answer({.accepted = true, .request = request});
}

void RequestReply::reject(const QString &detail) const { answer({.detail = detail}); }

void RequestReply::answer(const Answer &answer) const
{
    if (!m_handler)
        return;
    if (const Handler handler = std::exchange(*m_handler, nullptr))
        handler(answer);
}

} // namespace Holdfast
