// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "holdfastglobal.h"
#include "reason.h"

#include <QtCore/qstring.h>
#include <QtNetwork/qnetworkrequest.h>

#include <functional>
#include <memory>

namespace Holdfast {

//! The answer to a request provider's question: with what to dial. Copy it, keep it, answer once.
//!
//! Answer in the thread of the ReconnectingWebSocket that asked. Second answers, late answers and
//! answers to an object that is gone are harmless.
class HOLDFAST_EXPORT RequestReply
{
public:
    //! Does nothing when answered.
    RequestReply();
    ~RequestReply();
    RequestReply(const RequestReply &);
    RequestReply &operator=(const RequestReply &);

    //! Dial with this: URL and headers.
    void accept(const QNetworkRequest &request) const;
    //! There is nothing to dial with; \a detail is for logs. It counts as a failed attempt.
    void reject(const QString &detail) const;

private:
    friend class ReconnectingWebSocketPrivate;

    struct Answer
    {
        bool accepted = false;
        QNetworkRequest request;
        QString detail;
    };
    using Handler = std::function<void(const Answer &)>;

    explicit RequestReply(Handler handler);
    void answer(const Answer &answer) const;

    std::shared_ptr<Handler> m_handler; //!< emptied by the first answer
};

//! Asked before every dial, so that a token can be fresh. May answer at once or later, but within
//! Policy::connectTimeout. It is not asked again while an answer is out, unless the server refused
//! the credentials meanwhile, or the answer would not count any more: after another url, account or
//! provider, after close(), or when connectTimeout is over.
using RequestProvider = std::function<void(Reason reason, RequestReply reply)>;

} // namespace Holdfast
