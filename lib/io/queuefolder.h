// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storeerror.h"

#include <QtCore/qlockfile.h>
#include <QtCore/qstring.h>

#include <memory>
#include <vector>

namespace Holdfast {

//! What is wrong with a queue's name; empty if nothing is. It becomes a folder, which must be
//! possible on every system: 1 to 64 of a-z, A-Z, 0-9, '.', '_' and '-', no dot at either end, and
//! none of the names that Windows keeps for devices.
[[nodiscard]] QString queueNameProblem(const QString &name);

//! The folder of one queue: its names, its lock, its sweepings.
class QueueFolder
{
public:
    //! \a parent empty: <AppDataLocation>/holdfast
    QueueFolder(const QString &parent, const QString &queueName);

    //! Finds out where it would be. Before everything else, unless take() is called.
    [[nodiscard]] StoreError locate();
    //! Makes the folder if need be, and takes its lock. One owner only; a lock that was left behind
    //! by a killed process is none, whatever it says.
    [[nodiscard]] StoreError take();
    //! Whether folder and lock are still there: anybody may delete a folder.
    [[nodiscard]] bool isOurs() const;

    void release();

    [[nodiscard]] QString headerPath() const;
    //! \a first is the first number in it, ever.
    [[nodiscard]] QString segmentPath(quint64 first) const;
    [[nodiscard]] QString payloadPath(quint64 number) const;
    //! The numbers in the names of what is there, rising.
    [[nodiscard]] std::vector<quint64> segments() const;
    [[nodiscard]] std::vector<quint64> payloads() const;

    //! Keeps a copy of a damaged file, *.corrupt, for whoever wants to look at it. false: there is
    //! none.
    static bool keepDamaged(const QString &path);

private:
    [[nodiscard]] bool lock();
    void sweep() const;
    [[nodiscard]] QString lockPath() const;

    QString m_parent;
    QString m_name;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace Holdfast
