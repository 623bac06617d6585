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
    //! Lines of more than \a maxLineBytes are skipped, and told of.
    explicit LineReader(qsizetype maxLineBytes, QObject *parent = nullptr);

    void start();
    //! While paused nothing is read, so that the writer has to wait.
    void setPaused(bool paused);

Q_SIGNALS:
    void lineRead(const QString &line);
    void lineSkipped();
    void finished();

private:
    void read();
    void tellLines();

    QSocketNotifier m_notifier;
    const qsizetype m_maxLineBytes;
    QByteArray m_buffer;
    qsizetype m_searched = 0; //!< so much of the buffer has no end of line
    bool m_skipping = false; //!< in a line that is too long
    bool m_ended = false;
    bool m_paused = false;
};
