// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "request.h"

#include <QtCore/qset.h>
#include <QtCore/qvariant.h>

#include <algorithm>

namespace Holdfast {

namespace {

//! RFC 9110 §5.6.2
bool isToken(const QByteArray &name)
{
    static const QByteArray punctuation("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || punctuation.contains(c);
    });
}

//! RFC 9110 §5.5: none is allowed; a line break makes another header.
bool hasControlCharacter(const QByteArray &value)
{
    return std::any_of(value.begin(), value.end(), [](char c) {
        return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; // over ASCII anything may come
    });
}

//! QWebSocket writes these itself; a second one makes the request invalid.
bool belongsToHandshake(const QByteArray &name)
{
    static const QSet<QByteArray> names{"host",
                                        "upgrade",
                                        "connection",
                                        "sec-websocket-key",
                                        "sec-websocket-version",
                                        "sec-websocket-protocol",
                                        "sec-websocket-extensions"};
    return names.contains(name.toLower());
}

QString headerProblem(const QByteArray &name, const QByteArray &value)
{
    // The name may be anything here, so it is not repeated as it is; the value may be a secret.
    const QString shown = QString::fromLatin1(name.toPercentEncoding());
    if (!isToken(name))
        return QStringLiteral("the header name \"%1\" is not a token").arg(shown);
    if (hasControlCharacter(value))
        return QStringLiteral("the value of header %1 contains a line break, NUL or another "
                              "control character")
            .arg(shown);
    if (belongsToHandshake(name))
        return QStringLiteral("the header %1 belongs to the handshake and cannot be set")
            .arg(shown);
    return {};
}

//! Of a request: by name, what is wrong with headers that it does not have. The number is the one
//! that applications come to last.
constexpr auto HeaderProblems = static_cast<QNetworkRequest::Attribute>(QNetworkRequest::UserMax);

QString urlProblem(const QUrl &url)
{
    if (url.isEmpty()
        && url.errorString().isEmpty()) // a strict QUrl is empty where it is malformed
        return QStringLiteral("the URL is empty");
    if (!url.isValid())
        // Without the source that QUrl quotes: it may hold a password.
        return QStringLiteral("the URL is malformed: %1")
            .arg(url.errorString().section(QStringLiteral("; source was"), 0, 0));
    if (url.scheme() != QLatin1StringView("ws") && url.scheme() != QLatin1StringView("wss"))
        return QStringLiteral("the scheme is \"%1\"; it must be ws or wss").arg(url.scheme());
    if (url.host().isEmpty())
        return QStringLiteral("the URL names no host");
    return {};
}

} // namespace

QString DialRequest::problem() const
{
    if (const QString problem = urlProblem(request.url()); !problem.isEmpty())
        return problem;
    const QVariantMap problems = request.attribute(HeaderProblems).toMap();
    if (!problems.isEmpty())
        return problems.first().toString();
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        const QString problem = headerProblem(name, request.rawHeader(name));
        if (!problem.isEmpty())
            return problem;
    }
    for (const QString &subprotocol : subprotocols) {
        const QString shown = QString::fromLatin1(QUrl::toPercentEncoding(subprotocol));
        if (!isToken(subprotocol.toLatin1()))
            return QStringLiteral("the subprotocol \"%1\" is not a token").arg(shown);
    }
    return {};
}

void DialRequest::setHeader(QNetworkRequest &request, const QByteArray &name,
                            const QByteArray &value)
{
    const QString problem = value.isNull() ? QString() : headerProblem(name, value);
    const QString key = QString::fromLatin1(name.toLower());
    QVariantMap problems = request.attribute(HeaderProblems).toMap();
    problems.remove(key);
    if (!problem.isEmpty())
        problems.insert(key, problem);
    request.setAttribute(HeaderProblems, problems.isEmpty() ? QVariant() : problems);
    request.setRawHeader(name, problem.isEmpty() ? value : QByteArray());
}

} // namespace Holdfast
