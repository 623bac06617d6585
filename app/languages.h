// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qstringlist.h>
#include <QtCore/qtranslator.h>
#include <QtQml/qqmlregistration.h>

QT_BEGIN_NAMESPACE
class QLocale;
class QQmlEngine;
QT_END_NAMESPACE

//! The languages of the window, which may be changed while it runs: its own words, those of the
//! module Holdfast (which follow the engine), figures, and the direction of writing.
class Languages : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the window's")
    //! "de", "pt_BR", …, in the order of their names().
    Q_PROPERTY(QStringList codes READ codes CONSTANT FINAL)
    //! What their speakers call them, for a list to choose from.
    Q_PROPERTY(QStringList names READ names CONSTANT FINAL)
    //! One of the codes; others are ignored. Empty, and so at the beginning: the system's.
    Q_PROPERTY(QString current READ current WRITE setCurrent NOTIFY currentChanged FINAL)

public:
    //! \a folder: where the window's own words are, holdfast-demo_de.qm and the like.
    explicit Languages(QQmlEngine *engine, const QString &folder = standardFolder());
    ~Languages() override;

    //! Reads the words of the demo for \a locale, or for its nearest relative.
    static bool load(QTranslator &words, const QLocale &locale,
                     const QString &folder = standardFolder());

    [[nodiscard]] QStringList codes() const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QString current() const { return m_current; }
    void setCurrent(const QString &code);

Q_SIGNALS:
    void currentChanged();

private:
    static QString standardFolder() { return QStringLiteral(":/holdfast-demo/i18n"); }
    void learn(const QLocale &locale);

    QQmlEngine *m_engine;
    QString m_folder;
    QString m_current;
    QTranslator m_words;
};
