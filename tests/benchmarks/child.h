// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qjsonobject.h>
#include <QtCore/qprocess.h>

namespace Holdfast::Testing {

//! A process of its own, whose last line is what it found, as a JSON object: this program again, or
//! another one.
class Child
{
public:
    //! This program, with "--as" before \a arguments.
    explicit Child(const QStringList &arguments);
    Child(const QString &program, const QStringList &arguments, const QString &folder);
    //! Ends it.
    ~Child();

    //! Waits for its end, \a most ms; empty if it says nothing. Other threads go on, this one's
    //! event loop does not.
    [[nodiscard]] QJsonObject result(int most = 120'000);
    //! Waits for a line that says so.
    [[nodiscard]] bool says(const QByteArray &line, int most = 20'000);
    void tell(const QByteArray &line);

    //! For the child's main(): the last line.
    static void say(const QJsonObject &result);
    //! What comes after "--as"; empty: this is no child.
    [[nodiscard]] static QStringList role(int argc, char **argv);

private:
    QProcess m_process;
};

} // namespace Holdfast::Testing
