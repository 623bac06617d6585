<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation>Ocultar detalhes</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>Conectado durante todo o último minuto</numerusform>
            <numerusform>Conectado sem interrupção nos últimos %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>Sem conexão no último minuto</numerusform>
            <numerusform>Sem conexão nos últimos %Ln minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>Conectado por cerca de %1% do último minuto</numerusform>
            <numerusform>Conectado por cerca de %1% dos últimos %Ln minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message>
        <source>Messages are held for another account</source>
        <translation>Há mensagens retidas de outra conta</translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation>Não é possível salvar as mensagens neste dispositivo</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Você está offline</translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation>O servidor está reiniciando. Tentando novamente…</translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation>O servidor está reiniciando. De volta em cerca de %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation>Servidor inacessível. Tentando novamente…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation>Servidor inacessível. Nova tentativa em %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconectando…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation>Conexão perdida. Tentando novamente…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation>Conexão perdida. Nova tentativa em %1</translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation>Verificando a conexão…</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>Online novamente</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>Enviando %Ln mensagem…</numerusform>
            <numerusform>Enviando %Ln mensagens…</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Entre novamente na sua conta</translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation>Conectado em outro dispositivo</translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation>Você não tem acesso</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation>Não foi possível verificar a identidade do servidor</translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation>Este aplicativo não consegue se comunicar com o servidor</translation>
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
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>Abrir página de login</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Usar aqui</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%Ln mensagem na fila</numerusform>
            <numerusform>%Ln mensagens na fila</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>O nome do servidor não foi encontrado</translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation>Ninguém responde no endereço do servidor</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>A conexão caiu</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>O servidor não responde</translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation>Não foi possível usar o proxy</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>O servidor encerrou a conexão</translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation>O servidor está reiniciando</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>O servidor está ocupado</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>O servidor está com um problema</translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation>Uma mensagem não foi aceita</translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation>A conexão estava lenta demais para o servidor</translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation>O servidor fala outro protocolo</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation>O servidor não aceitou o login</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Ninguém entrou na conta</translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation>O servidor não permite</translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation>O endereço do servidor está errado</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>O certificado do servidor não é confiável</translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation>A conta está em uso em outro lugar</translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation>Todas as tentativas falharam</translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation>Outra janela está com as mensagens abertas</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Tentativa %1</translation>
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
        <translation>O servidor diz: %1</translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation>Esta rede pede que você faça login</translation>
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
        <translation>Aguardando para reconectar</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>Aguardando a rede</translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation>Encerrando a conexão…</translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation>A conexão falhou</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Não conectado</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation>há %1&#xa0;min</translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>até %Ln mensagem na fila</numerusform>
            <numerusform>até %Ln mensagens na fila</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
</context>
</TS>
