<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Bubble</name>
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
        <source>not delivered</source>
        <translation>未送达</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>在两条通道里说点什么</translation>
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
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation>连接到服务器…</translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation>另一个窗口，一条通道通向任意 WebSocket 服务器。</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation>连接详情</translation>
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
            <numerusform>%Ln 条消息，%1</numerusform>
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
    <message>
        <source>trying again soon</source>
        <translation>即将重试</translation>
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
        <source>trying again soon</source>
        <translation>即将重试</translation>
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
    <name>PanelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation>你已联网</translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation>可以关闭本页了。</translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation>欢迎光临海港酒店</translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation>登录后才能使用此网络。（这是演示自带的：什么都不问，也没有任何东西离开这台电脑。）</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
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
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>太大了</translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation>等待的已经太多</translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation>服务器每次收到都挂断</translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation>服务器不接受</translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation>它不在任何队列中</translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation>太旧了</translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation>被其他消息取代</translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>二进制，%1</translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation>在队列 %1 中等待</translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation>来自上次运行</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation>还没有服务器</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Envelope</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>服务器…</translation>
    </message>
    <message>
        <source>Address, protocol and queue.</source>
        <translation>地址、协议和队列。</translation>
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
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已收到</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation>Holdfast：任意服务器</translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>说点什么</translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation>关闭此窗口？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation>等待的消息：%1。它们不在任何队列中，不会被发送。</translation>
    </message>
</context>
<context>
    <name>SayField</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
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
    <name>ServerForm</name>
    <message>
        <source>Messages that wait in no queue: %1. They will not be sent.</source>
        <translation>不在队列中等待的消息：%1。它们不会被发送。</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation>等待的消息：%1。它们留在队列 %2 中。</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation>等待的消息：%1。它们会发给新服务器。</translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation>等待的消息：%1。队列会为它们的目标服务器保留。</translation>
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
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>连接到服务器</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation>普通 WebSocket：适用于任何服务器</translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation>Envelope：由集线器确认并记住</translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation>要提供的子协议</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation>磁盘上的队列</translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation>无：等待的消息随此窗口一起消失</translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation>改为发给这台服务器</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation>  横幅提示：%1</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>一切又正常了</translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation>天气晴朗，有人在打字：全部送达</translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation>一开始网线就没插：正在连接</translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation>一片寂静，换了网络：连接可疑</translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation>连接已断：正在重连</translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation>网线插回：重新在线</translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation>别人登录：消息被扣留</translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation>服务器被杀掉：连接中断</translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation>有人吗？</translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation>本人回来了：消息等待服务器</translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation>服务器启动：重新在线</translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation>服务器说它要重启</translation>
    </message>
    <message>
        <source>it is back</source>
        <translation>它回来了</translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation>系统说没有网络：离线</translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation>酒店网络要求登录</translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation>已在那里登录：重新在线</translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation>服务器不再认识我们：请重新登录</translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation>应用关闭连接：输入的内容等待</translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation>线路很慢：正在发送</translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation>磁盘故障：消息无法保存</translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation>这条只在内存里</translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation>风暴过去了。</translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation>全部送达，什么都没错过</translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation>没有进行演示</translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation>没有发生：%1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>什么都没发送</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>未送达：%1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>丢失：%1</translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation>重复：%1</translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation>乱序：%1</translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation>错过别人说的话：%1</translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation>程序有抱怨：%1</translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation>发送 %1，送达 %2，丢失 %3，重复 %4，乱序 %5，错过 %6</translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation>承诺都兑现了。</translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation>承诺没有兑现。</translation>
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
    <message>
        <source>Find network</source>
        <translation>找回网络</translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation>失去网络</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>登录页面</translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation>酒店网络：在你登录之前，它自己的页面代替所有人回答。</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>切换网络</translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation>从 Wi-Fi 切到移动网络：旧连接已断，应用会得知网络换了。</translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation>重新插上网线：此后发送的内容都能通过。</translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation>一切重新畅通，应用会得到通知。</translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation>什么都通不过；与拔网线不同，应用会得到通知。</translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation>离开酒店的网络。</translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation>在同一地址重新启动它。</translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation>让它的进程从停下处继续。</translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation>重新让所有人进来。</translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation>重新接受并保持每个连接。</translation>
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
