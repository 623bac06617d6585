// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "instant.h"
#include "systembus.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

#include <atomic>
#include <memory>

namespace Holdfast {

//! Hears the system say that it goes to sleep, or is back (logind's PrepareForSleep).
//!
//! One for the whole process, in the application's thread; it speaks to the bus while somebody
//! observes it. Without a bus (which may come later), without logind and on other systems it is
//! silent.
class SleepSignal : public QObject
{
    Q_OBJECT

public:
    //! From any thread and at any time. It must not be deleted.
    [[nodiscard]] static SleepSignal *shared();

    //! From any thread; release() once for each.
    void observe();
    void release();
    //! The bus knows that we listen. In the application's thread.
    [[nodiscard]] bool isListening() const { return m_isListening; }
    //! How long after the bus was not there it is asked again, at first; each time twice as long,
    //! up to 15 min. In the application's thread.
    void setRetryInterval(Duration interval) { m_firstWait = m_wait = interval; }

Q_SIGNALS:
    //! \a isAhead: sleep is; else it is over.
    void came(bool isAhead);

private:
    SleepSignal();
    ~SleepSignal() override;

    void follow();
    void open();
    void close();

    std::atomic<int> m_observers = 0;
    std::unique_ptr<SystemBus> m_bus;
    QTimer m_retry;
    Duration m_firstWait{60'000};
    Duration m_wait = m_firstWait;
    quint32 m_question = 0;
    bool m_isOpen = false;
    bool m_isListening = false;
};

} // namespace Holdfast
