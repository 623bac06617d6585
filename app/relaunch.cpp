// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "relaunch.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qprocess.h>
#include <QtCore/qthread.h>

#include <cerrno>
#include <csignal>

#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 10s; // one that nobody buries is not gone, and does no harm any more
constexpr auto Look = 10ms;

//! Ours, without what we were told as a successor ourselves.
QStringList argumentsForAnother()
{
    QStringList arguments = QCoreApplication::arguments().mid(1);
    for (const QString &name : {QStringLiteral("--after"), QStringLiteral("--lost")}) {
        if (const qsizetype at = arguments.indexOf(name); at >= 0)
            arguments.remove(at, qMin<qsizetype>(2, arguments.size() - at));
    }
    return arguments;
}

} // namespace

void Relaunch::killAndReplace(int lost)
{
    const QStringList arguments = argumentsForAnother()
        + QStringList{QStringLiteral("--after"), QString::number(::getpid()),
                      QStringLiteral("--lost"), QString::number(lost)};
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        ::raise(SIGKILL);
}

void Relaunch::awaitEndOf(qint64 process)
{
    const QDeadlineTimer patience(Patience);
    while (::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM) {
        if (patience.hasExpired())
            return;
        QThread::msleep(std::chrono::milliseconds(Look).count());
    }
}
