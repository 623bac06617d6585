// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "journalmessagestore.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDataStream>
#include <QtCore/QSaveFile>

#include <map>

using namespace Holdfast;

namespace {

constexpr qint64 Slack = 16LL * 1024 * 1024;
constexpr qsizetype SumSize = 16;

enum class Kind : quint8 { Header, Message, Forgotten };

//! [line]
//! A checksum and what \a write puts in, on a line of its own: damage spreads no further.
template <typename Write> QByteArray line(Kind kind, Write write)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << quint8(kind);
    write(stream);
    const QByteArray sum = QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
    return QByteArray(sum + bytes).toBase64() + '\n';
}

//! What was put in; nothing if the line is damaged.
QByteArray contentOf(const QByteArray &line)
{
    const QByteArray both = QByteArray::fromBase64(line);
    const QByteArray bytes = both.mid(SumSize);
    const bool isWhole = !bytes.isEmpty()
        && QCryptographicHash::hash(bytes, QCryptographicHash::Md5) == both.first(SumSize);
    return isWhole ? bytes : QByteArray();
}
//! [line]

QByteArray toLine(const StoreHeader &header)
{
    return line(Kind::Header, [&](QDataStream &stream) {
        stream << header.producer << header.reservedThrough << header.cursor.epoch
               << header.cursor.eventId << header.binding.endpoint << header.binding.account;
    });
}

void read(QDataStream &stream, StoreHeader &header)
{
    stream >> header.producer >> header.reservedThrough >> header.cursor.epoch
        >> header.cursor.eventId >> header.binding.endpoint >> header.binding.account;
}

QByteArray toLine(const StoredMessage &stored)
{
    const Message &message = stored.message;
    return line(Kind::Message, [&](QDataStream &stream) {
        stream << message.number << message.producer << message.payload.isText()
               << message.payload.bytes() << message.tag << message.coalesceKey
               << qint64(message.timeToLive.count()) << message.maybeDelivered << stored.queuedAt
               << stored.expiresAt;
    });
}

StoredMessage readMessage(QDataStream &stream)
{
    StoredMessage stored;
    Message &message = stored.message;
    bool isText = false;
    QByteArray payload;
    qint64 timeToLive = 0;
    stream >> message.number >> message.producer >> isText >> payload >> message.tag
        >> message.coalesceKey >> timeToLive >> message.maybeDelivered >> stored.queuedAt
        >> stored.expiresAt;
    message.payload = isText ? Payload(QString::fromUtf8(payload)) : Payload(payload);
    message.byteCount = payload.size();
    message.timeToLive = Duration(timeToLive);
    return stored;
}

StoreError notWritable(const QFileDevice &file)
{
    return {StoreErrorCategory::NotWritable,
            QStringLiteral("%1: %2").arg(file.fileName(), file.errorString())};
}

} // namespace

JournalMessageStore::JournalMessageStore(const QString &folder)
    : m_folder(folder)
    , m_lock(m_folder.filePath(QStringLiteral("lock")))
    , m_journal(m_folder.filePath(QStringLiteral("journal")))
    , m_mark(m_folder.filePath(QStringLiteral("in-use")))
{
    m_lock.setStaleLockTime(0); // only the lock of a process that is gone is stale
}

JournalMessageStore::~JournalMessageStore()
{
    if (m_mark.isOpen() && m_noted.isEmpty())
        m_mark.remove();
}

//! [open]
OpenResult JournalMessageStore::open()
{
    m_folder.mkpath(QStringLiteral("."));
    if (!m_lock.tryLock()) {
        const bool isTaken = m_lock.error() == QLockFile::LockFailedError;
        return {.error = {isTaken ? StoreErrorCategory::QueueBusy : StoreErrorCategory::NotWritable,
                          QStringLiteral("cannot lock ") + m_lock.fileName()}};
    }
    OpenResult result = load();
    if (result.error) { // as if nothing had been tried: it may be tried again
        m_journal.close();
        m_lock.unlock();
        return {.error = result.error};
    }
    m_header = result.header;
    return result;
}

OpenResult JournalMessageStore::load()
{
    OpenResult result;
    result.clean = !m_mark.exists(); // who ends properly takes it away
    QByteArray damaged;
    if (!m_journal.open(QIODevice::ReadWrite) || !play(result, damaged))
        return {.error = notWritable(m_journal)};
    // Without all lines nobody knows which numbers were used: new messages get another name.
    if (result.header.producer.isEmpty() || result.quarantined > 0)
        result.header.producer = newProducer();
    result.error = setAside(damaged);
    if (!result.error)
        result.error = rewrite(result);
    if (!result.error && !m_mark.open(QIODevice::WriteOnly))
        result.error = notWritable(m_mark);
    return result;
}

