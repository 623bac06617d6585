// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <Holdfast/ConnectionStatus>
#include <Holdfast/ReconnectingWebSocket>

#include <QtWidgets/qmainwindow.h>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

//! Says what is typed, shows what comes back, and how the connection is.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const QUrl &url);

private:
    void makeStatusBar();
    void showStatus();
    void act();
    void announce();

    Holdfast::ReconnectingWebSocket m_socket{this};
    Holdfast::ConnectionStatus m_status; //!< after the socket, which it watches
    QPlainTextEdit *m_log;
    QLineEdit *m_line;
    QLabel *m_text;
    QLabel *m_badge;
    QPushButton *m_action;
};
