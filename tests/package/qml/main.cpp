// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include <QtGui/QGuiApplication>
#include <QtQml/QQmlApplicationEngine>

// Without an import path: what is linked is found. Main.qml quits.
int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.load(QUrl(QStringLiteral("qrc:/Application/Main.qml")));
    return engine.rootObjects().isEmpty() ? 1 : app.exec();
}
