// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "endserver.h"
#include "quick.h"
#include "stranger.h"

#include <QtCore/qfile.h>
#include <QtCore/qjsonarray.h>
#include <QtCore/qjsonvalue.h>

using namespace Holdfast;
using namespace std::chrono_literals;

namespace {

//! A line of PROTOCOL.md's transcript.
struct Line
{
    enum class Kind { Begin, ToServer, ToClient };

    Kind kind;
    QJsonObject frame;
};

QList<Line> transcript()
{
    QFile page(QStringLiteral(HOLDFAST_SOURCE_DIR "/lib/hub/PROTOCOL.md"));
    if (!page.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(page.readAll());
    const QString block = text.mid(text.indexOf(QLatin1String("## 11. A transcript")))
                              .section(QLatin1String("```"), 1, 1);
    QList<Line> lines;
    for (const QString &line : block.split(u'\n')) {
        const QJsonObject frame = QJsonDocument::fromJson(line.mid(2).toUtf8()).object();
        if (frame.value(QLatin1String("type")) == QLatin1String("hello"))
            lines += {Line::Kind::Begin, {}};
        if (line.startsWith(u'→') || line.startsWith(u'←'))
            lines += {line.startsWith(u'→') ? Line::Kind::ToServer : Line::Kind::ToClient, frame};
    }
    return lines;
}

//! What the page calls by one name has another one in each run: sessions and epochs.
class Names
{
public:
    //! The page's frame in this run's words.
    [[nodiscard]] QJsonObject translated(const QJsonObject &page) const
    {
        QByteArray text = QJsonDocument(page).toJson(QJsonDocument::Compact);
        for (auto name = m_names.begin(); name != m_names.end(); ++name)
            text.replace(name.key(), name.value());
        return QJsonDocument::fromJson(text).object();
    }
    void learn(const QJsonObject &page, const QJsonObject &real)
    {
        for (const char *name : {"session", "epoch"}) {
            const QLatin1String member(name);
            if (page.contains(member))
                m_names[quoted(page.value(member))] = quoted(real.value(member));
        }
    }

private:
    [[nodiscard]] static QByteArray quoted(const QJsonValue &word)
    {
        return "\"" + word.toString().toUtf8() + "\"";
    }

    QMap<QByteArray, QByteArray> m_names;
};

QByteArray textOf(const QJsonObject &frame)
{
    return QJsonDocument(frame).toJson(QJsonDocument::Compact);
}

//! Whether all that the page says is in it; more may be.
bool says(const QJsonObject &real, const QJsonObject &page)
{
    for (auto member = page.begin(); member != page.end(); ++member) {
        const QJsonValue value = real.value(member.key());
        if (value != member.value() && !(member.value().isNull() && value.isUndefined()))
            return false;
    }
    return true;
}

} // namespace

//! PROTOCOL.md's transcript is what the servers say.
class tst_Transcript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheServersSay_data();
    void isWhatTheServersSay();

private:
    void makeHappen(EndServer &server, const QJsonObject &frame);
};

void tst_Transcript::isWhatTheServersSay_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("hub") << QStringLiteral("hub");
    QTest::newRow("node") << QStringLiteral("node");
}

//! What a server does not say by itself.
void tst_Transcript::makeHappen(EndServer &server, const QJsonObject &frame)
{
    const QString type = frame.value(QLatin1String("type")).toString();
    if (type == QLatin1String("event"))
        server.publish(frame.value(QLatin1String("payload")).toVariant());
    if (type == QLatin1String("goodbye"))
        server.drain(1s, 1s);
}

void tst_Transcript::isWhatTheServersSay()
{
    QFETCH(QString, kind);
    const QList<Line> lines = transcript();
    QVERIFY(lines.size() > 20);
    auto server = EndServer::start(kind, {});
    std::unique_ptr<Stranger> client;
    Names names;
    qsizetype heard = 0;
    qsizetype accepted = 0;
    bool restarts = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Line &line = lines.at(i);
        const QString type = line.frame.value(QLatin1String("type")).toString();
        if (line.kind == Line::Kind::Begin) {
            if (client && !restarts) { // a cut; the server has what was sent
                EVENTUALLY(server->accepted().size() == accepted);
                client->abort();
            }
            if (std::exchange(restarts, false))
                server = EndServer::start(kind, {});
            for (qsizetype j = i;
                 j < lines.size() && (j == i || lines.at(j).kind != Line::Kind::Begin); ++j) {
                for (const QJsonValue &missed :
                     lines.at(j).frame.value(QLatin1String("events")).toArray())
                    server->publish(missed.toObject().value(QLatin1String("payload")).toVariant());
            }
            settle();
            client = std::make_unique<Stranger>(server->url());
            heard = 0;
            EVENTUALLY(client->state() == QAbstractSocket::ConnectedState);
        } else if (line.kind == Line::Kind::ToServer) {
            const QJsonObject frame = names.translated(line.frame);
            client->sendTextMessage(
                QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
            accepted = std::max(accepted, line.frame.value(QLatin1String("number")).toInteger());
        } else {
            makeHappen(*server, line.frame);
            EVENTUALLY(client->heard().size() > heard);
            const QJsonObject &real = client->heard().at(heard++);
            if (type == QLatin1String("welcome"))
                names.learn(line.frame, real);
            const QJsonObject expected = names.translated(line.frame);
            QVERIFY2(says(real, expected),
                     qPrintable(QString::fromUtf8(textOf(real) + " is not " + textOf(expected))));
            if (type == QLatin1String("goodbye")) {
                restarts = true;
                EVENTUALLY(client->state() == QAbstractSocket::UnconnectedState);
                QCOMPARE(int(client->closeCode()), 4001);
                QCOMPARE(client->closeReason(),
                         QStringLiteral(R"({"retryAfter":1000,"spread":1000})"));
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_Transcript)
#include "tst_transcript.moc"
