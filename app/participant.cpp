// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "participant.h"

#include "envelopeprotocol.h"

#include <array>

using namespace Holdfast;

namespace {

constexpr std::array Sentences{
    QT_TRANSLATE_NOOP("Participant", "The ferry is late today."),
    QT_TRANSLATE_NOOP("Participant", "Who has the key to the boathouse?"),
    QT_TRANSLATE_NOOP("Participant", "Wind from the north-west, five."),
    QT_TRANSLATE_NOOP("Participant", "Two more for lunch, please."),
    QT_TRANSLATE_NOOP("Participant", "The light on pier four is out."),
    QT_TRANSLATE_NOOP("Participant", "High water at a quarter past six."),
    QT_TRANSLATE_NOOP("Participant", "I have put the ropes away."),
};

} // namespace

Participant::Participant(const Timings &timings, QObject *parent)
    : QObject(parent)
    , m_timings(timings)
{
    auto protocol = std::make_unique<EnvelopeProtocol>();
    protocol->setProfile({{QStringLiteral("name"), QStringLiteral("Ada")}});
    m_envelope.setProtocol(std::move(protocol));
    for (ReconnectingWebSocket *socket : {&m_plain, &m_envelope}) {
        socket->setProxy(QNetworkProxy::NoProxy);
        connect(socket, &ReconnectingWebSocket::connected, this, &Participant::pause);
    }
    using Socket = ReconnectingWebSocket;
    connect(&m_plain, &Socket::messageDelivered, this,
            [this](quint64 n) { Q_EMIT saidInPlain(m_inPlain.take(n)); });
    connect(&m_envelope, &Socket::messageDelivered, this,
            [this](quint64 n) { Q_EMIT saidInEnvelope(m_inEnvelope.take(n)); });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Participant::say);
}

void Participant::open(const QUrl &plain, const QUrl &envelope)
{
    m_plain.open(plain);
    m_envelope.open(envelope);
}

bool Participant::setTalking(bool talking)
{
    if (m_talking == talking)
        return false;
    m_talking = talking;
    if (talking)
        m_timer.start(m_timings.interval);
    else
        m_timer.stop();
    return true;
}

quint64 Participant::numberOf(const QString &frame)
{
    return frame.startsWith(u'@') ? QStringView(frame).mid(1, frame.indexOf(u' ') - 1).toULongLong()
                                  : 0;
}

QString Participant::textOf(const QString &frame) { return frame.section(u' ', 1); }

void Participant::pause()
{
    if (m_talking)
        m_timer.start(m_timings.pause);
}

void Participant::say()
{
    m_timer.start(m_timings.interval);
    const bool heard = m_plain.state() == ConnectionState::Connected
        && m_envelope.state() == ConnectionState::Connected;
    if (!heard)
        return; // to nobody: it is said when the server is back
    const quint64 number = ++m_last;
    const QString frame
        = QStringLiteral("@%1 %2").arg(number).arg(tr(Sentences.at(number % Sentences.size())));
    m_inPlain.insert(m_plain.sendTextMessage(frame), number);
    m_inEnvelope.insert(m_envelope.sendTextMessage(frame), number);
}
