// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// What a message of 200 bytes costs in SettingsMessageStore, by the length of the queue.
// usage: bench_store [FOLDER]: the disk to measure; the folder for temporary files by default.

#include "settingsmessagestore.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtCore/qelapsedtimer.h>
#include <QtCore/qtemporarydir.h>

#include <cstdio>

using namespace Holdfast;

namespace {

constexpr int Rounds = 200;

class Bench
{
public:
    explicit Bench(const QString &folder)
        : m_folder(folder + u"/bench-XXXXXX")
    {
    }

    bool run(quint64 length)
    {
        m_last = m_first = 0;
        const QString name = QString::number(length);
        double one = 0, grouped = 0, confirmed = 0;
        {
            SettingsMessageStore store(name, m_folder.path());
            if (store.open().error)
                return false;
            while (m_last < length) {
                if (!add(store, 64))
                    return false;
            }
            one = each([&] { return add(store, 1); });
            grouped = each([&] { return add(store, 64); }) / 64;
            confirmed = each([&] {
                store.forget({++m_first});
                return !store.commit();
            });
        }
        SettingsMessageStore store(name, m_folder.path());
        QElapsedTimer clock;
        clock.start();
        const OpenResult opened = store.open();
        const double load = double(clock.nsecsElapsed()) / 1e3 / double(opened.messages.size());
        std::printf("%8llu  %12.3f ms  %12.4f ms  %12.3f ms  %10.2f us\n",
                    static_cast<unsigned long long>(length), one, grouped, confirmed, load);
        std::fflush(stdout);
        return opened.messages.size() == m_last - m_first;
    }

private:
    bool add(MessageStore &store, int count)
    {
        std::vector<StoredMessage> messages(static_cast<std::size_t>(count));
        for (StoredMessage &stored : messages) {
            stored.message.number = ++m_last;
            stored.message.producer = QStringLiteral("6d5f2f6e-3a55-4a53-9d8e-6a2f9a1f6a11");
            stored.message.payload = QString(200, u'x');
            stored.queuedAt = QDateTime::currentDateTimeUtc();
        }
        store.append(messages);
        return !store.commit();
    }

    //! Milliseconds for one.
    template <typename Action> static double each(Action action)
    {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < Rounds; ++i) {
            if (!action())
                return -1;
        }
        return double(clock.nsecsElapsed()) / 1e6 / Rounds;
    }

    QTemporaryDir m_folder;
    quint64 m_last = 0;
    quint64 m_first = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1, QDir::tempPath());
    std::printf("%8s  %15s  %15s  %15s  %13s\n", "queued", "one + commit", "each of 64",
                "forget + commit", "load, each");
    Bench bench(folder);
    for (const quint64 length : {100, 1'000, 10'000, 100'000}) {
        if (!bench.run(length)) {
            std::fprintf(stderr, "it failed at %llu\n", static_cast<unsigned long long>(length));
            return 1;
        }
    }
    return 0;
}
