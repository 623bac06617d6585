// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "terminal.h"

#include <QtCore/qjsondocument.h>

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace {

bool isHarmless(char32_t character)
{
    if (character == U' ')
        return true;
    switch (QChar::category(character)) {
    case QChar::Separator_Space: // a blank that is none
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format: // such as what turns the line around
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return character != U'\\';
    }
}

QString escaped(char32_t character)
{
    switch (character) {
    case U'\\':
        return QStringLiteral("\\\\");
    case U'\n':
        return QStringLiteral("\\n");
    case U'\r':
        return QStringLiteral("\\r");
    case U'\t':
        return QStringLiteral("\\t");
    default:
        return character < 0x100
            ? QStringLiteral("\\x%1").arg(uint(character), 2, 16, QLatin1Char('0'))
            : QStringLiteral("\\u{%1}").arg(uint(character), 0, 16);
    }
}

} // namespace

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

QString visible(const QString &text, int most)
{
    QString result;
    const QList<uint> characters = text.first(qMin(text.size(), 2 * qsizetype(most) + 2)).toUcs4();
    for (int i = 0; i < characters.size(); ++i) {
        if (i == most)
            return result + u'…';
        const char32_t character = characters.at(i);
        result += isHarmless(character) ? QString::fromUcs4(&character, 1) : escaped(character);
    }
    return result;
}

} // namespace Terminal
