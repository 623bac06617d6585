<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Bubble</name>
    <message>
        <source>received</source>
        <translation>受信済み</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>配信済み</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>未配信</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>両方のレーンで発言</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>話し相手</translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation>聞こえるかどうかにかかわらず、ほかの人が話します。</translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation>代わりに入力</translation>
    </message>
</context>
<context>
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation>サーバーに接続…</translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation>任意の WebSocket サーバーへのレーンが一つある、別のウィンドウ。</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation>接続の詳細</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation>接続の詳細</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>%Ln 件のメッセージ、%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最後のエラー</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>サーバーの言葉</translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation>接続自身による説明</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Puts what the connection says of itself on the clipboard.</source>
        <translation>接続自身による説明をクリップボードに入れます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
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
        <translation>あなた</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>接続を確認中…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>ネットワークを待機中</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>切断中…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>まもなく再試行</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation>Holdfast: 途切れない接続</translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation>Holdfast デモ</translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation>と、誰もが書くループ</translation>
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
        <translation>後で受信</translation>
    </message>
    <message>
        <source>received</source>
        <translation>受信済み</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>配信済み</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>Ada</source>
        <comment>somebody&apos;s name, short</comment>
        <translation>エイダ</translation>
    </message>
    <message>
        <source>late</source>
        <translation>遅延</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation>見逃し、到着</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation>まだ発言がありません。</translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation>素の QWebSocket</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>まもなく再試行</translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation>配信</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>メッセージ %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation>%1 で稼働中、プロセス %2</translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation>誰かが入力しています。サーバーは強制終了され、%1 秒後に戻ります。</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1、待機 %2</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>強制終了</translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation>入力 %1、配信 %2、消失 %3、再試行による重複 %4、順序どおり: %5、未接続 %6 秒</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation>接続中、試行 %1</translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation>接続済み、待機分を送信中: %1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation>切断、次の試行まで %1 秒</translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation>切断、ネットワークなし</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失敗: %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>切断</translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>The ferry is late today.</source>
        <translation>今日はフェリーが遅れています。</translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation>ボート小屋の鍵は誰が持っていますか？</translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation>北西の風、風力五。</translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation>昼食をあと二人分お願いします。</translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation>四番桟橋の明かりが消えています。</translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation>満潮は六時十五分です。</translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation>ロープは片付けました。</translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation>オンラインです</translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation>このページを閉じてかまいません。</translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation>ハーバーホテルへようこそ</translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation>このネットワークを使うにはサインインしてください。（デモ自身のものです。何も尋ねず、このコンピューターから何も出ません。）</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 文字</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>大きすぎます</translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation>待機中のものが多すぎます</translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation>受け取るたびにサーバーが切断します</translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation>サーバーが受け付けません</translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation>どのキューにもありませんでした</translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation>取り消されました</translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation>古すぎます</translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation>ほかのメッセージに場所を譲りました</translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation>接続がありませんでした</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>バイナリー、%1</translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation>キュー %1 で待機中</translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation>以前の実行から</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation>サーバー未設定</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Envelope</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>プレーン</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>キュー %1</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>サーバー…</translation>
    </message>
    <message>
        <source>Address, protocol and queue.</source>
        <translation>アドレス、プロトコル、キュー。</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>配信</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>received</source>
        <translation>受信</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation>Holdfast: 任意のサーバー</translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>発言する</translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation>このウィンドウを閉じますか？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation>待機中のメッセージ: %1。どのキューにもないため、送信されません。</translation>
    </message>
</context>
<context>
    <name>SayField</name>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>配信</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>順序違い</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未受信</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>切断時間</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Messages that wait in no queue: %1. They will not be sent.</source>
        <translation>キューなしで待機中のメッセージ: %1。送信されません。</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation>待機中のメッセージ: %1。キュー %2 に残ります。</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation>待機中のメッセージ: %1。新しいサーバーに送られます。</translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation>待機中のメッセージ: %1。宛先のサーバーのためにキューが保持します。</translation>
    </message>
