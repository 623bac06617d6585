// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "quick.h"
#include "testserver.h"

using namespace Holdfast;
using enum ConnectionState;

namespace {

//! A request provider that keeps the questions, and answers when told, or at once with a token.
class Clerk
{
public:
    explicit Clerk(ReconnectingWebSocket &socket, const QUrl &url)
        : m_url(url)
    {
        socket.setRequestProvider([this](Reason reason, const RequestReply &reply) {
            reasons += reason;
            questions += reply;
            if (answersAtOnce)
                answer(reply);
        });
    }

    void answer(const RequestReply &reply) const
    {
        QNetworkRequest request(m_url);
        request.setRawHeader("Authorization", "Bearer " + token);
        reply.accept(request);
    }

    QList<Reason> reasons;
    QList<RequestReply> questions;
    QByteArray token = "good";
    bool answersAtOnce = true;

private:
    QUrl m_url;
};

int admitGoodTokens(const QByteArray &head)
{
    return TestServer::header(head, "Authorization") == "Bearer good" ? 0 : 401;
}

} // namespace

class tst_Credentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersArrive();
    void theHeadersOfOpenArriveToo();
    void everyDialAsks();
    void openAgainIsAFirstDial();

    // ---- refused ----

    void refusedTwiceIsFailed();
    void freshCredentialsAfterARefusal();
    void newCredentialsLeaveFailed();
    void newCredentialsCutAWait();
    void newCredentialsThatCutAWaitMayBeRefreshed();
    void newCredentialsSurviveTheRefusalOfTheOldOnes();
    void newCredentialsMayComeInTheTurnOfTheRefusal();
    void withoutAProviderTheSecondRefusalIsFailedToo();
    void aCloseWith4401AsksForFreshCredentials();
    void aSlowTokenServerIsNoSecondRefusal();

    // ---- providers that misbehave ----

    void aProviderThatNeverAnswersMissesTheDeadline();
    void aProviderThatSaysNoIsAskedAgain();
    void aSecondAnswerIsIgnored();
    void aLateAnswerIsIgnored();
    void anAnswerAfterDeletionIsHarmless();
    void theAnswerMayNameTheQueue();
    void aHandlerMayCloseDuringTheAnswer();
    void aHandlerMayDeleteDuringTheAnswer();
    void aProviderMayAnswerLater();
    void aProviderMayReplaceItself();
    void aProviderMayDeleteTheObject();

    // ---- one question at a time ----

    void twentyTriggersAskOnce();
    void anotherAccountIsAnotherQuestion();
    void anAnswerForAnotherAccountIsNotDialled();
    void anotherAccountSendsNothingOfTheFirst();
    void anotherProviderIsAskedAtOnce();
    void withoutItsProviderTheAttemptGoesOn();
    void aProviderThatReplacesItselfMayLeaveTheAnswerToTheNext();
    void openAfterCloseIsAnotherQuestion();
    void anAnswerForAnotherUrlIsNotDialled();
    void aForcedRefreshJoinsNoOlderQuestion();
    void noSocketAfterCloseThoughTheAnswerComes();
};

void tst_Credentials::headersArrive()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Client client;
    Clerk clerk(client, server.url(QStringLiteral("room?x=1")));
    client.open(); // the provider knows where to
    QVERIFY(client.reaches(Connected));
    QVERIFY(server.visit(0).head.startsWith("GET /room?x=1 HTTP/1.1\r\n"));
    QCOMPARE(TestServer::header(server.visit(0).head, "Authorization"), QByteArray("Bearer good"));
    QCOMPARE(clerk.reasons, QList{Reason::FirstDial});
}

void tst_Credentials::theHeadersOfOpenArriveToo()
{
    TestServer server;
    server.start();
    Client client;
    QNetworkRequest request(server.url());
    request.setRawHeader("X-Tenant", "blue");
    client.open(request);
    QVERIFY(client.reaches(Connected));
    server.kill();
    EVENTUALLY(server.upgradeCount() == 2);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(TestServer::header(server.visit(i).head, "X-Tenant"), QByteArray("blue"));
}

