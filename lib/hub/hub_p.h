// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "alarms.h"
#include "hub.h"
#include "hublistener.h"
#include "switchboard.h"

#include <QtCore/qtimer.h>

#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>
#include <variant>
#include <vector>

namespace Holdfast {

class HubConnection;

//! The hub's works. It does no thinking: what the sockets say is noted down, fed to the switchboard
//! from the event loop, and its reactions are performed.
//!
//! Nothing nests: a handler that calls the hub adds to what is to be done; one that runs an event
//! loop of its own sees it done there.
class HubPrivate : public QObject
{
    Q_OBJECT

public:
    explicit HubPrivate(Hub *hub);
    ~HubPrivate() override;

    [[nodiscard]] bool listen(const QHostAddress &address, quint16 port);
    void close();
    void drain(Duration retryAfter, Duration spread);
    void setPolicy(const HubPolicy &policy);
    void setFaults(const HubFaults &faults);
    void setAllowedOrigins(const QStringList &origins);
    quint64 publish(const QString &room, const QVariant &payload);
    void forgetHistory(const QString &room);
    [[nodiscard]] int clientCount() const { return count(Stage::Enveloped) + count(Stage::Plain); }

    Hub *const q;
    Switchboard switchboard;
    HubListener listener;
    HubFaults faults;
    QStringList origins; //!< as they were given
    HubAuthenticator authenticator;
    Hub::PlainClients plainClients = Hub::PlainClients::Refuse;
    bool isRelaying = true;
    bool isListening = false; //!< as far as the application is concerned: faults do not count
    QHostAddress address; //!< while it listens
    quint16 port = 0;
    QString error;

private:
    enum class Stage {
        Authenticating, //!< who is it?
        Enveloped, //!< the switchboard has it
        Plain,
        Parting, //!< the goodbye is said; the socket lives until it is answered
    };

    // What comes from a connection, in the order in which it came.
    struct Opened
    {
    };
    struct TooLarge
    {
    };
    //! Nothing more will be received.
    struct Ended
    {
    };
    //! The socket is closed.
    struct Finished
    {
    };
    //! A fault: it is to be reset here.
    struct Killed
    {
    };
    using Occasion = std::variant<Opened, QString, QByteArray, TooLarge, HubAuthentication::Answer,
                                  Ended, Finished, Killed>;
    struct Arrival
    {
        ConnectionId connection;
        Instant due;
        Occasion what;
    };

    struct Client
    {
        HubConnection *connection = nullptr;
        Stage stage = Stage::Authenticating;
        bool isStirred = false; //!< it is in m_stirred
        bool isDoomed = false; //!< it will be killed
        qint64 payloadBytes = 0; //!< came in; counted for a fault only
        qint64 excess = 0; //!< so many bytes were too many when we last looked; 0: they were not
        qint64 heldBytes = 0;
        std::vector<Occasion> held; //!< until it is known who it is
    };

    // hub_p.cpp: the turn.
    void schedule();
    void turn();
    void elapse(Instant now);
    [[nodiscard]] bool perform();
    void perform(const Reactions::Send &send);
    void perform(const Reactions::Hangup &hangup);
    void perform(const Reactions::Accepted &accepted);
    void perform(const Reactions::PresenceChanged &changed);
    void add(std::vector<Reaction> &&reactions);
    void weigh(Instant now);
    void weigh(ConnectionId id, Client &client, bool isSecondLook, Instant now);
    void tell();
    void arm();
    [[nodiscard]] bool loses(const QString &text) const;

    // hub_clients.cpp: who comes and goes.
    void welcome(QWebSocket *socket, QTcpSocket *tcp);
    void note(ConnectionId id, Occasion what);
    [[nodiscard]] bool survives(ConnectionId id, qint64 bytes);
    void stir(ConnectionId id);
    void take(const Arrival &arrival, Instant now);
    void receive(ConnectionId id, Client &client, Opened, Instant now);
    void receive(ConnectionId id, Client &client, const HubAuthentication::Answer &answer,
                 Instant now);
    void receive(ConnectionId id, Client &client, const QString &text, Instant now);
    void receive(ConnectionId id, Client &client, const QByteArray &bytes, Instant now);
    void receive(ConnectionId id, Client &client, TooLarge, Instant now);
    void receive(ConnectionId id, Client &client, Ended, Instant now);
    void receive(ConnectionId id, Client &client, Finished, Instant now);
    void receive(ConnectionId id, Client &client, Killed, Instant now);
    void authenticate(ConnectionId id, Client &client, Instant now);
    void hold(ConnectionId id, Client &client, Occasion what, qint64 bytes, Instant now);
    void eachPlain(ConnectionId sender, const std::function<void(HubConnection *)> &send);
    [[nodiscard]] int count(Stage stage) const { return m_counts[static_cast<std::size_t>(stage)]; }
    void setStage(Client &client, Stage stage);
    void part(ConnectionId id, Client &client, quint16 code, const QString &reason, Instant now);
    void drop(ConnectionId id, Client &client, quint16 code, const QString &reason, Instant now);
    void leave(ConnectionId id, Client &client, Instant now);
    void dropAll(quint16 code, const QString &reason);
    void remove(ConnectionId id);
    void alarm(ConnectionId id, Instant now);

    QStringList m_origins; //!< comparable
    std::unordered_map<ConnectionId, Client> m_clients;
    std::array<int, 4> m_counts{}; //!< of clients, by stage
    ConnectionId m_lastConnection = 0;
    int m_toldCount = 0;

    std::deque<Arrival> m_arrivals;
    std::deque<Reaction> m_reactions;
    std::vector<ConnectionId> m_stirred; //!< whose unsent bytes may have changed
    Alarms m_alarms; //!< one for each client
    Alarms m_secondLooks; //!< at those to whom too much waits to be sent
    QTimer m_timer; //!< one for all
    QTimer m_rest; //!< runs while a turn is not at its end
    int m_budget = 0; //!< of frames, for this turn
    int m_mostFrames; //!< in one turn
    std::optional<Instant> m_armedFor;
    bool m_isScheduled = false;
    bool m_isSecondLook = false; //!< the timer was due, and looks again
    bool m_isDue = false;
    bool m_isDraining = false;
};

} // namespace Holdfast
