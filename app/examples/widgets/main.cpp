// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mainwindow.h"

#include <QtCore/qurl.h>
#include <QtWidgets/qapplication.h>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("usage: holdfast-widgets-example ws://HOST:PORT\n", stderr);
        return 2;
    }
    MainWindow window(QUrl(arguments.at(1)));
    window.show();
    return QApplication::exec();
}
