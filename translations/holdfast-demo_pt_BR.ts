<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Bubble</name>
    <message>
        <source>received</source>
        <translation>recebida</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>na fila</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>não entregue</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Diga algo nas duas faixas</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Companhia</translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation>Outra pessoa fala, dê para ouvir ou não.</translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation>Digite por mim</translation>
    </message>
</context>
<context>
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation>Conectar a um servidor…</translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation>Outra janela, com uma faixa para qualquer servidor WebSocket.</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation>Detalhes da conexão</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation>Detalhes da conexão</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentativa</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida e volta</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Na fila</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>%Ln mensagem, %1</numerusform>
            <numerusform>%Ln mensagens, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Último erro</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation>%1, às %2</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>O servidor disse</translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation>O que a conexão diz de si mesma</translation>
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
        <translation>Põe na área de transferência o que a conexão diz de si mesma.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
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
        <translation>você</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>não conectado</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>verificando a conexão…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>esperando a rede</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>fechando…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>nova tentativa em breve</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation>Holdfast: a conexão que permanece</translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation>Demo do Holdfast</translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation>e o laço que todo mundo escreve</translation>
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
        <translation>recebida depois</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recebida</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>na fila</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdida</translation>
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
        <translation>perdida, e aqui</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation>Nada foi dito ainda.</translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation>QWebSocket puro</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>não conectado</translation>
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
        <translation>nova tentativa em breve</translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>mensagem %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>servidor</translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation>no ar em %1, processo %2</translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation>Alguém digita; o servidor é morto e volta depois de %1 s.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>digitada</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 na fila</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>morto</translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation>digitadas %1, entregues %2, perdidas %3, repetidas pela nova tentativa %4, em ordem: %5, %6 s sem conexão</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>conexão</translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation>conectando, tentativa %1</translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation>no ar, envia o que espera: %1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>no ar</translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation>caiu, próxima tentativa em %1 s</translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation>caiu, sem rede</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>falhou: %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fechada</translation>
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
        <translation>A balsa está atrasada hoje.</translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation>Quem está com a chave da garagem dos barcos?</translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation>Vento de noroeste, força cinco.</translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation>Mais dois para o almoço, por favor.</translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation>A luz do píer quatro apagou.</translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation>Maré cheia às seis e quinze.</translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation>Guardei os cabos.</translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation>Você está online</translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation>Você pode fechar esta página.</translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation>Bem-vindo ao Hotel do Porto</translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation>Faça login para usar esta rede. (É a da própria demo: nada é perguntado, e nada sai deste computador.)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>empty</source>
        <translation>vazia</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 caracteres</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>é grande demais</translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation>já há mensagens demais na fila</translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation>o servidor desliga sempre que a recebe</translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation>o servidor não a quer</translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation>não estava em nenhuma fila</translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation>foi retirada</translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation>é velha demais</translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation>outras tomaram seu lugar</translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation>não havia conexão</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>binária, %1</translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation>espera na fila %1</translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation>de uma sessão anterior</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation>Ainda sem servidor</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Envelope</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>simples</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>fila %1</translation>
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
        <translation>Endereço, protocolo e fila.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviadas</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregues</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>na fila</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>com falha</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recebidas</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation>Holdfast: qualquer servidor</translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Diga algo</translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation>Fechar esta janela?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation>Mensagens em espera: %1. Não estão em nenhuma fila e não serão enviadas.</translation>
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
        <translation>enviadas</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregues</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdidas</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>duplicadas</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>fora de ordem</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>não ouvidas</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>sem conexão</translation>
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
        <translation>Mensagens que esperam sem fila: %1. Não serão enviadas.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation>Mensagens em espera: %1. Ficam na fila %2.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation>Mensagens em espera: %1. Vão para o novo servidor.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation>Mensagens em espera: %1. A fila as guarda para o servidor a que se destinam.</translation>
    </message>
