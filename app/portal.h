// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qurl.h>
#include <QtNetwork/qtcpserver.h>

//! The page that a hotel's network shows instead of everything else, until one has signed in: a
//! small HTTP server on the loopback interface.
//!
//! Whoever asks for anything but the page is sent there (302), as such networks do, so that also a
//! WebSocket gets its answer from the wrong one.
class Portal : public QTcpServer
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxRequestBytes = 16LL * 1024;

    //! Listens on a free port.
    explicit Portal(QObject *parent = nullptr);

    //! The page.
    [[nodiscard]] QUrl url() const;

Q_SIGNALS:
    //! Somebody has pressed the page's button.
    void signedIn();

private:
    void welcome();
    void read(QTcpSocket *visitor);
    [[nodiscard]] QByteArray answerTo(const QByteArray &request);
};
