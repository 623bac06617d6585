<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation>詳細を隠す</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>過去 %Ln 分間ずっと接続</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>過去 %Ln 分間は接続なし</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>過去 %Ln 分間のうち約 %1% 接続</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message>
        <source>Messages are held for another account</source>
        <translation>別のアカウントのメッセージを保留しています</translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation>このデバイスにメッセージを保存できません</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>オフラインです</translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation>サーバーを再起動中です。再試行しています…</translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation>サーバーを再起動中です。約 %1後に復帰します</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続しています…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation>サーバーに接続できません。再試行しています…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation>サーバーに接続できません。%1後に再試行します</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>再接続しています…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation>接続が切れました。再試行しています…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation>接続が切れました。%1後に再試行します</translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation>接続を確認しています…</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>オンラインに戻りました</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>%Ln 件のメッセージを送信しています…</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>もう一度サインインしてください</translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation>別のデバイスで接続中です</translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation>アクセス権がありません</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation>サーバーの身元を確認できませんでした</translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation>このアプリはサーバーと通信できません</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;分</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>サインインページを開く</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>ここで使用</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%Ln 件のメッセージが待機中</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>サーバー名が見つかりません</translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation>サーバーのアドレスから応答がありません</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>接続が切断されました</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>サーバーが応答しません</translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation>プロキシを使用できませんでした</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>サーバーが接続を閉じました</translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation>サーバーを再起動中です</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>サーバーが混み合っています</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>サーバーに問題があります</translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation>メッセージが受け付けられませんでした</translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation>サーバーに対して接続が遅すぎました</translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation>サーバーの通信方式が異なります</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation>サーバーがサインインを受け付けませんでした</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>サインインしていません</translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation>サーバーが許可していません</translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation>サーバーのアドレスが正しくありません</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>サーバーの証明書は信頼されていません</translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation>アカウントは別の場所で使用されています</translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation>すべての試行が失敗しました</translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation>別のウィンドウがメッセージを開いています</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>試行 %1 回目</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1（HTTP %2）</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1（コード %2）</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>サーバーからのメッセージ: %1</translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation>このネットワークではサインインが必要です</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Connecting…</source>
        <translation>接続しています…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Waiting to connect again</source>
        <translation>再接続を待っています</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>ネットワークを待っています</translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation>接続を閉じています…</translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation>接続に失敗しました</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation>%1&#xa0;分前</translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>最大 %Ln 件が待機</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
</context>
</TS>
