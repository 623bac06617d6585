<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation>隐藏详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>过去 %Ln 分钟一直保持连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>过去 %Ln 分钟未连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>过去 %Ln 分钟内约 %1% 的时间已连接</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message>
        <source>Messages are held for another account</source>
        <translation>另一个帐户的消息已被保留</translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation>无法在此设备上保存消息</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>您已离线</translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation>服务器正在重启。正在重试…</translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation>服务器正在重启。约 %1后恢复</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation>无法连接服务器。正在重试…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation>无法连接服务器。%1后重试</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>正在重新连接…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation>连接已断开。正在重试…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation>连接已断开。%1后重试</translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation>正在检查连接…</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>已恢复连接</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>正在发送 %Ln 条消息…</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>请重新登录</translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation>已在另一台设备上连接</translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation>您没有访问权限</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation>无法验证服务器的身份</translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation>此应用无法与服务器通信</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;分钟</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>打开登录页面</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>在此使用</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%Ln 条消息待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>找不到服务器名称</translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation>服务器地址没有响应</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>服务器没有响应</translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation>无法使用代理</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>服务器关闭了连接</translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation>服务器正在重启</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>服务器繁忙</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>服务器出现问题</translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation>有一条消息未被接受</translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation>连接速度过慢，服务器无法等待</translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation>服务器使用不同的协议</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation>服务器未接受登录</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation>服务器不允许</translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation>服务器地址有误</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>服务器证书不受信任</translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation>该帐户正在别处使用</translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation>所有尝试均已失败</translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation>另一个窗口已打开这些消息</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1（HTTP %2）</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1（代码 %2）</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>服务器消息：%1</translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation>此网络要求登录</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Waiting to connect again</source>
        <translation>等待重新连接</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>等待网络</translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation>正在关闭连接…</translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation>%1&#xa0;分钟前</translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>最多 %Ln 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
</TS>
