// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger.h"
#include "nginx.h"
#include "wirecutter.h"

#include <QtCore/qrandom.h>

namespace Holdfast {

//! One client in the soak: its wire, perhaps an nginx, its server, and the bad luck that they have.
class SoakStation
{
public:
    //! What \a seed brings does not depend on the other stations.
    SoakStation(const QString &kind, bool behindNginx, quint32 seed);

    [[nodiscard]] QString name() const { return m_name; }
    //! One step: types a little, and at times breaks something, or puts it right.
    void live();
    //! Puts everything right, for the end.
    void heal();

    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] int faultCount() const { return m_faults + m_wire->cutCount(); }
    [[nodiscard]] int mostAtOnce() const { return m_wire->mostAtOnce(); }
    //! What is wrong with it, beyond what its ledger says; empty if nothing is.
    [[nodiscard]] QString wrong() const;

    //! More than this never wait: the station stops typing before.
    static constexpr int mostPending = 600;

private:
    void type();
    void breakSomething();
    void startAgain();

    QString m_name;
    QRandomGenerator m_random;
    std::unique_ptr<Peer> m_peer;
    std::unique_ptr<Nginx> m_nginx;
    std::unique_ptr<WireCutter> m_wire;
    std::unique_ptr<Ledger> m_ledger;
    int m_faults = 0;
    int m_stepsUntilUp = 0; //!< the server, or nginx; 0: is up
    int m_stepsUntilFault = 0;
    bool m_plans = true;
};

} // namespace Holdfast
