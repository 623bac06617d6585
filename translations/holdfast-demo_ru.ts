<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Bubble</name>
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
        <source>not delivered</source>
        <translation>не доставлено</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>Скажите что-нибудь на обеих дорожках</translation>
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
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation>Подключиться к серверу…</translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation>Ещё одно окно с одной дорожкой к любому серверу WebSocket.</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation>Подробности о соединении</translation>
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
            <numerusform>%Ln сообщение, %1</numerusform>
            <numerusform>%Ln сообщения, %1</numerusform>
            <numerusform>%Ln сообщений, %1</numerusform>
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
    <message>
        <source>trying again soon</source>
        <translation>скоро новая попытка</translation>
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
        <source>trying again soon</source>
        <translation>скоро новая попытка</translation>
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
    <name>PanelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
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
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation>Вы в сети</translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation>Эту страницу можно закрыть.</translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation>Добро пожаловать в отель «Гавань»</translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation>Войдите, чтобы пользоваться этой сетью. (Это сеть самой демонстрации: ничего не спрашивается, и ничто не покидает этот компьютер.)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>символов: %1</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>слишком большое</translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation>слишком много уже ждёт</translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation>сервер разрывает связь, как только его получает</translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation>сервер его не принимает</translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation>его не было ни в одной очереди</translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation>его отозвали</translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation>слишком старое</translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation>его место заняли другие</translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation>не было соединения</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>двоичное, %1</translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation>ждёт в очереди %1</translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation>с прошлого запуска</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation>Сервера пока нет</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Envelope</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>простой</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>очередь %1</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Отключиться</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Сервер…</translation>
    </message>
    <message>
        <source>Address, protocol and queue.</source>
        <translation>Адрес, протокол и очередь.</translation>
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
        <source>waiting</source>
        <translation>ждут</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>received</source>
        <translation>получено</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation>Holdfast: любой сервер</translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Скажите что-нибудь</translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation>Закрыть это окно?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation>Сообщений ждёт: %1. Они не в очереди и не будут отправлены.</translation>
    </message>
</context>
<context>
    <name>SayField</name>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
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
    <name>ServerForm</name>
    <message>
        <source>Messages that wait in no queue: %1. They will not be sent.</source>
        <translation>Сообщений ждёт вне очереди: %1. Они не будут отправлены.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation>Сообщений ждёт: %1. Они остаются в очереди %2.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation>Сообщений ждёт: %1. Они уйдут на новый сервер.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation>Сообщений ждёт: %1. Очередь хранит их для того сервера, которому они предназначены.</translation>
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
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Подключение к серверу</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation>Простой WebSocket: работает с любым сервером</translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation>Envelope: хаб подтверждает и помнит</translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation>Предлагаемые подпротоколы</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation>Очередь на диске</translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation>нет: то, что ждёт, исчезнет вместе с окном</translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation>Отправить их на этот сервер</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation>  Плашка говорит: %1</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>всё снова в порядке</translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation>ясно, кто-то печатает: всё доставляется</translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation>кабель с самого начала не вставлен: подключение</translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation>тишина и другая сеть: соединение под сомнением</translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation>оно было мертво: переподключение</translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation>кабель снова на месте: снова в сети</translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation>входит кто-то другой: сообщения придержаны</translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation>сервер убит: соединение потеряно</translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation>Есть кто-нибудь?</translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation>вернулся тот самый: они ждут сервера</translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation>сервер запускается: снова в сети</translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation>сервер говорит, что перезапустится</translation>
    </message>
    <message>
        <source>it is back</source>
        <translation>он вернулся</translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation>система говорит, что сети нет: не в сети</translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation>сеть гостиницы требует входа</translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation>вход выполнен: снова в сети</translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation>сервер нас больше не знает: войдите снова</translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation>приложение закрывает соединение: набранное ждёт</translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation>медленная линия: отправка</translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation>диск отказал: сообщения не сохранить</translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation>Это только в памяти</translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation>Это была буря.</translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation>всё доставлено, и ничто не пропущено</translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation>Прогона не было</translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation>Этого не произошло: %1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Ничего не отправлено</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Не доставлено: %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>Потеряно: %1</translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation>Повторы: %1</translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation>Не по порядку: %1</translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation>Пропущено из сказанного другими: %1</translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation>Программа пожаловалась: %1</translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation>отправлено %1, доставлено %2, потеряно %3, повторы %4, не по порядку %5, пропущено %6</translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation>Обещания выполнены.</translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation>Обещания не выполнены.</translation>
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
    <message>
        <source>Find network</source>
        <translation>Найти сеть</translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation>Потерять сеть</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Страница входа</translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation>Сеть гостиницы: её собственная страница отвечает вместо всех, пока вы там не войдёте.</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>Сменить сеть</translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation>С Wi-Fi на мобильную: старые соединения мертвы, и приложению говорят, что сеть другая.</translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation>Вставляет кабель обратно: всё, что отправлено с этого момента, проходит.</translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation>Всё снова проходит, и приложению об этом сообщают.</translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation>Ничего не проходит, и, в отличие от кабеля, приложению об этом сообщают.</translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation>Покидает сеть гостиницы.</translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation>Запускает его снова, по тому же адресу.</translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation>Даёт его процессу продолжить с того места, где он остановился.</translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation>Снова впускает всех.</translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation>Снова принимает каждое соединение и сохраняет его.</translation>
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
