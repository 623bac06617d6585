// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "cpp.h"
#include "envelopeserver.h"
#include "server.h"

#include <QtCore/qloggingcategory.h>
#include <QtGui/qguiapplication.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtQml/qqml.h>
#include <QtQml/qqmlengine.h>
#include <QtQuickTest/quicktest.h>

#ifdef HOLDFAST_STATIC_PLUGIN
#include <QtCore/qplugin.h>
Q_IMPORT_PLUGIN(HoldfastPlugin)
#endif

//! Gives the tests what QML alone has not: servers, and C++ that interferes.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        // What the library says to developers is no complaint of QML's. QT_LOGGING_RULES overrules.
        QLoggingCategory::setFilterRules(QStringLiteral("holdfast.*=false"));
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        qmlRegisterType<Holdfast::Server>("Holdfast.Test", 1, 0, "Server");
        qmlRegisterType<Holdfast::EnvelopeServer>("Holdfast.Test", 1, 0, "EnvelopeServer");
        qmlRegisterSingletonType<Holdfast::Cpp>(
            "Holdfast.Test", 1, 0, "Cpp",
            [](QQmlEngine *, QJSEngine *) -> QObject * { return new Holdfast::Cpp; });
    }
};

QUICK_TEST_MAIN_WITH_SETUP(tst_qml, Setup)

#include "main.moc"
