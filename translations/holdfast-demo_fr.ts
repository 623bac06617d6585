<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Dire quelque chose sur les deux voies</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Compagnie</translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation>Quelqu’un d’autre parle, que vous l’entendiez ou non.</translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation>Écris pour moi</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation>Détails de la connexion</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>%n message, %1</numerusform>
            <numerusform>%n messages, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation>%1, à %2</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>Le serveur a dit</translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation>Ce que la connexion dit d’elle-même</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Puts what the connection says of itself on the clipboard.</source>
        <translation>Place dans le presse-papiers ce que la connexion dit d’elle-même.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
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
        <translation>vous</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>connexion…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>vérification de la connexion…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>nouvel essai dans %1 s</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>attend le réseau</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>fermeture…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
</context>
<context>
    <name>LaneView</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation>Holdfast&#xa0;: la connexion qui reste</translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation>Démo de Holdfast</translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation>et la boucle que tout le monde écrit</translation>
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
        <translation>reçu plus tard</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdu</translation>
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
        <translation>tard</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation>manqué, et là</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation>Rien n’a encore été dit.</translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation>QWebSocket seul</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>connexion…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>nouvel essai dans %1 s</translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>message %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation>en marche sur %1, processus %2</translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation>Quelqu’un écrit&#xa0;; le serveur est tué et revient après %1 s.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>écrit</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 en attente</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>tué</translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation>écrits %1, remis %2, perdus %3, répétés par le nouvel essai %4, dans l’ordre&#xa0;: %5, %6 s sans connexion</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation>connexion, tentative %1</translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation>établie, envoie ce qui attend&#xa0;: %1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>établie</translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation>rompue, prochain essai dans %1 s</translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation>rompue, pas de réseau</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>échec&#xa0;: %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermée</translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>The ferry is late today.</source>
        <translation>Le ferry est en retard aujourd’hui.</translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation>Qui a la clé du hangar à bateaux&#xa0;?</translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation>Vent de nord-ouest, force cinq.</translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation>Deux de plus pour le déjeuner, s’il vous plaît.</translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation>La lumière du quai quatre est éteinte.</translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation>Pleine mer à six heures et quart.</translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation>J’ai rangé les cordages.</translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>sent</source>
        <translation>envoyés</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdus</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>en double</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>en désordre</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>manqués</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>coupure</translation>
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
        <translation>le serveur s’est arrêté tout seul</translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation>Tu es là&#xa0;?</translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation>Je suis dans le train.</translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation>Il y a un tunnel devant.</translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation>La commande est pour douze.</translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation>Merci de l’envoyer avant vendredi.</translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation>La pompe est à 80 %.</translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation>La vanne trois est fermée.</translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation>Tu as reçu mon dernier&#xa0;?</translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation>Les portes de l’ascenseur se ferment.</translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation>On se voit au port.</translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>Météo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>Brancher</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>Débrancher</translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation>Tire le câble&#xa0;: ce qui est en route est perdu, et personne n’en est averti.</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>Latence&#xa0;: %1 ms</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation>Tuer le serveur</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Lancer le serveur</translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation>Termine son processus d’un coup, comme un plantage.</translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation>Dégeler le serveur</translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation>Geler le serveur</translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation>Son processus s’arrête, ses connexions restent ouvertes et se taisent.</translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation>Redémarrage annoncé</translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation>Le serveur dit quand il reviendra, part, et garde ce qu’il sait.</translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation>Refuser tout le monde</translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation>Répond à chaque demande par HTTP 503.</translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation>Accepter et fermer</translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation>Accepte chaque connexion et la ferme avec le code 1011.</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>Cette application</translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation>Tuer l’application</translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation>Termine ce processus d’un coup et en lance un autre&#xa0;: ce qui attend est de nouveau là.</translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation>Le serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation>Vide les deux voies et leurs scores.</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation>La connexion qui reste</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Langue du système</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>Couleurs du système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
</context>
</TS>
