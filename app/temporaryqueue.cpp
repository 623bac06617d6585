// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "temporaryqueue.h"

#include <QtCore/qfile.h>
#include <QtCore/qstandardpaths.h>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

QString temporaryQueueFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::TempLocation)
        + QStringLiteral("/holdfast-demo-%1").arg(::getuid());
    const QByteArray path = QFile::encodeName(folder);
    if (::mkdir(path.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return {};
    struct stat status
    {
    };
    const bool isOurs = ::lstat(path.constData(), &status) == 0 && S_ISDIR(status.st_mode)
        && status.st_uid == ::getuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    return isOurs ? folder : QString();
}
