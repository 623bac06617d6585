// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "healthcheckmonitor.h"

#include "healthcheck.h"

#include <QtCore/qloggingcategory.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace Holdfast {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcHealthCheck, "holdfast.network", QtInfoMsg)

constexpr std::chrono::milliseconds Longest{std::numeric_limits<int>::max()}; // of QTimer

bool isAskable(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty()
        && (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

//! What is believed when the system says \a base and the server has shown \a kind.
NetworkFacts combined(NetworkFacts base, HealthVerdict::Kind kind)
{
    using enum HealthVerdict::Kind;
    switch (kind) {
    case None:
        break;
    case Reached:
    case Intercepted:
        // As QNetworkInformation has it: a portal is reachable, and so is what it lets through.
        base.reachability = Reachability::Online;
        base.behindCaptivePortal = kind == Intercepted;
        base.inferred = false;
        break;
    case Silent:
        if (base.reachability == Reachability::Unknown) {
            base.reachability = Reachability::Disconnected;
            base.inferred = true;
        }
        break;
    }
    return base;
}

} // namespace

HealthCheckMonitor::HealthCheckMonitor(QObject *parent)
    : NetworkMonitor(parent)
    , m_verdict(std::make_unique<HealthVerdict>())
    , m_next(this)
    , m_owed(this)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &HealthCheckMonitor::checkNow);
    m_owed.setSingleShot(true);
    connect(&m_owed, &QTimer::timeout, this, [this] {
        beginGap(true);
        checkNow();
    });
}

HealthCheckMonitor::HealthCheckMonitor(const QUrl &url, QObject *parent)
    : HealthCheckMonitor(parent)
{
    setUrl(url);
}

HealthCheckMonitor::~HealthCheckMonitor()
{
    if (isWatching())
        leaveBase();
}

void HealthCheckMonitor::setUrl(const QUrl &url)
{
    if (url == m_url)
        return;
    if (!url.isEmpty() && !isAskable(url))
        qCWarning(lcHealthCheck, "not an http or https URL, so nobody is asked: %ls",
                  qUtf16Printable(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)));
    m_url = url;
    const QPointer<HealthCheckMonitor> alive(this); // a handler may delete it
    Q_EMIT urlChanged();
    if (alive && isWatching())
        askAnew();
}

void HealthCheckMonitor::setInterval(std::chrono::milliseconds interval)
{
    if (interval < 100ms || interval > Longest) {
        qCWarning(lcHealthCheck, "an interval of %lld ms is refused", qlonglong(interval.count()));
        return;
    }
    if (std::exchange(m_interval, interval) == interval)
        return;
    if (m_next.isActive())
        m_next.start(m_interval);
    Q_EMIT intervalChanged();
}

void HealthCheckMonitor::setTimeout(std::chrono::milliseconds timeout)
{
    if (timeout < 1ms || timeout > Longest) {
        qCWarning(lcHealthCheck, "a timeout of %lld ms is refused", qlonglong(timeout.count()));
        return;
    }
    if (std::exchange(m_timeout, timeout) != timeout)
        Q_EMIT timeoutChanged();
}

void HealthCheckMonitor::setExpectedStatus(int status)
{
    if (status != 0 && (status < 200 || status > 599)) {
        qCWarning(lcHealthCheck, "no server answers with status %d", status);
        return;
    }
    if (std::exchange(m_expectedStatus, status) != status)
        Q_EMIT expectedStatusChanged();
}

void HealthCheckMonitor::setBase(NetworkMonitor *base)
{
    if (base == m_base)
        return;
    for (const NetworkMonitor *other = base; other;) {
        if (other == this) {
            qCWarning(lcHealthCheck, "a monitor cannot be its own base");
            return;
        }
        const auto *check = qobject_cast<const HealthCheckMonitor *>(other);
        other = check ? check->base() : nullptr;
    }
    if (isWatching())
        leaveBase();
    m_base = base;
    const QPointer<HealthCheckMonitor> alive(this);
    if (isWatching() && !followBase())
        publish(); // not the old one's word
    if (alive)
        Q_EMIT baseChanged();
}

