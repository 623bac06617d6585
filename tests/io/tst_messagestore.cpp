// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "journalmessagestore.h"
#include "memorymessagestore.h"
#include "settingsmessagestore.h"
#include "storedmessages.h"

#include <QtCore/qrandom.h>
#include <QtCore/qtemporarydir.h>
#include <QtTest/qtest.h>

#include <map>

using namespace Holdfast;

namespace {

//! Where stores of one kind leave what the next one finds.
class Place
{
public:
    explicit Place(const QString &kind)
        : m_kind(kind)
    {
    }

    [[nodiscard]] std::unique_ptr<MessageStore> store() const
    {
        if (m_kind == QLatin1StringView("memory"))
            return std::make_unique<MemoryMessageStore>(m_shelf);
        if (m_kind == QLatin1StringView("journal"))
            return std::make_unique<JournalMessageStore>(m_folder.path());
        return std::make_unique<SettingsMessageStore>(QStringLiteral("queue"), m_folder.path());
    }

    //! What a new process finds.
    [[nodiscard]] OpenResult visit() const { return store()->open(); }

private:
    QString m_kind;
    QTemporaryDir m_folder;
    std::shared_ptr<MemoryMessageStore::Shelf> m_shelf
        = std::make_shared<MemoryMessageStore::Shelf>();
};

} // namespace

//! What MessageStore promises, for each store there is. A store of your own belongs in here.
class tst_MessageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewStoreHasAProducerAndNothingElse_data() { everyStore(); }
    void aNewStoreHasAProducerAndNothingElse();
    void twoStoresHaveTwoProducers_data() { everyStore(); }
    void twoStoresHaveTwoProducers();
    void aMessageComesBackAsItWas_data();
    void aMessageComesBackAsItWas();
    void manyComeBackInTheOrderOfTheirNumbers_data() { everyStore(); }
    void manyComeBackInTheOrderOfTheirNumbers();
    void whatIsForgottenStaysForgotten_data() { everyStore(); }
    void whatIsForgottenStaysForgotten();
    void anUnknownNumberIsForgottenInPeace_data() { everyStore(); }
    void anUnknownNumberIsForgottenInPeace();
    void aMessageThatComesAgainIsReplaced_data() { everyStore(); }
    void aMessageThatComesAgainIsReplaced();
    void reservedNumbersNeverGoBack_data() { everyStore(); }
    void reservedNumbersNeverGoBack();
    void cursorBindingAndProducerAreKept_data() { everyStore(); }
    void cursorBindingAndProducerAreKept();
    void thereIsOneOwnerAtATime_data() { everyStore(); }
    void thereIsOneOwnerAtATime();
    void aStoreThatWasDestroyedIsClean_data() { everyStore(); }
    void aStoreThatWasDestroyedIsClean();
    void anyStoryEndsAsTheModelSays_data() { everyStore(); }
    void anyStoryEndsAsTheModelSays();

private:
    static void everyStore();
};

void tst_MessageStore::everyStore()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"memory", "settings", "journal"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void tst_MessageStore::aNewStoreHasAProducerAndNothingElse()
{
    QFETCH(QString, kind);
    const Place place(kind);
    QString producer;
    {
        const auto store = place.store();
        const OpenResult opened = store->open();
        VERIFY_NO_ERROR(opened.error);
        producer = opened.header.producer;
        QCOMPARE(producer.size(), 36);
        QCOMPARE(opened.header.reservedThrough, 0u);
        QCOMPARE(opened.header.cursor, Cursor());
        QVERIFY(opened.header.binding.isEmpty());
        QVERIFY(opened.messages.empty());
        QCOMPARE(opened.quarantined, 0);
        VERIFY_NO_ERROR(store->commit());
    }
    QCOMPARE(place.visit().header.producer, producer);
}

void tst_MessageStore::twoStoresHaveTwoProducers()
{
    QFETCH(QString, kind);
    QVERIFY(Place(kind).visit().header.producer != Place(kind).visit().header.producer);
}

