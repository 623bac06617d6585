// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "envelopepeer.h"

#include <QtCore/qobject.h>

namespace Holdfast {

//! EnvelopePeer for QML.
class EnvelopeServer : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QUrl url READ url CONSTANT)
    Q_PROPERTY(int greetings READ greetings NOTIFY greeted)

public:
    explicit EnvelopeServer(QObject *parent = nullptr)
        : QObject(parent)
    {
        connect(&m_peer, &EnvelopePeer::greeted, this, &EnvelopeServer::greeted);
    }

    [[nodiscard]] QUrl url() const { return m_peer.url(); }
    [[nodiscard]] int greetings() const { return int(m_peer.hellos.size()); }

    Q_INVOKABLE void publish(const QJsonValue &value) { m_peer.publish(Envelope::Content(value)); }
    Q_INVOKABLE void publishBytes(const QByteArray &bytes)
    {
        m_peer.publish(Envelope::Content(bytes));
    }
    Q_INVOKABLE void say(const QString &text) { m_peer.say(text); }
    Q_INVOKABLE void cut() { m_peer.cut(); }
    Q_INVOKABLE void changeEpoch(const QString &epoch) { m_peer.epoch = epoch; }
    //! The last one's.
    Q_INVOKABLE QVariantMap profile() const
    {
        return m_peer.hellos.constLast().profile.toVariantMap();
    }
    Q_INVOKABLE QStringList accepted() const { return m_peer.accepted; }

Q_SIGNALS:
    void greeted();

private:
    EnvelopePeer m_peer;
};

} // namespace Holdfast
