// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonobject.h>
#include <QtCore/qobject.h>
#include <QtCore/qprocess.h>
#include <QtCore/qurl.h>

//! The plain server as a process of its own, which can be killed for real.
class ServerProcess : public QObject
{
    Q_OBJECT

public:
    explicit ServerProcess(QObject *parent = nullptr);
    ~ServerProcess() override;

    //! Starts it; on the same port as before, if it ran before.
    void start();
    //! SIGKILL. It is gone when this returns.
    void kill();
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void ready();
    void received(const QString &text);
    //! It could not be started, or ended by itself.
    void failed(const QString &why);

private:
    void read();

    QProcess m_process;
    QUrl m_url;
    bool m_expected = false; //!< its end is ours to make
};