void tst_MessageStore::aMessageComesBackAsItWas_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("isText");
    QTest::addColumn<QByteArray>("bytes");
    QByteArray everyByte;
    for (int i = 0; i < 256; ++i)
        everyByte.append(char(i));
    for (const char *kind : {"memory", "settings", "journal"}) {
        const QString name = QString::fromLatin1(kind);
        const auto row = [&](const char *what, bool isText, const QByteArray &bytes) {
            QTest::addRow("%s: %s", kind, what) << name << isText << bytes;
        };
        row("no text", true, {});
        row("no bytes", false, {});
        row("text", true, "{\"id\":1}");
        row("text of all planes", true, "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x91\x8B \xE2\x80\xAE");
        row("text with a NUL", true, QByteArray("a\0b", 3));
        row("every byte", false, everyByte);
        row("64 KiB of text", true, QByteArray(64 * 1024, 'x'));
        row("a little more of text", true, QByteArray(64 * 1024 + 1, 'x'));
        row("a little more of bytes", false, QByteArray(64 * 1024 + 1, '\xFF'));
        row("a megabyte", false, everyByte.repeated(4096));
        row("a megabyte of text", true, QByteArray("\xE2\x82\xAC").repeated(350'000));
    }
}

void tst_MessageStore::aMessageComesBackAsItWas()
{
    QFETCH(QString, kind);
    QFETCH(bool, isText);
    QFETCH(QByteArray, bytes);
    const Place place(kind);
    StoredMessage before = stored(7, isText ? Payload(QString::fromUtf8(bytes)) : Payload(bytes));
    before.message.tag = QStringLiteral("\u2116 7");
    before.message.coalesceKey = QStringLiteral("position");
    before.message.timeToLive = 90s;
    before.expiresAt = before.queuedAt.addSecs(90);
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->append({before, stored(8)});
        VERIFY_NO_ERROR(store->commit());
    }
    const OpenResult opened = place.visit();
    QCOMPARE(numbersIn(opened.messages), numberRange(7, 8));
    QCOMPARE(difference(opened.messages[0], before), QString());
    QCOMPARE(difference(opened.messages[1], stored(8)), QString());
    QVERIFY(!opened.messages[1].expiresAt.isValid());
    QCOMPARE(opened.quarantined, 0);
}

void tst_MessageStore::manyComeBackInTheOrderOfTheirNumbers()
{
    QFETCH(QString, kind);
    const Place place(kind);
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->append(storedRange(1, 100));
        store->append(storedRange(200, 1000));
        VERIFY_NO_ERROR(store->commit());
        store->append(storedRange(100'000, 100'001));
        store->append(storedRange(1'000'000'000'000, 1'000'000'000'100)); // outgrows twelve digits
        VERIFY_NO_ERROR(store->commit());
    }
    std::vector<quint64> expected;
    for (const auto &[from, through] : {std::pair<quint64, quint64>{1, 100},
                                        {200, 1000},
                                        {100'000, 100'001},
                                        {1'000'000'000'000, 1'000'000'000'100}}) {
        for (const quint64 number : numberRange(from, through))
            expected.push_back(number);
    }
    const OpenResult opened = place.visit();
    QCOMPARE(numbersIn(opened.messages), expected);
    for (const StoredMessage &message : opened.messages)
        QCOMPARE(difference(message, stored(message.message.number)), QString());
}

void tst_MessageStore::whatIsForgottenStaysForgotten()
{
    QFETCH(QString, kind);
    const Place place(kind);
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->append(storedRange(1, 200));
        store->forget({5}); // before it was ever committed
        VERIFY_NO_ERROR(store->commit());
        store->forget({1, 2, 3, 150, 100});
        store->forget(numberRange(65, 128)); // a whole segment in the middle
        VERIFY_NO_ERROR(store->commit());
    }
    std::vector<quint64> expected{4};
    for (const quint64 number : numberRange(6, 64))
        expected.push_back(number);
    for (const quint64 number : numberRange(129, 200)) {
        if (number != 150)
            expected.push_back(number);
    }
    QCOMPARE(numbersIn(place.visit().messages), expected);
    {
        const auto store = place.store();
        QCOMPARE(numbersIn(store->open().messages), expected);
        store->forget({4, 200});
        VERIFY_NO_ERROR(store->commit());
    }
    expected.erase(expected.begin());
    expected.pop_back();
    QCOMPARE(numbersIn(place.visit().messages), expected);
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->forget(expected);
        VERIFY_NO_ERROR(store->commit());
    }
    QVERIFY(place.visit().messages.empty());
}

void tst_MessageStore::anUnknownNumberIsForgottenInPeace()
{
    QFETCH(QString, kind);
    const Place place(kind);
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->forget({1, 99});
        store->append(storedRange(10, 12));
        VERIFY_NO_ERROR(store->commit());
        store->forget({1, 13, 99, 11, 11});
        VERIFY_NO_ERROR(store->commit());
        store->forget({11});
        VERIFY_NO_ERROR(store->commit());
    }
    QCOMPARE(numbersIn(place.visit().messages), (std::vector<quint64>{10, 12}));
}

void tst_MessageStore::aMessageThatComesAgainIsReplaced()
{
    QFETCH(QString, kind);
    const Place place(kind);
    std::vector<StoredMessage> messages = storedRange(1, 130);
    messages[1] = stored(2, QByteArray(100'000, 'x'));
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->append(messages);
        VERIFY_NO_ERROR(store->commit());
    }
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        for (const std::size_t index : {0u, 1u, 129u}) {
            messages[index].message.maybeDelivered = true;
            store->append({messages[index]});
        }
        VERIFY_NO_ERROR(store->commit());
    }
    const OpenResult opened = place.visit();
    QCOMPARE(opened.messages.size(), messages.size());
    for (std::size_t i = 0; i < messages.size(); ++i)
        QCOMPARE(difference(opened.messages[i], messages[i]), QString());
}

