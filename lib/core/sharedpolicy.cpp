// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "sharedpolicy.h"

namespace Holdfast {

SharedPolicy::SharedPolicy(const Policy &policy)
{
    static const auto usual = std::make_shared<const Policy>();
    m_policy = policy == *usual ? usual : std::make_shared<const Policy>(policy);
}

} // namespace Holdfast
