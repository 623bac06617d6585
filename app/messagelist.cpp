// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "messagelist.h"

#include <algorithm>

void MessageList::append(quint64 number, const QString &text, const QString &detail)
{
    add({.number = number, .text = text, .detail = detail});
}

void MessageList::hear(const QString &text, bool missed, const QString &detail)
{
    add({.number = m_rows.empty() ? 0 : m_rows.back().number,
         .text = text,
         .ours = false,
         .missed = missed,
         .detail = detail});
}

void MessageList::add(Row message)
{
    if (m_rows.size() == MaxRows) {
        beginRemoveRows({}, 0, 0);
        m_rows.pop_front();
        endRemoveRows();
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.push_back(std::move(message));
    endInsertRows();
}

void MessageList::setMark(quint64 number, Mark mark)
{
    const int row = rowOf(number);
    if (row < 0 || m_rows[std::size_t(row)].mark == mark)
        return;
    m_rows[std::size_t(row)].mark = mark;
    changed(row, {MarkRole});
}

void MessageList::setSeen(quint64 number, int copies, bool late)
{
    const int row = rowOf(number);
    if (row < 0)
        return;
    Row &message = m_rows[std::size_t(row)];
    message.copies = copies;
    message.late = late;
    changed(row, {Copies, Late});
}

void MessageList::setDetail(quint64 number, const QString &detail)
{
    const int row = rowOf(number);
    if (row < 0 || m_rows[std::size_t(row)].detail == detail)
        return;
    m_rows[std::size_t(row)].detail = detail;
    changed(row, {Detail});
}

void MessageList::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int MessageList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MessageList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &message = m_rows[std::size_t(index.row())];
    switch (role) {
    case Number:
        return message.ours ? message.number : 0;
    case Text:
    case Qt::DisplayRole:
        return message.text;
    case MarkRole:
        return static_cast<int>(message.mark);
    case Copies:
        return message.copies;
    case Late:
        return message.late;
    case Missed:
        return message.missed;
    case Detail:
        return message.detail;
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageList::roleNames() const
{
    return {{Number, "number"}, {Text, "text"},     {MarkRole, "mark"}, {Copies, "copies"},
            {Late, "late"},     {Missed, "missed"}, {Detail, "detail"}};
}

int MessageList::rowOf(quint64 number) const
{
    const auto found = std::ranges::lower_bound(m_rows, number, {}, &Row::number);
    return found != m_rows.end() && found->number == number && found->ours
        ? static_cast<int>(found - m_rows.begin())
        : -1;
}

void MessageList::changed(int row, const QList<int> &roles)
{
    const QModelIndex at = index(row);
    Q_EMIT dataChanged(at, at, roles);
}
