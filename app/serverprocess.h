// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fault.h"

#include <QtCore/qjsonobject.h>
#include <QtCore/qobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qurl.h>

#include <chrono>

//! The hub as a process of its own, which can be killed for real.
class ServerProcess : public QObject
{
    Q_OBJECT

public:
    //! The hub, started from \a program; empty: holdfast-hub in the folder hub/ beside this
    //! program, or beside it.
    explicit ServerProcess(const QString &program = {}, QObject *parent = nullptr);
    ~ServerProcess() override;

    //! Starts it; on the same port as before, if it ran before, and with the same fault.
    void start();
    //! SIGKILL. It is gone when this returns.
    void kill();
    //! SIGSTOP and SIGCONT (Unix only): it keeps its connections and says nothing.
    void freeze();
    void thaw();
    //! For the one that runs (when it is not frozen), and for those that will be started.
    void setFault(const Fault &fault);
    //! The one that runs says goodbye, sends everybody away, and is back after \a absence.
    void restart(std::chrono::milliseconds absence, std::chrono::milliseconds spread);
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void ready();
    //! \a lane is the path that a plain client asked for, without the slash; "holdfast" for what
    //! the hub accepted.
    void received(const QString &text, const QString &lane);
    //! It could not be started, or ended by itself.
    void failed(const QString &why);

private:
    void read();
    void hear(const QJsonObject &report);
    void signal(int number);

    const QString m_program;
    Fault m_fault;
    QProcess m_process;
    QUrl m_url;
    bool m_expected = false; //!< its end is ours to make
};
