// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "tokensource.h"

#include <QtNetwork/QNetworkReply>

TokenSource::TokenSource(const QUrl &url)
    : m_url(url)
{
}

void TokenSource::fetch(bool fresh, Taker taker)
{
    if (!fresh && !m_token.isEmpty())
        return taker(m_token);
    QNetworkRequest request(m_url);
    request.setTransferTimeout(10'000); // in ms; the dial waits for us
    QNetworkReply *const reply = m_http.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply, taker = std::move(taker)] {
        m_token
            = reply->error() == QNetworkReply::NoError ? reply->readAll().trimmed() : QByteArray();
        reply->deleteLater();
        taker(m_token);
    });
}