void tst_Credentials::everyDialAsks()
{
    TestServer server;
    server.start();
    Client client;
    Clerk clerk(client, server.url());
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    client.open();
    EVENTUALLY(connected.count() == 1);
    server.kill();
    EVENTUALLY(connected.count() == 2);
    server.sayGoodbye(1001);
    EVENTUALLY(connected.count() == 3);
    QCOMPARE(clerk.reasons, (QList{Reason::FirstDial, Reason::Reconnect, Reason::Reconnect}));

    client.setPolicy(patient());
    server.kill();
    QVERIFY(client.reaches(WaitingToRetry));
    client.retryNow();
    EVENTUALLY(connected.count() == 4);
    client.setUrl(server.url(QStringLiteral("elsewhere")));
    EVENTUALLY(connected.count() == 5);
    QCOMPARE(clerk.reasons.size(), 5);
    QCOMPARE(clerk.reasons.size(), server.visitCount());
    QCOMPARE(clerk.reasons.at(3), Reason::Reconnect);
}

void tst_Credentials::openAgainIsAFirstDial()
{
    TestServer server;
    server.start();
    Client client;
    Clerk clerk(client, server.url());
    for (int i = 0; i < 2; ++i) {
        client.open();
        QVERIFY(client.reaches(Connected));
        client.close();
        QVERIFY(client.reaches(Closed));
    }
    QCOMPARE(clerk.reasons, (QList{Reason::FirstDial, Reason::FirstDial}));
}

// ---- refused ----

void tst_Credentials::refusedTwiceIsFailed()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Client client;
    Clerk clerk(client, server.url());
    clerk.token = "bad";
    QSignalSpy failed(&client, &ReconnectingWebSocket::failed);
    QSignalSpy required(&client, &ReconnectingWebSocket::credentialsRequired);
    client.open();
    QVERIFY(client.reaches(Failed));
    QCOMPARE(clerk.reasons, (QList{Reason::FirstDial, Reason::Rejected}));
    QCOMPARE(failed.count(), 1);
    const auto error = failed.at(0).at(0).value<ConnectionError>();
    QCOMPARE(error.category, ErrorCategory::AuthenticationRejected);
    QCOMPARE(error.httpStatus, 401);
    QVERIFY(!error.willRetry);
    QCOMPARE(required.count(), 1);
    QCOMPARE(required.at(0).at(0).value<Reason>(), Reason::Rejected);
    QSignalSpy visited(&server, &TestServer::visited);
    QVERIFY(!visited.wait(200)); // quick() would have dialled many times
    QCOMPARE(server.visitCount(), 2);
}

void tst_Credentials::freshCredentialsAfterARefusal()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Client client;
    Clerk clerk(client, server.url());
    clerk.token = "bad";
    connect(&client, &ReconnectingWebSocket::errorOccurred, this,
            [&](const ConnectionError &error) {
                QVERIFY(error.willRetry);
                QCOMPARE(error.httpStatus, 401);
            });
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    clerk.answer(clerk.questions.at(0));
    EVENTUALLY(clerk.questions.size() == 2);
    clerk.token = "good";
    clerk.answer(clerk.questions.at(1));
    QVERIFY(client.reaches(Connected));
    QCOMPARE(clerk.reasons, (QList{Reason::FirstDial, Reason::Rejected}));
}

void tst_Credentials::newCredentialsLeaveFailed()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Client client;
    Clerk clerk(client, server.url());
    clerk.token = "bad";
    client.open();
    QVERIFY(client.reaches(Failed));
    clerk.token = "good";
    client.credentialsChanged();
    QVERIFY(client.reaches(Connected));
    // A cached token will not do: the last one was refused.
    QCOMPARE(clerk.reasons.constLast(), Reason::Rejected);
    const auto asked = clerk.reasons.size();
    client.credentialsChanged();
    settle();
    QCOMPARE(clerk.reasons.size(), asked); // nothing to do
}

void tst_Credentials::newCredentialsCutAWait()
{
    TestServer server;
    server.start();
    Client client(patient());
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    clerk.questions.at(0).reject(QStringLiteral("nobody has logged in"));
    QVERIFY(client.reaches(WaitingToRetry));
    clerk.answersAtOnce = true;
    client.credentialsChanged();
    QVERIFY(client.reaches(Connected));
}

