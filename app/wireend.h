// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qobject.h>
#include <QtCore/qsocketnotifier.h>

#include <optional>

//! One end of a TCP connection, which can tell a reset from an end, and make both. QTcpSocket
//! cannot. Nothing is bounded: it carries what people type.
class WireEnd : public QObject
{
    Q_OBJECT

public:
    //! Takes over a descriptor that is connected, or about to be.
    explicit WireEnd(qintptr descriptor, QObject *parent = nullptr);
    ~WireEnd() override;

    //! Dials \a port on the loopback interface: a descriptor that is about to be connected.
    [[nodiscard]] static std::optional<qintptr> dial(quint16 port);

    void write(const QByteArray &bytes);
    //! FIN, after what was written.
    void finish();
    //! RST, at once. It says and hears nothing more.
    void reset();

Q_SIGNALS:
    void received(const QByteArray &bytes);
    //! The other side sent FIN.
    void finished();
    //! The other side is gone at once: what it said just before is forgotten.
    void wasReset();

private:
    void read();
    void flush();
    void close();

    int m_descriptor;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    QByteArray m_unwritten;
    bool m_finishing = false;
};
