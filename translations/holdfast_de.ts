<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>In der letzten Minute durchgehend verbunden</numerusform>
            <numerusform>In den letzten %Ln Minuten durchgehend verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>In der letzten Minute nicht verbunden</numerusform>
            <numerusform>In den letzten %Ln Minuten nicht verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>Etwa %1&#xa0;% der letzten Minute verbunden</numerusform>
            <numerusform>Etwa %1&#xa0;% der letzten %Ln Minuten verbunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message>
        <source>Messages are held for another account</source>
        <translation>Nachrichten eines anderen Kontos werden zurückgehalten</translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation>Nachrichten können auf diesem Gerät nicht gespeichert werden</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation>Der Server startet neu. Neuer Versuch&#xa0;…</translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation>Der Server startet neu. Zurück in etwa %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt&#xa0;…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation>Server nicht erreichbar. Neuer Versuch&#xa0;…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation>Server nicht erreichbar. Neuer Versuch in %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Verbindung wird wiederhergestellt&#xa0;…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation>Verbindung unterbrochen. Neuer Versuch&#xa0;…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation>Verbindung unterbrochen. Neuer Versuch in %1</translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation>Verbindung wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>Wieder online</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>%Ln Nachricht wird gesendet&#xa0;…</numerusform>
            <numerusform>%Ln Nachrichten werden gesendet&#xa0;…</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Bitte erneut anmelden</translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation>Auf einem anderen Gerät verbunden</translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation>Sie haben keinen Zugriff</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation>Die Identität des Servers konnte nicht bestätigt werden</translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation>Diese App kann sich mit dem Server nicht verständigen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>Anmeldeseite öffnen</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Hier verwenden</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%Ln Nachricht wartet</numerusform>
            <numerusform>%Ln Nachrichten warten</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>Der Name des Servers wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation>Unter der Adresse des Servers antwortet niemand</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>Die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation>Der Proxy konnte nicht verwendet werden</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>Der Server hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation>Der Server startet neu</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Der Server ist überlastet</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>Der Server hat ein Problem</translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation>Eine Nachricht wurde nicht angenommen</translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation>Die Verbindung war dem Server zu langsam</translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation>Der Server spricht eine andere Sprache</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation>Der Server hat die Anmeldung nicht angenommen</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation>Der Server erlaubt es nicht</translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation>Die Adresse des Servers ist falsch</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut</translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation>Das Konto wird anderswo verwendet</translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation>Alle Versuche sind fehlgeschlagen</translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation>Ein anderes Fenster hat die Nachrichten geöffnet</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (Code %2)</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation>Dieses Netzwerk verlangt eine Anmeldung</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt&#xa0;…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Waiting to connect again</source>
        <translation>Wartet auf den nächsten Versuch</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>Wartet auf das Netz</translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation>Verbindung wird geschlossen&#xa0;…</translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation>Die Verbindung ist gescheitert</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1&#xa0;min</translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>bis zu %Ln Nachricht wartete</numerusform>
            <numerusform>bis zu %Ln Nachrichten warteten</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
</TS>
