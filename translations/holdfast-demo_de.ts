<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Bubble</name>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>nicht zugestellt</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Etwas auf beiden Bahnen sagen</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Gesellschaft</translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation>Jemand anders redet, ob man es hört oder nicht.</translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation>Für mich tippen</translation>
    </message>
</context>
<context>
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation>Mit einem Server verbinden&#xa0;…</translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation>Ein weiteres Fenster, mit einer Bahn zu einem beliebigen WebSocket-Server.</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation>Details der Verbindung</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation>Details der Verbindung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>%Ln Nachricht, %1</numerusform>
            <numerusform>%Ln Nachrichten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation>%1, um %2</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>Der Server sagte</translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation>Was die Verbindung von sich sagt</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Puts what the connection says of itself on the clipboard.</source>
        <translation>Legt in die Zwischenablage, was die Verbindung von sich sagt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HoldfastLane</name>
    <message>
        <source>Holdfast</source>
        <translation>Holdfast</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>verbindet&#xa0;…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>prüft die Verbindung&#xa0;…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>wartet auf das Netz</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>schließt&#xa0;…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>gleich neuer Versuch</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation>Holdfast: die Verbindung, die bleibt</translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation>Holdfast-Demo</translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation>und die Schleife, die alle schreiben</translation>
    </message>
    <message>
        <source>ReconnectingWebSocket</source>
        <translation>ReconnectingWebSocket</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>received later</source>
        <translation>später empfangen</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>Ada</source>
        <comment>somebody&apos;s name, short</comment>
        <translation>Ada</translation>
    </message>
    <message>
        <source>late</source>
        <translation>spät</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation>verpasst, jetzt da</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation>Noch nichts gesagt.</translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation>Bloßer QWebSocket</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>verbindet&#xa0;…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>gleich neuer Versuch</translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation>läuft unter %1, Prozess %2</translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation>Jemand tippt; der Server wird abgeschossen und kommt nach %1 s wieder.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 warten</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>abgeschossen</translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation>getippt %1, zugestellt %2, verloren %3, vom neuen Versuch wiederholt %4, in der Reihenfolge: %5, %6 s ohne Verbindung</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation>verbindet, Versuch %1</translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation>steht, sendet, was wartet: %1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation>unterbrochen, nächster Versuch in %1 s</translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation>unterbrochen, kein Netz</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>gescheitert: %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>The ferry is late today.</source>
        <translation>Die Fähre ist heute spät dran.</translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation>Wer hat den Schlüssel zum Bootshaus?</translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation>Wind aus Nordwest, Stärke fünf.</translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation>Bitte noch zwei zum Mittagessen.</translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation>Das Licht an Pier vier ist aus.</translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation>Hochwasser um Viertel nach sechs.</translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation>Ich habe die Taue weggeräumt.</translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation>Sie sind online</translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation>Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation>Willkommen im Hotel am Hafen</translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation>Melden Sie sich an, um dieses Netz zu benutzen. (Es gehört zur Demo: Nichts wird gefragt, und nichts verlässt diesen Rechner.)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation>es wartet schon zu viel</translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation>der Server legt jedes Mal auf, wenn er sie bekommt</translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation>der Server will sie nicht</translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation>sie war in keiner Warteschlange</translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation>sie wurde zurückgenommen</translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation>sie ist zu alt</translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation>andere haben ihren Platz eingenommen</translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation>es gab keine Verbindung</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>binär, %1</translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation>wartet in der Warteschlange %1</translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation>von früher</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation>Noch kein Server</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Envelope</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Server&#xa0;…</translation>
    </message>
    <message>
        <source>Address, protocol and queue.</source>
        <translation>Adresse, Protokoll und Warteschlange.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation>Holdfast: beliebiger Server</translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Etwas sagen</translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation>Dieses Fenster schließen?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation>Wartende Nachrichten: %1. Sie sind in keiner Warteschlange und werden nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>SayField</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>ungeordnet</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verpasst</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Messages that wait in no queue: %1. They will not be sent.</source>
        <translation>Wartende Nachrichten ohne Warteschlange: %1. Sie werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation>Wartende Nachrichten: %1. Sie bleiben in der Warteschlange %2.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation>Wartende Nachrichten: %1. Sie gehen an den neuen Server.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation>Wartende Nachrichten: %1. Die Warteschlange hält sie für den Server zurück, für den sie sind.</translation>
    </message>
