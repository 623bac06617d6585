// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qthread.h>
#include <QtCore/qurl.h>
#include <QtWebSockets/qwebsocketserver.h>

#include <atomic>
#include <functional>
#include <memory>

namespace Holdfast::Testing {

//! Counts what arrives, on a thread of its own, and says when all is there.
class Counter : public QObject
{
    Q_OBJECT

public:
    ~Counter() override;

    //! From any other thread.
    void expect(int count);
    [[nodiscard]] virtual QUrl url() const = 0;

Q_SIGNALS:
    void complete();

protected:
    Counter();
    //! Runs in our thread and waits for it.
    void there(const std::function<void()> &deed);
    //! Call it first in the destructor of the last class.
    void end(const std::function<void()> &last);
    void count()
    {
        if (++m_count == m_expected)
            Q_EMIT complete();
    }

private:
    QThread m_thread;
    int m_count = 0;
    int m_expected = 0;
};

//! A plain server that reads; and answers each message with itself, if wanted.
class Sink : public Counter
{
public:
    enum class Answer { Nothing, Echo };
    explicit Sink(Answer answer = Answer::Nothing);
    ~Sink() override;

    [[nodiscard]] QUrl url() const override { return m_url; }
    //! Refuses from now on, and listens again at the same port.
    void close();
    void listen();

private:
    void welcome();

    const Answer m_answer;
    std::unique_ptr<QWebSocketServer> m_server;
    QUrl m_url;
};

//! Seconds from `connected` until all has arrived, of a bare QWebSocket that has no more than a
//! MiB unwritten, as Holdfast does.
[[nodiscard]] double sendBare(Counter &to, const QByteArray &payload, int count);

//! Seconds from when \a open calls what it is given until all has arrived.
[[nodiscard]] double timeUntilComplete(Counter &to, int count,
                                       const std::function<void(std::function<void()>)> &open);

} // namespace Holdfast::Testing
