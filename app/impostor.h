// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qurl.h>
#include <QtNetwork/qtcpserver.h>

//! A server on the loopback interface that says over TLS who it is, and nobody vouches for it.
class Impostor : public QTcpServer
{
    Q_OBJECT

public:
    using QTcpServer::QTcpServer;

    //! False: no port, or this Qt knows no TLS.
    [[nodiscard]] bool begin();
    [[nodiscard]] QUrl url() const;

protected:
    void incomingConnection(qintptr descriptor) override;
};
