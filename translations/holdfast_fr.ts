<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>Connecté pendant toute la dernière minute</numerusform>
            <numerusform>Connecté pendant les %Ln dernières minutes, sans coupure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>Non connecté pendant la dernière minute</numerusform>
            <numerusform>Non connecté pendant les %Ln dernières minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>Connecté pendant environ %1&#xa0;% de la dernière minute</numerusform>
            <numerusform>Connecté pendant environ %1&#xa0;% des %Ln dernières minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message>
        <source>Messages are held for another account</source>
        <translation>Des messages d’un autre compte sont retenus</translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation>Impossible d’enregistrer les messages sur cet appareil</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Vous êtes hors ligne</translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation>Le serveur redémarre. Nouvelle tentative…</translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation>Le serveur redémarre. De retour dans environ %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation>Serveur injoignable. Nouvelle tentative…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation>Serveur injoignable. Nouvelle tentative dans %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconnexion…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation>Connexion perdue. Nouvelle tentative…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation>Connexion perdue. Nouvelle tentative dans %1</translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation>Vérification de la connexion…</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>De nouveau en ligne</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>Envoi de %Ln message…</numerusform>
            <numerusform>Envoi de %Ln messages…</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Veuillez vous identifier à nouveau</translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation>Connecté sur un autre appareil</translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation>Vous n’avez pas accès</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation>L’identité du serveur n’a pas pu être vérifiée</translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation>Cette application ne peut pas communiquer avec le serveur</translation>
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
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>S’identifier</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>Ouvrir la page d’identification</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Utiliser ici</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%Ln message en attente</numerusform>
            <numerusform>%Ln messages en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>Le nom du serveur est introuvable</translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation>Personne ne répond à l’adresse du serveur</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>La connexion a été coupée</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation>Le proxy n’a pas pu être utilisé</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>Le serveur a fermé la connexion</translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation>Le serveur redémarre</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Le serveur est occupé</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>Le serveur a un problème</translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation>Un message n’a pas été accepté</translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation>La connexion était trop lente pour le serveur</translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation>Le serveur parle un autre langage</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation>Le serveur n’a pas accepté l’authentification</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Personne n’est identifié</translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation>Le serveur ne l’autorise pas</translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation>L’adresse du serveur est incorrecte</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Le certificat du serveur n’est pas fiable</translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation>Le compte est utilisé ailleurs</translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation>Toutes les tentatives ont échoué</translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation>Une autre fenêtre utilise déjà les messages</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Tentative %1</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (code %2)</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Le serveur dit&#xa0;: %1</translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation>Ce réseau demande de s’identifier</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Waiting to connect again</source>
        <translation>En attente de reconnexion</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>En attente du réseau</translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation>Fermeture de la connexion…</translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation>La connexion a échoué</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1&#xa0;min</translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>jusqu’à %Ln message en attente</numerusform>
            <numerusform>jusqu’à %Ln messages en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
</context>
</TS>
