// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

#include <functional>

//! Fetches access tokens with HTTP, and keeps the last one as long as it is good.
class TokenSource : public QObject
{
    Q_OBJECT

public:
    //! Gets the token; an empty one if there is none to be had.
    using Taker = std::function<void(const QByteArray &token)>;

    explicit TokenSource(const QUrl &url);
    //! \a fresh: the server has refused the one we have.
    void fetch(bool fresh, Taker taker);

private:
    QUrl m_url;
    QNetworkAccessManager m_http;
    QByteArray m_token;
};
