// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "quick.h"
#include "testserver.h"

#include <QtCore/qatomic.h>

#include <semaphore>

using namespace Holdfast;
using enum ConnectionState;

namespace {

//! Runs \a deed in the object's thread and waits for it.
void in(QObject *object, const std::function<void()> &deed)
{
    // Qt's own locks would do, but the thread sanitizer does not see into a Qt that is built
    // without it.
    static const std::function<void()> *now = nullptr;
    static std::binary_semaphore begun(0);
    static std::binary_semaphore done(0);
    now = &deed;
    QMetaObject::invokeMethod(
        object,
        [] {
            begun.acquire();
            (*now)();
            done.release();
        },
        Qt::QueuedConnection);
    begun.release();
    done.acquire();
}

} // namespace

class tst_Threads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesInAnotherThread();
    void isMovedBeforeItIsOpened();
    void manyLiveInManyThreads();
    void comesBackInItsOwnThread();
};

void tst_Threads::livesInAnotherThread()
{
    TestServer server;
    server.start();
    Elsewhere thread;
    thread.start();
    QObject context;
    context.moveToThread(&thread);
    Client *client = nullptr;
    QAtomicInt delivered;
    in(&context, [&] {
        client = new Client;
        connect(client, &ReconnectingWebSocket::messageDelivered, client, [&] {
            QCOMPARE(QThread::currentThread(), client->thread());
            delivered.ref();
        });
        client->open(server.url());
        for (const QString &text : numbered(1, 100))
            client->sendTextMessage(text);
    });
    EVENTUALLY(delivered.loadAcquire() == 100);
    QCOMPARE(server.texts(), numbered(1, 100));
    in(&context, [&] { delete client; });
    EVENTUALLY(server.openCount() == 0);
}

void tst_Threads::isMovedBeforeItIsOpened()
{
    TestServer server;
    server.start();
    Elsewhere thread;
    auto *const client = new Client;
    client->setUrl(server.url());
    client->sendTextMessage(QStringLiteral("sent before the move"));
    QCOMPARE(client->pendingMessageCount(), 1);
    client->moveToThread(&thread);
    thread.start();
    QAtomicInt states;
    // Queued to this thread, as a user interface would listen.
    connect(client, &ReconnectingWebSocket::stateChanged, this, [&](ConnectionState) {
        QCOMPARE(QThread::currentThread(), thread.QObject::thread());
        states.ref();
    });
    in(client, [&] { client->open(); });
    EVENTUALLY(server.texts().size() == 1);
    EVENTUALLY(states.loadAcquire() == 2);
    in(client, [&] { client->close(); });
    EVENTUALLY(states.loadAcquire() == 4);
    in(client, [&] { client->deleteLater(); });
}

void tst_Threads::manyLiveInManyThreads()
{
    TestServer server;
    server.start();
    constexpr int Threads = 4;
    constexpr int Clients = 5;
    constexpr int Messages = 50;
    QAtomicInt delivered;
    std::vector<std::unique_ptr<QObject>> contexts;
    std::vector<std::unique_ptr<Elsewhere>> threads;
    for (int i = 0; i < Threads; ++i) {
        threads.push_back(std::make_unique<Elsewhere>());
        QObject *const context = contexts.emplace_back(std::make_unique<QObject>()).get();
        context->moveToThread(threads.back().get());
        threads.back()->start();
        in(context, [context, &server, &delivered] {
            for (int j = 0; j < Clients; ++j) {
                auto *const client = new Client;
                client->setParent(context);
                connect(client, &ReconnectingWebSocket::messageDelivered, client,
                        [&delivered] { delivered.ref(); });
                client->open(server.url());
                for (const QString &text : numbered(1, Messages))
                    client->sendTextMessage(text);
            }
        });
    }
    EVENTUALLY(server.upgradeCount() > Clients);
    server.kill();
    EVENTUALLY(delivered.loadAcquire() == Threads * Clients * Messages);
    for (auto &context : contexts) // each dies in its own thread, with its clients
        in(context.get(), [&] { context.reset(); });
    threads.clear();
    EVENTUALLY(server.openCount() == 0);
}

void tst_Threads::comesBackInItsOwnThread()
{
    TestServer server;
    server.start();
    Elsewhere thread;
    auto *const client = new Client;
    client->moveToThread(&thread);
    thread.start();
    in(client, [&] { client->open(server.url()); });
    for (int life = 1; life <= 5; ++life) {
        EVENTUALLY(server.upgradeCount() == life);
        server.kill();
    }
    EVENTUALLY(server.upgradeCount() == 6);
    bool stays = false;
    in(client, [&] {
        stays = client->thread() == QThread::currentThread()
            && client->lastError().category == ErrorCategory::ConnectionLost;
        delete client;
    });
    QVERIFY(stays);
}

QTEST_GUILESS_MAIN(tst_Threads)
#include "tst_threads.moc"
