// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "networkrumours.h"

#include <QtTest/qtest.h>

#include <vector>

using namespace Holdfast;
using enum HostReach;
using enum Reachability;

Q_DECLARE_METATYPE(Holdfast::HostReach)

namespace {

using News = std::optional<Event::Kind>;
const News Nothing;
const News Lost = Event::NetworkLost;
const News Found = Event::NetworkFound;
const News Changed = Event::NetworkChanged;

NetworkFacts says(Reachability reachability, TransportMedium medium = TransportMedium::Unknown)
{
    return {.reachability = reachability, .medium = medium};
}

NetworkFacts portal(Reachability reachability = Online)
{
    return {.reachability = reachability, .behindCaptivePortal = true};
}

//! What a health check thinks.
NetworkFacts verdict(Reachability reachability)
{
    return {.reachability = reachability, .inferred = true};
}

} // namespace

//! Which facts are news, and for whom.
class tst_NetworkRumours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStep_data();
    void everyStep();
    void theFirstFactsMayBeBadNewsButNotGoodOnes_data();
    void theFirstFactsMayBeBadNewsButNotGoodOnes();
    void theSameAgainIsNoNews();
    void thisMachineNeedsNoNetwork();
    void whoLeavesAPortalHasFoundTheNetwork();
    void aPortalThatIsLeftForNothingIsNoGoodNews();
    void anotherMediumIsAChange();
    void aMomentWithoutAMediumHidesNoChange();
    void theFirstMediumIsNoChange();
    void whatIsFoundOnAnotherMediumIsFoundOnce();
    void aHealthCheckWakesAndHoldsNobodyBack();
    void aVerdictInPlaceOfTheSystemsWordTakesItBack();
    void silenceTakesBadNewsBack();
    void afterASilenceTheNextFactsAreTheFirst();
    void itTellsWhatItHeard();
};

void tst_NetworkRumours::everyStep_data()
{
    QTest::addColumn<HostReach>("reach");
    QTest::addColumn<Reachability>("before");
    QTest::addColumn<Reachability>("after");
    QTest::addColumn<int>("news");
    static constexpr Reachability All[] = {Unknown, Disconnected, Local, Site, Online};
    static constexpr char None = '.';
    // From the row's to the column's, in the order of All: l(ost), f(ound) or nothing.
    static constexpr const char *ToFar[] = {".l..f", "f.fff", ".l..f", ".l..f", ".l..."};
    static constexpr const char *ToNear[] = {"..fff", "..fff", "...ff", "....f", "....."};
    const auto names = QMetaEnum::fromType<Reachability>();
    for (const HostReach reach : {Far, Near}) {
        for (int from = 0; from < 5; ++from) {
            for (int to = 0; to < 5; ++to) {
                const char expected = (reach == Far ? ToFar : ToNear)[from][to];
                QTest::addRow("%s: %s to %s", reach == Far ? "far" : "near",
                              names.valueToKey(int(All[from])), names.valueToKey(int(All[to])))
                    << reach << All[from] << All[to]
                    << (expected == None      ? -1
                            : expected == 'l' ? int(Event::NetworkLost)
                                              : int(Event::NetworkFound));
            }
        }
    }
}

void tst_NetworkRumours::everyStep()
{
    QFETCH(HostReach, reach);
    QFETCH(Reachability, before);
    QFETCH(Reachability, after);
    QFETCH(int, news);
    NetworkRumours it(reach);
    (void)it.hear(says(before));
    const News heard = it.hear(says(after));
    QCOMPARE(heard ? int(*heard) : -1, news);
}

void tst_NetworkRumours::theFirstFactsMayBeBadNewsButNotGoodOnes_data()
{
    QTest::addColumn<Reachability>("first");
    for (const Reachability first : {Unknown, Disconnected, Local, Site, Online})
        QTest::newRow(QMetaEnum::fromType<Reachability>().valueToKey(int(first))) << first;
}

void tst_NetworkRumours::theFirstFactsMayBeBadNewsButNotGoodOnes()
{
    QFETCH(Reachability, first);
    QCOMPARE(NetworkRumours(Far).hear(says(first)), first == Disconnected ? Lost : Nothing);
    QCOMPARE(NetworkRumours(Near).hear(says(first)), Nothing);
    QCOMPARE(NetworkRumours(Here).hear(says(first)), Nothing);
}

void tst_NetworkRumours::theSameAgainIsNoNews()
{
    for (const NetworkFacts &facts : {says(Disconnected), says(Online, TransportMedium::WiFi),
                                      portal(), verdict(Disconnected)}) {
        NetworkRumours it;
        (void)it.hear(facts);
        QCOMPARE(it.hear(facts), Nothing);
        NetworkFacts dearer = facts;
        dearer.metered = true;
        QCOMPARE(it.hear(dearer), Nothing); // and neither is what it costs
    }
}