void tst_Credentials::newCredentialsThatCutAWaitMayBeRefreshed()
{
    TestServer server;
    server.start();
    QList<int> answers{401, 502, 401};
    server.setDoorman(
        [&](const QByteArray &) { return answers.isEmpty() ? 0 : answers.takeFirst(); });
    Client client(patient());
    Clerk clerk(client, server.url());
    client.open();
    QVERIFY(client.reaches(WaitingToRetry)); // the old ones have been refreshed in vain
    client.credentialsChanged();
    EVENTUALLY(client.state() == Connected || client.state() == Failed);
    QCOMPARE(client.state(), Connected);
    QCOMPARE(clerk.reasons,
             (QList{Reason::FirstDial, Reason::Rejected, Reason::Reconnect, Reason::Rejected}));
}

void tst_Credentials::newCredentialsSurviveTheRefusalOfTheOldOnes()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Client client;
    Clerk clerk(client, server.url());
    clerk.token = "old";
    clerk.answersAtOnce = false;
    QSignalSpy failed(&client, &ReconnectingWebSocket::failed);
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    clerk.answer(clerk.questions.at(0));
    EVENTUALLY(clerk.questions.size() == 2); // refused once
    clerk.answer(clerk.questions.at(1));
    QCOMPARE(client.state(), Connecting); // the old one is on its way again
    clerk.token = "good";
    clerk.answersAtOnce = true;
    client.credentialsChanged();
    QVERIFY(client.reaches(Connected));
    QCOMPARE(clerk.reasons, (QList{Reason::FirstDial, Reason::Rejected, Reason::Rejected}));
    QCOMPARE(failed.count(), 0);
}

//! The state that counts is that in which it is handled: here Failed comes first.
void tst_Credentials::newCredentialsMayComeInTheTurnOfTheRefusal()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Client client;
    Clerk clerk(client, server.url());
    clerk.token = "old";
    int refusals = 0;
    client.setVerdictOverride([&](const Ending &, const Verdict &usual) {
        if (++refusals == 2) { // about to fail, and still Connecting
            clerk.token = "good";
            client.credentialsChanged();
        }
        return usual;
    });
    client.open();
    QVERIFY(client.reaches(Connected));
    QCOMPARE(refusals, 2);
}

void tst_Credentials::withoutAProviderTheSecondRefusalIsFailedToo()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Client client;
    QSignalSpy required(&client, &ReconnectingWebSocket::credentialsRequired);
    client.open(server.url());
    QVERIFY(client.reaches(Failed));
    QCOMPARE(server.visitCount(), 2);
    QCOMPARE(required.count(), 1);
    QNetworkRequest request(server.url());
    request.setRawHeader("Authorization", "Bearer good");
    client.open(request);
    QVERIFY(client.reaches(Connected));
}

void tst_Credentials::aCloseWith4401AsksForFreshCredentials()
{
    TestServer server;
    server.start();
    Client client;
    Clerk clerk(client, server.url());
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    client.open();
    EVENTUALLY(connected.count() == 1);
    server.sayGoodbye(4401);
    EVENTUALLY(connected.count() == 2);
    QCOMPARE(clerk.reasons, (QList{Reason::FirstDial, Reason::Rejected}));
    server.sayGoodbye(4401); // again, before it was stable
    QVERIFY(client.reaches(Failed));
    QCOMPARE(client.lastError().category, ErrorCategory::AuthenticationRejected);
}

void tst_Credentials::aSlowTokenServerIsNoSecondRefusal()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Policy policy = quick();
    policy.connectTimeout = 500ms;
    Client client(policy);
    QList<Reason> reasons;
    client.setRequestProvider([&](Reason reason, const RequestReply &reply) {
        reasons += reason;
        if (reasons.size() == 2)
            return; // the first refresh never comes to an end
        QNetworkRequest request(server.url());
        request.setRawHeader("Authorization",
                             reason == Reason::Rejected ? "Bearer good" : "Bearer cached");
        reply.accept(request);
    });
    QSignalSpy failed(&client, &ReconnectingWebSocket::failed);
    client.open();
    QVERIFY(client.reaches(Connected));
    QCOMPARE(reasons, (QList{Reason::FirstDial, Reason::Rejected, Reason::Rejected}));
    QCOMPARE(failed.count(), 0);
}

