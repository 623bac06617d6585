// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hubauthentication.h"

#include "hubclosecodes.h"

#include <utility>

namespace Holdfast {

HubAuthentication::HubAuthentication() = default;
HubAuthentication::~HubAuthentication() = default;
HubAuthentication::HubAuthentication(const HubAuthentication &) = default;
HubAuthentication &HubAuthentication::operator=(const HubAuthentication &) = default;

HubAuthentication::HubAuthentication(Handler handler)
    : m_handler(std::make_shared<Handler>(std::move(handler)))
{
}

void HubAuthentication::accept(const QString &identity) const { answer({.words = identity}); }

void HubAuthentication::rejectUnauthenticated(const QString &reason) const
{
    answer({.closeCode = HubCloseCodes::Unauthenticated, .words = reason});
}

void HubAuthentication::rejectForbidden(const QString &reason) const
{
    answer({.closeCode = HubCloseCodes::Forbidden, .words = reason});
}

void HubAuthentication::answer(const Answer &answer) const
{
    if (!m_handler)
        return;
    if (const Handler handler = std::exchange(*m_handler, nullptr))
        handler(answer);
}

} // namespace Holdfast
