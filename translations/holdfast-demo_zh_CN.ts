<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>在两条通道里说点什么</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>有人作伴</translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation>有人在说话，不管你听不听得到。</translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation>替我打字</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation>连接详情</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>%n 条消息，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>上次错误</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>服务器说</translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation>连接对自身的说明</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Puts what the connection says of itself on the clipboard.</source>
        <translation>把连接对自身的说明放到剪贴板。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>你</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>正在检查连接…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>等待网络</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>正在关闭…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>LaneView</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation>Holdfast：始终在线的连接</translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation>Holdfast 演示</translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation>加上人人都会写的循环</translation>
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
        <translation>稍后收到</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Ada</source>
        <comment>somebody&apos;s name, short</comment>
        <translation>艾达</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation>错过又补上</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation>还没有人说话。</translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation>普通的 QWebSocket</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>trying again in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation>运行于 %1，进程 %2</translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation>有人在打字；服务器被杀掉，%1 秒后回来。</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1，%2 条等待</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被杀掉</translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation>输入 %1，送达 %2，丢失 %3，因重试而重复 %4，顺序正确：%5，%6 秒没有连接</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation>正在连接，第 %1 次</translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation>已连接，发送等待的消息：%1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation>已断开，%1 秒后重试</translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation>已断开，没有网络</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>The ferry is late today.</source>
        <translation>今天渡轮晚点了。</translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation>谁有船库的钥匙？</translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation>西北风，五级。</translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation>午饭请再加两位。</translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation>四号码头的灯灭了。</translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation>六点一刻涨潮。</translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation>我把绳子收好了。</translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>乱序</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>错过</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>断线</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation>服务器自行退出了</translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation>你在吗？</translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation>我在火车上。</translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation>前面有隧道。</translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation>订单是十二份。</translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation>请在周五前寄出。</translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation>水泵在 80 %。</translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation>三号阀已关。</translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation>上一条收到了吗？</translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation>电梯门要关了。</translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation>港口见。</translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>插上</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>拔线</translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation>拔掉网线：途中的数据丢失，而且没有人知道。</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>延迟：%1 毫秒</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation>杀掉服务器</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>启动服务器</translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation>像崩溃一样立即结束它的进程。</translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation>解冻服务器</translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation>冻结服务器</translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation>它的进程停住，连接保持打开但不再出声。</translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation>预告重启</translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation>服务器说明何时回来，离开，并保留它所知道的。</translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation>拒绝所有人</translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation>对每个升级请求都回答 HTTP 503。</translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation>接受后关闭</translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation>接受每个连接，再以代码 1011 关闭。</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>本应用</translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation>杀掉本应用</translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation>立即结束本进程并另起一个：等待的消息都还在。</translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation>清空两条通道和它们的计分。</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation>始终在线的连接</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>系统颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
</TS>
