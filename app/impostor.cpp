// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "impostor.h"

#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslkey.h>
#include <QtNetwork/qsslsocket.h>

namespace {

// No secret: it is good for being distrusted. Made by
//   openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500
constexpr auto Key = "-----BEGIN PRIVATE KEY-----\n"
                     "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg1ibwA0ci18rxdJue\n"
                     "ps03DIZu2mo59eJIiVJ0KQ/icQmhRANCAATmI0pt6BZwaJz+v408AfgWwIC72Q7t\n"
                     "Q19k9sF0BOwiw2WJSZVYKYf7+jgq3Aliu94m2CWPpDj2yJbYFgAtWa6W\n"
                     "-----END PRIVATE KEY-----\n";
constexpr auto Certificate = "-----BEGIN CERTIFICATE-----\n"
                             "MIIBujCCAV+gAwIBAgIUWeRZ9PQVz5AbvMDC1bOLGKxyuH4wCgYIKoZIzj0EAwIw\n"
                             "MTEvMC0GA1UEAwwmSG9sZGZhc3QgZGVtbzogbm9ib2R5IHZvdWNoZXMgZm9yIHRo\n"
                             "aXMwIBcNMjYxMTIxMTc0NjE0WhgPMjEyNjEwMjgxNzQ2MTRaMDExLzAtBgNVBAMM\n"
                             "JkhvbGRmYXN0IGRlbW86IG5vYm9keSB2b3VjaGVzIGZvciB0aGlzMFkwEwYHKoZI\n"
                             "zj0CAQYIKoZIzj0DAQcDQgAE5iNKbegWcGic/r+NPAH4FsCAu9kO7UNfZPbBdATs\n"
                             "IsNliUmVWCmH+/o4KtwJYrveJtglj6Q49siW2BYALVmulqNTMFEwHQYDVR0OBBYE\n"
                             "FIYV3X59OZ5+HDq2Dr40Sb9h6nckMB8GA1UdIwQYMBaAFIYV3X59OZ5+HDq2Dr40\n"
                             "Sb9h6nckMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAMamtrcJ\n"
                             "LLvTh/F6AW6sYJ5H0ho7rR4JPPzgqpsL0rKBAiEAmV+lprP85DYigVJZ6kNA0RC/\n"
                             "IO3cil2Xm4hqJ2xB424=\n"
                             "-----END CERTIFICATE-----\n";

} // namespace

bool Impostor::begin()
{
    setProxy(QNetworkProxy::NoProxy);
    return QSslSocket::supportsSsl() && (isListening() || listen(QHostAddress::LocalHost));
}

QUrl Impostor::url() const { return QUrl(QStringLiteral("wss://127.0.0.1:%1/").arg(serverPort())); }

void Impostor::incomingConnection(qintptr descriptor)
{
    auto *guest = new QSslSocket(this);
    connect(guest, &QSslSocket::disconnected, guest, &QObject::deleteLater);
    guest->setSocketDescriptor(descriptor);
    guest->setLocalCertificate(QSslCertificate(QByteArray(Certificate)));
    guest->setPrivateKey(QSslKey(QByteArray(Key), QSsl::Ec));
    guest->startServerEncryption();
}
