<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Bubble</name>
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
        <source>not delivered</source>
        <translation>non remis</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Dire quelque chose sur les deux voies</translation>
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
        <translation>Écrire pour moi</translation>
    </message>
</context>
<context>
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation>Connexion à un serveur…</translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation>Une autre fenêtre, avec une voie vers un serveur WebSocket quelconque.</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation>Détails de la connexion</translation>
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
            <numerusform>%Ln message, %1</numerusform>
            <numerusform>%Ln messages, %1</numerusform>
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
    <message>
        <source>trying again soon</source>
        <translation>nouvel essai bientôt</translation>
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
        <source>Ada</source>
        <comment>somebody&apos;s name, short</comment>
        <translation>Ada</translation>
    </message>
    <message>
        <source>late</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation>manqué, puis reçu</translation>
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
        <source>trying again soon</source>
        <translation>nouvel essai bientôt</translation>
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
    <name>PanelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
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
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation>Vous êtes en ligne</translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation>Vous pouvez fermer cette page.</translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation>Bienvenue à l’hôtel du Port</translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation>Identifiez-vous pour utiliser ce réseau. (C’est celui de la démo&#xa0;: rien n’est demandé, et rien ne quitte cet ordinateur.)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>S’identifier</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 caractères</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>il est trop grand</translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation>trop de messages attendent déjà</translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation>le serveur raccroche chaque fois qu’il le reçoit</translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation>le serveur n’en veut pas</translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation>il n’était dans aucune file</translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation>il a été retiré</translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation>il est trop vieux</translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation>d’autres ont pris sa place</translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation>il n’y avait pas de connexion</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>binaire, %1</translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation>attend dans la file %1</translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation>d’une session précédente</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation>Pas encore de serveur</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Envelope</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>simple</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>file %1</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Serveur…</translation>
    </message>
    <message>
        <source>Address, protocol and queue.</source>
        <translation>Adresse, protocole et file.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyés</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoués</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçus</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation>Holdfast&#xa0;: n’importe quel serveur</translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Dire quelque chose</translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation>Fermer cette fenêtre&#xa0;?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation>Messages en attente&#xa0;: %1. Ils ne sont dans aucune file et ne seront pas envoyés.</translation>
    </message>
</context>
<context>
    <name>SayField</name>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
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
    <name>ServerForm</name>
    <message>
        <source>Messages that wait in no queue: %1. They will not be sent.</source>
        <translation>Messages qui attendent hors file&#xa0;: %1. Ils ne seront pas envoyés.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation>Messages en attente&#xa0;: %1. Ils restent dans la file %2.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation>Messages en attente&#xa0;: %1. Ils iront au nouveau serveur.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation>Messages en attente&#xa0;: %1. La file les garde pour le serveur auquel ils sont destinés.</translation>
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
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Connexion à un serveur</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation>WebSocket simple&#xa0;: fonctionne avec tous les serveurs</translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation>Envelope&#xa0;: un hub confirme et se souvient</translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation>Sous-protocoles à proposer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation>File sur le disque</translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation>aucune&#xa0;: ce qui attend disparaît avec cette fenêtre</translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation>Les envoyer plutôt à ce serveur</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation>  La bannière dit&#xa0;: %1</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>tout va bien de nouveau</translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation>beau temps, quelqu’un écrit&#xa0;: tout est remis</translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation>le câble est débranché dès le début&#xa0;: connexion</translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation>silence, et un autre réseau&#xa0;: la connexion est mise en doute</translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation>elle était morte&#xa0;: reconnexion</translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation>le câble est rebranché&#xa0;: de nouveau en ligne</translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation>quelqu’un d’autre s’identifie&#xa0;: les messages sont retenus</translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation>le serveur est tué&#xa0;: connexion perdue</translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation>Y a-t-il quelqu’un&#xa0;?</translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation>le bon est de retour&#xa0;: ils attendent le serveur</translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation>le serveur démarre&#xa0;: de nouveau en ligne</translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation>le serveur annonce qu’il va redémarrer</translation>
    </message>
    <message>
        <source>it is back</source>
        <translation>il est de retour</translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation>le système dit qu’il n’y a pas de réseau&#xa0;: hors ligne</translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation>le réseau d’un hôtel demande une authentification</translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation>authentifié&#xa0;: de nouveau en ligne</translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation>le serveur ne nous connaît plus&#xa0;: identifiez-vous de nouveau</translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation>l’application ferme la connexion&#xa0;: ce qui est écrit attend</translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation>une ligne lente&#xa0;: envoi</translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation>le disque flanche&#xa0;: les messages ne peuvent pas être enregistrés</translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation>Celui-ci n’est qu’en mémoire</translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation>C’était la tempête.</translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation>tout est remis, et rien n’a été manqué</translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation>Il n’y a pas eu de visite</translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation>Ceci n’est pas arrivé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Rien n’a été envoyé</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Non remis&#xa0;: %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>Perdus&#xa0;: %1</translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation>En double&#xa0;: %1</translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation>En désordre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation>Manqués parmi les propos des autres&#xa0;: %1</translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation>Le programme s’est plaint&#xa0;: %1</translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation>envoyés %1, remis %2, perdus %3, en double %4, en désordre %5, manqués %6</translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation>Les promesses ont été tenues.</translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation>Les promesses n’ont pas été tenues.</translation>
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
    <message>
        <source>Find network</source>
        <translation>Trouver le réseau</translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation>Perdre le réseau</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Page d’identification</translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation>Le réseau d’un hôtel&#xa0;: une page à lui répond à la place de tous, jusqu’à ce que vous vous y identifiiez.</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>Changer de réseau</translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation>Du Wi-Fi au mobile&#xa0;: les anciennes connexions sont mortes, et l’application apprend que le réseau a changé.</translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation>Rebranche le câble&#xa0;: ce qui est envoyé désormais passe.</translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation>Tout passe de nouveau, et l’application en est avertie.</translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation>Rien ne passe, et, contrairement au câble, l’application en est avertie.</translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation>Quitte le réseau de l’hôtel.</translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation>Le relance, à la même adresse.</translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation>Laisse son processus reprendre là où il s’est arrêté.</translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation>Laisse de nouveau entrer tout le monde.</translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation>Accepte chaque connexion et la garde de nouveau.</translation>
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
