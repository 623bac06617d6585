// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "scenes.h"

#include <QtCore/qcoreapplication.h>

#include <algorithm>
#include <array>

using namespace Holdfast;

namespace {

struct Scene
{
    const char *name;
    const char *words; //!< of ConnectionStatus, in English
    const char *inAMoment = nullptr; //!< the same, too soon for a figure
};

constexpr auto Sending = "Sending %n message(s)…";

constexpr std::array<Scene, 18> Table{{
    {"sign-in", "Please sign in again"},
    {"other-device", "Connected on another device"},
    {"no-access", "You do not have access"},
    {"not-trusted", "The server's identity could not be verified"},
    {"cannot-talk", "This app cannot talk to the server"},
    {"held", "Messages are held for another account"},
    {"unsaved", "Messages cannot be saved on this device"},
    {"portal", "This network asks you to sign in"},
    {"offline", "You are offline"},
    {"restarting", "The server is restarting. Back in about %1",
     "The server is restarting. Trying again…"},
    {"connecting", "Connecting…"},
    {"cannot-reach", "Cannot reach the server. Trying again in %1",
     "Cannot reach the server. Trying again…"},
    {"lost", "Connection lost. Trying again in %1", "Connection lost. Trying again…"},
    {"reconnecting", "Reconnecting…"},
    {"verifying", "Checking the connection…"},
    {"back-online", "Back online"},
    {"sending", Sending},
    {"waiting", ""},
}};

//! With a figure in the place of %1, if there is one.
bool isSaid(const QString &text, const char *words, int count = -1)
{
    const QString pattern
        = QCoreApplication::translate("Holdfast::ConnectionStatus", words, nullptr, count);
    const qsizetype figure = pattern.indexOf(QStringLiteral("%1"));
    if (figure < 0)
        return text == pattern;
    return text.startsWith(QStringView(pattern).first(figure))
        && text.endsWith(QStringView(pattern).sliced(figure + 2));
}

//! Languages differ in where the number stands, and in what else depends on it.
bool isSending(const QString &text)
{
    int figure = 0; // in whatever digits, in groups or not
    for (const QChar character : text) {
        if (character.isDigit())
            figure = figure * 10 + character.digitValue();
    }
    const int count = qMax(figure, 1);
    // Without any translation, the English of the source is put right by itself.
    return isSaid(text, Sending, count)
        || isSaid(text, count == 1 ? "Sending %n message…" : "Sending %n messages…", count);
}

bool isShown(const ConnectionStatus &status, const Scene &scene)
{
    if (!status.isVisible())
        return false;
    return scene.words == Sending ? isSending(status.text()) : isSaid(status.text(), scene.words);
}

} // namespace

QStringList Scenes::names()
{
    QStringList names;
    for (const Scene &scene : Table)
        names.append(QString::fromLatin1(scene.name));
    return names;
}

bool Scenes::shows(const ConnectionStatus &status, QLatin1StringView name)
{
    return std::any_of(Table.begin(), Table.end(), [&](const Scene &scene) {
        return name == QLatin1StringView(scene.name) && isShown(status, scene);
    });
}

QString Scenes::of(const ConnectionStatus &status)
{
    const auto scene = std::find_if(Table.begin(), Table.end(), [&](const Scene &candidate) {
        return isShown(status, candidate)
            || (candidate.inAMoment && status.isVisible()
                && isSaid(status.text(), candidate.inAMoment));
    });
    return scene == Table.end() ? QString() : QString::fromLatin1(scene->name);
}
