// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "huboptions.h"

#include "faultwords.h"

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qfile.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslkey.h>

#include <cstdio>
#include <cstdlib>

using namespace Holdfast;

namespace {

constexpr int UsageError = 2;

[[noreturn]] void refuse(const QString &why)
{
    std::fprintf(stderr, "holdfast-hub: %s\nTry --help.\n", qPrintable(why));
    std::exit(UsageError);
}

QCommandLineOption option(const char *name, const char *help, const char *value = "",
                          const char *standard = "")
{
    return {QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value),
            QString::fromLatin1(standard)};
}

//! The command line, as far as it can be understood.
class Words
{
public:
    explicit Words(const QStringList &arguments);

    [[nodiscard]] bool has(const char *name) const { return m_parser.isSet(key(name)); }
    [[nodiscard]] QString value(const char *name) const { return m_parser.value(key(name)); }
    [[nodiscard]] QStringList values(const char *name) const { return m_parser.values(key(name)); }
    [[nodiscard]] int number(const char *name, int most) const
    {
        bool isNumber = false;
        const int number = value(name).toInt(&isNumber);
        if (!isNumber || number < 0 || number > most)
            refuse(QStringLiteral("--%1: \"%2\" is no number from 0 to %3")
                       .arg(key(name), value(name))
                       .arg(most));
        return number;
    }

private:
    static QString key(const char *name) { return QString::fromLatin1(name); }

    QCommandLineParser m_parser;
};

Words::Words(const QStringList &arguments)
{
    m_parser.setApplicationDescription(QStringLiteral(
        "The other end of a WebSocket connection that stays: a hub with rooms.\n\n"
        "It prints its URL, and then \"ready\". SIGINT and SIGTERM announce a restart to all "
        "(return after\n2 s, spread over 10 s) and end it.\n"
        "Lines on its standard input are commands: \"publish TEXT\", an event of the --room;\n"
        "\"fault NAME[=VALUE]…\", as with --fault, instead of those before;\n"
        "\"drain MS MS\", as with a signal: return after so long, spread over so long;\n"
        "\"restart MS MS\", the same, and it is back by then."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addOptions({
        option("port", "Where to listen; 0, the default, for any free port.", "number", "0"),
        option("host", "The address to listen on; 127.0.0.1 by default, 0.0.0.0 or :: for all.",
               "address", "127.0.0.1"),
        option("room", "The room into which commands publish.", "name"),
        option("history",
               "How many events a room remembers for those who return; 10000 by default.", "number",
               "10000"),
        option("grace", "How long a client may be away and resume; 30 by default.", "seconds",
               "30"),
        option("plain",
               "Clients without the subprotocol: refuse (the default), echo, or broadcast.",
               "manner", "refuse"),
        option("origin",
               "Whose web pages may connect, as https://example.org; may be given more than once. "
               "Without it: all.",
               "URL"),
        option("tls-cert", "The certificate and its chain, as PEM.", "file"),
        option("tls-key", "Its key, as PEM, without a passphrase.", "file"),
        option("fault",
               "What it does wrong; may be given more than once: refuse, http=STATUS, "
               "close[=CODE], mute, "
               "freeze, drop-acks=PART, delay=MS, kill-after=BYTES.",
               "NAME[=VALUE]"),
        option("child", "End when the standard input does."),
        option("report", "Print each message and each change of presence as a line of JSON."),
    });
    // process() ends with 1 for a mistake. What is left to it is --help and --version.
    if (!m_parser.parse(arguments))
        refuse(m_parser.errorText());
    m_parser.process(arguments);
    if (!m_parser.positionalArguments().isEmpty())
        refuse(QStringLiteral("what is \"%1\"?").arg(m_parser.positionalArguments().constFirst()));
}

QSslKey readKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuse(QStringLiteral("%1: %2").arg(path, file.errorString()));
    const QByteArray pem = file.readAll();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    refuse(QStringLiteral("%1: no key").arg(path));
}

QSslConfiguration readTls(const Words &words)
{
    if (!words.has("tls-cert") && !words.has("tls-key"))
        return {};
    if (!words.has("tls-cert") || !words.has("tls-key"))
        refuse(QStringLiteral("--tls-cert and --tls-key go together"));
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(words.value("tls-cert"));
    if (chain.isEmpty())
        refuse(QStringLiteral("%1: no certificate").arg(words.value("tls-cert")));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(readKey(words.value("tls-key")));
    return tls;
}

QStringList readOrigins(const Words &words)
{
    const QStringList origins = words.values("origin");
    for (const QString &origin : origins) {
        const QUrl url(origin, QUrl::StrictMode);
        if (origin != QStringLiteral("null")
            && (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty()))
            refuse(
                QStringLiteral("--origin: \"%1\" is none, as https://example.org is").arg(origin));
    }
    return origins;
}

Hub::PlainClients readPlain(const QString &word)
{
    if (word == QStringLiteral("echo"))
        return Hub::PlainClients::Echo;
    if (word == QStringLiteral("broadcast"))
        return Hub::PlainClients::Broadcast;
    if (word == QStringLiteral("refuse"))
        return Hub::PlainClients::Refuse;
    refuse(QStringLiteral("--plain: \"%1\"?").arg(word));
}

} // namespace

HubOptions HubOptions::parse(const QStringList &arguments)
{
    constexpr int MaxEvents = 10'000'000;
    constexpr int DaySeconds = 86'400;
    const Words words(arguments);
    HubOptions options;
    if (!options.host.setAddress(words.value("host")))
        refuse(QStringLiteral("\"%1\" is no address").arg(words.value("host")));
    options.port = static_cast<quint16>(words.number("port", std::numeric_limits<quint16>::max()));
    options.room = words.value("room");
    options.policy.maxLoggedEvents = words.number("history", MaxEvents);
    options.policy.gracePeriod = std::chrono::seconds(words.number("grace", DaySeconds));
    options.plainClients = readPlain(words.value("plain"));
    options.origins = readOrigins(words);
    options.tls = readTls(words);
    options.isChild = words.has("child");
    options.reports = words.has("report");
    const QStringList faults = words.values("fault");
    for (const QString &fault : faults) {
        if (const QString problem = FaultWords::add(fault, options.faults); !problem.isEmpty())
            refuse(problem);
    }
    return options;
}
