// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// A server that wants a token with each connection: it is fetched before a dial, kept while the
// server takes it, and fetched anew when the server says 401 or 4401.

#include "tokensource.h"

#include <Holdfast/ReconnectingWebSocket>

#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace Holdfast;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc != 3) {
        std::fputs("usage: holdfast-token-example ws://HOST:PORT http://HOST:PORT/TOKEN\n", stderr);
        return 2;
    }
    const QUrl url(QCoreApplication::arguments().at(1));
    TokenSource tokens{QUrl(QCoreApplication::arguments().at(2))};
    ReconnectingWebSocket socket;
    //! [provider]
    socket.setRequestProvider([&](Reason reason, const RequestReply &reply) {
        tokens.fetch(reason == Reason::Rejected, [url, reply](const QByteArray &token) {
            if (token.isEmpty())
                return reply.reject(QStringLiteral("no token")); // it will ask again
            QNetworkRequest request(url);
            request.setRawHeader("Authorization", "Bearer " + token);
            reply.accept(request);
        });
    });
    // Refused twice: a new token does not help. Ask the person, then call credentialsChanged().
    QObject::connect(&socket, &ReconnectingWebSocket::credentialsRequired, &app, [&] {
        std::fputs("please sign in\n", stderr);
        app.exit(1);
    });
    //! [provider]
    QObject::connect(&socket, &ReconnectingWebSocket::textMessageReceived, &app,
                     [](const QString &text) {
                         std::printf("%s\n", qPrintable(text));
                         std::fflush(stdout);
                     });
    socket.open(url);
    socket.sendTextMessage(QStringLiteral("hello"));
    return QCoreApplication::exec();
}
