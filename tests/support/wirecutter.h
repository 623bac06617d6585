// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbytearray.h>
#include <QtCore/qpointer.h>
#include <QtCore/qurl.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Holdfast {

//! A wire to a server that is cut at a byte which the test names, on each connection anew.
class WireCutter : public QObject
{
    Q_OBJECT

public:
    enum class How {
        End, //!< FIN to both
        Reset, //!< RST to both
        Silence, //!< nothing passes any more, and nobody is told
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

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    //! Where the connections to come go.
    void setServer(const QUrl &server) { m_server = server; }
    void setPlanner(Planner planner) { m_planner = std::move(planner); }
    //! Makes the server forgetful: its `receivedThrough` does not arrive. So whatever was not
    //! acknowledged comes twice, and its de-duplication is all there is.
    void hideReceivedThrough() { m_hidesReceivedThrough = true; }
    //! Who comes is reset at once, until opened again.
    void setOpen(bool open) { m_open = open; }
    //! Cuts all that passes at present.
    void cut(How how);
    [[nodiscard]] int cutCount() const { return m_cutCount; }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }

private:
    struct Flow
    {
        QPointer<QTcpSocket> from;
        QPointer<QTcpSocket> to;
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
    void pass(const std::shared_ptr<Pair> &pair, Direction direction);
    void locate(Flow &flow, const Cut &plan, const QByteArray &data);
    void cut(Pair &pair, How how);
    void over(Pair &pair);

    QUrl m_server;
    QTcpServer m_listener;
    Planner m_planner;
    std::vector<std::shared_ptr<Pair>> m_pairs;
    int m_cutCount = 0;
    int m_connectionCount = 0;
    bool m_open = true;
    bool m_hidesReceivedThrough = false;
};

} // namespace Holdfast