//! False: it cannot be read, which is not the same as being empty.
bool JournalMessageStore::play(OpenResult &result, QByteArray &damaged)
{
    std::map<quint64, StoredMessage> messages;
    m_journal.unsetError();
    if (!m_journal.seek(0))
        return false;
    while (!m_journal.atEnd()) {
        const QByteArray line = m_journal.readLine();
        if (!line.endsWith('\n'))
            break; // killed while writing it: nobody was told that it is there
        const QByteArray content = contentOf(line);
        QDataStream stream(content);
        stream.setVersion(QDataStream::Qt_6_4);
        quint8 kind = 0;
        quint64 number = 0;
        stream >> kind;
        if (content.isEmpty()) {
            ++result.quarantined;
            damaged += line;
        } else if (Kind(kind) == Kind::Header) {
            read(stream, result.header);
        } else if (Kind(kind) == Kind::Message) {
            const StoredMessage stored = readMessage(stream);
            messages[stored.message.number] = stored;
        } else if (Kind(kind) == Kind::Forgotten) {
            stream >> number;
            messages.erase(number);
        }
    }
    for (auto &[number, stored] : messages) {
        result.header.reservedThrough = std::max(result.header.reservedThrough, number);
        result.messages.push_back(std::move(stored));
    }
    return m_journal.error() == QFile::NoError;
}
//! [open]

//! Damaged lines stay where a person may look at them, after those of earlier times.
StoreError JournalMessageStore::setAside(const QByteArray &damaged) const
{
    if (damaged.isEmpty())
        return {};
    QFile file(m_folder.filePath(QStringLiteral("damaged")));
    if (!file.open(QIODevice::Append) || file.write(damaged) != damaged.size() || !file.flush())
        return notWritable(file);
    return {};
}

//! A journal that says only what is so. The old one stays until the new one is there.
StoreError JournalMessageStore::rewrite(const OpenResult &known)
{
    QSaveFile file(m_journal.fileName());
    if (!file.open(QIODevice::WriteOnly))
        return notWritable(file);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(toLine(known.header));
    for (const StoredMessage &stored : known.messages)
        file.write(toLine(stored));
    if (!file.flush() || file.error() != QFile::NoError)
        return notWritable(file);
    const qint64 size = file.pos();
    m_journal.close(); // Windows replaces no file that is open; commit() opens it again
    if (!file.commit())
        return notWritable(file);
    m_size = size; // not before: until then the old one is what we go on writing
    m_enough = 2 * size + Slack;
    return {};
}

bool JournalMessageStore::shorten()
{
    OpenResult known;
    QByteArray damaged;
    return play(known, damaged) && damaged.isEmpty() && !rewrite(known);
}

//! [append]
void JournalMessageStore::append(const std::vector<StoredMessage> &messages)
{
    for (const StoredMessage &stored : messages)
        m_noted += toLine(stored);
}

void JournalMessageStore::forget(const std::vector<quint64> &numbers)
{
    for (const quint64 number : numbers)
        m_noted += line(Kind::Forgotten, [&](QDataStream &stream) { stream << number; });
}
//! [append]

void JournalMessageStore::saveCursor(const Cursor &cursor)
{
    m_header.cursor = cursor;
    m_noted += toLine(m_header);
}

void JournalMessageStore::reserve(quint64 through)
{
    m_header.reservedThrough = std::max(m_header.reservedThrough, through);
    m_noted += toLine(m_header);
}

void JournalMessageStore::setProducer(const QString &producer)
{
    m_header.producer = producer;
    m_noted += toLine(m_header);
}

void JournalMessageStore::bind(const StoreBinding &binding)
{
    m_header.binding = binding;
    m_noted += toLine(m_header);
}

//! [commit]
StoreError JournalMessageStore::commit()
{
    if (m_noted.isEmpty())
        return {};
    const auto inPlace = QIODevice::ReadWrite | QIODevice::ExistingOnly;
    if (!m_journal.isOpen() && !m_journal.open(inPlace)) // it was rewritten
        return notWritable(m_journal);
    // From where the good part ends: an earlier attempt may have left half a line there.
    if (!m_journal.resize(m_size) || !m_journal.seek(m_size)
        || m_journal.write(m_noted) != m_noted.size() || !m_journal.flush())
        return notWritable(m_journal);
    m_size += m_noted.size();
    m_noted.clear();
    if (m_size > m_enough && !shorten())
        m_enough = m_size + Slack; // it is all there, and only long: try again later
    return {};
}
//! [commit]
