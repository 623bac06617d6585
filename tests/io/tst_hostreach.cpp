// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "hostreach.h"

#include <QtCore/qurl.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using enum HostReach;

Q_DECLARE_METATYPE(Holdfast::HostReach)

//! Whom the network monitor concerns.
class tst_HostReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsToldFromTheNameAlone_data();
    void itIsToldFromTheNameAlone();
};

void tst_HostReach::itIsToldFromTheNameAlone_data()
{
    QTest::addColumn<HostReach>("reach");
    for (const char *host :
         {"localhost", "LocalHost", "localhost.", "db.localhost", "127.0.0.1", "127.255.255.254",
          "127.1", "127.0.0.1.", "localhost.localdomain", "LocalHost.LocalDomain.", "[::1]",
          "[::ffff:127.0.0.1]", "0.0.0.0", "[::]", ""})
        QTest::newRow(host) << Here;
    for (const char *host : {"10.0.0.1",        "10.255.255.255",
                             "172.16.0.1",      "172.31.255.254",
                             "192.168.0.1",     "192.168.255.254",
                             "169.254.1.1",     "100.64.0.1",
                             "100.127.255.254", "[fd12:3456::1]",
                             "[fc00::1]",       "[fe80::1]",
                             "[febf::1]",       "[::ffff:192.168.1.1]",
                             "printer.local",   "Printer.LOCAL",
                             "printer.local.",  "a.b.local",
                             "raspberrypi",     "nas.",
                             "localhost6",      "10.0.0.1.",
                             "192.168.1.1.",    "a.home.arpa",
                             "a.internal",      "A.B.Internal.",
                             "[fec0::1]",       "a.localdomain.local"})
        QTest::newRow(host) << Near;
    for (const char *host :
         {"example.com",      "example.com.",    "8.8.8.8",          "9.255.255.255",
          "11.0.0.0",         "172.15.255.255",  "172.32.0.0",       "192.167.255.255",
          "192.169.0.0",      "169.253.1.1",     "100.63.255.255",   "100.128.0.0",
          "128.0.0.1",        "198.51.100.7",    "[2001:db8::1]",    "[fbff::1]",
          "[::ffff:8.8.8.8]", "notlocal.com",    "printer.thelocal", "a.notlocalhost",
          "local.com",        "8.8.8.8.",        "home.arpa.org",    "myhome.arpa",
          "internal.com",     "notinternal.org", "a.localdomain",    "localhost.example.com"})
        QTest::newRow(host) << Far;
}

void tst_HostReach::itIsToldFromTheNameAlone()
{
    QFETCH(HostReach, reach);
    const QUrl url(
        QStringLiteral("wss://%1:8443/path").arg(QLatin1StringView(QTest::currentDataTag())));
    QCOMPARE(reachOf(url.host()), reach);
}

QTEST_GUILESS_MAIN(tst_HostReach)
#include "tst_hostreach.moc"
