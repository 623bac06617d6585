// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "mocknetwork.h"
#include "networkinformationloader.h"

#include <QtNetwork/qlocalserver.h>
#include <QtNetwork/qlocalsocket.h>
#include <QtNetwork/qnetworkinformation.h>
#include <QtTest/qsignalspy.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace std::chrono_literals;

//! The functions follow each other in one life: a backend is loaded once in a process.
class tst_NetworkInformationLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aBusThatIsNoSocketIsLeftAlone();
    void aBusThatHangsUpIsAskedAgain();
    void aNetworkManagerThatDiesIsAskedAgain();
    void whatIsLoadedIsTakenAsItIs();

private:
    MockNetwork m_network;
};

void tst_NetworkInformationLoader::initTestCase()
{
    if (const QByteArray missing = MockNetwork::whatIsMissing(); !missing.isEmpty())
        QSKIP(missing.constData());
    QVERIFY(m_network.startBus());
    QVERIFY(m_network.startNetworkManager());
}

void tst_NetworkInformationLoader::aBusThatIsNoSocketIsLeftAlone()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "tcp:host=localhost,port=1");
    NetworkInformationLoader loader;
    QSignalSpy finished(&loader, &NetworkInformationLoader::finished);
    loader.start();
    QTest::qWait(100);
    QCOMPARE(finished.size(), 0);
    QVERIFY(!QNetworkInformation::instance());
}

void tst_NetworkInformationLoader::aBusThatHangsUpIsAskedAgain()
{
    QTemporaryDir folder;
    QLocalServer rude;
    QVERIFY(rude.listen(folder.filePath(QStringLiteral("rude"))));
    int visits = 0;
    const QList<QByteArray> words{"", "REJECTED EXTERNAL\r\n", "OK abc\r\nnonsense, all of it"};
    connect(&rude, &QLocalServer::newConnection, this, [&] {
        QLocalSocket *visitor = rude.nextPendingConnection();
        const QByteArray word = words.value(visits++ % words.size());
        if (word.isEmpty())
            visitor->disconnectFromServer();
        else
            visitor->write(word);
        connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
    });
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", QByteArray("unix:path=" + rude.fullServerName().toUtf8()));
    NetworkInformationLoader loader;
    QSignalSpy finished(&loader, &NetworkInformationLoader::finished);
    loader.setRetryInterval(10ms);
    loader.start();
    QTRY_VERIFY(visits >= 7);
    QCOMPARE(finished.size(), 0);
    QVERIFY(!QNetworkInformation::instance());
}

void tst_NetworkInformationLoader::aNetworkManagerThatDiesIsAskedAgain()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_network.address());
    m_network.freezeNetworkManager();
    NetworkInformationLoader loader;
    QSignalSpy finished(&loader, &NetworkInformationLoader::finished);
    loader.setRetryInterval(2s);
    loader.start();
    QTRY_COMPARE(m_network.clientCount(), 1);
    QTest::qWait(50); // until the question is there
    m_network.killNetworkManager();
    QVERIFY(m_network.startNetworkManager());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    QVERIFY(QNetworkInformation::instance());
    QCOMPARE(QNetworkInformation::instance()->backendName(), u"networkmanager");
    QCOMPARE(m_network.clientCount(), 1); // Qt's
}

void tst_NetworkInformationLoader::whatIsLoadedIsTakenAsItIs()
{
    m_network.freezeNetworkManager();
    NetworkInformationLoader loader;
    QSignalSpy finished(&loader, &NetworkInformationLoader::finished);
    loader.start();
    QCOMPARE(finished.size(), 0); // not inside the call
    QTRY_COMPARE(finished.size(), 1);
    loader.start();
    loader.cancel();
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(tst_NetworkInformationLoader)
#include "tst_networkinformationloader.moc"
