// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "translations.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qlocale.h>
#include <QtCore/qtranslator.h>
#include <QtQml/qqmlengine.h>

namespace Holdfast::Translations {

namespace {

//! Lives in the application, once.
class Speaker : public QTranslator
{
public:
    using QTranslator::QTranslator;

    //! Whether the words have changed.
    bool learn(const QString &language)
    {
        const QString name = language.isEmpty() ? QLocale::system().name() : language;
        if (name == m_language)
            return false;
        m_language = name;
        const QString folder = QStringLiteral(":/holdfast/i18n");
        const QString domain = QStringLiteral("holdfast");
        // English has plurals too, so it is what the untranslated source is replaced by.
        return load(QLocale(name), domain, QStringLiteral("_"), folder)
            || load(domain + u'_' + cousin(QLocale(name)), folder)
            || load(domain + QStringLiteral("_en"), folder);
    }

private:
    //! Where the language is at home: Portugal reads Brazil's words rather than English ones.
    static QString cousin(const QLocale &locale)
    {
        return QLocale(locale.language(), locale.script(), QLocale::AnyTerritory).name();
    }

    QString m_language;
};

Speaker *speaker()
{
    const QString name = QStringLiteral("holdfast_translations");
    if (auto *known = qApp->findChild<QObject *>(name, Qt::FindDirectChildrenOnly))
        return static_cast<Speaker *>(known);
    auto *const fresh = new Speaker(qApp);
    fresh->setObjectName(name);
    return fresh;
}

bool wanted() { return qEnvironmentVariable("HOLDFAST_AUTO_TRANSLATE") != QLatin1StringView("0"); }

void speak(QQmlEngine *engine)
{
    Speaker *const words = speaker();
    if (!words->learn(engine->uiLanguage()))
        return;
    // Installed again, so that everybody is told (QEvent::LanguageChange).
    QCoreApplication::removeTranslator(words);
    QCoreApplication::installTranslator(words);
    engine->retranslate();
}

} // namespace

void follow(QQmlEngine *engine)
{
    const char *const followed = "holdfast_followed";
    if (!engine || !qApp || !wanted() || engine->property(followed).toBool())
        return;
    engine->setProperty(followed, true);
    QObject::connect(engine, &QJSEngine::uiLanguageChanged, engine, [engine] { speak(engine); });
    speak(engine);
}

} // namespace Holdfast::Translations
