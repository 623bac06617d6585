// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include <Holdfast/Hub>

#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlApplicationEngine>

// A window and its server in one process: C++, QML and the hub together. Main.qml quits.
int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    Holdfast::Hub hub;
    if (!hub.listen(QHostAddress::LocalHost))
        return 2;
    QTimer::singleShot(60'000, &app, [&] { app.exit(4); });
    QQmlApplicationEngine engine;
    engine.setInitialProperties({{QStringLiteral("hub"), hub.serverUrl()}});
    engine.load(QUrl(QStringLiteral("qrc:/Application/Main.qml")));
    return engine.rootObjects().isEmpty() ? 1 : app.exec();
}
