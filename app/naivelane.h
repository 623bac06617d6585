// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "lane.h"
#include "naivesocket.h"

#include <QtCore/qset.h>

//! A plain QWebSocket with the reconnect that everybody writes.
class NaiveLane : public Lane
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The stage has one.")

public:
    NaiveLane(Weather &weather, const NaiveTimings &timings, QObject *parent = nullptr);

protected:
    void retranslate() override;
    void dial(const QUrl &url) override;
    void send(quint64 number, const QString &frame) override;
    void seen(quint64 number) override;

private:
    enum class Belief { NotConnected, Connecting, Connected, Waiting };

    void believe(Belief belief);
    void settle();

    NaiveSocket m_socket;
    Belief m_belief = Belief::NotConnected;
    QSet<quint64> m_onSocket; //!< written to the present one, so they may still arrive
    QHash<quint64, QString> m_givenUp; //!< but on a socket, or in the queue
};
