<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>Connected throughout the last minute</numerusform>
            <numerusform>Connected throughout the last %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>Not connected during the last minute</numerusform>
            <numerusform>Not connected during the last %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>Connected for about %1% of the last minute</numerusform>
            <numerusform>Connected for about %1% of the last %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%Ln message waiting</numerusform>
            <numerusform>%Ln messages waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>Sending %Ln message…</numerusform>
            <numerusform>Sending %Ln messages…</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages are held for another account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>up to %Ln message waiting</numerusform>
            <numerusform>up to %Ln messages waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
