// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qtemporarydir.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslkey.h>

namespace Holdfast {

//! An authority of our own, and the certificates that a server may show; made by openssl.
class Certificates
{
public:
    enum class Kind {
        Good, //!< for 127.0.0.1, signed by our authority
        Renewed, //!< as good, with a key of its own
        Expired, //!< as good, but until yesterday
        WrongHost, //!< signed by our authority, for another host
        SelfSigned,
        Strange, //!< for 127.0.0.1, signed by an authority that nobody knows
    };

    //! What went wrong; empty if nothing did.
    [[nodiscard]] QString make();

    [[nodiscard]] QSslCertificate certificate(Kind kind) const;
    [[nodiscard]] QSslKey key(Kind kind) const;
    //! Ours.
    [[nodiscard]] QList<QSslCertificate> authority() const;

private:
    [[nodiscard]] QString makeAuthority(const QString &name);
    [[nodiscard]] QString makeSigned(const QString &name, const QString &authority,
                                     const QString &host, int days);
    [[nodiscard]] QString openssl(const QStringList &arguments);

    QTemporaryDir m_folder;
};

} // namespace Holdfast
