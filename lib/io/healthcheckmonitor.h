// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "networkmonitor.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>

#include <chrono>
#include <memory>

namespace Holdfast {

class HealthCheck;
struct HealthVerdict;

//! Asks a well-known server whether it is there: for systems that say nothing of their network, or
//! say what is not so.
//!
//! While somebody observes it, it sends HEAD to the url every 30 s. Any answer of that server means
//! Online, whatever its status. A redirect to another host, a 511 (RFC 6585), and over http a
//! status other than expectedStatus, come from a captive portal: Online, behindCaptivePortal, and
//! portalUrl. (If TLS fails, the same host is asked over http whether it has been intercepted.)
//! No answer means Disconnected, inferred: no connection waits for that.
//!
//! With a base, both are combined: the server's answer is believed before the base, and the base
//! before silence, because one server is not the network. When the base reports another network,
//! its word counts at once and the server is asked anew; once a second at most, and less often
//! while the base goes on like that.
class HOLDFAST_EXPORT HealthCheckMonitor : public Holdfast::NetworkMonitor
{ // the base in full: qmllint of Qt 6.4 knows it by no other name
    Q_OBJECT
    Q_PROPERTY(QUrl url READ url WRITE setUrl NOTIFY urlChanged FINAL)
    //! In milliseconds.
    Q_PROPERTY(int interval READ intervalMilliseconds WRITE setIntervalMilliseconds NOTIFY
                   intervalChanged FINAL)
    //! In milliseconds.
    Q_PROPERTY(int timeout READ timeoutMilliseconds WRITE setTimeoutMilliseconds NOTIFY
                   timeoutChanged FINAL)
    Q_PROPERTY(int expectedStatus READ expectedStatus WRITE setExpectedStatus NOTIFY
                   expectedStatusChanged FINAL)
    Q_PROPERTY(Holdfast::NetworkMonitor *base READ base WRITE setBase NOTIFY baseChanged FINAL)
    Q_PROPERTY(QUrl portalUrl READ portalUrl NOTIFY portalUrlChanged FINAL)

public:
    explicit HealthCheckMonitor(QObject *parent = nullptr);
    explicit HealthCheckMonitor(const QUrl &url, QObject *parent = nullptr);
    ~HealthCheckMonitor() override;

    //! An http or https URL of a server that answers HEAD by itself, such as
    //! https://example.com/health. With another one (a warning says so) or none, nobody is asked.
    [[nodiscard]] QUrl url() const { return m_url; }
    void setUrl(const QUrl &url);

    //! From the end of one question to the next. Default: 30 s; at least 100 ms, or it is refused
    //! with a warning.
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }
    void setInterval(std::chrono::milliseconds interval);

    //! For one question as a whole. Default: 5 s; at least 1 ms, or it is refused with a warning.
    [[nodiscard]] std::chrono::milliseconds timeout() const { return m_timeout; }
    void setTimeout(std::chrono::milliseconds timeout);

    //! What the server says over http, where a portal may answer in its place; 204 for most URLs
    //! that are made for it. Default: 0, anything.
    [[nodiscard]] int expectedStatus() const { return m_expectedStatus; }
    void setExpectedStatus(int status);

    //! Whose word counts where the server has none, such as SystemNetworkMonitor::shared(); in any
    //! thread. Not owned; it must not be deleted from another thread while this monitor lives.
    //! Default: nullptr.
    [[nodiscard]] NetworkMonitor *base() const { return m_base; }
    void setBase(NetworkMonitor *base);

    //! Where a person signs in; empty unless behindCaptivePortal is known from our own question.
    [[nodiscard]] QUrl portalUrl() const { return m_portalUrl; }

public Q_SLOTS:
    //! Asks now, unless it is asking or nobody observes.
    void checkNow();

Q_SIGNALS:
    void urlChanged();
    void intervalChanged();
    void timeoutChanged();
    void expectedStatusChanged();
    void baseChanged();
    void portalUrlChanged();
    //! A question has come to its end, whatever it showed.
    void checked();

protected:
    void start() override;
    void stop() override;

private:
    [[nodiscard]] int intervalMilliseconds() const { return static_cast<int>(m_interval.count()); }
    void setIntervalMilliseconds(int ms) { setInterval(std::chrono::milliseconds(ms)); }
    [[nodiscard]] int timeoutMilliseconds() const { return static_cast<int>(m_timeout.count()); }
    void setTimeoutMilliseconds(int ms) { setTimeout(std::chrono::milliseconds(ms)); }

    void askAnew();
    void askForBase();
    void beginGap(bool isLonger);
    bool followBase();
    void leaveBase();
    void takeBase(const NetworkFacts &facts);
    void takeVerdict(const HealthVerdict &verdict);
    void publish();

    QUrl m_url, m_portalUrl;
    std::chrono::milliseconds m_interval{30'000};
    std::chrono::milliseconds m_timeout{5'000};
    int m_expectedStatus = 0;
    QPointer<NetworkMonitor> m_base;
    NetworkFacts m_baseFacts;
    std::unique_ptr<HealthVerdict> m_verdict;
    std::unique_ptr<HealthCheck> m_check; //!< while somebody observes
    QTimer m_next;
    QTimer m_owed; //!< the question for what the base has said in the gap
    QElapsedTimer m_askedForBase;
    std::chrono::milliseconds m_gap{0}; //!< from one question for the base to the next
};

} // namespace Holdfast
