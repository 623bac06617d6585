// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "mark.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtCore/qstring.h>
#include <QtQml/qqmlregistration.h>

#include <deque>

//! The last messages of a lane, the newest at the end.
class MessageList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Lanes have one.")

public:
    enum Role {
        Number = Qt::UserRole, //!< 0: somebody else said it
        Text,
        MarkRole, //!< "mark": a Mark
        Copies, //!< how many times the server saw it
        Late, //!< the server saw a later message first
        Missed, //!< somebody else said it while we were away
        Detail, //!< what else there is to say of it, for people
    };

    //! Older ones leave.
    static constexpr int MaxRows = 500;

    using QAbstractListModel::QAbstractListModel;

    //! \a number is above all earlier ones.
    void append(quint64 number, const QString &text, const QString &detail = {});
    //! Somebody else said it. \a missed: it came later than it was said, with what was missed.
    void hear(const QString &text, bool missed, const QString &detail = {});
    //! What follows says nothing about a message that has left.
    void setMark(quint64 number, Mark mark);
    void setSeen(quint64 number, int copies, bool late);
    void setDetail(quint64 number, const QString &detail);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        quint64 number = 0; //!< of somebody else's: that of our last one before it
        QString text;
        bool ours = true;
        bool missed = false;
        Mark mark = Mark::Waiting;
        int copies = 0;
        bool late = false;
        QString detail;
    };

    void add(Row row);
    [[nodiscard]] int rowOf(quint64 number) const;
    void changed(int row, const QList<int> &roles);

    std::deque<Row> m_rows; //!< numbers do not fall
};
