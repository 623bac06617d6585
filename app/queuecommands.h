// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

struct Options;

//! What can be done to a queue without a connection. Both return the exit code: 1 if somebody else
//! has the queue, or it cannot be read or written; a queue that is not there is as good as empty.
namespace QueueCommands {

//! Prints what waits, and changes nothing.
[[nodiscard]] int list(const Options &options);
//! Says what will go and empties the queue, if that is confirmed; else returns 1.
[[nodiscard]] int purge(const Options &options);

} // namespace QueueCommands
