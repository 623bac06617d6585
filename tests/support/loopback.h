// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

//! What the servers of the tests do with the kernel (POSIX only, as are the tests that use them).
namespace Holdfast::Loopback {

//! Resets the connection: RST, not FIN.
void reset(QTcpSocket *socket);
//! Half of a goodbye: FIN, but what the peer says is still heard.
void endOurHalf(const QTcpSocket *socket);
//! The other side has ended or reset the connection, even if nobody has been told yet.
[[nodiscard]] bool peerIsGone(const QTcpSocket *socket);
//! As little as the kernel allows, so that a stalled reader is felt by the writer.
void shrinkReceiveBuffer(qintptr descriptor);

} // namespace Holdfast::Loopback
