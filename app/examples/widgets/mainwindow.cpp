// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mainwindow.h"

#include <QtGui/qaccessible.h>
#include <QtGui/qdesktopservices.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qlineedit.h>
#include <QtWidgets/qplaintextedit.h>
#include <QtWidgets/qpushbutton.h>
#include <QtWidgets/qstatusbar.h>

using namespace Holdfast;

MainWindow::MainWindow(const QUrl &url)
    : m_log(new QPlainTextEdit)
    , m_line(new QLineEdit)
    , m_text(new QLabel)
    , m_badge(new QLabel)
    , m_action(new QPushButton)
{
    setWindowTitle(url.toDisplayString());
    auto *const centre = new QWidget;
    auto *const layout = new QVBoxLayout(centre);
    layout->addWidget(m_log);
    layout->addWidget(m_line);
    setCentralWidget(centre);
    m_log->setReadOnly(true);
    m_line->setPlaceholderText(tr("Say something; it is kept until the server has it"));
    m_line->setFocus();
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        if (m_socket.sendTextMessage(m_line->text()) != 0) // whatever the connection is like
            m_line->clear();
    });
    connect(&m_socket, &ReconnectingWebSocket::textMessageReceived, m_log,
            &QPlainTextEdit::appendPlainText);
    makeStatusBar();
    m_status.setSocket(&m_socket);
    m_socket.open(url);
}

void MainWindow::makeStatusBar()
{
    m_text->setObjectName(QStringLiteral("text"));
    m_badge->setObjectName(QStringLiteral("badge"));
    m_action->setObjectName(QStringLiteral("action"));
    m_text->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_text);
    statusBar()->addWidget(m_action);
    statusBar()->addPermanentWidget(m_badge);
    for (const auto changed :
         {&ConnectionStatus::textChanged, &ConnectionStatus::actionChanged,
          &ConnectionStatus::pendingTextChanged, &ConnectionStatus::accessibleTextChanged,
          &ConnectionStatus::detailsChanged})
        connect(&m_status, changed, this, &MainWindow::showStatus);
    connect(&m_status, &ConnectionStatus::announced, this, &MainWindow::announce);
    connect(m_action, &QPushButton::clicked, this, &MainWindow::act);
    showStatus();
}

void MainWindow::showStatus()
{
    m_text->setText(m_status.text());
    m_text->setAccessibleName(m_status.accessibleText()); // without the countdown
    m_text->setToolTip(m_status.details().toHtmlEscaped()); // some of it is the server's
    m_badge->setText(m_status.pendingText());
    m_action->setText(m_status.actionText());
    m_action->setVisible(m_status.action() != StatusAction::None);
}

void MainWindow::act()
{
    if (m_status.action() == StatusAction::Retry)
        m_socket.retryNow();
    else if (m_status.action() == StatusAction::UseHere)
        m_socket.open();
    else if (m_status.action() == StatusAction::OpenPortal)
        QDesktopServices::openUrl(m_status.portalUrl());
    else if (m_status.action() == StatusAction::SignIn)
        m_socket.credentialsChanged(); // an application would ask for a password first
}

//! For a screen reader, once for each thing that is so.
void MainWindow::announce()
{
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}