// ---- providers that misbehave ----

void tst_Credentials::aProviderThatNeverAnswersMissesTheDeadline()
{
    TestServer server;
    server.start();
    Policy policy = quick();
    policy.connectTimeout = 200ms;
    Client client(policy);
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    QSignalSpy error(&client, &ReconnectingWebSocket::errorOccurred);
    client.open();
    EVENTUALLY(clerk.questions.size() >= 3);
    QVERIFY(error.count() >= 2);
    QCOMPARE(error.at(0).at(0).value<ConnectionError>().category, ErrorCategory::Timeout);
    QCOMPARE(server.visitCount(), 0);
    clerk.answersAtOnce = true;
    QVERIFY(client.reaches(Connected));
}

void tst_Credentials::aProviderThatSaysNoIsAskedAgain()
{
    TestServer server;
    server.start();
    Client client;
    int asked = 0;
    client.setRequestProvider([&](Reason, const RequestReply &reply) {
        if (++asked < 3)
            reply.reject(QStringLiteral("the token server is down"));
        else
            reply.accept(QNetworkRequest(server.url()));
    });
    QSignalSpy error(&client, &ReconnectingWebSocket::errorOccurred);
    client.open();
    QVERIFY(client.reaches(Connected));
    QCOMPARE(error.count(), 2);
    QCOMPARE(client.lastError().category, ErrorCategory::CredentialsUnavailable);
    QCOMPARE(client.lastError().detail, QStringLiteral("the token server is down"));
    QCOMPARE(server.visitCount(), 1);
}

void tst_Credentials::aSecondAnswerIsIgnored()
{
    TestServer server;
    server.start();
    Client client;
    client.setRequestProvider([&](Reason, const RequestReply &reply) {
        const RequestReply copy = reply;
        reply.accept(QNetworkRequest(server.url()));
        reply.accept(QNetworkRequest(server.url()));
        copy.reject(QStringLiteral("too late"));
    });
    QSignalSpy error(&client, &ReconnectingWebSocket::errorOccurred);
    client.open();
    QVERIFY(client.reaches(Connected));
    QCOMPARE(server.visitCount(), 1);
    QCOMPARE(error.count(), 0);
}

void tst_Credentials::aLateAnswerIsIgnored()
{
    TestServer server;
    server.start();
    Policy policy = quick();
    policy.connectTimeout = 1s;
    Client client(policy);
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 2);
    clerk.answer(clerk.questions.at(0)); // of the attempt before
    settle();
    QCOMPARE(server.visitCount(), 0);
    QCOMPARE(client.state(), Connecting);
    clerk.answersAtOnce = true;
    clerk.answer(clerk.questions.constLast());
    QVERIFY(client.reaches(Connected));
    clerk.answer(clerk.questions.at(0));
    clerk.answer(clerk.questions.constLast());
    settle();
    QCOMPARE(server.visitCount(), 1);
    QCOMPARE(client.state(), Connected);
}

void tst_Credentials::anAnswerAfterDeletionIsHarmless()
{
    TestServer server;
    server.start();
    auto client = std::make_unique<Client>();
    Clerk clerk(*client, server.url());
    clerk.answersAtOnce = false;
    client->open();
    EVENTUALLY(clerk.questions.size() == 1);
    client.reset();
    clerk.answer(clerk.questions.at(0));
    RequestReply().accept(QNetworkRequest(server.url()));
    settle();
    QCOMPARE(server.visitCount(), 0);
}

