// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/qquickitem.h>

namespace Holdfast {

//! What QML cannot do by itself: tell a screen reader something once, and load the module's words.
//! Internal to the module.
class Announcer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    static Announcer *create(QQmlEngine *engine, QJSEngine *);

    //! Says \a text in the name of \a item. Does not interrupt what is being said.
    Q_INVOKABLE void announce(QQuickItem *item, const QString &text);

Q_SIGNALS:
    //! For whoever wants to hear it too.
    void announced(QQuickItem *item, const QString &text);

private:
    explicit Announcer(QObject *parent = nullptr);
};

} // namespace Holdfast
