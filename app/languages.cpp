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
    learn(QLocale::system());
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

bool Languages::load(QTranslator &words, const QLocale &locale, const QString &folder)
{
    const QString domain = QStringLiteral("holdfast-demo");
    // Portugal reads Brazil's words rather than English ones. English has words of its own, as it
    // has plurals.
    const QLocale cousin(locale.language(), locale.script(), QLocale::AnyTerritory);
    return words.load(locale, domain, QStringLiteral("_"), folder)
        || words.load(domain + u'_' + cousin.name(), folder)
        || words.load(domain + QStringLiteral("_en"), folder);
}

void Languages::learn(const QLocale &locale)
{
    QCoreApplication::removeTranslator(&m_words);
    if (load(m_words, locale, m_folder))
        QCoreApplication::installTranslator(&m_words);
}

void Languages::setCurrent(const QString &code)
{
    if (code == m_current || !(code.isEmpty() || codes().contains(code)))
        return;
    m_current = code;
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    learn(locale);
    QGuiApplication::setLayoutDirection(locale.textDirection());
    m_engine->setUiLanguage(code); // the module's words follow
    m_engine->retranslate();
    Q_EMIT currentChanged();
}
