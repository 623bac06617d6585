// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "handshaketap.h"

#include <QtCore/qlocale.h>
#include <QtCore/qtimezone.h>
#include <QtNetwork/qtcpsocket.h>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 MostHeadBytes = 64LL * 1024;

std::optional<Duration> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    bool isNumber = false;
    const qlonglong seconds = value.toLongLong(&isNumber);
    if (isNumber) {
        // Bounded here against overflow; the policy bounds it properly.
        return seconds < 0
            ? std::nullopt
            : std::optional<Duration>(std::chrono::seconds(std::min(seconds, 86'400ll)));
    }
    // RFC 9110 §5.6.7: always GMT, always English.
    const QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(value), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    const QDateTime then(date.date(), date.time(), QTimeZone::utc());
    return Duration(std::clamp<qint64>(now.msecsTo(then), 0, 86'400'000));
}

} // namespace

HandshakeAnswer HandshakeAnswer::parse(const QByteArray &raw, const QDateTime &now)
{
    static const QByteArray Http("HTTP/1.");
    static const QByteArray NextHead("\r\n\r\nHTTP/1.");
    HandshakeAnswer answer;
    answer.isForeign = !raw.isEmpty() && !raw.startsWith(Http.left(raw.size()));
    const qsizetype end = raw.indexOf("\r\n\r\n");
    if (answer.isForeign || end < 0)
        return answer;

    qsizetype start = 0;
    qsizetype stop = end;
    // A later head counts only if it is complete itself.
    for (qsizetype next = raw.indexOf(NextHead); next >= 0;
         next = raw.indexOf(NextHead, next + 1)) {
        const qsizetype nextStop = raw.indexOf("\r\n\r\n", next + 4);
        if (nextStop < 0)
            break;
        start = next + 4;
        stop = nextStop;
    }
    const QList<QByteArray> lines = raw.mid(start, stop - start).split('\n');
    const int status = lines.constFirst().simplified().split(' ').value(1).toInt();
    if (status < 100 || status > 999) { // RFC 9112 §4: three digits
        answer.isForeign = true;
        return answer;
    }
    answer.status = status;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0 && lines[i].left(colon).trimmed().toLower() == "retry-after")
            answer.retryAfter = parseRetryAfter(lines[i].mid(colon + 1).trimmed(), now);
    }
    return answer;
}

void HandshakeTap::attach(QTcpSocket *socket)
{
    m_socket = socket;
    if (m_socket)
        m_socket->startTransaction();
}

void HandshakeTap::close()
{
    if (m_socket && m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    m_socket = nullptr;
}

QByteArray HandshakeTap::drain()
{
    if (!m_socket || !m_socket->isTransactionStarted())
        return {};
    // Not started again: the head would be parsed once more, with errors once more.
    m_socket->rollbackTransaction();
    const QByteArray raw = m_socket->peek(MostHeadBytes);
    m_socket->readAll();
    m_socket = nullptr;
    return raw;
}

} // namespace Holdfast
