// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qprocess.h>
#include <QtCore/qtemporarydir.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qsslcertificate.h>

#include <functional>

namespace Holdfast {

//! Runs the event loop until \a holds does, and looks after everything that happens. False: it took
//! too long.
//!
//! QTRY_… and qWaitFor() sleep in between, which is slower; and a client that sleeps between
//! SYN-ACK and RST makes QTcpSocket connect in circles.
[[nodiscard]] bool soon(const std::function<bool()> &holds);

//! tests/peers/badserver.py in a child process: misbehaving peers on loopback, one endpoint each.
//!
//! The endpoints whose names begin with "tls_" show a certificate that authority() has signed; that
//! of "selfsigned_echo" is its own proof.
class BadServer
{
public:
    //! How a connection to an endpoint was over, as the endpoint saw it.
    struct Farewell
    {
        QString how; //!< "reset" or "end" by the client; "done": the endpoint itself had enough
        qint64 bytes = 0; //!< read after the upgrade request
        int closeCode = 0; //!< of the client's close frame; 0: none came
    };

    BadServer();
    //! Ends the child and waits for that.
    ~BadServer();

    //! Empty if it runs, else what is wrong.
    [[nodiscard]] QString start();

    [[nodiscard]] QStringList endpoints() const;
    //! wss for the endpoints with TLS, ws for the others.
    [[nodiscard]] QUrl url(const QString &endpoint) const;
    //! The connections to \a endpoint that are over, oldest first. Heard of in the event loop.
    [[nodiscard]] QList<Farewell> farewells(const QString &endpoint) const;

    [[nodiscard]] QList<QSslCertificate> authority() const;
    [[nodiscard]] QSslCertificate selfSigned() const;

private:
    [[nodiscard]] QString makeCertificates();
    void readLines();
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QHash<QString, int> m_ports;
    QHash<QString, QList<Farewell>> m_farewells;
    QProcess m_process; // the last member: it dies first
};

} // namespace Holdfast
