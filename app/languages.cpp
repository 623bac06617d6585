// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "languages.h"

#include <QtCore/qlocale.h>
#include <QtGui/qguiapplication.h>
#include <QtQml/qqmlengine.h>

#include <array>

namespace {

struct Language
{
    const char *code;
    QStringView name;
};

constexpr std::array<Language, 9> Known{{
    {"de", u"Deutsch"},
    {"en", u"English"},
    {"es", u"Español"},
    {"fr", u"Français"},
    {"pt_BR", u"Português (Brasil)"},
    {"ru", u"Русский"},
    {"ar", u"العربية"},
    {"zh_CN", u"简体中文"},
    {"ja", u"日本語"},
}};

} // namespace

Languages::Languages(QQmlEngine *engine, const QString &folder)
    : m_engine(engine)
    , m_folder(folder)
{
    if (m_words.load(QLocale::system(), QStringLiteral("holdfast-demo"), QStringLiteral("_"),
                     m_folder))
        QCoreApplication::installTranslator(&m_words);
}

Languages::~Languages() { QCoreApplication::removeTranslator(&m_words); }

QStringList Languages::codes() const
{
    QStringList codes;
    for (const Language &language : Known)
        codes += QString::fromLatin1(language.code);
    return codes;
}

QStringList Languages::names() const
{
    QStringList names;
    for (const Language &language : Known)
        names += language.name.toString();
    return names;
}

void Languages::setCurrent(const QString &code)
{
    if (code == m_current || !(code.isEmpty() || codes().contains(code)))
        return;
    m_current = code;
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_words);
    // Without a file, the source is shown, which is English.
    if (m_words.load(locale, QStringLiteral("holdfast-demo"), QStringLiteral("_"), m_folder))
        QCoreApplication::installTranslator(&m_words);
    QGuiApplication::setLayoutDirection(locale.textDirection());
    m_engine->setUiLanguage(code); // the module's words follow
    m_engine->retranslate();
    Q_EMIT currentChanged();
}
