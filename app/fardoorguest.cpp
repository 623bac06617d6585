// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "fardoorguest.h"

#include "fardoor.h"

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 5s; // on this machine

// RFC 1928 §3 to §6.
constexpr char Version = 5;
constexpr char NoAuthentication = 0;
constexpr char NoWayIsAcceptable = char(0xff);
constexpr char Connect = 1;
constexpr char Succeeded = 0;
constexpr char GeneralFailure = 1;
constexpr char NetworkUnreachable = 3;
constexpr char CommandNotSupported = 7;
constexpr char AddressTypeNotSupported = 8;

//! Of the address of that type, with what tells its length; 0: there is no such type.
qsizetype addressSize(char type, quint8 first)
{
    switch (type) {
    case 1: // IPv4
        return 4;
    case 3: // a name, behind its length
        return 1 + first;
    case 4: // IPv6
        return 16;
    default:
        return 0;
    }
}

QByteArray answer(char reply)
{
    QByteArray bytes(10, '\0'); // from nowhere in particular: 0.0.0.0:0
    bytes[0] = Version;
    bytes[1] = reply;
    bytes[3] = 1;
    return bytes;
}

} // namespace

FarDoorGuest::FarDoorGuest(qintptr client, FarDoor &door)
    : QObject(&door)
    , m_door(door)
    , m_client(std::make_unique<WireEnd>(client))
{
    connect(m_client.get(), &WireEnd::received, this, &FarDoorGuest::hear);
    connect(m_client.get(), &WireEnd::finished, this, [this] {
        if (m_stage != Stage::Led)
            sendAway();
    });
    connect(m_client.get(), &WireEnd::wasReset, this, [this] {
        if (m_server)
            m_server->reset();
        leave();
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &FarDoorGuest::sendAway);
    m_patience.start(Patience);
}

void FarDoorGuest::sendAway()
{
    m_client->reset();
    leave();
}

void FarDoorGuest::hear(const QByteArray &bytes)
{
    if (m_stage == Stage::Led)
        return m_server->write(bytes);
    m_heard += bytes;
    while ((m_stage == Stage::Greeting && greet()) || (m_stage == Stage::Request && lead())) { }
}

//! "Which ways do you know to say who you are?" None is needed. False: there is more to come, or
//! nothing to be done.
bool FarDoorGuest::greet()
{
    if (!m_heard.isEmpty() && m_heard.at(0) != Version) {
        sendAway();
        return false;
    }
    if (m_heard.size() < 2 || m_heard.size() < 2 + quint8(m_heard.at(1)))
        return false;
    const int count = quint8(m_heard.at(1));
    const bool acceptable = QByteArrayView(m_heard).sliced(2, count).contains(NoAuthentication);
    m_heard.remove(0, 2 + count);
    const char way = acceptable ? NoAuthentication : NoWayIsAcceptable;
    m_client->write(QByteArray(1, Version) + way);
    m_stage = Stage::Request;
    if (!acceptable) {
        m_client->finish();
        leave();
    }
    return acceptable;
}

//! "Connect me to …": it does not matter where.
bool FarDoorGuest::lead()
{
    if (!m_heard.isEmpty() && m_heard.at(0) != Version) {
        sendAway();
        return false;
    }
    if (m_heard.size() < 5)
        return false;
    const qsizetype address = addressSize(m_heard.at(3), quint8(m_heard.at(4)));
    if (m_heard.at(1) != Connect || address == 0) {
        refuse(address == 0 ? AddressTypeNotSupported : CommandNotSupported);
        return false;
    }
    if (m_heard.size() < 4 + address + 2)
        return false;
    m_heard.remove(0, 4 + address + 2);
    const auto server = m_door.target() != 0 ? WireEnd::dial(m_door.target()) : std::nullopt;
    if (server) {
        m_server = std::make_unique<WireEnd>(*server);
        join();
    } else {
        refuse(m_door.target() == 0 ? NetworkUnreachable : GeneralFailure);
    }
    return false;
}

void FarDoorGuest::refuse(char reply)
{
    m_client->write(answer(reply));
    m_client->finish();
    leave();
}

void FarDoorGuest::join()
{
    m_patience.stop();
    m_stage = Stage::Led;
    m_client->write(answer(Succeeded));
    m_server->write(m_heard); // some do not wait for the answer
    m_heard.clear();
    connect(m_server.get(), &WireEnd::received, this,
            [this](const QByteArray &bytes) { m_client->write(bytes); });
    connect(m_server.get(), &WireEnd::wasReset, this, &FarDoorGuest::sendAway);
    const auto passOn = [this](WireEnd *from, WireEnd *to) {
        connect(from, &WireEnd::finished, this, [this, to] {
            to->finish();
            if (++m_finished == 2)
                leave();
        });
    };
    passOn(m_client.get(), m_server.get());
    passOn(m_server.get(), m_client.get());
}

void FarDoorGuest::leave()
{
    m_stage = Stage::Gone;
    m_patience.stop();
    m_client->disconnect(this);
    if (m_server)
        m_server->disconnect(this);
    deleteLater();
}
