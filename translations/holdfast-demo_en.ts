<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bubble</name>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>%Ln message, %1</numerusform>
            <numerusform>%Ln messages, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts what the connection says of itself on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldfastLane</name>
    <message>
        <source>Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReconnectingWebSocket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>received later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ada</source>
        <comment>somebody&apos;s name, short</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>The ferry is late today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address, protocol and queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SayField</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Messages that wait in no queue: %1. They will not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
