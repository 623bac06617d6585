<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Etwas auf beiden Bahnen sagen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
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
        <translation>Tippe für mich</translation>
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
            <numerusform>%n Nachricht, %1</numerusform>
            <numerusform>%n Nachrichten, %1</numerusform>
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
        <translation>du</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>verbindet…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>prüft die Verbindung…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>neuer Versuch in %1 s</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>wartet auf das Netz</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>schließt…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>LaneView</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
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
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
        <translation>verpasst, und da</translation>
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
        <translation>verbindet…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>neuer Versuch in %1 s</translation>
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
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation>der Server hat sich selbst beendet</translation>
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
