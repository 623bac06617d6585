// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "headless.h"

#include "terminal.h"

#include <QtCore/qjsondocument.h>
#include <QtCore/qmetaobject.h>

using namespace Holdfast;

namespace {

// Beyond this the input has to wait: its lines are better off in the pipe than refused by a full
// queue.
constexpr int MostPending = 10'000;
constexpr qint64 MostPendingBytes = 16LL * 1024 * 1024;

template <typename Enum> QString name(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

QJsonObject number(quint64 value)
{
    return {{QStringLiteral("number"), static_cast<qint64>(value)}};
}

} // namespace

Headless::Headless(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_socket(std::make_unique<ReconnectingWebSocket>())
    , m_input(m_socket->policy().outbox.maxMessageBytes)
{
    m_clock.start();
    using Socket = ReconnectingWebSocket;
    connect(m_socket.get(), &Socket::stateChanged, this, &Headless::printState);
    connect(m_socket.get(), &Socket::errorOccurred, this, &Headless::complain);
    connect(m_socket.get(), &Socket::disconnected, this, [this](const ConnectionError &error) {
        if (error.category != ErrorCategory::None)
            printError(error);
    });
    connect(m_socket.get(), &Socket::failed, this, [this] {
        m_exitCode = 1;
        endLater();
    });
    connect(m_socket.get(), &Socket::textMessageReceived, this, [this](const QString &text) {
        print("received", {{QStringLiteral("text"), text}});
    });
    connect(m_socket.get(), &Socket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        print("received", {{QStringLiteral("base64"), QString::fromLatin1(bytes.toBase64())}});
    });
    connect(m_socket.get(), &Socket::messageDelivered, this,
            [this](quint64 n) { print("delivered", number(n)); });
    connect(m_socket.get(), &Socket::messageFailed, this,
            [this](quint64 n, MessageFailure failure) {
                QJsonObject members = number(n);
                members.insert(QStringLiteral("reason"), name(failure));
                print("failed", members);
                m_exitCode = 1;
            });
    options.destination.prepare(*m_socket);
    connect(m_socket.get(), &Socket::storedThroughChanged, this, &Headless::printStored);
    connect(m_socket.get(), &Socket::storeRecovered, this, [this](int quarantined) {
        print("recovered", {{QStringLiteral("quarantined"), quarantined}});
    });
    connect(m_socket.get(), &Socket::messageRefused, this, &Headless::printRefusal);
    connect(&m_input, &LineReader::lineSkipped, this,
            [this] { printRefusal(MessageFailure::TooLarge); });
    connect(m_socket.get(), &Socket::pendingByteCountChanged, this, &Headless::pace);
    connect(m_socket.get(), &Socket::pendingMessageCountChanged, this, &Headless::pace);

    connect(&m_input, &LineReader::lineRead, this, &Headless::sendLine);
    connect(&m_input, &LineReader::finished, this, [this] {
        if (!m_options.linger)
            m_socket->closeWhenDelivered(std::chrono::hours(24));
    });
    connect(&m_server, &ServerProcess::ready, this, [this] { open(m_server.url()); });
    connect(&m_server, &ServerProcess::failed, this, [this](const QString &why) {
        print("error", {{QStringLiteral("detail"), why}});
        Q_EMIT finished(1);
    });
}

void Headless::start()
{
    if (m_options.destination.url.isEmpty())
        m_server.start();
    else
        open(m_options.destination.url);
}

void Headless::open(const QUrl &url)
{
    m_opened = true;
    m_socket->open(url);
    m_input.start();
}

void Headless::stop()
{
    if (!m_socket)
        return;
    m_socket->close();
    if (!m_opened || m_socket->state() == ConnectionState::Closed)
        endLater();
}

void Headless::endLater() { QMetaObject::invokeMethod(this, &Headless::end, Qt::QueuedConnection); }

//! What is pending and not on the disk fails with its socket: the exit code has to wait for that.
void Headless::end()
{
    m_input.disconnect(this);
    m_server.disconnect(this);
    m_socket.reset();
    Q_EMIT finished(m_exitCode);
}

void Headless::sendLine(const QString &line)
{
    if (const quint64 n = m_socket->sendTextMessage(line))
        print("accepted", number(n));
    pace();
}

void Headless::pace()
{
    m_input.setPaused(m_socket->pendingMessageCount() >= MostPending
                      || m_socket->pendingByteCount() >= MostPendingBytes);
}

void Headless::printState()
{
    const ConnectionState state = m_socket->state();
    print("state",
          {{QStringLiteral("state"), name(state)},
           {QStringLiteral("attemptCount"), m_socket->attemptCount()},
           {QStringLiteral("pendingMessageCount"), m_socket->pendingMessageCount()},
           {QStringLiteral("retryDelay"), m_socket->retryDelay()}});
    if (state == ConnectionState::Closed)
        endLater();
}

void Headless::printStored()
{
    const quint64 through = m_socket->storedThrough();
    if (through > m_stored)
        print("stored", {{QStringLiteral("through"), static_cast<qint64>(through)}});
    m_stored = through;
}

void Headless::complain(const ConnectionError &error)
{
    // A server of our own is another one each time, at another port, and yet ours.
    if (error.category == ErrorCategory::QueueHeld && m_options.destination.url.isEmpty()
        && m_socket->rebindQueue())
        return;
    printError(error);
}

void Headless::printError(const ConnectionError &error)
{
    print("error",
          {{QStringLiteral("category"), name(error.category)},
           {QStringLiteral("closeCode"), error.closeCode},
           {QStringLiteral("httpStatus"), error.httpStatus},
           {QStringLiteral("reason"), error.reason},
           {QStringLiteral("detail"), error.detail},
           {QStringLiteral("willRetry"), error.willRetry}});
}

void Headless::printRefusal(MessageFailure why)
{
    print("refused", {{QStringLiteral("reason"), name(why)}});
    m_exitCode = 1;
}

void Headless::print(const char *event, const QJsonObject &members)
{
    // Time and event first, for people who read along; an object would sort them away.
    QString line = QStringLiteral(R"({"t":%1,"event":"%2")")
                       .arg(m_clock.elapsed())
                       .arg(QLatin1StringView(event));
    const QString rest
        = QString::fromUtf8(QJsonDocument(members).toJson(QJsonDocument::Compact)).mid(1);
    line += (members.isEmpty() ? QString() : QStringLiteral(",")) + rest;
    Terminal::printLine(line);
}
