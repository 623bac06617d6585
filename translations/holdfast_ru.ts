<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation>Скрыть подробности</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>За последнюю %Ln минуту соединение не прерывалось</numerusform>
            <numerusform>За последние %Ln минуты соединение не прерывалось</numerusform>
            <numerusform>За последние %Ln минут соединение не прерывалось</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>За последнюю %Ln минуту соединения не было</numerusform>
            <numerusform>За последние %Ln минуты соединения не было</numerusform>
            <numerusform>За последние %Ln минут соединения не было</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>За последнюю %Ln минуту соединение было около %1&#xa0;% времени</numerusform>
            <numerusform>За последние %Ln минуты соединение было около %1&#xa0;% времени</numerusform>
            <numerusform>За последние %Ln минут соединение было около %1&#xa0;% времени</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message>
        <source>Messages are held for another account</source>
        <translation>Сообщения другой учётной записи задержаны</translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation>Не удаётся сохранить сообщения на этом устройстве</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Нет подключения к сети</translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation>Сервер перезапускается. Повторная попытка…</translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation>Сервер перезапускается. Вернётся примерно через %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation>Сервер недоступен. Повторная попытка…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation>Сервер недоступен. Повтор через %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Восстановление соединения…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation>Соединение потеряно. Повторная попытка…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation>Соединение потеряно. Повтор через %1</translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation>Проверка соединения…</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>Снова в сети</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>Отправляется %Ln сообщение…</numerusform>
            <numerusform>Отправляются %Ln сообщения…</numerusform>
            <numerusform>Отправляется %Ln сообщений…</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Войдите снова</translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation>Подключено на другом устройстве</translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation>У вас нет доступа</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation>Не удалось проверить подлинность сервера</translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation>Приложение не может обменяться данными с сервером</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;мин</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>Открыть страницу входа</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Использовать здесь</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%Ln сообщение ждёт отправки</numerusform>
            <numerusform>%Ln сообщения ждут отправки</numerusform>
            <numerusform>%Ln сообщений ждут отправки</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>Имя сервера не найдено</translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation>По адресу сервера никто не отвечает</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>Соединение оборвалось</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Сервер не отвечает</translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation>Не удалось использовать прокси</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>Сервер закрыл соединение</translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation>Сервер перезапускается</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Сервер занят</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>На сервере возникла проблема</translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation>Сообщение не было принято</translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation>Соединение слишком медленное для сервера</translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation>Сервер использует другой протокол</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation>Сервер не принял данные для входа</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Вход не выполнен</translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation>Сервер этого не разрешает</translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation>Неверный адрес сервера</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>Сертификат сервера не заслуживает доверия</translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation>Учётная запись используется в другом месте</translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation>Все попытки не удались</translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation>Сообщения открыты в другом окне</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Попытка %1</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (код %2)</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Сервер сообщает: %1</translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation>Эта сеть требует входа</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Подключено</translation>
    </message>
    <message>
        <source>Waiting to connect again</source>
        <translation>Ожидание повторного подключения</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>Ожидание сети</translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation>Закрытие соединения…</translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation>Подключиться не удалось</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Не подключено</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation>%1&#xa0;мин назад</translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>в очереди до %Ln сообщения</numerusform>
            <numerusform>в очереди до %Ln сообщений</numerusform>
            <numerusform>в очереди до %Ln сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
</context>
</TS>