void tst_NetworkRumours::thisMachineNeedsNoNetwork()
{
    NetworkRumours it(Here);
    for (const NetworkFacts &facts :
         {says(Disconnected), says(Online, TransportMedium::WiFi),
          says(Online, TransportMedium::Ethernet), portal(), says(Online)})
        QCOMPARE(it.hear(facts), Nothing);
    QCOMPARE(it.forget(), Nothing);
}

void tst_NetworkRumours::whoLeavesAPortalHasFoundTheNetwork()
{
    for (const HostReach reach : {Near, Far}) {
        NetworkRumours it(reach);
        (void)it.hear(says(Online));
        QCOMPARE(it.hear(portal()), Nothing); // NetworkManager stays Online
        QCOMPARE(it.hear(says(Online)), Found);
        (void)it.hear(portal(Site));
        QCOMPARE(it.hear(says(Site)), Found);
    }
}

void tst_NetworkRumours::aPortalThatIsLeftForNothingIsNoGoodNews()
{
    NetworkRumours far(Far);
    (void)far.hear(portal());
    QCOMPARE(far.hear(says(Disconnected)), Lost);
    NetworkRumours near(Near);
    (void)near.hear(portal());
    QCOMPARE(near.hear(says(Disconnected)), Nothing);
}

void tst_NetworkRumours::anotherMediumIsAChange()
{
    for (const HostReach reach : {Near, Far}) {
        for (const Reachability reachability : {Online, Site, Local, Unknown}) {
            NetworkRumours it(reach);
            (void)it.hear(says(reachability, TransportMedium::WiFi));
            QCOMPARE(it.hear(says(reachability, TransportMedium::Ethernet)), Changed);
            QCOMPARE(it.hear(says(reachability, TransportMedium::Ethernet)), Nothing);
            QCOMPARE(it.hear(says(reachability, TransportMedium::WiFi)), Changed);
        }
    }
}

void tst_NetworkRumours::aMomentWithoutAMediumHidesNoChange()
{
    NetworkRumours it;
    (void)it.hear(says(Online, TransportMedium::WiFi));
    QCOMPARE(it.hear(says(Online)), Nothing);
    QCOMPARE(it.hear(says(Online, TransportMedium::Cellular)), Changed);
    QCOMPARE(it.hear(says(Online)), Nothing);
    QCOMPARE(it.hear(says(Online, TransportMedium::Cellular)), Nothing);
}

void tst_NetworkRumours::theFirstMediumIsNoChange()
{
    NetworkRumours it;
    (void)it.hear(says(Online));
    QCOMPARE(it.hear(says(Online, TransportMedium::WiFi)), Nothing);
}

void tst_NetworkRumours::whatIsFoundOnAnotherMediumIsFoundOnce()
{
    NetworkRumours it;
    (void)it.hear(says(Online, TransportMedium::WiFi));
    QCOMPARE(it.hear(says(Disconnected)), Lost);
    QCOMPARE(it.hear(says(Disconnected, TransportMedium::Ethernet)), Nothing);
    QCOMPARE(it.hear(says(Online, TransportMedium::Ethernet)), Found);
    QCOMPARE(it.hear(says(Online, TransportMedium::Ethernet)), Nothing);
}

void tst_NetworkRumours::aHealthCheckWakesAndHoldsNobodyBack()
{
    NetworkRumours it;
    QCOMPARE(it.hear(verdict(Disconnected)), Nothing);
    QCOMPARE(it.hear(verdict(Online)), Found);
    QCOMPARE(it.hear(verdict(Disconnected)), Nothing);
    QCOMPARE(it.hear(verdict(Online)), Found);
}

void tst_NetworkRumours::aVerdictInPlaceOfTheSystemsWordTakesItBack()
{
    NetworkRumours it;
    QCOMPARE(it.hear(says(Disconnected)), Lost);
    QCOMPARE(it.hear(verdict(Disconnected)), Found);
    QCOMPARE(it.hear(says(Disconnected)), Lost);
}

void tst_NetworkRumours::silenceTakesBadNewsBack()
{
    NetworkRumours it;
    QCOMPARE(it.forget(), Nothing);
    (void)it.hear(says(Online));
    QCOMPARE(it.forget(), Nothing);
    (void)it.hear(says(Disconnected));
    QCOMPARE(it.forget(), Found);
    QCOMPARE(it.forget(), Nothing);
}

void tst_NetworkRumours::afterASilenceTheNextFactsAreTheFirst()
{
    NetworkRumours it(Near);
    (void)it.hear(says(Unknown, TransportMedium::WiFi));
    (void)it.forget();
    QCOMPARE(it.reach(), Near);
    QCOMPARE(it.hear(says(Online, TransportMedium::Ethernet)), Nothing);
}

void tst_NetworkRumours::itTellsWhatItHeard()
{
    NetworkRumours it;
    QCOMPARE(it.facts(), NetworkFacts());
    (void)it.hear(portal(Site));
    QCOMPARE(it.facts(), portal(Site));
    (void)it.forget();
    QCOMPARE(it.facts(), NetworkFacts());
}

QTEST_GUILESS_MAIN(tst_NetworkRumours)
#include "tst_networkrumours.moc"
