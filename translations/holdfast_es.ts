<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation>Ocultar detalles</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>Conectado durante todo el último minuto</numerusform>
            <numerusform>Conectado sin cortes durante los últimos %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>Sin conexión durante el último minuto</numerusform>
            <numerusform>Sin conexión durante los últimos %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>Conectado cerca del %1&#xa0;% del último minuto</numerusform>
            <numerusform>Conectado cerca del %1&#xa0;% de los últimos %Ln minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message>
        <source>Messages are held for another account</source>
        <translation>Hay mensajes retenidos de otra cuenta</translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation>No se pueden guardar los mensajes en este dispositivo</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sin conexión a la red</translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation>El servidor se está reiniciando. Reintentando…</translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation>El servidor se está reiniciando. Volverá en unos %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation>No se puede contactar con el servidor. Reintentando…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation>No se puede contactar con el servidor. Nuevo intento en %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconectando…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation>Conexión perdida. Reintentando…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation>Conexión perdida. Nuevo intento en %1</translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation>Comprobando la conexión…</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>De nuevo en línea</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>Enviando %Ln mensaje…</numerusform>
            <numerusform>Enviando %Ln mensajes…</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Vuelva a iniciar sesión</translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation>Conectado en otro dispositivo</translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation>No tiene acceso</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation>No se pudo verificar la identidad del servidor</translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation>Esta aplicación no puede comunicarse con el servidor</translation>
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
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>Abrir página de acceso</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Usar aquí</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%Ln mensaje en espera</numerusform>
            <numerusform>%Ln mensajes en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>No se encontró el nombre del servidor</translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation>Nadie responde en la dirección del servidor</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>La conexión se cortó</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>El servidor no responde</translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation>No se pudo usar el proxy</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>El servidor cerró la conexión</translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation>El servidor se está reiniciando</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>El servidor está ocupado</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>El servidor tiene un problema</translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation>Un mensaje no fue aceptado</translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation>La conexión era demasiado lenta para el servidor</translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation>El servidor habla otro protocolo</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation>El servidor no aceptó el inicio de sesión</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation>El servidor no lo permite</translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation>La dirección del servidor es incorrecta</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>El certificado del servidor no es de confianza</translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation>La cuenta se está usando en otro lugar</translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation>Todos los intentos han fallado</translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation>Otra ventana tiene abiertos los mensajes</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Intento %1</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (código %2)</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>El servidor dice: %1</translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation>Esta red pide iniciar sesión</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Waiting to connect again</source>
        <translation>En espera de reconectar</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>Esperando la red</translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation>Cerrando la conexión…</translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation>La conexión ha fallado</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1&#xa0;min</translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>hasta %Ln mensaje en espera</numerusform>
            <numerusform>hasta %Ln mensajes en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
</context>
</TS>
