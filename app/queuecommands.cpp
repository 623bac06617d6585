// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "queuecommands.h"

#include "options.h"
#include "terminal.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qdir.h>

#include "settingsmessagestore.h"

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

using namespace Holdfast;

namespace {

constexpr int MostCharacters = 40;
constexpr int MostBytes = 12;

int complain(const QString &what)
{
    std::fprintf(stderr, "holdfast-demo: %s\n", qPrintable(what));
    return EXIT_FAILURE;
}

int complain(const Options &options, const StoreError &error)
{
    if (error.category == StoreErrorCategory::QueueBusy)
        return complain(
            QStringLiteral("the queue \"%1\" is in use").arg(options.destination.queueName));
    return complain(
        QStringLiteral("the queue \"%1\": %2").arg(options.destination.queueName, error.detail));
}

QString count(std::size_t messages)
{
    return QStringLiteral("%1 %2").arg(messages).arg(messages == 1 ? QStringLiteral("message")
                                                                   : QStringLiteral("messages"));
}

QString age(const StoredMessage &stored)
{
    // A clock that was set back makes nobody younger than new.
    const qint64 seconds = qMax<qint64>(stored.queuedAt.secsTo(QDateTime::currentDateTimeUtc()), 0);
    constexpr qint64 minute = 60, hour = 60 * minute, day = 24 * hour;
    if (seconds < 2 * minute)
        return QStringLiteral("%1 s").arg(seconds);
    if (seconds < 2 * hour)
        return QStringLiteral("%1 min").arg(seconds / minute);
    if (seconds < 2 * day)
        return QStringLiteral("%1 h").arg(seconds / hour);
    return QStringLiteral("%1 d").arg(seconds / day);
}

QString beginning(const Payload &payload)
{
    if (payload.isText())
        return Terminal::visible(payload.text(), MostCharacters);
    const QByteArray bytes = payload.bytes();
    const QString hex
        = QString::fromLatin1(bytes.first(qMin<qsizetype>(bytes.size(), MostBytes)).toHex(' '));
    return bytes.size() > MostBytes ? hex + u" …" : hex;
}

void printRow(const QString &number, const QString &age, const QString &bytes, const QString &kind,
              const QString &text)
{
    Terminal::printLine(number.rightJustified(10) + u"  " + age.rightJustified(7) + u"  "
                        + bytes.rightJustified(9) + u"  " + kind.leftJustified(5) + u"  " + text);
}

//! A look at the queue says that there is none.
bool isMissing(SettingsMessageStore &store)
{
    const std::optional<StoreHeader> known = store.peek();
    return known && known->producer.isEmpty();
}

//! No success: a name that was mistyped must not look like a queue that was delivered.
int complainOfNone(const Options &options)
{
    const QString &folder = options.destination.storageFolder;
    if (!folder.isEmpty() && !QDir(folder).exists())
        return complain(QStringLiteral("there is no folder \"%1\"").arg(folder));
    return complain(QStringLiteral("there is no queue \"%1\"").arg(options.destination.queueName));
}

int sayNothingWaits(const Options &options)
{
    Terminal::printLine(
        QStringLiteral("nothing waits in the queue \"%1\"").arg(options.destination.queueName));
    return EXIT_SUCCESS;
}

bool isConfirmed(const Options &options)
{
    if (options.yes)
        return true;
    if (!::isatty(STDIN_FILENO)) {
        (void)complain(QStringLiteral("nothing was deleted; to do it without a terminal, --yes"));
        return false;
    }
    Terminal::printLine(QStringLiteral("Delete them? Type yes:"));
    char answer[16] = {};
    if (std::fgets(answer, sizeof answer, stdin)
        && QByteArrayView(answer).trimmed() == QByteArrayView("yes"))
        return true;
    (void)complain(QStringLiteral("nothing was deleted"));
    return false;
}

} // namespace

int QueueCommands::list(const Options &options)
{
    SettingsMessageStore store(options.destination.queueName, options.destination.storageFolder);
    if (isMissing(store))
        return complainOfNone(options);
    const OpenResult found = store.open();
    if (found.error)
        return complain(options, found.error);
    if (found.quarantined > 0)
        (void)complain(QStringLiteral("damaged, and not in the list: %1").arg(found.quarantined));
    if (found.messages.empty())
        return sayNothingWaits(options);
    printRow(QStringLiteral("number"), QStringLiteral("age"), QStringLiteral("bytes"),
             QStringLiteral("kind"), QStringLiteral("begins with"));
    for (const StoredMessage &stored : found.messages) {
        const Payload &payload = stored.message.payload;
        printRow(QString::number(stored.message.number), age(stored),
                 QString::number(payload.byteCount()),
                 payload.isText() ? QStringLiteral("text") : QStringLiteral("bytes"),
                 beginning(payload));
    }
    Terminal::printLine(QStringLiteral("%1 in the queue \"%2\"")
                            .arg(count(found.messages.size()), options.destination.queueName));
    return EXIT_SUCCESS;
}

int QueueCommands::purge(const Options &options)
{
    SettingsMessageStore store(options.destination.queueName, options.destination.storageFolder);
    if (isMissing(store))
        return complainOfNone(options);
    // Ours while the question stands: what is counted is what goes.
    const OpenResult found = store.open();
    if (found.error)
        return complain(options, found.error);
    if (found.messages.empty())
        return sayNothingWaits(options);
    std::vector<quint64> numbers;
    qint64 bytes = 0;
    for (const StoredMessage &stored : found.messages) {
        numbers.push_back(stored.message.number);
        bytes += stored.message.payload.byteCount();
    }
    Terminal::printLine(QStringLiteral("%1 in the queue \"%2\", %3 bytes, the oldest waits for %4")
                            .arg(count(numbers.size()), options.destination.queueName)
                            .arg(bytes)
                            .arg(age(found.messages.front())));
    if (!isConfirmed(options))
        return EXIT_FAILURE;
    store.forget(numbers);
    if (const StoreError error = store.commit())
        return complain(options, error);
    Terminal::printLine(QStringLiteral("%1 deleted").arg(count(numbers.size())));
    return EXIT_SUCCESS;
}
