// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include <Holdfast/EnvelopeProtocol>
#include <Holdfast/Hub>
#include <Holdfast/HubPolicy>
#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

using namespace Holdfast;

// Exits with 0 once a client's message has come back as an event.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    Hub hub;
    HubPolicy policy;
    policy.maxClients = 1;
    hub.setPolicy(policy.clamped());
    hub.setAuthenticator([](const QNetworkRequest &, const HubAuthentication &answer) {
        answer.accept(QStringLiteral("somebody"));
    });
    if (!hub.listen(QHostAddress::LocalHost))
        return 2;
    ReconnectingWebSocket socket;
    socket.setProtocol(std::make_unique<EnvelopeProtocol>());
    QObject::connect(
        &socket, &ReconnectingWebSocket::textMessageReceived, &app, [&](const QString &text) {
            app.exit(text == QStringLiteral("hello") && hub.clientCount() == 1 ? 0 : 3);
        });
    QTimer::singleShot(60'000, &app, [&] { app.exit(4); });
    socket.open(hub.serverUrl());
    if (socket.sendTextMessage(QStringLiteral("hello")) == 0)
        return 5;
    return app.exec();
}