void tst_Credentials::theAnswerMayNameTheQueue()
{
    const QTemporaryDir folder;
    TestServer server;
    server.start();
    Client client;
    client.setStorageFolder(folder.path());
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open(server.url());
    EVENTUALLY(clerk.questions.size() == 1);
    clerk.answersAtOnce = true; // another queue is another conversation, and asks again
    client.setQueueName(QStringLiteral("of-ada"));
    clerk.answer(clerk.questions.at(0));
    client.sendTextMessage(QStringLiteral("from ada"));
    EVENTUALLY(client.state() == Connected && client.pendingMessageCount() == 0);
    QCOMPARE(server.texts(), QStringList(QStringLiteral("from ada")));
    QCOMPARE(server.mostAtOnce(), 1);
}

// What still waits to be told is told when the answer comes, from outside of the event loop.
void tst_Credentials::aHandlerMayCloseDuringTheAnswer()
{
    TestServer server;
    server.start();
    Client client;
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    connect(&client, &ReconnectingWebSocket::messageFailed, &client, [&] { client.close(); });
    QVERIFY(client.cancel(client.sendTextMessage(QStringLiteral("x"))));
    clerk.answer(clerk.questions.at(0));
    QVERIFY(client.reaches(Closed));
    settle();
    QCOMPARE(server.openCount(), 0);
}

void tst_Credentials::aHandlerMayDeleteDuringTheAnswer()
{
    TestServer server;
    server.start();
    auto client = std::make_unique<Client>();
    Clerk clerk(*client, server.url());
    clerk.answersAtOnce = false;
    client->open();
    EVENTUALLY(clerk.questions.size() == 1);
    connect(client.get(), &ReconnectingWebSocket::pendingMessageCountChanged, this,
            [&] { client.reset(); });
    client->sendTextMessage(QStringLiteral("x"));
    clerk.answer(clerk.questions.at(0));
    EVENTUALLY(!client);
    settle();
    QCOMPARE(server.openCount(), 0);
}

void tst_Credentials::aProviderMayAnswerLater()
{
    TestServer server;
    server.start();
    Client client;
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    QTimer::singleShot(20ms, &client, [&] { clerk.answer(clerk.questions.at(0)); });
    QVERIFY(client.reaches(Connected));
}

void tst_Credentials::aProviderMayReplaceItself()
{
    TestServer server;
    server.start();
    Client client;
    const auto token = std::make_shared<QByteArray>("captured, and used after the replacement");
    client.setRequestProvider([&client, &server, token](Reason, const RequestReply &reply) {
        client.setRequestProvider({});
        QNetworkRequest request(server.url());
        request.setRawHeader("X-Token", *token);
        reply.accept(request);
    });
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    QCOMPARE(TestServer::header(server.visit(0).head, "X-Token"), *token);
    server.kill();
    EVENTUALLY(server.upgradeCount() == 2);
    QVERIFY(TestServer::header(server.visit(1).head, "X-Token").isNull());
}

void tst_Credentials::aProviderMayDeleteTheObject()
{
    TestServer server;
    server.start();
    QPointer<Client> client = new Client;
    client->setRequestProvider([client, &server](Reason, const RequestReply &reply) {
        delete client.data();
        reply.accept(QNetworkRequest(server.url()));
    });
    client->open(server.url());
    settle();
    QVERIFY(client.isNull());
    QCOMPARE(server.visitCount(), 0);
}

// ---- one question at a time ----

void tst_Credentials::twentyTriggersAskOnce()
{
    TestServer server;
    server.start();
    Policy policy = quick();
    policy.redialAfter = 1ms;
    Client client(policy);
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    for (int i = 0; i < 5; ++i) {
        client.open();
        client.retryNow();
        client.credentialsChanged();
        client.setActive(true);
    }
    settle();
    QCOMPARE(clerk.questions.size(), 1);
    clerk.answer(clerk.questions.at(0));
    QVERIFY(client.reaches(Connected));
    QCOMPARE(server.visitCount(), 1);
    QCOMPARE(clerk.questions.size(), 1);
}

