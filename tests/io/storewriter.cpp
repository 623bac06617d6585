// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A process that uses a store, for tests that kill it:
//   storewriter write FOLDER SEED   changes the queue for ever; each line says what is about to be
//                                   done, and "c" that all before it is committed
//   storewriter hold FOLDER         opens the queue, says "open", and waits for its input to end
//   storewriter fill FOLDER         fills a small disk up

#include "settingsmessagestore.h"
#include "storedmessages.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qfile.h>
#include <QtCore/qrandom.h>

#include <cstdio>

using namespace Holdfast;

namespace {

const QString Queue = QStringLiteral("queue");

void say(const char *what, quint64 number = 0)
{
    std::printf("%s %llu\n", what, static_cast<unsigned long long>(number));
    std::fflush(stdout);
}

//! A message that a test can check: the payload follows from the number.
StoredMessage messageOf(const QString &producer, quint64 number)
{
    const int size = number % 50 == 0 ? 70'000 : int(number * 37 % 400);
    StoredMessage result = stored(number, QByteArray(size, char('a' + number % 26)));
    result.message.producer = producer;
    return result;
}

int write(const QString &folder, quint32 seed)
{
    constexpr quint64 block = 100; // small, so that a block ends often
    QRandomGenerator random(seed);
    SettingsMessageStore store(Queue, folder);
    const OpenResult opened = store.open();
    if (opened.error)
        return 2;
    std::vector<quint64> pending = numbersIn(opened.messages);
    quint64 last = opened.header.reservedThrough;
    quint64 reserved = last;
    for (;;) {
        if (reserved < last + 20) {
            reserved = last + block;
            store.reserve(reserved);
            if (store.commit())
                return 3;
            say("c");
        }
        std::vector<StoredMessage> more;
        for (int i = random.bounded(10); i > 0; --i) {
            say("used", ++last);
            if (random.bounded(3) > 0) { // the others are confirmed before they are stored
                more.push_back(messageOf(opened.header.producer, last));
                pending.push_back(last);
                say("append", last);
            }
        }
        store.append(more);
        while (!pending.empty() && random.bounded(100) < (pending.size() > 200 ? 95 : 40)) {
            const std::size_t which
                = random.bounded(3) ? 0 : std::size_t(random.bounded(int(pending.size())));
            say("forget", pending[which]);
            store.forget({pending[which]});
            pending.erase(pending.begin() + qsizetype(which));
        }
        if (store.commit())
            return 3;
        say("c");
    }
}

int hold(const QString &folder)
{
    SettingsMessageStore store(Queue, folder);
    if (store.open().error)
        return 2;
    store.append({stored(1)});
    if (store.commit())
        return 3;
    say("open");
    while (std::getchar() != EOF) { }
    return 0;
}

int fill(const QString &folder)
{
    QFile ballast(folder + u"/ballast");
    if (!ballast.open(QIODevice::WriteOnly) || ballast.write(QByteArray(100'000, 'x')) < 0)
        return 2;
    ballast.close();
    auto store = std::make_unique<SettingsMessageStore>(Queue, folder);
    if (store->open().error)
        return 2;
    quint64 last = 0;
    while (!store->commit() && last < 100'000)
        store->append({stored(++last, QByteArray(200, 'x'))});
    std::printf("full, ");
    for (int i = 0; i < 10; ++i) {
        store->append({stored(++last, QByteArray(200, 'x'))});
        if (!store->commit())
            return 3;
    }
    std::printf("full again, ");
    if (!ballast.remove() || store->commit())
        return 4;
    std::printf("then well; ");
    store.reset();
    const OpenResult opened = SettingsMessageStore(Queue, folder).open();
    if (opened.quarantined > 0 || numbersIn(opened.messages) != numberRange(1, last))
        return 5;
    std::printf("all there\n");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(1);
    const QString folder = arguments.value(2);
    if (mode == QLatin1StringView("write"))
        return write(folder, arguments.value(3).toUInt());
    if (mode == QLatin1StringView("hold"))
        return hold(folder);
    if (mode == QLatin1StringView("fill"))
        return fill(folder);
    return 1;
}
