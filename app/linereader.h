// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qobject.h>
#include <QtCore/qsocketnotifier.h>

//! Reads standard input by lines, without blocking, and only as fast as it is wanted.
class LineReader : public QObject
{
    Q_OBJECT

public:
    explicit LineReader(QObject *parent = nullptr);

    void start();
    //! While paused nothing is read, so that the writer has to wait.
    void setPaused(bool paused);

Q_SIGNALS:
    void lineRead(const QString &line);
    void finished();

private:
    void read();
    void tellLines();

    QSocketNotifier m_notifier;
    QByteArray m_buffer;
    bool m_ended = false;
    bool m_paused = false;
};
