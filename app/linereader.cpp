// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "linereader.h"

#include <cerrno>
#include <utility>

#include <unistd.h>

LineReader::LineReader(qsizetype maxLineBytes, QObject *parent)
    : QObject(parent)
    , m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    , m_maxLineBytes(maxLineBytes)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &LineReader::read);
}

void LineReader::start() { m_notifier.setEnabled(true); }

void LineReader::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (!m_ended)
        m_notifier.setEnabled(!paused);
    if (!paused)
        QMetaObject::invokeMethod(this, &LineReader::tellLines, Qt::QueuedConnection);
}

void LineReader::read()
{
    char chunk[16 * 1024];
    const ssize_t count = ::read(STDIN_FILENO, chunk, sizeof chunk);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count > 0) {
        m_buffer.append(chunk, count);
    } else {
        m_ended = true;
        m_notifier.setEnabled(false);
        if (m_skipping || (!m_buffer.isEmpty() && !m_buffer.endsWith('\n')))
            m_buffer.append('\n'); // the last line may lack its end
    }
    tellLines();
}

void LineReader::tellLines()
{
    qsizetype start = 0;
    while (!m_paused) {
        const qsizetype end = m_buffer.indexOf('\n', start + m_searched);
        if (end < 0) {
            m_searched = m_buffer.size() - start;
            break;
        }
        const QByteArray line = m_buffer.mid(start, end - start);
        start = end + 1;
        m_searched = 0;
        if (!std::exchange(m_skipping, false) && line.size() <= m_maxLineBytes)
            Q_EMIT lineRead(QString::fromUtf8(line.endsWith('\r') ? line.chopped(1) : line));
        else
            Q_EMIT lineSkipped();
    }
    m_buffer.remove(0, start);
    if (m_searched > m_maxLineBytes) {
        // Its end will come some day; there is no need to keep what comes before.
        m_buffer.clear();
        m_searched = 0;
        m_skipping = true;
    }
    if (m_ended && m_buffer.isEmpty() && !m_paused)
        Q_EMIT finished();
}
