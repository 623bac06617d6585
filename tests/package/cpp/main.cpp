// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include <Holdfast/ConnectionError>
#include <Holdfast/Policy>
#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>

using namespace Holdfast;

// Exits with 0 once a message is queued, a dial was refused, and the next one is planned.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    ReconnectingWebSocket socket;
    Policy policy;
    policy.connectTimeout = std::chrono::seconds(30);
    if (!socket.setPolicy(policy))
        return 2;
    const auto refused = [&](const ConnectionError &error) {
        QMetaObject::invokeMethod(
            &app,
            [&, error] {
                const bool waits = socket.state() == ConnectionState::WaitingToRetry;
                app.exit(waits && error.willRetry && socket.pendingMessageCount() == 1 ? 0 : 3);
            },
            Qt::QueuedConnection);
    };
    QObject::connect(&socket, &ReconnectingWebSocket::errorOccurred, &app, refused);
    socket.open(QUrl(QStringLiteral("ws://127.0.0.1:1/")));
    if (socket.sendTextMessage(QStringLiteral("hello")) == 0)
        return 4;
    return app.exec();
}
