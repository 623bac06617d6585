<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Скажите что-нибудь на обеих дорожках</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Собеседник</translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation>Говорит кто-то ещё, слышно вам или нет.</translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation>Печатай за меня</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation>Подробности о соединении</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Попытка</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Туда и обратно</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>%n сообщение, %1</numerusform>
            <numerusform>%n сообщения, %1</numerusform>
            <numerusform>%n сообщений, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Последняя ошибка</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation>%1, в %2</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>Сервер сказал</translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation>Что соединение говорит о себе</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Puts what the connection says of itself on the clipboard.</source>
        <translation>Кладёт в буфер обмена то, что соединение говорит о себе.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
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
        <translation>вы</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>не подключено</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>подключение…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>проверка соединения…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>подключено</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>новая попытка через %1 с</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>ждёт сети</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>закрывается…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
</context>
<context>
    <name>LaneView</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation>Holdfast: соединение, которое остаётся</translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation>Демо Holdfast</translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation>и цикл, который пишут все</translation>
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
        <translation>получено позже</translation>
    </message>
    <message>
        <source>received</source>
        <translation>получено</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>потеряно</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ada</source>
        <comment>somebody&apos;s name, short</comment>
        <translation>Ада</translation>
    </message>
    <message>
        <source>late</source>
        <translation>поздно</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation>пропущено, но здесь</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation>Пока ничего не сказано.</translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation>Простой QWebSocket</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>не подключено</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>подключение…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>подключено</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>новая попытка через %1 с</translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>сообщение %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>сервер</translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation>работает на %1, процесс %2</translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation>Кто-то печатает; сервер убивают, и он возвращается через %1 с.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>набрано</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, ждёт %2</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>убит</translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation>набрано %1, доставлено %2, потеряно %3, повторено новой попыткой %4, по порядку: %5, %6 с без соединения</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>соединение</translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation>подключение, попытка %1</translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation>есть, отправляет ждущие: %1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>есть</translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation>нет, следующая попытка через %1 с</translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation>нет, нет сети</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>сбой: %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыто</translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>The ferry is late today.</source>
        <translation>Паром сегодня опаздывает.</translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation>У кого ключ от лодочного сарая?</translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation>Ветер северо-западный, пять баллов.</translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation>Ещё двое к обеду, пожалуйста.</translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation>На четвёртом причале не горит свет.</translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation>Полная вода в четверть седьмого.</translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation>Я убрал канаты.</translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>потеряно</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>повторы</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>не по порядку</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>без связи</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>с</translation>
    </message>
</context>
<context>
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation>сервер завершился сам</translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation>Ты здесь?</translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation>Я в поезде.</translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation>Впереди туннель.</translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation>Заказ на двенадцать.</translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation>Пришлите до пятницы, пожалуйста.</translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation>Насос работает на 80 %.</translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation>Третий вентиль закрыт.</translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation>Последнее дошло?</translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation>Двери лифта закрываются.</translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation>Увидимся в порту.</translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>Погода</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>Выдернуть</translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation>Выдёргивает кабель: то, что в пути, пропадает, и никто об этом не узнаёт.</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>Задержка: %1 мс</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation>Убить сервер</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Запустить сервер</translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation>Сразу завершает его процесс, как при сбое.</translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation>Разморозить сервер</translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation>Заморозить сервер</translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation>Его процесс замирает; соединения остаются открытыми и молчат.</translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation>Перезапуск с объявлением</translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation>Сервер говорит, когда вернётся, уходит и помнит всё, что знал.</translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation>Отказывать всем</translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation>На каждый запрос отвечает HTTP 503.</translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation>Принять и закрыть</translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation>Принимает каждое соединение и закрывает его с кодом 1011.</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>Это приложение</translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation>Убить приложение</translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation>Сразу завершает этот процесс и запускает другой: всё, что ждало, снова на месте.</translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation>Сервер: %1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation>Очищает обе дорожки и их счёт.</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation>Соединение, которое остаётся</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Язык системы</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>Цвета системы</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
</context>
</TS>
