// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "motion.h"

#include <QtCore/qsettings.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qstring.h>

#ifdef Q_OS_WIN
#include <QtCore/qt_windows.h>
#endif

namespace Holdfast::Motion {

#ifdef Q_OS_WIN

bool isWanted()
{
    BOOL wanted = TRUE;
    return !SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &wanted, 0) || wanted;
}

#else

namespace {

//! What one of the desktop's files says; empty: nothing.
QString setting(const QString &file, const QString &key)
{
    const QString path = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, file);
    return path.isEmpty() ? QString()
                          : QSettings(path, QSettings::IniFormat).value(key).toString().trimmed();
}

} // namespace

bool isWanted()
{
    // How long they take, in multiples of the usual; 0 is KDE's "instant".
    bool isNumber = false;
    const double factor
        = setting(QStringLiteral("kdeglobals"), QStringLiteral("KDE/AnimationDurationFactor"))
              .toDouble(&isNumber);
    if (isNumber && factor <= 0)
        return false;
    for (const QString &file :
         {QStringLiteral("gtk-4.0/settings.ini"), QStringLiteral("gtk-3.0/settings.ini")}) {
        const QString said = setting(file, QStringLiteral("Settings/gtk-enable-animations"));
        if (!said.isEmpty())
            return said != QLatin1StringView("0")
                && said.compare(QLatin1StringView("false"), Qt::CaseInsensitive) != 0;
    }
    return true;
}

#endif

} // namespace Holdfast::Motion
