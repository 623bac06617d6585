// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagelist.h"
#include "scoreboard.h"

#include <QtCore/qelapsedtimer.h>
#include <QtCore/qobject.h>
#include <QtCore/qset.h>
#include <QtCore/qtimer.h>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <limits>

class Weather;

//! One way of keeping a connection, with what it did and what the server says of it.
class Lane : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The stage has two.")
    Q_PROPERTY(QString title READ title NOTIFY titleChanged FINAL)
    Q_PROPERTY(bool connected READ isConnected NOTIFY connectedChanged FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY stateTextChanged FINAL)
    Q_PROPERTY(MessageList *messages READ messages CONSTANT FINAL)
    Q_PROPERTY(int sent READ sent NOTIFY sentChanged FINAL)
    Q_PROPERTY(int delivered READ delivered NOTIFY deliveredChanged FINAL)
    Q_PROPERTY(int lost READ lost NOTIFY lostChanged FINAL)
    Q_PROPERTY(int duplicated READ duplicated NOTIFY duplicatedChanged FINAL)
    Q_PROPERTY(int outOfOrder READ outOfOrder NOTIFY outOfOrderChanged FINAL)
    Q_PROPERTY(int missed READ missed NOTIFY missedChanged FINAL)
    Q_PROPERTY(qint64 downtime READ downtime NOTIFY downtimeChanged FINAL)

public:
    //! \a name is the path of its URL; \a title is for people.
    Lane(const QString &name, const QString &title, Weather &weather, QObject *parent = nullptr);

    [[nodiscard]] QString title() const { return m_title; }
    //! What the lane itself believes.
    [[nodiscard]] bool isConnected() const { return m_connected; }
    //! The same in a few words.
    [[nodiscard]] QString stateText() const { return m_stateText; }
    [[nodiscard]] MessageList *messages() { return &m_messages; }

    //! What the server's record says; see Scoreboard.
    [[nodiscard]] const Scoreboard &score() const { return m_score; }
    [[nodiscard]] int sent() const { return m_score.sent(); }
    [[nodiscard]] int delivered() const { return m_score.delivered(); }
    [[nodiscard]] int lost() const { return m_score.lost(); }
    [[nodiscard]] int duplicated() const { return m_score.duplicated(); }
    [[nodiscard]] int outOfOrder() const { return m_score.outOfOrder(); }
    //! What somebody else said a while ago and this lane has not heard.
    [[nodiscard]] int missed() const { return static_cast<int>(m_unheard.size()); }
    //! ms since open() or reset() in which the lane was not connected, or thought that it was while
    //! nothing could pass.
    [[nodiscard]] qint64 downtime() const;

    void open();
    //! What is said from now on has numbers above \a number.
    void continueAfter(quint64 number) { m_lastNumber = qMax(m_lastNumber, number); }
    [[nodiscard]] quint64 lastNumber() const { return m_lastNumber; }
    //! An earlier run typed \a count messages that nobody will deliver any more. They have a score,
    //! and no place in the list.
    void mourn(int count);
    //! Somebody else said this, so it should have been heard by now, if anything can be.
    void expect(quint64 number);
    //! Up to \a number somebody else spoke before this lane was there for the first time: nobody
    //! misses that. Until this is known, nothing is missed.
    void joinAfter(quint64 number);
    Q_INVOKABLE void say(const QString &text);
    //! Forgets score and list; what is still on its way will count nowhere.
    Q_INVOKABLE void reset();

Q_SIGNALS:
    void titleChanged();
    void connectedChanged();
    void stateTextChanged();
    void sentChanged();
    void deliveredChanged();
    void lostChanged();
    void duplicatedChanged();
    void outOfOrderChanged();
    void missedChanged();
    void downtimeChanged();

protected:
    //! title and stateText, in another language.
    virtual void retranslate() { }
    bool eventFilter(QObject *watched, QEvent *event) override;

    //! Connects for the first time.
    virtual void dial(const QUrl &url) = 0;
    //! \a frame begins with \a number.
    virtual void send(quint64 number, const QString &frame) = 0;
    //! The server has it.
    virtual void seen(quint64 number) { Q_UNUSED(number) }

    void setTitle(const QString &title);
    void setConnected(bool connected);
    void setStateText(const QString &text);
    //! Somebody else's words came in; see Participant.
    void hear(const QString &frame);
    void mark(quint64 number, Mark mark) { m_messages.setMark(number, mark); }
    //! An earlier run typed it; it waits. Numbers rise.
    void recall(quint64 number, const QString &text);
    //! Nothing more will be done for it.
    void giveUp(quint64 number);
    //! The number that a frame begins with; 0 if there is none.
    [[nodiscard]] static quint64 numberOf(const QString &frame);

private:
    void read(const QString &frame);
    void judge(const std::function<void()> &change);
    void updateDowntime();

    const QString m_name;
    QString m_title;
    Weather &m_weather;
    MessageList m_messages;
    Scoreboard m_score;
    quint64 m_lastNumber = 0; //!< outlives reset(), so that old reports cannot be taken for new
    QSet<quint64> m_heard; //!< of somebody else, since reset()
    QSet<quint64> m_unheard;
    quint64 m_joinedAfter = std::numeric_limits<quint64>::max();
    QString m_stateText;
    bool m_connected = false;
    bool m_opened = false;
    QElapsedTimer m_down; //!< valid while it counts
    qint64 m_downBefore = 0; //!< ms of earlier times
    QTimer m_tick;
};