</context>
<context>
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation>サーバーが自ら終了しました</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>サーバーに接続</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation>通常の WebSocket: どのサーバーでも使えます</translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation>Envelope: ハブが確認し、記憶します</translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation>提示するサブプロトコル</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation>ディスク上のキュー</translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation>なし: 待機中のものはウィンドウとともに消えます</translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation>代わりにこのサーバーへ送る</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation>  バナーの表示: %1</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>すべて元どおりです</translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation>好天気、誰かが入力中: すべて届きます</translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation>最初からケーブルが抜けています: 接続中</translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation>静寂、そして別のネットワーク: 接続を疑います</translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation>切れていました: 再接続中</translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation>ケーブルが戻りました: オンラインに復帰</translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation>別の人がサインイン: メッセージは保留されます</translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation>サーバーが強制終了: 接続が切れました</translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation>誰かいますか？</translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation>本人が戻りました: サーバーを待ちます</translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation>サーバーが起動: オンラインに復帰</translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation>サーバーが再起動を予告します</translation>
    </message>
    <message>
        <source>it is back</source>
        <translation>戻りました</translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation>システムによればネットワークなし: オフライン</translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation>ホテルのネットワークがサインインを求めます</translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation>そこでサインイン: オンラインに復帰</translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation>サーバーがもう覚えていません: もう一度サインインを</translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation>アプリが接続を閉じます: 入力は待機します</translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation>遅い回線: 送信中</translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation>ディスク障害: メッセージを保存できません</translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation>これはメモリーにしかありません</translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation>嵐は去りました。</translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation>すべて届き、見逃しはありません</translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation>ツアーはありませんでした</translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation>起こりませんでした: %1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>何も送信されませんでした</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>未配信: %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>消失: %1</translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation>重複: %1</translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation>順序違い: %1</translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation>他者の発言の未受信: %1</translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation>プログラムの警告: %1</translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation>送信 %1、配信 %2、消失 %3、重複 %4、順序違い %5、未受信 %6</translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation>約束は守られました。</translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation>約束は守られませんでした。</translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation>いますか？</translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation>電車に乗っています。</translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation>この先はトンネルです。</translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation>注文は十二人分です。</translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation>金曜までに送ってください。</translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation>ポンプは 80 % です。</translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation>バルブ三は閉まっています。</translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation>最後のは届きましたか？</translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation>エレベーターの扉が閉まります。</translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation>港で会いましょう。</translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>天候</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>接続する</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>切り離す</translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation>ケーブルを抜きます。送信途中のものは失われ、誰にも知らされません。</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>遅延: %1 ミリ秒</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>遅延</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation>サーバーを強制終了</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>サーバーを起動</translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation>クラッシュのように、プロセスを即座に終了します。</translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation>サーバーの凍結を解除</translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation>サーバーを凍結</translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation>プロセスは止まり、接続は開いたまま何も言いません。</translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation>予告つき再起動</translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation>サーバーは戻る時刻を告げて停止し、覚えていることは保ちます。</translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation>全員を拒否</translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation>接続要求のすべてに HTTP 503 で答えます。</translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation>受け入れて切断</translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation>すべての接続を受け入れ、コード 1011 で閉じます。</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>このアプリ</translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation>アプリを強制終了</translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation>このプロセスを即座に終了し、別のプロセスを起動します。待機中のものは残っています。</translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation>サーバー: %1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation>両方のレーンとスコアを空にします。</translation>
    </message>
    <message>
        <source>Find network</source>
        <translation>ネットワークを回復</translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation>ネットワークを失う</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>サインインページ</translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation>ホテルのネットワーク: サインインするまで、専用のページが皆の代わりに答えます。</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>ネットワークを変更</translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation>Wi-Fi からモバイルへ: 古い接続は切れ、ネットワークが変わったとアプリに知らされます。</translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation>ケーブルを挿し直します。これから送るものは届きます。</translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation>すべてが再び通るようになり、アプリに知らされます。</translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation>何も通らなくなり、ケーブルの場合と違ってアプリに知らされます。</translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation>ホテルのネットワークから離れます。</translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation>同じアドレスで再び起動します。</translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation>プロセスを止まったところから続けさせます。</translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation>再び全員を受け入れます。</translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation>再びどの接続も受け入れて保ちます。</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation>途切れない接続</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>システムの言語</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>システムの配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
</context>
</TS>
