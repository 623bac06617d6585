// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>

#include <chrono>

namespace Holdfast {

//! What one question to a well-known server has shown of the network.
struct HealthVerdict
{
    enum class Kind {
        None, //!< nobody has asked yet
        Reached, //!< the server answered
        Intercepted, //!< somebody else did, and wants a person to sign in
        Silent, //!< nobody did, or nobody to be believed
    };

    Kind kind = Kind::None;
    QUrl portal; //!< where Intercepted leads

    bool operator==(const HealthVerdict &) const = default;
};

//! What came back of a HEAD.
struct HealthAnswer
{
    int status = 0; //!< of HTTP; 0 if there was none
    QUrl redirect; //!< as the server wrote it
    bool isTlsBroken = false; //!< there was no status because of it

    //! \a expectedStatus 0: whatever the server likes to say is its own word.
    [[nodiscard]] HealthVerdict verdict(const QUrl &asked, int expectedStatus) const;
};

//! Asks one question at a time, by HEAD, on a connection of its own.
class HealthCheck : public QObject
{
    Q_OBJECT

public:
    explicit HealthCheck(QObject *parent = nullptr);
    ~HealthCheck() override;

    [[nodiscard]] bool isRunning() const { return m_reply; }
    //! Ends what runs, and asks anew. \a limit is for the whole question.
    void start(const QUrl &url, int expectedStatus, std::chrono::milliseconds limit);
    void cancel();

Q_SIGNALS:
    //! Once for each start() that is not cancelled; not inside it.
    void finished(const Holdfast::HealthVerdict &verdict);

private:
    void ask(const QUrl &url);
    void dropReply();
    void take(QNetworkReply *reply);
    void conclude(const HealthVerdict &verdict);

    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    QTimer m_limit;
    QUrl m_url;
    int m_expectedStatus = 0;
    bool m_isSecondQuestion = false;
};

} // namespace Holdfast
