// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "healthcheck.h"

#include <utility>

namespace Holdfast {

namespace {

constexpr int NetworkAuthenticationRequired = 511; // RFC 6585 §6: said by portals alone

//! example.com may send us to www.example.com, and back; a portal lives elsewhere.
bool isSameSite(const QString &one, const QString &other)
{
    const auto isBelow = [](const QString &host, const QString &parent) {
        return host.endsWith(QChar(u'.') % parent, Qt::CaseInsensitive);
    };
    return one.compare(other, Qt::CaseInsensitive) == 0 || isBelow(one, other)
        || isBelow(other, one);
}

//! Of a portal that says nothing of itself: a page that it will answer with its own.
QUrl plainPage(const QUrl &url)
{
    QUrl page;
    page.setScheme(QStringLiteral("http"));
    page.setHost(url.host());
    page.setPath(QStringLiteral("/"));
    return page;
}

//! Where a redirect leads a person who signs in. Whoever answers for our server may name anything,
//! a file or a program too; what is no page of the web is not shown to anybody.
QUrl pageOf(const QUrl &target, const QUrl &asked)
{
    const QString scheme = target.scheme();
    const bool isWeb = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    return isWeb && target.isValid() && !target.host().isEmpty()
        ? target.adjusted(QUrl::RemoveUserInfo)
        : plainPage(asked);
}

} // namespace

HealthVerdict HealthAnswer::verdict(const QUrl &asked, int expectedStatus) const
{
    using enum HealthVerdict::Kind;
    if (status == 0)
        return {Silent, {}};
    const QUrl target = asked.resolved(redirect);
    if (status / 100 == 3 && !redirect.isEmpty() && !isSameSite(target.host(), asked.host()))
        return {Intercepted, pageOf(target, asked)};
    if (status == NetworkAuthenticationRequired)
        return {Intercepted, plainPage(asked)};
    // Over TLS nobody else can answer, so a server in trouble still is a network that works.
    const bool isProven = asked.scheme() == QLatin1String("https");
    if (expectedStatus != 0 && status != expectedStatus && !isProven)
        return {Intercepted, plainPage(asked)};
    return {Reached, {}};
}

HealthCheck::HealthCheck(QObject *parent)
    : QObject(parent)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        conclude({HealthVerdict::Kind::Silent, {}});
    });
}

HealthCheck::~HealthCheck() { cancel(); }

void HealthCheck::start(const QUrl &url, int expectedStatus, std::chrono::milliseconds limit)
{
    cancel();
    m_url = url;
    m_expectedStatus = expectedStatus;
    m_isSecondQuestion = false;
    // A transfer timeout of Qt's would begin anew with every byte.
    m_limit.start(limit);
    ask(url);
}

void HealthCheck::cancel()
{
    m_limit.stop();
    dropReply();
}

void HealthCheck::dropReply()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void HealthCheck::ask(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // A connection that is kept would tell of the network that it was made in.
    request.setRawHeader("Connection", "close");
    QNetworkReply *reply = m_network.head(request);
    m_reply = reply;
    // Queued, because some errors are known inside head().
    connect(
        reply, &QNetworkReply::finished, this,
        [this, reply] {
            if (reply == m_reply)
                take(reply);
        },
        Qt::QueuedConnection);
}

void HealthCheck::take(QNetworkReply *reply)
{
    const HealthAnswer answer{
        .status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        .redirect = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(),
        .isTlsBroken = reply->error() == QNetworkReply::SslHandshakeFailedError};
    if (std::exchange(m_isSecondQuestion, answer.isTlsBroken)) {
        // Only what a portal says counts here: anybody can answer without TLS.
        const HealthVerdict verdict = answer.verdict(reply->url(), 0);
        const bool isPortal = verdict.kind == HealthVerdict::Kind::Intercepted;
        conclude(isPortal ? verdict : HealthVerdict{HealthVerdict::Kind::Silent, {}});
    } else if (answer.isTlsBroken) {
        // A portal, perhaps, that cannot show our server's certificate. Without TLS it will say so.
        dropReply();
        ask(plainPage(m_url));
    } else {
        conclude(answer.verdict(m_url, m_expectedStatus));
    }
}

void HealthCheck::conclude(const HealthVerdict &verdict)
{
    cancel();
    Q_EMIT finished(verdict);
}

} // namespace Holdfast