</context>
<context>
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation>o servidor terminou sozinho</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Conectar a um servidor</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation>WebSocket simples: funciona com qualquer servidor</translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation>Envelope: um hub confirma e lembra</translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation>Subprotocolos a oferecer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation>Fila no disco</translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation>nenhuma: o que espera termina com esta janela</translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation>Enviá-las a este servidor</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation>  O aviso diz: %1</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>está tudo bem de novo</translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation>tempo bom, alguém digita: tudo é entregue</translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation>o cabo está fora desde o início: conectando</translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation>silêncio, e outra rede: a conexão está em dúvida</translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation>estava morta: reconectando</translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation>o cabo está de volta: online de novo</translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation>outra pessoa entra: as mensagens ficam retidas</translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation>o servidor é morto: conexão perdida</translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation>Tem alguém aí?</translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation>a pessoa certa voltou: elas esperam o servidor</translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation>o servidor inicia: online de novo</translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation>o servidor diz que vai reiniciar</translation>
    </message>
    <message>
        <source>it is back</source>
        <translation>ele voltou</translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation>o sistema diz que não há rede: offline</translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation>a rede de um hotel pede login</translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation>login feito: online de novo</translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation>o servidor não nos conhece mais: entre de novo</translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation>o aplicativo fecha a conexão: o que se digita espera</translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation>uma linha lenta: enviando</translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation>o disco falha: as mensagens não podem ser salvas</translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation>Esta está só na memória</translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation>Essa foi a tempestade.</translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation>tudo foi entregue, e nada se perdeu</translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation>Não houve passeio</translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation>Isto não aconteceu: %1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nada foi enviado</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Não entregues: %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>Perdidas: %1</translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation>Duplicadas: %1</translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation>Fora de ordem: %1</translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation>Não ouvidas do que outros disseram: %1</translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation>O programa reclamou: %1</translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation>enviadas %1, entregues %2, perdidas %3, duplicadas %4, fora de ordem %5, não ouvidas %6</translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation>As promessas foram cumpridas.</translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation>As promessas não foram cumpridas.</translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation>Você está aí?</translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation>Estou no trem.</translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation>Tem um túnel à frente.</translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation>O pedido é para doze.</translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation>Envie até sexta, por favor.</translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation>A bomba está em 80 %.</translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation>A válvula três está fechada.</translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation>Recebeu a última?</translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation>As portas do elevador estão se fechando.</translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation>Nos vemos no porto.</translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>Ligar o cabo</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>Puxar o cabo</translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation>Puxa o cabo: o que está a caminho se perde, e ninguém fica sabendo.</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>Latência: %1 ms</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latência</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation>Matar o servidor</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Iniciar o servidor</translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation>Encerra o processo na hora, como uma pane.</translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation>Descongelar o servidor</translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation>Congelar o servidor</translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation>O processo para; as conexões ficam abertas e caladas.</translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation>Reinício anunciado</translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation>O servidor diz quando volta, sai e guarda o que sabe.</translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation>Recusar todos</translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation>Responde a cada pedido com HTTP 503.</translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation>Aceitar e fechar</translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation>Aceita cada conexão e a fecha com o código 1011.</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>Este aplicativo</translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation>Matar o aplicativo</translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation>Encerra este processo na hora e inicia outro: o que espera está lá de novo.</translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation>O servidor: %1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recomeçar</translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation>Esvazia as duas faixas e seus placares.</translation>
    </message>
    <message>
        <source>Find network</source>
        <translation>Achar a rede</translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation>Perder a rede</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Página de login</translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation>A rede de um hotel: uma página própria responde no lugar de todos, até você entrar nela.</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>Trocar de rede</translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation>Do Wi-Fi ao celular: as conexões antigas estão mortas, e o aplicativo é avisado de que a rede é outra.</translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation>Põe o cabo de volta: o que for enviado a partir de agora passa.</translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation>Tudo volta a passar, e o aplicativo fica sabendo.</translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation>Nada passa e, ao contrário do cabo, o aplicativo fica sabendo.</translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation>Sai da rede do hotel.</translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation>Inicia-o de novo, no mesmo endereço.</translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation>Deixa o processo continuar de onde parou.</translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation>Volta a deixar todos entrarem.</translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation>Volta a aceitar cada conexão e a mantê-la.</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation>A conexão que permanece</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Idioma do sistema</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>Cores do sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
</context>
</TS>
