// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qdeadlinetimer.h>
#include <QtCore/qpointer.h>
#include <QtCore/qtimer.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Holdfast {

//! A wire to a server that is cut at a byte which the test names, on each connection anew; and
//! that may be long, or thin.
class WireCutter : public QObject
{
    Q_OBJECT

public:
    enum class How {
        End, //!< FIN to both
        Reset, //!< RST to both
        Silence, //!< nothing passes any more, and nobody is told
        HalfEnd, //!< FIN that way only; the other way all passes as before
        HalfSilence, //!< nothing passes that way any more; the other way all does
    };
    enum class Direction { ToServer, ToClient };
    //! Where: so many bytes after the first byte of \a marker, or of the connection if it is empty.
    struct Cut
    {
        Direction direction = Direction::ToClient;
        QByteArray marker; //!< in what goes that way; a client masks its frames (RFC 6455 §5.3)
        qint64 after = 0;
        How how = How::End;
    };
    //! Asked for each new connection.
    using Planner = std::function<std::optional<Cut>()>;

    explicit WireCutter(const QUrl &server);
    ~WireCutter() override;

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    //! Where the connections to come go.
    void setServer(const QUrl &server) { m_server = server; }
    void setPlanner(Planner planner) { m_planner = std::move(planner); }
    //! Makes the server forgetful: its `receivedThrough` does not arrive. So whatever was not
    //! acknowledged comes twice, and its de-duplication is all there is.
    void hideReceivedThrough() { m_hidesReceivedThrough = true; }
    //! Who comes is reset at once, until opened again.
    void setOpen(bool open) { m_open = open; }
    //! Whatever is said arrives so much later, either way.
    void setLatency(std::chrono::milliseconds latency) { m_latency = latency; }
    //! At most so many bytes in a millisecond, either way; 0: no limit.
    void setDrip(int bytes) { m_drip = bytes; }
    //! Cuts all that passes at present; the halves, that way.
    void cut(How how, Direction direction = Direction::ToClient);
    [[nodiscard]] int cutCount() const { return m_cutCount; }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    //! How many clients were connected at once, at most, by the kernel's word. Whom we have hung up
    //! on does not count, who was only met with silence does.
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }

private:
    struct Held
    {
        QDeadlineTimer due;
        QByteArray data;
    };
    struct Flow
    {
        QPointer<QTcpSocket> from;
        QPointer<QTcpSocket> to;
        std::deque<Held> held; //!< read, and not yet passed on
        bool isMute = false; //!< what comes is thrown away
        qint64 passed = 0;
        QByteArray tail; //!< where a marker may have begun
        qint64 cutAt = -1; //!< unknown, or none
    };
    struct Pair
    {
        Flow up;
        Flow down;
        std::optional<Cut> plan;
        bool isCut = false;
    };

    void accept();
    void countThoseWhoAreHere();
    void read(const std::shared_ptr<Pair> &pair, Direction direction);
    void release(const std::shared_ptr<Pair> &pair, Direction direction);
    void releaseWhatIsDue();
    void pass(const std::shared_ptr<Pair> &pair, Direction direction, QByteArray data);
    void locate(Flow &flow, const Cut &plan, const QByteArray &data);
    void cut(Pair &pair, How how, Direction direction);
    void over(Pair &pair);

    QUrl m_server;
    QTcpServer m_listener;
    QTimer m_tick; //!< runs while something is held
    Planner m_planner;
    std::chrono::milliseconds m_latency{0};
    int m_drip = 0;
    std::vector<std::shared_ptr<Pair>> m_pairs;
    int m_cutCount = 0;
    int m_connectionCount = 0;
    int m_mostAtOnce = 0;
    bool m_open = true;
    bool m_hidesReceivedThrough = false;
};

} // namespace Holdfast
