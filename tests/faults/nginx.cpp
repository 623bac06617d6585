// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "nginx.h"

#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qfile.h>
#include <QtCore/qstandardpaths.h>
#include <QtCore/qthread.h>

#include <csignal>

#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace Holdfast {

namespace {

constexpr int PatienceMs = 30'000;

QString program()
{
    const QString name = QStringLiteral("nginx");
    const QString found = QStandardPaths::findExecutable(name);
    return !found.isEmpty() ? found
                            : QStandardPaths::findExecutable(
                                name,
                                {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"),
                                 // where ./dev unpacks it
                                 QStringLiteral(HOLDFAST_SOURCE_DIR "/build/nginx/usr/sbin")});
}

constexpr const char *Configuration = R"(
%1
worker_processes 2;
worker_shutdown_timeout %2ms;
pid nginx.pid;
error_log error.log;
events { worker_connections 64; }
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    server {
        listen 127.0.0.1:%3;
        location / {
            proxy_pass http://127.0.0.1:%4;
            proxy_http_version 1.1;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection upgrade;
            %5
        }
    }
}
)";

} // namespace

Nginx::Nginx(quint16 upstream, const QString &directives)
{
    QFile file(m_folder.filePath(QStringLiteral("nginx.conf")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no nginx.conf: %s", qPrintable(file.errorString()));
    // Only root may name the workers' user; nobody could not enter the folder.
    const QString user = ::geteuid() == 0 ? QStringLiteral("user root;") : QString();
    file.write(QString::fromLatin1(Configuration)
                   .arg(user)
                   .arg(shutdownAfterMs)
                   .arg(m_port.number())
                   .arg(upstream)
                   .arg(directives)
                   .toUtf8());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setProgram(program());
    m_process.setArguments({QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"),
                            QStringLiteral("nginx.conf"), QStringLiteral("-e"),
                            QStringLiteral("error.log"), QStringLiteral("-g"),
                            QStringLiteral("daemon off;")});
    m_process.setChildProcessModifier([] {
        ::setpgid(0, 0); // so that its workers can be found
#ifdef Q_OS_LINUX
        ::prctl(PR_SET_PDEATHSIG, SIGTERM); // a test that crashes leaves nobody behind
#endif
    });
}

Nginx::~Nginx() { kill(); }

QString Nginx::whatIsMissing()
{
    return program().isEmpty() ? QStringLiteral("nginx is missing (./dev prepare unpacks it)")
                               : QString();
}

void Nginx::start()
{
    m_process.start();
    if (!m_process.waitForStarted(PatienceMs))
        qFatal("no nginx: %s", qPrintable(m_process.errorString()));
    m_group = m_process.processId();
    const QDeadlineTimer deadline(PatienceMs);
    while (!listens() && !deadline.hasExpired())
        QThread::msleep(2);
    if (!listens())
        qFatal("nginx does not listen");
}

bool Nginx::listens() const
{
    QTcpSocket visitor;
    visitor.setProxy(QNetworkProxy::NoProxy);
    visitor.connectToHost(QHostAddress::LocalHost, m_port.number());
    return visitor.waitForConnected(PatienceMs);
}

void Nginx::reload() { ::kill(static_cast<pid_t>(m_process.processId()), SIGHUP); }

void Nginx::kill() { signalAll(SIGKILL); }

void Nginx::stop() { signalAll(SIGTERM); }

void Nginx::signalAll(int signal)
{
    if (m_group == 0)
        return;
    // To the workers as well: they do not end with their master.
    ::kill(static_cast<pid_t>(-m_group), signal);
    m_process.waitForFinished(PatienceMs);
    ::kill(static_cast<pid_t>(-m_group), SIGKILL);
    m_group = 0;
}

} // namespace Holdfast
