<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Decir algo en ambos carriles</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Compañía</translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation>Alguien más habla, se le oiga o no.</translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation>Escribe por mí</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation>Detalles de la conexión</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Intento</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>%n mensaje, %1</numerusform>
            <numerusform>%n mensajes, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Último error</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation>%1, a las %2</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>El servidor dijo</translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation>Lo que la conexión dice de sí misma</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Puts what the connection says of itself on the clipboard.</source>
        <translation>Pone en el portapapeles lo que la conexión dice de sí misma.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>tú</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>comprobando la conexión…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>nuevo intento en %1 s</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>esperando la red</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>cerrando…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
</context>
<context>
    <name>LaneView</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation>Holdfast: la conexión que permanece</translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation>Demo de Holdfast</translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation>y el bucle que todos escriben</translation>
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
        <translation>recibido más tarde</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
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
        <translation>tarde</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation>perdido, y aquí</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation>Aún no se ha dicho nada.</translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation>QWebSocket a secas</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>nuevo intento en %1 s</translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>mensaje %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>servidor</translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation>en marcha en %1, proceso %2</translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation>Alguien escribe; se mata al servidor y vuelve a los %1 s.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>escrito</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 en espera</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>muerto</translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation>escritos %1, entregados %2, perdidos %3, repetidos por el nuevo intento %4, en orden: %5, %6 s sin conexión</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>conexión</translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation>conectando, intento %1</translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation>establecida, envía lo que espera: %1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>establecida</translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation>caída, próximo intento en %1 s</translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation>caída, sin red</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fallida: %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>The ferry is late today.</source>
        <translation>El ferri llega tarde hoy.</translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation>¿Quién tiene la llave del cobertizo de botes?</translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation>Viento del noroeste, fuerza cinco.</translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation>Dos más para comer, por favor.</translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation>La luz del muelle cuatro está apagada.</translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation>Pleamar a las seis y cuarto.</translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation>He guardado los cabos.</translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>sent</source>
        <translation>enviados</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregados</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdidos</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>duplicados</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>sin orden</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>sin recibir</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>sin línea</translation>
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
        <translation>el servidor terminó por sí solo</translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation>¿Estás ahí?</translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation>Estoy en el tren.</translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation>Viene un túnel.</translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation>El pedido es para doce.</translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation>Envíalo antes del viernes, por favor.</translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation>La bomba está al 80 %.</translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation>La válvula tres está cerrada.</translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation>¿Te llegó el último?</translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation>Se cierran las puertas del ascensor.</translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation>Nos vemos en el puerto.</translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>Enchufar</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>Desenchufar</translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation>Tira del cable: lo que está en camino se pierde, y nadie se entera.</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>Latencia: %1 ms</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latencia</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation>Matar el servidor</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Iniciar el servidor</translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation>Termina su proceso de golpe, como un fallo.</translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation>Descongelar el servidor</translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation>Congelar el servidor</translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation>Su proceso se detiene; sus conexiones siguen abiertas y callan.</translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation>Reinicio anunciado</translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation>El servidor dice cuándo volverá, se va y conserva lo que sabe.</translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation>Rechazar a todos</translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation>Responde a cada solicitud con HTTP 503.</translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation>Aceptar y cerrar</translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation>Acepta cada conexión y la cierra con el código 1011.</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>Esta aplicación</translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation>Matar la aplicación</translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation>Termina este proceso de golpe e inicia otro: lo que espera vuelve a estar ahí.</translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation>El servidor: %1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation>Vacía ambos carriles y sus marcadores.</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation>La conexión que permanece</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>Colores del sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
</context>
</TS>
