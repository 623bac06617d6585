// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include <QtCore/qcommandlineparser.h>

#include "reconnectingwebsocket.h"
#include "settingsmessagestore.h"

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

//! What the window does by itself, before it ends; one thing at a time.
constexpr std::array Scripts{"tour", "screenshots", "record", "first-frame"};
//! What it is instead of a window; one thing at a time.
constexpr std::array Trades{"headless", "list", "purge", "serve"};

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

QCommandLineOption option(const char *name, const char *help, const char *value = "",
                          const char *standard = "")
{
    return {QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value),
            QString::fromLatin1(standard)};
}

//! For a demo that takes the place of another one.
QCommandLineOption hidden(const char *name)
{
    QCommandLineOption result = option(name, "", "number", "0");
    result.setFlags(QCommandLineOption::HiddenFromHelp);
    return result;
}

//! The command line, as far as it can be understood.
class Words
{
public:
    explicit Words(const QStringList &arguments);

    [[nodiscard]] bool has(const char *name) const { return m_parser.isSet(key(name)); }
    [[nodiscard]] QString value(const char *name) const { return m_parser.value(key(name)); }
    [[nodiscard]] int natural(const char *name) const
    {
        bool isNumber = false;
        const int number = value(name).toInt(&isNumber);
        if (!isNumber || number < 0)
            refuse(QStringLiteral("--%1: \"%2\" is no number").arg(key(name), value(name)));
        return number;
    }

private:
    static QString key(const char *name) { return QString::fromLatin1(name); }

    QCommandLineParser m_parser;
};

Words::Words(const QStringList &arguments)
{
    m_parser.setApplicationDescription(QStringLiteral(
        "Shows a WebSocket connection that stays.\n\n"
        "It opens a window: two lanes under the same weather, and a score for each. With --url the "
        "window has one\n"
        "lane, to that server.\n"
        "Without a display it plays a scripted outage in the terminal: a server is killed and "
        "comes "
        "back, and what\n"
        "was said meanwhile arrives; with input on stdin, or --url, it goes --headless."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addOptions({
        option("headless",
               "Send each line of stdin as a message; print each event as one line of JSON."),
        option("url", "Connect to this server (ws or wss) instead of one of our own.", "url"),
        option("protocol",
               "What that server understands: plain (the default), or envelope (holdfast.v1.json).",
               "name", "plain"),
        option("linger", "Stay connected at the end of the input, until SIGINT or SIGTERM."),
        option("queue",
               "Keep what waits on the disk, in the queue of this name: it outlives the process. "
               "Without it, in memory.",
               "NAME"),
        option("storage", "The folder for --queue; else that of the user's application data.",
               "DIR"),
        option("list", "Print what waits in the --queue; change nothing."),
        option("purge", "Delete what waits in the --queue, after a yes on the terminal."),
        option("yes", "--purge without asking."),
        option("serve",
               "Be a small plain server: echoes text, prints what it got. It ends at the end of "
               "stdin."),
        option("port", "The port for --serve; 0, the default, for any free one.", "number", "0"),
        option("fault",
               "What --serve does wrong: none (the default), refuse (HTTP 503), \"close CODE\".",
               "fault", "none"),
        option("theme", "light or dark; else as the system has it.", "name"),
        option("screenshots", "Go through every state, save pictures of each in DIR, and end.",
               "DIR"),
        option("tour",
               "Play a storm of three quarters of a minute, and say whether the promises held "
               "(exit code 0)."),
        option("record", "Save the frames of an animation in DIR, eight a second, and end.", "DIR"),
        hidden("cheat"),
        option("first-frame",
               "Print how long it took from the start of the process to the window's first frame, "
               "and end."),
        hidden("after"),
        hidden("lost"),
    });
    // process() ends with 1 for a mistake. What is left to it is --help and --version.
    if (!m_parser.parse(arguments))
        refuse(m_parser.errorText());
    m_parser.process(arguments);
    if (!m_parser.positionalArguments().isEmpty())
        refuse(QStringLiteral("what is \"%1\"?").arg(m_parser.positionalArguments().constFirst()));
}

void readQueue(const Words &words, Options &options)
{
    options.destination.queueName = words.value("queue");
    options.destination.storageFolder = words.value("storage");
    options.yes = words.has("yes");
    if (words.has("queue")) {
        const QString problem
            = Holdfast::SettingsMessageStore::problem(options.destination.queueName);
        if (!problem.isEmpty())
            refuse(problem);
    }
    for (const char *name : {"storage", "list", "purge"}) {
        if (words.has(name) && !words.has("queue"))
            refuse(QStringLiteral("--%1 needs --queue").arg(QString::fromLatin1(name)));
    }
    if (words.has("storage") && options.destination.storageFolder.isEmpty())
        refuse(QStringLiteral("\"\" is no folder"));
    if (options.yes && !words.has("purge"))
        refuse(QStringLiteral("--yes is for --purge"));
}

//! Before there is a mode.
void readServer(const Words &words, Options &options)
{
    if (words.has("url")) {
        options.destination.url = QUrl(words.value("url"), QUrl::StrictMode);
        if (options.destination.url.isEmpty())
            refuse(QStringLiteral("\"%1\" is no URL").arg(words.value("url")));
    }
    const QString protocol = words.value("protocol");
    if (protocol == QStringLiteral("envelope"))
        options.destination.protocol = ProtocolName::Envelope;
    else if (protocol != QStringLiteral("plain"))
        refuse(QStringLiteral("\"%1\" is no protocol; plain and envelope are").arg(protocol));
}

template <std::size_t Size>
bool hasSeveral(const Words &words, const std::array<const char *, Size> &names)
{
    return std::count_if(names.begin(), names.end(),
                         [&words](const char *name) { return words.has(name); })
        > 1;
}

//! Words that would have no effect: whoever gives one expects something of it.
void refuseIdleWords(const Words &words, Options::Mode mode)
{
    using Mode = Options::Mode;
    for (const char *name : {"port", "fault"}) {
        if (words.has(name) && mode != Mode::Serve)
            refuse(QStringLiteral("--%1 is for --serve").arg(QString::fromLatin1(name)));
    }
    if (words.has("queue") && mode == Mode::Serve)
        refuse(QStringLiteral("--queue is for what waits, and with --serve nothing does"));
    if (words.has("linger") && mode != Mode::Headless)
        refuse(QStringLiteral("--linger is for --headless"));
    if (words.has("theme") && mode != Mode::Window)
        refuse(QStringLiteral("--theme is for a window, and there will be none"));
}

//! Words that make no sense together.
void refuseNonsense(const Words &words, const Options &options)
{
    if (hasSeveral(words, Trades))
        refuse(QStringLiteral("--headless, --list, --purge or --serve?"));
    refuseIdleWords(words, options.mode);
    const bool connects
        = options.mode == Options::Mode::Headless || options.mode == Options::Mode::Window;
    for (const char *name : {"url", "protocol"}) {
        if (words.has(name) && !connects)
            refuse(QStringLiteral("--%1 is for a connection, and there will be none")
                       .arg(QString::fromLatin1(name)));
    }
    for (const char *script : Scripts) {
        const QString name = QString::fromLatin1(script);
        if (words.has(script) && options.mode != Options::Mode::Window)
            refuse(QStringLiteral("--%1 is for a window, and there will be none").arg(name));
        if (words.has(script) && words.has("url"))
            refuse(
                QStringLiteral("--%1 is about the two lanes; with --url there is one").arg(name));
    }
    if (options.mode == Options::Mode::Window && words.has("protocol") && !words.has("url"))
        refuse(QStringLiteral("--protocol needs --url: the two lanes have their own"));
    // Nobody types a mistake for the pleasure of seeing it fail.
    const QString problem = Holdfast::ReconnectingWebSocket::problem(options.destination.url);
    if (words.has("url") && !problem.isEmpty())
        refuse(problem);
}

Options::Mode modeOf(const Words &words)
{
    using Mode = Options::Mode;
    if (words.has("list"))
        return Mode::List;
    if (words.has("purge"))
        return Mode::Purge;
    if (words.has("serve"))
        return Mode::Serve;
    if (words.has("headless") || words.has("linger"))
        return Mode::Headless;
    if (hasDisplay())
        return Mode::Window;
    // The outage has no use for a queue; to deliver what waits in one has.
    return words.has("url") || words.has("queue") || somethingOnStdin() ? Mode::Headless
                                                                        : Mode::Outage;
}

//! "--name", "-name" or "--name=…".
bool names(QByteArrayView argument, QByteArrayView name)
{
    const qsizetype dashes = argument.startsWith("--") ? 2 : argument.startsWith("-") ? 1 : 0;
    const QByteArrayView word = argument.sliced(dashes);
    return dashes > 0
        && (word == name || (word.startsWith(name) && word.sliced(name.size()).startsWith("=")));
}

} // namespace

bool Options::wantsWindow(int argc, const char *const *argv)
{
    static constexpr std::array others{"headless", "linger", "serve", "list",    "purge", "help",
                                       "help-all", "h",      "v",     "version", "?"};
    return hasDisplay() && std::none_of(argv + 1, argv + argc, [](const char *argument) {
               return std::any_of(others.begin(), others.end(),
                                  [argument](const char *name) { return names(argument, name); });
           });
}

void Options::chooseDisplay(int argc, const char *const *argv)
{
    static constexpr std::array scripts{"tour", "screenshots", "record"};
    const bool isScripted = std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return std::any_of(scripts.begin(), scripts.end(),
                           [argument](const char *name) { return names(argument, name); });
    });
    if (!isScripted || hasDisplay())
        return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
}

