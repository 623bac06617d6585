// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "terminal.h"

#include <QtCore/qjsondocument.h>

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace Terminal {

void printLine(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    const bool written
        = std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout)
            == static_cast<std::size_t>(bytes.size())
        && std::fflush(stdout) == 0;
    if (!written)
        std::_Exit(EXIT_FAILURE); // nobody reads us any more
}

void printJson(const QJsonObject &object)
{
    printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QString coloured(const QString &text, Colour colour)
{
    static const bool wanted = ::isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
    if (!wanted || colour == Colour::Plain)
        return text;
    const int code = colour == Colour::Dim ? 2
        : colour == Colour::Green          ? 32
        : colour == Colour::Yellow         ? 33
                                           : 31;
    return QStringLiteral("\033[%1m%2\033[0m").arg(code).arg(text);
}

} // namespace Terminal
