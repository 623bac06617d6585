// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "frame.h"
#include "greeting.h"
#include "request.h"
#include "verdict.h"

#include <QtCore/qobject.h>
#include <QtNetwork/qauthenticator.h>

namespace Holdfast {

//! One attempt to reach the peer, and the connection that comes of it. For one use only.
//!
//! Its signals come from the event loop, never from inside a call and never from inside a socket
//! (sslErrors and proxyAuthenticationRequired excepted, which need an answer at once). There is
//! exactly one ended() for an open(), unless the transport was abandoned: then it never speaks
//! again.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open(const DialRequest &request) = 0;
    //! Ignored before opened(), after hangUp() and after the end.
    virtual void write(const Frame &frame) = 0;
    //! Says goodbye; ended() follows when the peer did too, if it does.
    virtual void hangUp(quint16 code, const QString &reason) = 0;
    //! Resets the connection, now: what it has not delivered yet never will be.
    virtual void abandon() = 0;
    //! Only of use in answer to sslErrors.
    virtual void ignoreSslErrors() = 0;

Q_SIGNALS:
    //! The upgrade is done. (The nonce is not the transport's business.)
    void opened(const Holdfast::Greeting &greeting);
    void received(const Holdfast::Frame &frame);
    //! Bytes came in, whether or not they make a frame yet.
    void heard();
    //! Bytes went out; so many wait in our buffers still. Not for every piece of them: when half is
    //! out, or all, and else a hundred times a second.
    void drained(qint64 unwritten);
    void ended(const Holdfast::Ending &ending);

    void sslErrors(const QList<QSslError> &errors);
    //! At most once an attempt: a wrong answer ends it.
    void proxyAuthenticationRequired(const QNetworkProxy &proxy, QAuthenticator *authenticator);
};

} // namespace Holdfast
