// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mocknetwork.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qstandardpaths.h>
#include <QtDBus/qdbusargument.h>
#include <QtDBus/qdbusextratypes.h>
#include <QtTest/qtestsystem.h>

#include <signal.h>
#include <sys/prctl.h>

namespace Holdfast {

namespace {

const QString NetworkManager = QStringLiteral("org.freedesktop.NetworkManager");
const QString NetworkManagerPath = QStringLiteral("/org/freedesktop/NetworkManager");
const QString Logind = QStringLiteral("org.freedesktop.login1");
const QString LogindPath = QStringLiteral("/org/freedesktop/login1");
const QString Bus = QStringLiteral("org.freedesktop.DBus");
const QString Mock = QStringLiteral("org.freedesktop.DBus.Mock");
const QString Python = QStringLiteral("/usr/bin/python3"); // the one that Debian's modules are for
const QString Ours = QStringLiteral("mocknetwork");

template <typename T> QVariant variant(const T &value)
{
    return QVariant::fromValue(QDBusVariant(QVariant::fromValue(value)));
}

QVariant objectPath(const QString &path) { return QVariant::fromValue(QDBusObjectPath(path)); }

QString pathIn(const QDBusMessage &answer) { return answer.arguments().value(0).toString(); }

//! A test that crashes leaves nobody behind.
void dieTogether(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

void end(QProcess &process)
{
    process.kill();
    process.waitForFinished();
}

void send(const QProcess &process, int signal)
{
    ::kill(static_cast<pid_t>(process.processId()), signal);
}

} // namespace

MockNetwork::MockNetwork()
    : m_bus(QString())
{
}

MockNetwork::~MockNetwork()
{
    QDBusConnection::disconnectFromBus(Ours);
    for (const auto &[service, mock] : m_mocks)
        end(*mock);
    end(m_daemon);
}

QByteArray MockNetwork::whatIsMissing()
{
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
        return "needs dbus-daemon (Debian: dbus)";
    QProcess python;
    python.start(Python, {QStringLiteral("-c"), QStringLiteral("import dbusmock")});
    if (!python.waitForFinished() || python.exitCode() != 0)
        return "needs dbusmock for /usr/bin/python3 (Debian: python3-dbusmock)";
    return {};
}

bool MockNetwork::startBus()
{
    QFile file(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!m_folder.isValid() || !file.open(QIODevice::WriteOnly))
        return false;
    // No raw string: moc of Qt 6.4 takes two slashes in one for a comment.
    file.write("<busconfig><type>system</type><keep_umask/><listen>unix:path="
               + m_folder.filePath(QStringLiteral("socket")).toUtf8()
               + "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                 "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                 "<allow own=\"*\"/></policy></busconfig>");
    file.close();
    dieTogether(m_daemon);
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--config-file=") + file.fileName(), QStringLiteral("--nofork"),
                    QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
    if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead(10'000))
        return false;
    m_address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address);
    m_bus = QDBusConnection::connectToBus(QString::fromUtf8(m_address), Ours);
    return m_bus.isConnected();
}

bool MockNetwork::startNetworkManager()
{
    return startMock(QStringLiteral("networkmanager"), NetworkManager);
}

bool MockNetwork::startLogind() { return startMock(QStringLiteral("logind"), Logind); }

bool MockNetwork::startMock(const QString &play, const QString &service)
{
    auto mock = std::make_unique<QProcess>();
    dieTogether(*mock);
    mock->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    mock->setStandardOutputFile(QProcess::nullDevice());
    mock->start(Python,
                {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--system"),
                 QStringLiteral("--template"), play});
    if (!mock->waitForStarted())
        return false;
    m_mocks[service] = std::move(mock);
    for (QDeadlineTimer limit(20'000); !limit.hasExpired(); QTest::qWait(20)) {
        if (isThere(service))
            return true;
    }
    return false;
}

bool MockNetwork::isThere(const QString &service)
{
    return call(Bus, QStringLiteral("/"), Bus, QStringLiteral("NameHasOwner"), {service})
        .arguments()
        .value(0)
        .toBool();
}

void MockNetwork::killNetworkManager()
{
    end(*m_mocks.at(NetworkManager));
    m_mocks.erase(NetworkManager);
    while (isThere(NetworkManager)) // the bus notices soon
        QTest::qWait(5);
}

void MockNetwork::freezeNetworkManager() { send(*m_mocks.at(NetworkManager), SIGSTOP); }
void MockNetwork::thawNetworkManager() { send(*m_mocks.at(NetworkManager), SIGCONT); }
void MockNetwork::freezeBus() { send(m_daemon, SIGSTOP); }
void MockNetwork::thawBus() { send(m_daemon, SIGCONT); }

void MockNetwork::setState(State state)
{
    ask(NetworkManagerPath, QStringLiteral("SetGlobalConnectionState"), {uint(state)});
}

void MockNetwork::setConnectivity(Connectivity connectivity)
{
    ask(NetworkManagerPath, QStringLiteral("SetConnectivity"), {uint(connectivity)});
}

void MockNetwork::joinWiFi()
{
    const QString device
        = pathIn(ask(NetworkManagerPath, QStringLiteral("AddWiFiDevice"),
                     {QStringLiteral("mock_wifi"), QStringLiteral("wlan0"), 100U}));
    add(device, NetworkManager + QStringLiteral(".Device"), QStringLiteral("Metered"),
        variant(uint(IsMetered)));
    const QString point = pathIn(ask(NetworkManagerPath, QStringLiteral("AddAccessPoint"),
                                     {device, QStringLiteral("ap1"), QStringLiteral("ssid"),
                                      QStringLiteral("00:11:22:33:44:55"), 2U, 2412U, 54000U,
                                      QVariant::fromValue(uchar(80)), 0U}));
    m_connection = pathIn(
        ask(NetworkManagerPath, QStringLiteral("AddWiFiConnection"),
            {device, QStringLiteral("c1"), QStringLiteral("ssid"), QStringLiteral("none")}));
    // Two properties of the manager that the template does not know.
    add(NetworkManagerPath, NetworkManager, QStringLiteral("PrimaryConnection"),
        variant(QDBusObjectPath(QStringLiteral("/"))));
    add(NetworkManagerPath, NetworkManager, QStringLiteral("Metered"), variant(0U));
    join(QStringLiteral("mock_active_wifi"), device, point);
}

void MockNetwork::joinEthernet()
{
    const QString device
        = pathIn(ask(NetworkManagerPath, QStringLiteral("AddEthernetDevice"),
                     {QStringLiteral("mock_cable"), QStringLiteral("eth0"), 100U}));
    join(QStringLiteral("mock_active_cable"), device, QStringLiteral("/"));
}

void MockNetwork::join(const QString &name, const QString &device, const QString &accessPoint)
{
    const QString active
        = pathIn(ask(NetworkManagerPath, QStringLiteral("AddActiveConnection"),
                     {QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(device)}),
                      objectPath(m_connection), objectPath(accessPoint), name, 2U}));
    call(NetworkManager, NetworkManagerPath, QStringLiteral("org.freedesktop.DBus.Properties"),
         QStringLiteral("Set"),
         {NetworkManager, QStringLiteral("PrimaryConnection"), variant(QDBusObjectPath(active))});
}

void MockNetwork::setMetered(Metered metered)
{
    call(NetworkManager, NetworkManagerPath, QStringLiteral("org.freedesktop.DBus.Properties"),
         QStringLiteral("Set"),
         {NetworkManager, QStringLiteral("Metered"), variant(uint(metered))});
}

void MockNetwork::announceSleep(bool isAhead)
{
    call(Logind, LogindPath, Mock, QStringLiteral("EmitSignal"),
         {QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"),
          QStringLiteral("b"), QVariant::fromValue(QVariantList{isAhead})});
}

int MockNetwork::clientCount()
{
    int count = 0;
    const QStringList names = call(Bus, QStringLiteral("/"), Bus, QStringLiteral("ListNames"), {})
                                  .arguments()
                                  .value(0)
                                  .toStringList();
    for (const QString &name : names)
        count += name.startsWith(u':') ? 1 : 0;
    return count - 1 - static_cast<int>(m_mocks.size());
}

QDBusMessage MockNetwork::call(const QString &service, const QString &path,
                               const QString &interface, const QString &method,
                               const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    QDBusMessage answer = m_bus.call(message);
    if (answer.type() == QDBusMessage::ErrorMessage)
        qWarning("%ls: %ls", qUtf16Printable(method), qUtf16Printable(answer.errorMessage()));
    return answer;
}

QDBusMessage MockNetwork::ask(const QString &path, const QString &method,
                              const QVariantList &arguments)
{
    return call(NetworkManager, path, Mock, method, arguments);
}

void MockNetwork::add(const QString &path, const QString &interface, const QString &name,
                      const QVariant &value)
{
    ask(path, QStringLiteral("AddProperty"), {interface, name, value});
}

} // namespace Holdfast
