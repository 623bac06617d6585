// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "policy.h"

#include <memory>

namespace Holdfast {

//! A policy to read. Copies share it, and all that are like the default one are that one: a policy
//! is large, and mostly nobody has changed it.
class SharedPolicy
{
public:
    SharedPolicy(const Policy &policy = {});

    [[nodiscard]] const Policy &operator*() const { return *m_policy; }
    [[nodiscard]] const Policy *operator->() const { return m_policy.get(); }

private:
    std::shared_ptr<const Policy> m_policy; //!< never null
};

} // namespace Holdfast
