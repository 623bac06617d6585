// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "portal.h"

#include <QtCore/qlocale.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qtcpsocket.h>

using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 10s;
constexpr auto Button = QByteArrayView("POST /sign-in ");
constexpr auto Page = QByteArrayView("GET / ");

QByteArray http(const char *status, const QByteArray &headers, const QByteArray &body = {})
{
    return QByteArray("HTTP/1.1 ") + status + "\r\n" + headers
        + "Connection: close\r\nCache-Control: no-store\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray page(const QString &heading, const QString &text, const QString &button)
{
    const QLocale locale;
    const bool rightToLeft = locale.textDirection() == Qt::RightToLeft;
    QString html
        = QStringLiteral("<!doctype html><html lang=\"%1\" dir=\"%2\"><meta charset=\"utf-8\">"
                         "<meta name=\"viewport\" content=\"width=device-width\">"
                         "<meta name=\"color-scheme\" content=\"light dark\"><title>%3</title>"
                         "<body style=\"font: 1.1em sans-serif; max-width: 30em; "
                         "margin: 4em auto; padding: 0 1em\"><h1>%3</h1><p>%4</p>")
              .arg(locale.bcp47Name(), rightToLeft ? u"rtl" : u"ltr", heading.toHtmlEscaped(),
                   text.toHtmlEscaped());
    if (!button.isEmpty())
        html += QStringLiteral(
                    "<form method=\"post\" action=\"/sign-in\"><button style=\"font: inherit; "
                    "padding: .5em 1.5em\">%1</button></form>")
                    .arg(button.toHtmlEscaped());
    return http("200 OK", "Content-Type: text/html; charset=utf-8\r\n", html.toUtf8());
}

} // namespace

Portal::Portal(QObject *parent)
    : QTcpServer(parent)
{
    setProxy(QNetworkProxy::NoProxy);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on the loopback interface: %s", qPrintable(errorString()));
    connect(this, &QTcpServer::newConnection, this, &Portal::welcome);
}

QUrl Portal::url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(serverPort())); }

void Portal::welcome()
{
    while (QTcpSocket *visitor = nextPendingConnection()) {
        connect(visitor, &QTcpSocket::disconnected, visitor, &QObject::deleteLater);
        connect(visitor, &QTcpSocket::readyRead, this, [this, visitor] { read(visitor); });
        QTimer::singleShot(Patience, visitor, &QTcpSocket::abort);
        visitor->setReadBufferSize(MaxRequestBytes);
        read(visitor);
    }
}

void Portal::read(QTcpSocket *visitor)
{
    const QByteArray request = visitor->peek(MaxRequestBytes);
    const bool complete = request.contains("\r\n\r\n");
    if (!complete && request.size() < MaxRequestBytes)
        return; // the rest will come
    visitor->disconnect(this);
    visitor->readAll();
    visitor->write(complete ? answerTo(request)
                            : http("431 Request Header Fields Too Large", QByteArray()));
    visitor->disconnectFromHost();
}

QByteArray Portal::answerTo(const QByteArray &request)
{
    if (request.startsWith(Button)) {
        // When the page is on its way: what follows may well end this server.
        QMetaObject::invokeMethod(this, &Portal::signedIn, Qt::QueuedConnection);
        return page(tr("You are online"), tr("You may close this page."), {});
    }
    if (request.startsWith(Page)) {
        return page(tr("Welcome to the Harbour Hotel"),
                    tr("Sign in to use this network. (It is the demo's own: nothing is asked, and "
                       "nothing leaves this computer.)"),
                    tr("Sign in"));
    }
    return http("302 Found", "Location: " + url().toEncoded() + "\r\n");
}