void tst_MessageStore::reservedNumbersNeverGoBack()
{
    QFETCH(QString, kind);
    const Place place(kind);
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->reserve(4096);
        store->reserve(12);
        VERIFY_NO_ERROR(store->commit());
        QCOMPARE(place.visit().error.category, StoreErrorCategory::QueueBusy);
    }
    QCOMPARE(place.visit().header.reservedThrough, 4096u);
}

void tst_MessageStore::cursorBindingAndProducerAreKept()
{
    QFETCH(QString, kind);
    const Place place(kind);
    const Cursor cursor{.epoch = QStringLiteral("e\u00E9"), .eventId = 0xFFFF'FFFF'FFFF'FFFF};
    const StoreBinding binding{.endpoint = QStringLiteral("example.com/"),
                               .account = QStringLiteral("k\u00E4the")};
    {
        const auto store = place.store();
        VERIFY_NO_ERROR(store->open().error);
        store->append({stored(1)});
        store->saveCursor({.epoch = QStringLiteral("old"), .eventId = 1});
        store->saveCursor(cursor);
        store->bind({.endpoint = QStringLiteral("example.org/"), .account = {}});
        store->bind(binding);
        store->setProducer(QStringLiteral("another name"));
        VERIFY_NO_ERROR(store->commit());
    }
    const OpenResult opened = place.visit();
    QCOMPARE(opened.header.cursor, cursor);
    QCOMPARE(opened.header.producer, QStringLiteral("another name"));
    QCOMPARE(opened.messages.at(0).message.producer, stored(1).message.producer);
    QCOMPARE(opened.header.binding, binding);
    QCOMPARE(opened.messages.size(), 1u);
}

void tst_MessageStore::thereIsOneOwnerAtATime()
{
    QFETCH(QString, kind);
    const Place place(kind);
    auto first = place.store();
    VERIFY_NO_ERROR(first->open().error);
    first->append({stored(1)});
    VERIFY_NO_ERROR(first->commit());

    const auto second = place.store();
    const OpenResult refused = second->open();
    QCOMPARE(refused.error.category, StoreErrorCategory::QueueBusy);
    QVERIFY(!refused.error.detail.isEmpty());
    QVERIFY(refused.messages.empty());

    // It did no harm.
    first->append({stored(2)});
    VERIFY_NO_ERROR(first->commit());
    first.reset();
    QCOMPARE(numbersIn(second->open().messages), numberRange(1, 2));
}

void tst_MessageStore::aStoreThatWasDestroyedIsClean()
{
    QFETCH(QString, kind);
    const Place place(kind);
    VERIFY_NO_ERROR(place.visit().error);
    QVERIFY(place.visit().clean);
}

//! A random story, told to the store and to a model, with a new start now and then.
void tst_MessageStore::anyStoryEndsAsTheModelSays()
{
    QFETCH(QString, kind);
    bool given = false;
    uint seed = qEnvironmentVariable("HOLDFAST_SEED").toUInt(&given);
    if (!given)
        seed = 20260228;
    qInfo("HOLDFAST_SEED=%u", seed);
    QRandomGenerator random(seed);
    const Place place(kind);
    std::map<quint64, StoredMessage> model;
    quint64 last = 0;
    auto store = place.store();
    VERIFY_NO_ERROR(store->open().error);
    for (int step = 0; step < 3000; ++step) {
        const int dice = random.bounded(100);
        if (dice < 40) {
            std::vector<StoredMessage> more;
            for (int i = random.bounded(20); i >= 0; --i) {
                last += random.bounded(10) ? 1 : 1 + random.bounded(100);
                const int size = random.bounded(50) ? random.bounded(300) : random.bounded(80'000);
                more.push_back(stored(last, QByteArray(size, char('a' + random.bounded(26)))));
                model[last] = more.back();
            }
            store->append(more);
        } else if (dice < 60 && !model.empty()) { // confirmed: the oldest first
            std::vector<quint64> gone;
            for (int i = random.bounded(30); i >= 0 && !model.empty(); --i) {
                gone.push_back(model.begin()->first);
                model.erase(model.begin());
            }
            store->forget(gone);
        } else if (dice < 80 && !model.empty()) { // cancelled: any
            auto any = model.lower_bound(random.bounded(quint32(last) + 1));
            const quint64 number = any == model.end() ? model.rbegin()->first : any->first;
            store->forget({number});
            model.erase(number);
        } else if (dice < 85 && !model.empty()) {
            StoredMessage &again = model.begin()->second;
            again.message.maybeDelivered = true;
            store->append({again});
        } else if (dice < 97) {
            VERIFY_NO_ERROR(store->commit());
        } else {
            VERIFY_NO_ERROR(store->commit());
            store = place.store();
            const OpenResult opened = store->open();
            VERIFY_NO_ERROR(opened.error);
            QCOMPARE(opened.quarantined, 0);
            QCOMPARE(opened.messages.size(), model.size());
            auto expected = model.begin();
            for (const StoredMessage &message : opened.messages)
                QCOMPARE(difference(message, expected++->second), QString());
        }
    }
}

QTEST_GUILESS_MAIN(tst_MessageStore)
#include "tst_messagestore.moc"
