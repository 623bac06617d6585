// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "firstframe.h"

#include <QtCore/qbytearray.h>
#include <QtCore/qfile.h>
#include <QtQuick/qquickwindow.h>

#ifdef Q_OS_LINUX
#include <ctime>

#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace {

std::chrono::milliseconds sinceStart()
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1ms;
    const QByteArray stat = file.readAll();
    // Counted from behind the name, which may contain anything; starttime is the 22nd (proc(5)).
    const QByteArray start = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(22 - 3);
    timespec now{};
    if (start.isEmpty() || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1ms;
    const std::chrono::milliseconds began(start.toLongLong() * 1000 / ::sysconf(_SC_CLK_TCK));
    return std::chrono::milliseconds(now.tv_sec * 1000 + now.tv_nsec / 1'000'000) - began;
#else
    return -1ms;
#endif
}

} // namespace

void FirstFrame::watch(QQuickWindow *window,
                       const std::function<void(std::chrono::milliseconds)> &done)
{
    // In whichever thread it comes: another event loop would count as well.
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [window, done] {
            const std::chrono::milliseconds time = sinceStart();
            QMetaObject::invokeMethod(
                window, [done, time] { done(time); }, Qt::QueuedConnection);
        },
        static_cast<Qt::ConnectionType>(Qt::DirectConnection | Qt::SingleShotConnection));
}