void tst_Credentials::anotherAccountIsAnotherQuestion()
{
    TestServer server;
    server.start();
    Client client;
    client.setAccount(QStringLiteral("alice"));
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    client.close();
    client.setAccount(QStringLiteral("bob"));
    client.open();
    EVENTUALLY(clerk.questions.size() == 2);
    QCOMPARE(client.attemptCount(), 1); // not because the deadline has passed
    clerk.token = "of alice";
    clerk.answer(clerk.questions.at(0));
    settle();
    QCOMPARE(server.visitCount(), 0);
    clerk.token = "of bob";
    clerk.answer(clerk.questions.at(1));
    QVERIFY(client.reaches(Connected));
    clerk.answer(clerk.questions.at(0));
    settle();
    QCOMPARE(server.visitCount(), 1);
    QVERIFY(server.visit(0).head.contains("Bearer of bob\r\n"));
}

void tst_Credentials::anAnswerForAnotherAccountIsNotDialled()
{
    TestServer server;
    server.start();
    Client client;
    client.setAccount(QStringLiteral("alice"));
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    client.setAccount(QStringLiteral("bob")); // without a word of close()
    clerk.token = "of alice";
    clerk.answer(clerk.questions.at(0));
    EVENTUALLY(clerk.questions.size() == 2); // long before the attempt is over
    QCOMPARE(client.attemptCount(), 1);
    QCOMPARE(server.visitCount(), 0);
    clerk.token = "of bob";
    clerk.answer(clerk.questions.at(1));
    QVERIFY(client.reaches(Connected));
    QVERIFY(server.visit(0).head.contains("Bearer of bob\r\n"));
}

void tst_Credentials::anotherAccountSendsNothingOfTheFirst()
{
    TestServer server;
    server.start();
    Client client;
    QSignalSpy connected(&client, &ReconnectingWebSocket::connected);
    QSignalSpy failed(&client, &ReconnectingWebSocket::messageFailed);
    Clerk clerk(client, server.url());
    clerk.token = "of alice";
    client.open();
    client.sendTextMessage(QStringLiteral("from alice, who says later that it is she"));
    client.setAccount(QStringLiteral("alice"));
    EVENTUALLY(connected.size() == 1 && client.pendingMessageCount() == 0);

    clerk.token = "of bob";
    const quint64 hers = client.sendTextMessage(QStringLiteral("from alice, too late"));
    client.setAccount(QStringLiteral("bob"));
    const quint64 his = client.sendTextMessage(QStringLiteral("from bob"));
    QVERIFY(his > hers);
    EVENTUALLY(connected.size() == 2 && client.pendingMessageCount() == 0);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).toULongLong(), hers);
    QCOMPARE(failed.at(0).at(1).value<MessageFailure>(), MessageFailure::Discarded);
    QCOMPARE(server.visitCount(), 2);
    QCOMPARE(server.visit(0).texts().size(), 1);
    QVERIFY(server.visit(1).head.contains("Bearer of bob\r\n"));
    QCOMPARE(server.visit(1).texts(), QStringList(QStringLiteral("from bob")));

    client.close();
    EVENTUALLY(client.state() == Closed);
    const quint64 left = client.sendTextMessage(QStringLiteral("from bob, who signs out"));
    client.setAccount(QString());
    EVENTUALLY(failed.size() == 2);
    QCOMPARE(failed.at(1).at(0).toULongLong(), left);
}

void tst_Credentials::anotherProviderIsAskedAtOnce()
{
    TestServer server;
    server.start();
    Client client;
    Clerk alice(client, server.url());
    alice.answersAtOnce = false;
    alice.token = "of alice";
    client.open();
    EVENTUALLY(alice.questions.size() == 1);
    Clerk bob(client, server.url());
    bob.token = "of bob";
    alice.answer(alice.questions.at(0));
    QVERIFY(client.reaches(Connected));
    QCOMPARE(server.visitCount(), 1);
    QVERIFY(server.visit(0).head.contains("Bearer of bob\r\n"));
    QCOMPARE(bob.reasons, QList{Reason::FirstDial});
}

void tst_Credentials::withoutItsProviderTheAttemptGoesOn()
{
    TestServer server;
    server.start();
    Client client;
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open(server.url(QStringLiteral("bare")));
    EVENTUALLY(clerk.questions.size() == 1);
    client.setRequestProvider({});
    clerk.answer(clerk.questions.at(0));
    QVERIFY(client.reaches(Connected));
    QCOMPARE(client.attemptCount(), 1);
    QVERIFY(server.visit(0).head.startsWith("GET /bare "));
    QVERIFY(!server.visit(0).head.contains("Authorization"));
}

