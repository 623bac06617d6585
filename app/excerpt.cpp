// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "excerpt.h"

namespace {

constexpr char16_t ControlPictures = 0x2400; // ␀ and so on
constexpr char16_t PictureOfDelete = 0x2421;
constexpr char16_t Delete = 0x7f;
constexpr char16_t Replacement = 0xfffd;

QChar visible(QChar character)
{
    const char16_t code = character.unicode();
    if (code == u'\n')
        return character;
    if (code == u'\t')
        return u' ';
    if (code == QChar::LineSeparator || code == QChar::ParagraphSeparator)
        return u'\n';
    if (code < u' ')
        return QChar(ControlPictures + code);
    if (code == Delete)
        return PictureOfDelete;
    const bool isControl = character.category() == QChar::Other_Control;
    return isControl ? QChar(Replacement) : character;
}

} // namespace

Excerpt Excerpt::of(const QString &text)
{
    Excerpt excerpt{.text = text.left(MaxLength), .isWhole = text.size() <= MaxLength};
    if (!excerpt.isWhole && excerpt.text.back().isHighSurrogate())
        excerpt.text.chop(1);
    excerpt.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar &character : excerpt.text)
        character = visible(character);
    return excerpt;
}