</context>
<context>
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation>der Server hat sich selbst beendet</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation>Einfaches WebSocket: geht mit jedem Server</translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation>Envelope: ein Hub bestätigt und merkt sich</translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation>Anzubietende Unterprotokolle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation>Warteschlange auf der Platte</translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation>keine: was wartet, endet mit diesem Fenster</translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation>Stattdessen an diesen Server senden</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation>  Der Banner sagt: %1</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>alles ist wieder gut</translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation>schönes Wetter, jemand tippt: alles wird zugestellt</translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation>das Kabel ist von Anfang an draußen: verbindet</translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation>Stille, und ein anderes Netz: Zweifel an der Verbindung</translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation>sie war tot: verbindet neu</translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation>das Kabel steckt wieder: wieder online</translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation>jemand anders meldet sich an: die Nachrichten werden zurückgehalten</translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation>der Server wird abgeschossen: Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation>Ist da jemand?</translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation>der Richtige ist zurück: sie warten auf den Server</translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation>der Server startet: wieder online</translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation>der Server sagt, dass er neu startet</translation>
    </message>
    <message>
        <source>it is back</source>
        <translation>er ist zurück</translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation>das System sagt, es gibt kein Netz: offline</translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation>ein Hotelnetz verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation>dort angemeldet: wieder online</translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation>der Server kennt uns nicht mehr: bitte neu anmelden</translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation>die App schließt die Verbindung: Getipptes wartet</translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation>eine langsame Leitung: sendet</translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation>die Platte versagt: Nachrichten lassen sich nicht sichern</translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation>Diese ist nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation>Das war der Sturm.</translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation>alles ist zugestellt, und nichts wurde verpasst</translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation>Es gab keine Tour</translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation>Das kam nicht zustande: %1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Nicht zugestellt: %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>Verloren: %1</translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation>Doppelt: %1</translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation>Ungeordnet: %1</translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation>Verpasst von dem, was andere sagten: %1</translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation>Das Programm hat sich beschwert: %1</translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation>gesendet %1, zugestellt %2, verloren %3, doppelt %4, ungeordnet %5, verpasst %6</translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation>Die Versprechen wurden gehalten.</translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation>Die Versprechen wurden nicht gehalten.</translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation>Bist du da?</translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation>Ich bin im Zug.</translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation>Gleich kommt ein Tunnel.</translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation>Die Bestellung ist für zwölf.</translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation>Bitte bis Freitag schicken.</translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation>Die Pumpe läuft mit 80 %.</translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation>Ventil drei ist zu.</translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation>Kam meine letzte an?</translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation>Die Aufzugtür schließt sich.</translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation>Wir sehen uns am Hafen.</translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>Wetter</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>Einstecken</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>Ausstecken</translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation>Zieht das Kabel: Was unterwegs ist, ist verloren, und niemand erfährt es.</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>Verzögerung: %1 ms</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation>Server abschießen</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation>Beendet seinen Prozess sofort, wie ein Absturz.</translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation>Server auftauen</translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation>Server einfrieren</translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation>Sein Prozess hält an; seine Verbindungen bleiben offen und schweigen.</translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation>Neustart mit Ansage</translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation>Der Server sagt, wann er wieder da ist, geht und behält, was er weiß.</translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation>Alle abweisen</translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation>Beantwortet jeden Verbindungsversuch mit HTTP 503.</translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation>Annehmen, schließen</translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation>Nimmt jede Verbindung an und schließt sie mit Code 1011.</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>Diese App</translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation>App abschießen</translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation>Beendet diesen Prozess sofort und startet einen neuen: Was wartet, ist wieder da.</translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation>Der Server: %1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation>Leert beide Bahnen und ihre Zähler.</translation>
    </message>
    <message>
        <source>Find network</source>
        <translation>Netz finden</translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation>Netz verlieren</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation>Ein Hotelnetz: Eine eigene Seite antwortet anstelle aller anderen, bis Sie sich dort anmelden.</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>Netz wechseln</translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation>Vom WLAN ins Mobilfunknetz: Die alten Verbindungen sind tot, und die App erfährt, dass das Netz ein anderes ist.</translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation>Steckt das Kabel wieder ein: Was ab jetzt gesendet wird, kommt durch.</translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation>Alles kommt wieder durch, und die App erfährt es.</translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation>Nichts kommt durch, und anders als beim Kabel erfährt es die App.</translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation>Verlässt das Hotelnetz.</translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation>Startet ihn wieder, unter derselben Adresse.</translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation>Lässt seinen Prozess weiterlaufen, wo er anhielt.</translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation>Lässt alle wieder herein.</translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation>Nimmt jede Verbindung an und behält sie wieder.</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation>Die Verbindung, die bleibt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
</TS>