Options Options::parse(const QStringList &arguments)
{
    const Words words(arguments);
    Options options;
    bool isNumber = false;
    options.port = words.value("port").toUShort(&isNumber);
    if (!isNumber)
        refuse(QStringLiteral("\"%1\" is no port").arg(words.value("port")));
    const auto wrong = Fault::parse(words.value("fault"));
    if (!wrong)
        refuse(QStringLiteral("\"%1\" is no fault").arg(words.value("fault")));
    options.fault = *wrong;
    readServer(words, options);
    options.theme = words.value("theme");
    if (!options.theme.isEmpty() && options.theme != QStringLiteral("light")
        && options.theme != QStringLiteral("dark"))
        refuse(QStringLiteral("\"%1\" is no theme").arg(options.theme));
    options.screenshots = words.value("screenshots");
    options.record = words.value("record");
    options.tour = words.has("tour");
    options.cheat = words.natural("cheat") != 0;
    for (const char *name : {"screenshots", "record"}) {
        if (words.has(name) && words.value(name).isEmpty())
            refuse(QStringLiteral("--%1 needs a folder").arg(QString::fromLatin1(name)));
    }
    if (hasSeveral(words, Scripts))
        refuse(QStringLiteral("--tour, --screenshots, --record or --first-frame?"));
    options.firstFrame = words.has("first-frame");
    options.linger = words.has("linger");
    options.after = words.natural("after");
    options.lost = words.natural("lost");
    readQueue(words, options);
    options.mode = modeOf(words);
    refuseNonsense(words, options);
    return options;
}
