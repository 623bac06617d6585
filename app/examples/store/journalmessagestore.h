// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <Holdfast/MessageStore>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLockFile>

//! A store of our own: a folder with a journal, a line for each thing that happened.
//!
//! Each call but commit() only notes a line; commit() appends what was noted. Loading plays the
//! journal, and writes a shorter one that says the same. Made to survive the end of the process;
//! who wants to survive that of the machine calls fsync() in commit().
class JournalMessageStore : public Holdfast::MessageStore
{
public:
    explicit JournalMessageStore(const QString &folder);
    ~JournalMessageStore() override;

    [[nodiscard]] Holdfast::OpenResult open() override;
    void append(const std::vector<Holdfast::StoredMessage> &messages) override;
    void forget(const std::vector<quint64> &numbers) override;
    void saveCursor(const Holdfast::Cursor &cursor) override;
    void reserve(quint64 through) override;
    void setProducer(const QString &producer) override;
    void bind(const Holdfast::StoreBinding &binding) override;
    [[nodiscard]] Holdfast::StoreError commit() override;

private:
    [[nodiscard]] Holdfast::OpenResult load();
    [[nodiscard]] bool play(Holdfast::OpenResult &result, QByteArray &damaged);
    [[nodiscard]] Holdfast::StoreError setAside(const QByteArray &damaged) const;
    [[nodiscard]] Holdfast::StoreError rewrite(const Holdfast::OpenResult &known);
    [[nodiscard]] bool shorten();

    const QDir m_folder;
    QLockFile m_lock;
    QFile m_journal;
    QFile m_mark; //!< there while somebody has the store; open once we have it
    Holdfast::StoreHeader m_header;
    QByteArray m_noted; //!< lines that are not in the file yet
    qint64 m_size = 0; //!< of the file, as far as it is good
    qint64 m_enough = 0; //!< longer than this, it is shortened
};
