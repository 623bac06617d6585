<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Bubble</name>
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
        <source>not delivered</source>
        <translation>sin entregar</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Decir algo en ambos carriles</translation>
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
        <translation>Escribir por mí</translation>
    </message>
</context>
<context>
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation>Conectar a un servidor…</translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation>Otra ventana, con un carril hacia cualquier servidor WebSocket.</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation>Detalles de la conexión</translation>
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
            <numerusform>%Ln mensaje, %1</numerusform>
            <numerusform>%Ln mensajes, %1</numerusform>
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
        <translation>usted</translation>
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
    <message>
        <source>trying again soon</source>
        <translation>nuevo intento en breve</translation>
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
        <translation>sin recibir, y aquí</translation>
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
        <source>trying again soon</source>
        <translation>nuevo intento en breve</translation>
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
    <name>PanelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
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
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation>Ya hay conexión</translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation>Puede cerrar esta página.</translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation>Bienvenidos al Hotel del Puerto</translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation>Inicie sesión para usar esta red. (Es la de la propia demo: no se pregunta nada, y nada sale de este equipo.)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 caracteres</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es demasiado grande</translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation>ya esperan demasiados</translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation>el servidor cuelga cada vez que lo recibe</translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation>el servidor no lo quiere</translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation>no estaba en ninguna cola</translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation>se retiró</translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation>es demasiado viejo</translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation>otros ocuparon su lugar</translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation>no había conexión</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>binario, %1</translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation>espera en la cola %1</translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation>de una sesión anterior</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation>Aún sin servidor</translation>
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
        <translation>cola %1</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Servidor…</translation>
    </message>
    <message>
        <source>Address, protocol and queue.</source>
        <translation>Dirección, protocolo y cola.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviados</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregados</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallidos</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibidos</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation>Holdfast: cualquier servidor</translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Decir algo</translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation>¿Cerrar esta ventana?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation>Mensajes en espera: %1. No están en ninguna cola y no se enviarán.</translation>
    </message>
</context>
<context>
    <name>SayField</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
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
    <name>ServerForm</name>
    <message>
        <source>Messages that wait in no queue: %1. They will not be sent.</source>
        <translation>Mensajes que esperan sin cola: %1. No se enviarán.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation>Mensajes en espera: %1. Se quedan en la cola %2.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation>Mensajes en espera: %1. Irán al nuevo servidor.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation>Mensajes en espera: %1. La cola los guarda para el servidor al que van dirigidos.</translation>
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
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Conectar a un servidor</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation>WebSocket simple: funciona con cualquier servidor</translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation>Envelope: un hub confirma y recuerda</translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation>Subprotocolos que ofrecer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation>Cola en el disco</translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation>ninguna: lo que espera acaba con esta ventana</translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation>Enviarlos a este servidor en su lugar</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation>  El aviso dice: %1</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>todo vuelve a estar bien</translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation>buen tiempo, alguien escribe: todo se entrega</translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation>el cable está fuera desde el principio: conectando</translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation>silencio, y otra red: se duda de la conexión</translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation>estaba muerta: reconectando</translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation>el cable vuelve a estar puesto: de nuevo en línea</translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation>otra persona inicia sesión: los mensajes se retienen</translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation>se mata al servidor: conexión perdida</translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation>¿Hay alguien ahí?</translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation>vuelve la persona correcta: esperan al servidor</translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation>el servidor arranca: de nuevo en línea</translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation>el servidor dice que se va a reiniciar</translation>
    </message>
    <message>
        <source>it is back</source>
        <translation>ha vuelto</translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation>el sistema dice que no hay red: sin conexión</translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation>la red de un hotel pide iniciar sesión</translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation>sesión iniciada allí: de nuevo en línea</translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation>el servidor ya no nos conoce: hay que iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation>la aplicación cierra la conexión: lo escrito espera</translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation>una línea lenta: enviando</translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation>falla el disco: no se pueden guardar los mensajes</translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation>Este solo está en memoria</translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation>Esa fue la tormenta.</translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation>todo está entregado, y no se perdió nada</translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation>No hubo recorrido</translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation>Esto no ocurrió: %1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>No se envió nada</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Sin entregar: %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>Perdidos: %1</translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation>Duplicados: %1</translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation>Sin orden: %1</translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation>Sin recibir de lo que dijeron otros: %1</translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation>El programa se quejó: %1</translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation>enviados %1, entregados %2, perdidos %3, duplicados %4, sin orden %5, sin recibir %6</translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation>Las promesas se cumplieron.</translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation>Las promesas no se cumplieron.</translation>
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
    <message>
        <source>Find network</source>
        <translation>Encontrar la red</translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation>Perder la red</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Página de acceso</translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation>La red de un hotel: una página propia responde en lugar de todos, hasta que se inicie sesión en ella.</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>Cambiar de red</translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation>De la wifi al móvil: las conexiones viejas están muertas, y se avisa a la aplicación de que la red es otra.</translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation>Vuelve a enchufar el cable: lo que se envíe desde ahora pasa.</translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation>Todo vuelve a pasar, y se avisa a la aplicación.</translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation>No pasa nada y, a diferencia del cable, se avisa a la aplicación.</translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation>Sale de la red del hotel.</translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation>Lo inicia de nuevo, en la misma dirección.</translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation>Deja que su proceso siga donde se detuvo.</translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation>Vuelve a dejar entrar a todos.</translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation>Vuelve a aceptar cada conexión y a mantenerla.</translation>
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
