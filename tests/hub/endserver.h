// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qstringlist.h>
#include <QtCore/qurl.h>
#include <QtCore/qvariant.h>

#include <chrono>
#include <memory>
#include <optional>

namespace Holdfast {

//! A server of `holdfast.v1.json` at work: the hub, or the one in Node, which was written from
//! PROTOCOL.md. It accepts messages and publishes events; one has nothing to do with the other.
class EndServer
{
public:
    struct Options
    {
        int history = 10'000; //!< so many events are kept
        int rejectEvery = 0; //!< one of so many messages, when it comes first
        std::optional<std::chrono::milliseconds> retryAfter; //!< of these; nothing: for good
        double dropAcks = 0;
        quint32 seed = 1;
        bool usersByQuery = false; //!< the query's `user` is the identity
    };
    //! \a kind is "hub" or "node".
    [[nodiscard]] static std::unique_ptr<EndServer> start(const QString &kind,
                                                          const Options &options);
    virtual ~EndServer() = default; //!< ends it, without a word to its clients

    [[nodiscard]] virtual QUrl url() const = 0;
    virtual void publish(const QVariant &payload) = 0;
    //! The log begins anew, while everybody stays.
    virtual void forgetHistory() = 0;
    //! Says goodbye to all.
    virtual void drain(std::chrono::milliseconds retryAfter, std::chrono::milliseconds spread) = 0;

    //! What reached the application behind it, in this order.
    [[nodiscard]] const QStringList &accepted() const { return m_accepted; }
    //! Their idempotency keys.
    [[nodiscard]] const QStringList &keys() const { return m_keys; }

protected:
    QStringList m_accepted;
    QStringList m_keys;
};

} // namespace Holdfast
