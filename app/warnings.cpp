// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "warnings.h"

#include <QtCore/qlogging.h>
#include <QtCore/qmutex.h>

namespace {

struct Ear
{
    QMutex mutex; // anything may complain in any thread
    QtMessageHandler before = nullptr;
    QStringList heard;
};

Ear &ear()
{
    static Ear ear;
    return ear;
}

void listen(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    QtMessageHandler next = nullptr;
    {
        const QMutexLocker lock(&ear().mutex);
        if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg)
            ear().heard.append(text);
        next = ear().before;
    }
    if (next)
        next(type, context, text);
}

} // namespace

Warnings::Warnings()
{
    const QMutexLocker lock(&ear().mutex);
    ear().heard.clear();
    ear().before = qInstallMessageHandler(listen);
}

Warnings::~Warnings() { qInstallMessageHandler(ear().before); }

QStringList Warnings::texts() const
{
    const QMutexLocker lock(&ear().mutex);
    return ear().heard;
}
