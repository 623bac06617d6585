// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include <QtCore/qcommandlineparser.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr int UsageError = 2;

//! Somebody has written something to our standard input. Where nobody has within half a second, as
//! with an open pipe that a script holds, nothing is assumed to come; --headless waits for as long
//! as it takes.
bool somethingOnStdin()
{
    if (::isatty(STDIN_FILENO))
        return false;
    struct stat status
    {
    };
    if (::fstat(STDIN_FILENO, &status) != 0)
        return false;
    if (S_ISREG(status.st_mode))
        return status.st_size > 0;
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    int available = 0;
    return ::poll(&input, 1, 500) > 0 && ::ioctl(STDIN_FILENO, FIONREAD, &available) == 0
        && available > 0;
}

bool hasDisplay()
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
#ifdef Q_OS_DARWIN
    return true;
#else
    return isSet("QT_QPA_PLATFORM") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
#endif
}

[[noreturn]] void refuse(const QString &why)
{
    std::fprintf(stderr, "holdfast-demo: %s\nTry --help.\n", qPrintable(why));
    std::exit(UsageError);
}

} // namespace

bool Options::wantsWindow(int argc, const char *const *argv)
{
    static constexpr std::array others{"headless", "url", "linger", "serve",   "help",
                                       "help-all", "h",   "v",      "version", "?"};
    return hasDisplay() && std::none_of(argv + 1, argv + argc, [](const char *argument) {
               const QByteArrayView word(argument);
               const qsizetype dashes = word.startsWith("--") ? 2 : word.startsWith("-") ? 1 : 0;
               const QByteArrayView name = word.sliced(dashes);
               return dashes > 0
                   && std::any_of(others.begin(), others.end(), [name](const char *other) {
                          return name == other
                              || (name.startsWith(other)
                                  && name.sliced(qstrlen(other)).startsWith("="));
                      });
           });
}

Options Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Shows a WebSocket connection that stays.\n\n"
        "It opens a window: two lanes under the same weather, and a score for each.\n"
        "Without a display it plays a scripted outage in the terminal: a server is killed and "
        "comes "
        "back, and what\n"
        "was said meanwhile arrives; with input on stdin it goes --headless. So it does with "
        "--url."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption headless(
        QStringLiteral("headless"),
        QStringLiteral(
            "Send each line of stdin as a message; print each event as one line of JSON."));
    const QCommandLineOption url(
        QStringLiteral("url"),
        QStringLiteral("Connect to this server (ws or wss) instead of one of our own."),
        QStringLiteral("url"));
    const QCommandLineOption linger(
        QStringLiteral("linger"),
        QStringLiteral("Stay connected at the end of the input, until SIGINT or SIGTERM."));
    const QCommandLineOption serve(
        QStringLiteral("serve"),
        QStringLiteral("Be a small plain server: echoes text, prints what it got."));
    const QCommandLineOption port(QStringLiteral("port"),
                                  QStringLiteral("The port for --serve; 0 for any free one."),
                                  QStringLiteral("number"), QStringLiteral("0"));
    const QCommandLineOption fault(
        QStringLiteral("fault"),
        QStringLiteral("What --serve does wrong: none, refuse (HTTP 503), \"close CODE\"."),
        QStringLiteral("fault"), QStringLiteral("none"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("light or dark; else as the system has it."),
                                   QStringLiteral("name"));
    const QCommandLineOption screenshots(
        QStringLiteral("screenshots"),
        QStringLiteral("Go through every state, save a picture of each in DIR, and end."),
        QStringLiteral("DIR"));
    parser.addOptions({headless, url, linger, serve, port, fault, theme, screenshots});
    parser.process(arguments);

    Options options;
    if (!parser.positionalArguments().isEmpty())
        refuse(QStringLiteral("what is \"%1\"?").arg(parser.positionalArguments().constFirst()));
    bool isNumber = false;
    options.port = parser.value(port).toUShort(&isNumber);
    if (!isNumber)
        refuse(QStringLiteral("\"%1\" is no port").arg(parser.value(port)));
    const auto wrong = Fault::parse(parser.value(fault));
    if (!wrong)
        refuse(QStringLiteral("\"%1\" is no fault").arg(parser.value(fault)));
    options.fault = *wrong;
    if (parser.isSet(url)) {
        options.url = QUrl(parser.value(url), QUrl::StrictMode);
        if (options.url.isEmpty())
            refuse(QStringLiteral("\"%1\" is no URL").arg(parser.value(url)));
    }
    options.theme = parser.value(theme);
    if (!options.theme.isEmpty() && options.theme != QStringLiteral("light")
        && options.theme != QStringLiteral("dark"))
        refuse(QStringLiteral("\"%1\" is no theme").arg(options.theme));
    options.screenshots = parser.value(screenshots);
    if (parser.isSet(screenshots) && options.screenshots.isEmpty())
        refuse(QStringLiteral("--screenshots needs a folder"));
    if (parser.isSet(screenshots) && !hasDisplay())
        refuse(QStringLiteral("--screenshots needs a display; QT_QPA_PLATFORM=offscreen will do"));
    options.linger = parser.isSet(linger);
    if (parser.isSet(serve))
        options.mode = Mode::Serve;
    else if (parser.isSet(headless) || parser.isSet(url) || parser.isSet(linger))
        options.mode = Mode::Headless;
    else if (hasDisplay())
        options.mode = Mode::Window;
    else if (somethingOnStdin())
        options.mode = Mode::Headless;
    return options;
}
