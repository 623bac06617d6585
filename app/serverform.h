// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "destination.h"

#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>

class Room;

//! What somebody types into a form to connect a room to a server, what is wrong with it, and what
//! would come of it. Nothing happens before accept().
class ServerForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Room *room READ room WRITE setRoom NOTIFY changed REQUIRED FINAL)
    Q_PROPERTY(QString url READ url WRITE setUrl NOTIFY changed FINAL)
    Q_PROPERTY(
        ProtocolNames::ProtocolName protocol READ protocol WRITE setProtocol NOTIFY changed FINAL)
    //! Separated by commas or spaces.
    Q_PROPERTY(QString subprotocols READ subprotocols WRITE setSubprotocols NOTIFY changed FINAL)
    Q_PROPERTY(QString queueName READ queueName WRITE setQueueName NOTIFY changed FINAL)
    //! What the queue holds for another server goes to this one.
    Q_PROPERTY(bool takesAlong READ takesAlong WRITE setTakesAlong NOTIFY changed FINAL)

    //! What is wrong with them, in the library's words; empty: nothing.
    Q_PROPERTY(QString urlProblem READ urlProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString subprotocolsProblem READ subprotocolsProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString queueProblem READ queueProblem NOTIFY changed FINAL)
    Q_PROPERTY(bool acceptable READ isAcceptable NOTIFY changed FINAL)

    //! What becomes of the messages that wait; empty: nothing changes for them.
    Q_PROPERTY(QString consequence READ consequence NOTIFY changed FINAL)
    //! They would be lost.
    Q_PROPERTY(bool costly READ isCostly NOTIFY changed FINAL)
    //! takesAlong makes a difference.
    Q_PROPERTY(bool holds READ holds NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] Room *room() const { return m_room; }
    void setRoom(Room *room);
    [[nodiscard]] QString url() const { return m_url; }
    void setUrl(const QString &url);
    [[nodiscard]] ProtocolName protocol() const { return m_protocol; }
    void setProtocol(ProtocolName protocol);
    [[nodiscard]] QString subprotocols() const { return m_subprotocols; }
    void setSubprotocols(const QString &subprotocols);
    [[nodiscard]] QString queueName() const { return m_queueName; }
    void setQueueName(const QString &name);
    [[nodiscard]] bool takesAlong() const { return m_takesAlong; }
    void setTakesAlong(bool takesAlong);

    [[nodiscard]] QString urlProblem() const;
    [[nodiscard]] QString subprotocolsProblem() const;
    [[nodiscard]] QString queueProblem() const;
    [[nodiscard]] bool isAcceptable() const;

    [[nodiscard]] QString consequence() const;
    [[nodiscard]] bool isCostly() const;
    [[nodiscard]] bool holds() const;

    //! As the room is at present; where it is nowhere yet, as the last form that was accepted.
    Q_INVOKABLE void reset();
    //! The room goes there, and the next form begins with it. False: it is not acceptable, and
    //! nothing happens.
    Q_INVOKABLE bool accept();

Q_SIGNALS:
    void changed();

private:
    template <typename T> void assign(T &member, const T &value);
    [[nodiscard]] Destination destination() const;
    [[nodiscard]] QStringList offered() const;
    //! How many messages the change of queue or server matters to.
    [[nodiscard]] int waiting() const;
    void read(const Destination &destination);

    Room *m_room = nullptr;
    QString m_url;
    ProtocolName m_protocol = ProtocolName::Plain;
    QString m_subprotocols;
    QString m_queueName;
    bool m_takesAlong = false;
};
