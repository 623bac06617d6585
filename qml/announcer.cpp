// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "announcer.h"

#include "motion.h"
#include "qtcompat.h"
#include "translations.h"

#include <QtGui/qaccessible.h>

namespace Holdfast {

Announcer::Announcer(QObject *parent)
    : QObject(parent)
    , m_animates(Motion::isWanted())
{
}

Announcer *Announcer::create(QQmlEngine *engine, QJSEngine *)
{
    Translations::follow(engine);
    return new Announcer;
}

void Announcer::announce(QQuickItem *item, const QString &text)
{
    if (!item || text.isEmpty())
        return;
#if HOLDFAST_QT_HAS_ANNOUNCEMENTS
    QAccessibleAnnouncementEvent event(item, text);
#else
    // Without a text of its own: a screen reader says the item's accessible name.
    QAccessibleEvent event(item, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
    Q_EMIT announced(item, text);
}

} // namespace Holdfast
