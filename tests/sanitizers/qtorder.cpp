// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Tells the thread sanitizer what Qt does in libraries that are not instrumented: which events come
// after what was done before they were posted, which mutex a wait condition gives back, and what a
// pool's thread was given to run. Linked into executables, where it stands before Qt; without it
// every queued call is a race.

#include "qtcompat.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qmutex.h>
#include <QtCore/qsemaphore.h>
#include <QtCore/qthread.h>
#include <QtCore/qthreadpool.h>
#include <QtCore/qwaitcondition.h>

#include <cstring>
#include <dlfcn.h>
#include <functional>
#include <iterator>
#include <sanitizer/tsan_interface.h>
#include <utility>

// Of <sanitizer/allocator_interface.h>, which GCC does not bring.
extern "C" std::size_t __sanitizer_get_allocated_size(const volatile void *block);

// Of Qt's private headers, unchanged since Qt 5.14.
struct QSignalSpyCallbackSet
{
    using Begin = void (*)(QObject *caller, int index, void **arguments);
    using End = void (*)(QObject *caller, int index);
    Begin signalBegins;
    Begin slotBegins;
    End signalEnds;
    End slotEnds;
};
Q_CORE_EXPORT void qt_register_signal_spy_callbacks(QSignalSpyCallbackSet *callbacks);

namespace {

// A signal is ordered by its sender, of whom finished() is the last word of a thread; an event by
// itself; a call by what is called; the end of an object by the object.

//! Qt's own function of this name.
template <typename Function> Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

//! What stands for \a address, which may be none. Two may share one; that hides a race at worst.
void *token(const void *address)
{
    static char tokens[1 << 16];
    const auto number = reinterpret_cast<quintptr>(address);
    return &tokens[(number / 8 * 0x9E3779B97F4A7C15u >> 32) % std::size(tokens)];
}

void before(const void *address) { __tsan_release(token(address)); }

void after(const void *address) { __tsan_acquire(token(address)); }

void signalBegins(QObject *caller, int, void **) { before(caller); }

bool eventComes(void **data)
{
    void *const event = data[1];
    after(data[0]); // whom it is for
    after(event);
    if (static_cast<QEvent *>(event)->type() != QEvent::MetaCall)
        return false;
    // Somewhere in it are the sender of the signal, or what is to be called. The other words do no
    // harm.
    const auto *const words = static_cast<void *const *>(event);
    const std::size_t count = __sanitizer_get_allocated_size(event) / sizeof *words;
    for (std::size_t i = 0; i < count; ++i)
        after(words[i]);
    return false;
}

QSignalSpyCallbackSet callbacks{signalBegins, nullptr, nullptr, nullptr};

[[maybe_unused]] const bool isListening = [] {
    qt_register_signal_spy_callbacks(&callbacks);
    return QInternal::registerCallback(QInternal::EventNotifyCallback, eventComes);
}();

//! Qt's own libraries use wait conditions, too, and nobody sees them take and give their mutexes.
bool isQt(const void *caller)
{
    Dl_info info;
    return ::dladdr(caller, &info) && std::strstr(info.dli_fname, "/libQt6");
}

void given(QMutex *mutex)
{
    __tsan_mutex_pre_unlock(mutex, 0);
    __tsan_mutex_post_unlock(mutex, 0);
}

void taken(QMutex *mutex)
{
    __tsan_mutex_pre_lock(mutex, 0);
    __tsan_mutex_post_lock(mutex, 0, 0);
}

} // namespace

#if HOLDFAST_QT_INVOKES_WITH_PARAMETERS
bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot,
                                   Qt::ConnectionType type, qsizetype count,
                                   const void *const *parameters, const char *const *names,
                                   const QtPrivate::QMetaTypeInterface *const *types)
{
    static auto *const real = next<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType,
                                        qsizetype, const void *const *, const char *const *,
                                        const QtPrivate::QMetaTypeInterface *const *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt"
        "14ConnectionTypeExPKPKvPKPKcPKPKNS2_18QMetaTypeInterfaceE");
    before(slot);
    return real(object, slot, type, count, parameters, names, types);
}
#else
bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot,
                                   Qt::ConnectionType type, void *result)
{
    static auto *const real
        = next<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
            "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt"
            "14ConnectionTypeEPv");
    before(slot);
    return real(object, slot, type, result);
}
#endif

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    static auto *const real = next<void(QObject *, QEvent *, int)>(
        "_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    before(event);
    real(receiver, event, priority);
}

void QObject::deleteLater()
{
    static auto *const real = next<void(QObject *)>("_ZN7QObject11deleteLaterEv");
    before(this);
    real(this);
}

bool QWaitCondition::wait(QMutex *mutex, QDeadlineTimer deadline)
{
    static auto *const real = next<bool(QWaitCondition *, QMutex *, QDeadlineTimer)>(
        "_ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer");
    if (isQt(__builtin_return_address(0)))
        return real(this, mutex, deadline);
    given(mutex);
    const bool woken = real(this, mutex, deadline);
    taken(mutex);
    return woken;
}

void QSemaphore::acquire(int n)
{
    static auto *const real = next<void(QSemaphore *, int)>("_ZN10QSemaphore7acquireEi");
    real(this, n);
    after(this);
}

bool QSemaphore::tryAcquire(int n, int timeout)
{
    static auto *const real = next<bool(QSemaphore *, int, int)>("_ZN10QSemaphore10tryAcquireEii");
    const bool acquired = real(this, n, timeout);
    after(this);
    return acquired;
}

void QSemaphore::release(int n)
{
    static auto *const real = next<void(QSemaphore *, int)>("_ZN10QSemaphore7releaseEi");
    before(this);
    real(this, n);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    static auto *const real
        = next<bool(QThread *, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = real(this, deadline);
    if (ended)
        after(this);
    return ended;
}

bool QThread::isRunning() const
{
    static auto *const real = next<bool(const QThread *)>("_ZNK7QThread9isRunningEv");
    const bool running = real(this);
    if (!running)
        after(this);
    return running;
}

bool QThread::isFinished() const
{
    static auto *const real = next<bool(const QThread *)>("_ZNK7QThread10isFinishedEv");
    const bool finished = real(this);
    if (finished)
        after(this);
    return finished;
}

#if HOLDFAST_QT_POOLS_RUN_FUNCTIONS
void QThreadPool::start(std::function<void()> functionToRun, int priority)
{
    static auto *const real = next<void(QThreadPool *, std::function<void()>, int)>(
        "_ZN11QThreadPool5startESt8functionIFvvEEi");
    static const char handedOver = 0; // one for all: nothing may be read before it is acquired
    auto *const work = new std::function<void()>(std::move(functionToRun));
    before(&handedOver);
    real(
        this,
        [work] {
            after(&handedOver);
            (*work)();
            delete work;
        },
        priority);
}
#endif
