// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "recordfile.h"

#include <QtCore/qfile.h>
#include <QtCore/qsavefile.h>
#include <QtCore/qsettings.h>

namespace Holdfast {

namespace {

bool readSettings(QIODevice &device, QSettings::SettingsMap &map)
{
    const DecodedRecords decoded = decodeRecords(device.readAll());
    for (auto record = decoded.records.begin(); record != decoded.records.end(); ++record)
        map.insert(record.key(), record.value());
    return true;
}

//! QSaveFile::commit() does not notice in Qt 6.4 that its last flush fails, and would put half a
//! file in the place of a good one. So we flush, and say so.
bool writeWhole(QFileDevice &file, const QByteArray &bytes)
{
    // Before the first byte: QSettings and QSaveFile take the umask's word for it.
    return file.setPermissions(OwnerOnly) && file.write(bytes) == bytes.size() && file.flush();
}

bool writeSettings(QIODevice &device, const QSettings::SettingsMap &map)
{
    Records records;
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        records.insert(entry.key(), entry.value().toByteArray());
    auto *file = qobject_cast<QFileDevice *>(&device);
    return file && writeWhole(*file, encodeRecords(records));
}

QSettings::Format format()
{
    // A process has room for sixteen, and there is no way to give one back.
    static const QSettings::Format registered = QSettings::registerFormat(
        QStringLiteral("holdfast"), readSettings, writeSettings, Qt::CaseSensitive);
    return registered;
}

StoreError notWritable(const QString &path, const QString &why)
{
    return {StoreErrorCategory::NotWritable, path % u": " % why};
}

} // namespace

StoreError writeRecords(const QString &path, const Records &records)
{
    if (format() == QSettings::InvalidFormat)
        return notWritable(path, QStringLiteral("QSettings has no room for another format"));
    // A fresh one each time, since its status never recovers. It may share what an earlier one
    // could not write, so the file's content is stated as a whole.
    QSettings settings(path, format());
    settings.clear();
    for (auto record = records.begin(); record != records.end(); ++record)
        settings.setValue(record.key(), record.value());
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return notWritable(path, QStringLiteral("QSettings could not write it"));
    return {};
}

DecodedRecords readRecords(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {.damaged = 1};
    return decodeRecords(file.readAll());
}

StoreError writeBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !writeWhole(file, bytes) || !file.commit())
        return notWritable(path, file.errorString());
    return {};
}

} // namespace Holdfast