void HealthCheckMonitor::start()
{
    m_check = std::make_unique<HealthCheck>();
    connect(m_check.get(), &HealthCheck::finished, this, &HealthCheckMonitor::takeVerdict);
    const QPointer<HealthCheckMonitor> alive(this);
    followBase();
    if (alive)
        checkNow();
}

void HealthCheckMonitor::stop()
{
    m_next.stop();
    m_owed.stop();
    m_check.reset();
    leaveBase();
    *m_verdict = {};
    publish(); // what nobody follows is not known
}

void HealthCheckMonitor::checkNow()
{
    if (!m_check || m_check->isRunning() || !isAskable(m_url))
        return;
    m_next.stop();
    m_check->start(m_url, m_expectedStatus, m_timeout);
}

//! What was found out is of another network, or of another server.
void HealthCheckMonitor::askAnew()
{
    *m_verdict = {};
    m_check->cancel();
    m_next.stop();
    const QPointer<HealthCheckMonitor> alive(this);
    publish();
    if (alive)
        checkNow();
}

//! The base speaks of another network. Where it cannot make up its mind, the server is not asked
//! each time: the gap grows while that goes on, and the question that is owed comes at its end.
void HealthCheckMonitor::askForBase()
{
    const std::chrono::milliseconds elapsed(m_askedForBase.isValid() ? m_askedForBase.elapsed()
                                                                     : Longest.count());
    if (elapsed >= m_gap) {
        beginGap(elapsed < 2 * m_gap);
        askAnew();
        return;
    }
    *m_verdict = {};
    m_check->cancel();
    m_next.stop();
    if (!m_owed.isActive())
        m_owed.start(m_gap - elapsed);
    publish();
}

void HealthCheckMonitor::beginGap(bool isLonger)
{
    const auto least = std::min<std::chrono::milliseconds>(1s, m_interval);
    m_gap = isLonger ? std::clamp(2 * m_gap, least, m_interval) : least;
    m_askedForBase.start();
}

//! True if it had something to say at once.
bool HealthCheckMonitor::followBase()
{
    NetworkMonitor *base = m_base;
    if (!base)
        return false;
    connect(base, &NetworkMonitor::changed, this, [this, base](const NetworkFacts &facts) {
        if (isWatching() && base == m_base) // it may come late from another thread
            takeBase(facts);
    });
    connect(base, &QObject::destroyed, this, [this] {
        if (isWatching() && !m_base)
            takeBase({});
    });
    base->observe();
    if (base->thread() != thread()) {
        base->announceSoon();
        return false;
    }
    if (!base->hasSpoken())
        return false;
    takeBase(base->facts());
    return true;
}

void HealthCheckMonitor::leaveBase()
{
    m_baseFacts = {};
    if (!m_base)
        return;
    m_base->disconnect(this);
    m_base->release();
}

void HealthCheckMonitor::takeBase(const NetworkFacts &facts)
{
    const NetworkFacts before = std::exchange(m_baseFacts, facts);
    if (before.reachability != facts.reachability || before.medium != facts.medium)
        askForBase();
    else
        publish();
}

void HealthCheckMonitor::takeVerdict(const HealthVerdict &verdict)
{
    *m_verdict = verdict;
    m_next.start(m_interval);
    const QPointer<HealthCheckMonitor> alive(this);
    publish();
    if (alive)
        Q_EMIT checked();
}

void HealthCheckMonitor::publish()
{
    const QPointer<HealthCheckMonitor> alive(this);
    if (std::exchange(m_portalUrl, m_verdict->portal) != m_portalUrl)
        Q_EMIT portalUrlChanged();
    if (alive)
        setFacts(combined(m_baseFacts, m_verdict->kind));
}

} // namespace Holdfast
