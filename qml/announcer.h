// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/qquickitem.h>

namespace Holdfast {

//! What QML cannot do by itself: tell a screen reader something once, load the module's words, and
//! know whether the user wants things to move.
//! Internal to the module.
class Announcer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    //! False where the desktop's settings have animations switched off; read once.
    Q_PROPERTY(bool animates READ animates CONSTANT FINAL)

public:
    static Announcer *create(QQmlEngine *engine, QJSEngine *);

    [[nodiscard]] bool animates() const { return m_animates; }

    //! Says \a text in the name of \a item. Does not interrupt what is being said.
    Q_INVOKABLE void announce(QQuickItem *item, const QString &text);

Q_SIGNALS:
    //! For whoever wants to hear it too.
    void announced(QQuickItem *item, const QString &text);

private:
    explicit Announcer(QObject *parent = nullptr);

    const bool m_animates;
};

} // namespace Holdfast
