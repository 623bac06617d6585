// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qglobal.h>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

//! The module's own words in the user's language, and proper plurals in English.
//!
//! The language is Qt.uiLanguage, or the system's while that is empty; it may change at run time.
//! An application that brings its own translations of Holdfast, or wants none, sets the environment
//! variable HOLDFAST_AUTO_TRANSLATE to 0 before the module is used.
namespace Holdfast::Translations {

//! Loads the language of \a engine, now and whenever it changes. In the GUI thread.
void follow(QQmlEngine *engine);

} // namespace Holdfast::Translations
