// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Compiled into applications that link Holdfast::Qml; see CMakeLists.txt.
void qml_register_types_Holdfast();

namespace {

[[maybe_unused]] void (*volatile const keepHoldfast)() = &qml_register_types_Holdfast;

} // namespace
