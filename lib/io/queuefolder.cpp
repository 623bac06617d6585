// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "queuefolder.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qfile.h>
#include <QtCore/qregularexpression.h>
#include <QtCore/qstandardpaths.h>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr QFileDevice::Permissions OwnerOnlyFolder
    = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QString numbered(quint64 number)
{
    return QStringLiteral("%1").arg(number, 12, 10, QLatin1Char('0'));
}

//! The number that \a pattern finds in the names of files in \a path, rising.
std::vector<quint64> numbersOf(const QString &path, const QRegularExpression &pattern)
{
    std::vector<quint64> numbers;
    const QStringList names = QDir(path).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (const auto match = pattern.match(name); match.hasMatch())
            numbers.push_back(match.capturedView(1).toULongLong());
    }
    std::sort(numbers.begin(), numbers.end()); // not by name: a number may outgrow its zeros
    return numbers;
}

StoreError notWritable(const QString &detail) { return {StoreErrorCategory::NotWritable, detail}; }

} // namespace

QString queueNameProblem(const QString &name)
{
    static const QRegularExpression portable(
        QStringLiteral("\\A[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?\\z"));
    static const QRegularExpression device(
        QStringLiteral("\\A(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\\..*)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    if (!portable.match(name).hasMatch()) {
        return QStringLiteral("a queue's name is 1 to 64 of a-z, A-Z, 0-9, '.', '_' and '-', "
                              "with no dot at either end");
    }
    if (device.match(name).hasMatch())
        return QStringLiteral("Windows keeps this name for a device");
    return {};
}

QueueFolder::QueueFolder(const QString &parent, const QString &queueName)
    : m_parent(parent)
    , m_name(queueName)
{
}

StoreError QueueFolder::locate()
{
    if (const QString problem = queueNameProblem(m_name); !problem.isEmpty())
        return {StoreErrorCategory::InvalidName, problem};
    if (m_parent.isEmpty()) {
        const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        if (data.isEmpty())
            return notWritable(QStringLiteral("the system names no folder for application data"));
        m_parent = data % u"/holdfast";
    }
    m_path = QDir(m_parent).absoluteFilePath(m_name);
    return {};
}

StoreError QueueFolder::take()
{
    if (StoreError error = locate())
        return error;
    const bool parentIsNew = !QDir(m_parent).exists();
    if (!QDir().mkpath(m_path))
        return notWritable(m_path % u": the folder cannot be made");
    if (parentIsNew)
        QFile::setPermissions(m_parent, OwnerOnlyFolder);
    // Not an error: some file systems know no owners.
    QFile::setPermissions(m_path, OwnerOnlyFolder);
    if (m_lock && QFile::exists(lockPath()))
        (void)m_lock.release(); // somebody else's by now: our QLockFile would remove it by its name
    m_lock.reset();
    m_lock = std::make_unique<QLockFile>(lockPath());
    if (!lock()) {
        const bool busy = m_lock->error() == QLockFile::LockFailedError;
        m_lock.reset();
        return busy
            ? StoreError{StoreErrorCategory::QueueBusy, m_path % u": another owner has it open"}
            : notWritable(m_path % u": the lock cannot be made");
    }
    sweep();
    return {};
}

bool QueueFolder::lock()
{
    // No lock is too old to be true.
    m_lock->setStaleLockTime(0);
    // A lock of a process that died is seen through by QLockFile. Not so an empty one, nor one with
    // our own number in it, as in a container where everybody is process 7: it would wait for ever.
    // To remove it fails while somebody really holds it (on Unix by flock, on Windows since the
    // file is open). We wait first, as an empty one may be about to be written.
    using namespace std::chrono_literals;
    return m_lock->tryLock(int(std::chrono::milliseconds(100ms).count()))
        || (m_lock->error() == QLockFile::LockFailedError && m_lock->removeStaleLockFile()
            && m_lock->tryLock(0));
}

bool QueueFolder::isOurs() const
{
    qint64 process = 0;
    QString host, application;
    return m_lock && m_lock->getLockInfo(&process, &host, &application)
        && process == QCoreApplication::applicationPid();
}

void QueueFolder::release() { m_lock.reset(); }

//! Removes what a killed process left. The lock of a segment could make QSettings wait for 30 s.
void QueueFolder::sweep() const
{
    static const QRegularExpression litter(
        QStringLiteral("\\A(?:.*\\.(?:lock|rmlock)"
                       "|(?:\\d{12,}|queue)\\.holdfast\\.[A-Za-z0-9]{6}"
                       "|payload-\\d{12,}\\.[A-Za-z0-9]{6})\\z"));
    const QStringList names = QDir(m_path).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (name != QLatin1StringView("owner.lock") && litter.match(name).hasMatch())
            QFile::remove(m_path % u'/' % name);
    }
}

QString QueueFolder::lockPath() const { return m_path % u"/owner.lock"; }

QString QueueFolder::headerPath() const { return m_path % u"/queue.holdfast"; }

QString QueueFolder::segmentPath(quint64 first) const
{
    return m_path % u'/' % numbered(first) % u".holdfast";
}

QString QueueFolder::payloadPath(quint64 number) const
{
    return m_path % u"/payload-" % numbered(number);
}

std::vector<quint64> QueueFolder::segments() const
{
    static const QRegularExpression pattern(QStringLiteral("\\A(\\d{12,20})\\.holdfast\\z"));
    return numbersOf(m_path, pattern);
}

std::vector<quint64> QueueFolder::payloads() const
{
    static const QRegularExpression pattern(QStringLiteral("\\Apayload-(\\d{12,20})\\z"));
    return numbersOf(m_path, pattern);
}

bool QueueFolder::keepDamaged(const QString &path)
{
    const auto contentOf = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    constexpr int most = 100; // nobody looks at more
    const QByteArray content = contentOf(path);
    for (int i = 1; i <= most; ++i) {
        const QString serial = i == 1 ? QString() : u'.' % QString::number(i);
        const QString copy = path % serial % u".corrupt";
        if (!QFile::exists(copy))
            return QFile::copy(path, copy);
        if (contentOf(copy) == content) // we were here before, and could not write the good ones
            return true;
    }
    return true;
}

} // namespace Holdfast