void tst_Credentials::aProviderThatReplacesItselfMayLeaveTheAnswerToTheNext()
{
    TestServer server;
    server.start();
    Client client;
    client.setRequestProvider([&](Reason, const RequestReply &) {
        client.setRequestProvider([&](Reason, const RequestReply &reply) {
            reply.accept(QNetworkRequest(server.url(QStringLiteral("next"))));
        });
    });
    client.open(server.url());
    QVERIFY(client.reaches(Connected));
    QVERIFY(server.visit(0).head.startsWith("GET /next "));
    QCOMPARE(client.attemptCount(), 1);
}

void tst_Credentials::openAfterCloseIsAnotherQuestion()
{
    TestServer server;
    server.start();
    Client client;
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    client.close(); // a person signs out …
    client.open(); // … and another one in
    EVENTUALLY(clerk.questions.size() == 2);
    QCOMPARE(client.attemptCount(), 1);
    clerk.answer(clerk.questions.at(0));
    settle();
    QCOMPARE(server.visitCount(), 0);
    clerk.answer(clerk.questions.at(1));
    QVERIFY(client.reaches(Connected));
    QCOMPARE(server.visitCount(), 1);
}

void tst_Credentials::anAnswerForAnotherUrlIsNotDialled()
{
    TestServer here;
    here.start();
    TestServer there;
    there.start();
    Client client;
    QList<QPair<QUrl, RequestReply>> questions;
    client.setRequestProvider([&](Reason, const RequestReply &reply) {
        questions.append({client.url(), reply});
    });
    client.open(here.url());
    EVENTUALLY(questions.size() == 1);
    client.sendTextMessage(QStringLiteral("for there only"));
    client.setUrl(there.url());
    EVENTUALLY(questions.size() == 2);
    questions[0].second.accept(QNetworkRequest(questions[0].first));
    questions[1].second.accept(QNetworkRequest(questions[1].first));
    QVERIFY(client.reaches(Connected));
    EVENTUALLY(client.pendingMessageCount() == 0);
    QCOMPARE(there.texts(), QStringList{QStringLiteral("for there only")});
    QCOMPARE(here.visitCount(), 0);
}

void tst_Credentials::aForcedRefreshJoinsNoOlderQuestion()
{
    TestServer server;
    server.start();
    server.setDoorman(admitGoodTokens);
    Client client;
    Clerk clerk(client, server.url());
    clerk.token = "bad";
    client.open();
    QVERIFY(client.reaches(Failed)); // its credentials have been refused for good

    // A question from before new credentials were known is out …
    clerk.answersAtOnce = false;
    client.close();
    client.open();
    EVENTUALLY(clerk.questions.size() == 3);
    clerk.answer(clerk.questions.at(2));
    // … is answered with the old ones, and refused: the next is a question of its own.
    EVENTUALLY(clerk.questions.size() == 4);
    QCOMPARE(clerk.reasons.at(3), Reason::Rejected);
    clerk.answer(clerk.questions.at(2));
    settle();
    QCOMPARE(client.state(), Connecting);
    clerk.token = "good";
    clerk.answer(clerk.questions.at(3));
    QVERIFY(client.reaches(Connected));
}

void tst_Credentials::noSocketAfterCloseThoughTheAnswerComes()
{
    TestServer server;
    server.start();
    Client client;
    Clerk clerk(client, server.url());
    clerk.answersAtOnce = false;
    client.open();
    EVENTUALLY(clerk.questions.size() == 1);
    client.close();
    QCOMPARE(client.state(), Closed);
    QSignalSpy visited(&server, &TestServer::visited);
    clerk.answer(clerk.questions.at(0));
    QVERIFY(!visited.wait(100));
    QCOMPARE(server.visitCount(), 0);
    QCOMPARE(client.state(), Closed);
}

QTEST_GUILESS_MAIN(tst_Credentials)
#include "tst_credentials.moc"
