<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Bubble</name>
    <message>
        <source>received</source>
        <translation>استُلمت</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>سُلّمت</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>لم تُسلَّم</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>قل شيئًا في المسارين</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>رفقة</translation>
    </message>
    <message>
        <source>Somebody else talks, whether you can hear it or not.</source>
        <translation>يتكلم شخص آخر، سمعته أم لم تسمعه.</translation>
    </message>
    <message>
        <source>Type for me</source>
        <translation>اكتب عني</translation>
    </message>
</context>
<context>
    <name>ConnectButton</name>
    <message>
        <source>Connect to a server…</source>
        <translation>الاتصال بخادم…</translation>
    </message>
    <message>
        <source>Another window, with one lane to any WebSocket server.</source>
        <translation>نافذة أخرى بمسار واحد إلى أي خادم WebSocket.</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details of the connection</source>
        <translation>تفاصيل الاتصال</translation>
    </message>
</context>
<context>
    <name>DetailsPopover</name>
    <message>
        <source>Details of the connection</source>
        <translation>تفاصيل الاتصال</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>المحاولة</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>الذهاب والإياب</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 مللي ثانية</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1</source>
        <translation>
            <numerusform>لا رسائل، %1</numerusform>
            <numerusform>رسالة واحدة، %1</numerusform>
            <numerusform>رسالتان، %1</numerusform>
            <numerusform>%Ln رسائل، %1</numerusform>
            <numerusform>%Ln رسالة، %1</numerusform>
            <numerusform>%Ln رسالة، %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>آخر خطأ</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an error, a time</comment>
        <translation>%1، الساعة %2</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>قال الخادم</translation>
    </message>
    <message>
        <source>What the connection says of itself</source>
        <translation>ما يقوله الاتصال عن نفسه</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Puts what the connection says of itself on the clipboard.</source>
        <translation>يضع في الحافظة ما يقوله الاتصال عن نفسه.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
        <translation>أنت</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>checking the connection…</source>
        <translation>جارٍ فحص الاتصال…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation>في انتظار الشبكة</translation>
    </message>
    <message>
        <source>closing…</source>
        <translation>جارٍ الإغلاق…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>إعادة المحاولة قريبًا</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Holdfast: the connection that stays</source>
        <translation>Holdfast: الاتصال الذي يبقى</translation>
    </message>
    <message>
        <source>Holdfast demo</source>
        <translation>عرض Holdfast</translation>
    </message>
    <message>
        <source>and the loop that everybody writes</source>
        <translation>والحلقة التي يكتبها الجميع</translation>
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
        <translation>استُلمت لاحقًا</translation>
    </message>
    <message>
        <source>received</source>
        <translation>استُلمت</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>سُلّمت</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>ضاعت</translation>
    </message>
    <message>
        <source>Ada</source>
        <comment>somebody&apos;s name, short</comment>
        <translation>آدا</translation>
    </message>
    <message>
        <source>late</source>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>×%1</source>
        <comment>so many copies</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>missed, and here</source>
        <translation>فاتت ووصلت</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Nothing said yet.</source>
        <translation>لم يُقل شيء بعد.</translation>
    </message>
</context>
<context>
    <name>NaiveLane</name>
    <message>
        <source>Plain QWebSocket</source>
        <translation>مقبس QWebSocket وحده</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>إعادة المحاولة قريبًا</translation>
    </message>
</context>
<context>
    <name>Outage</name>
    <message>
        <source>delivered</source>
        <translation>سُلّمت</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>الرسالة %1</translation>
    </message>
    <message>
        <source>server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>up at %1, process %2</source>
        <translation>يعمل على %1، العملية %2</translation>
    </message>
    <message>
        <source>Somebody types; the server is killed and comes back after %1 s.</source>
        <translation>شخص يكتب؛ يُقتل الخادم ويعود بعد %1 ث.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>كُتبت</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1، %2 في الانتظار</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>قُتل</translation>
    </message>
    <message>
        <source>typed %1, delivered %2, lost %3, repeated by the retry %4, in order: %5, %6 s without a connection</source>
        <translation>كُتبت %1، سُلّمت %2، ضاعت %3، كررتها المحاولة الجديدة %4، بالترتيب: %5، %6 ث بلا اتصال</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>connecting, attempt %1</source>
        <translation>جارٍ الاتصال، المحاولة %1</translation>
    </message>
    <message>
        <source>up, sending what waits: %1</source>
        <translation>قائم، يرسل ما ينتظر: %1</translation>
    </message>
    <message>
        <source>up</source>
        <translation>قائم</translation>
    </message>
    <message>
        <source>down, next attempt in %1 s</source>
        <translation>مقطوع، المحاولة التالية بعد %1 ث</translation>
    </message>
    <message>
        <source>down, no network</source>
        <translation>مقطوع، لا شبكة</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>فشل: %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>The ferry is late today.</source>
        <translation>العبّارة متأخرة اليوم.</translation>
    </message>
    <message>
        <source>Who has the key to the boathouse?</source>
        <translation>من معه مفتاح بيت القوارب؟</translation>
    </message>
    <message>
        <source>Wind from the north-west, five.</source>
        <translation>رياح شمالية غربية، قوتها خمس.</translation>
    </message>
    <message>
        <source>Two more for lunch, please.</source>
        <translation>شخصان إضافيان للغداء، من فضلكم.</translation>
    </message>
    <message>
        <source>The light on pier four is out.</source>
        <translation>ضوء الرصيف الرابع مطفأ.</translation>
    </message>
    <message>
        <source>High water at a quarter past six.</source>
        <translation>المد الأعلى في السادسة والربع.</translation>
    </message>
    <message>
        <source>I have put the ropes away.</source>
        <translation>لقد رتّبتُ الحبال.</translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>You are online</source>
        <translation>أنت متصل</translation>
    </message>
    <message>
        <source>You may close this page.</source>
        <translation>يمكنك إغلاق هذه الصفحة.</translation>
    </message>
    <message>
        <source>Welcome to the Harbour Hotel</source>
        <translation>أهلًا بك في فندق الميناء</translation>
    </message>
    <message>
        <source>Sign in to use this network. (It is the demo&apos;s own: nothing is asked, and nothing leaves this computer.)</source>
        <translation>سجّل الدخول لاستخدام هذه الشبكة. (هي شبكة العرض نفسه: لا يُسأل عن شيء، ولا يغادر شيء هذا الحاسوب.)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>empty</source>
        <translation>فارغة</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>عدد الأحرف: %1</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>كبيرة جدًا</translation>
    </message>
    <message>
        <source>too much waits already</source>
        <translation>ينتظر الكثير بالفعل</translation>
    </message>
    <message>
        <source>the server hangs up whenever it gets it</source>
        <translation>يقطع الخادم كلما استلمها</translation>
    </message>
    <message>
        <source>the server does not want it</source>
        <translation>الخادم لا يريدها</translation>
    </message>
    <message>
        <source>it was in no queue</source>
        <translation>لم تكن في أي طابور</translation>
    </message>
    <message>
        <source>it was taken back</source>
        <translation>سُحبت</translation>
    </message>
    <message>
        <source>it is too old</source>
        <translation>قديمة جدًا</translation>
    </message>
    <message>
        <source>others took its place</source>
        <translation>أخذت أخرى مكانها</translation>
    </message>
    <message>
        <source>there was no connection</source>
        <translation>لم يكن هناك اتصال</translation>
    </message>
    <message>
        <source>binary, %1</source>
        <translation>ثنائية، %1</translation>
    </message>
    <message>
        <source>waits in the queue %1</source>
        <translation>تنتظر في الطابور %1</translation>
    </message>
    <message>
        <source>from an earlier run</source>
        <translation>من تشغيل سابق</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>No server yet</source>
        <translation>لا خادم بعد</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>Envelope</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>بسيط</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>الطابور %1</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>قطع الاتصال</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>الخادم…</translation>
    </message>
    <message>
        <source>Address, protocol and queue.</source>
        <translation>العنوان والبروتوكول والطابور.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>سُلّمت</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>received</source>
        <translation>استُلمت</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Holdfast: any server</source>
        <translation>Holdfast: أي خادم</translation>
    </message>
    <message>
        <source>%1 – Holdfast</source>
        <translation>%1 – Holdfast</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>قل شيئًا</translation>
    </message>
    <message>
        <source>Close this window?</source>
        <translation>إغلاق هذه النافذة؟</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They are in no queue and will not be sent.</source>
        <translation>الرسائل المنتظرة: %1. ليست في أي طابور ولن تُرسَل.</translation>
    </message>
</context>
<context>
    <name>SayField</name>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>سُلّمت</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>ضاعت</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>تكررت</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>خارج الترتيب</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>فاتت</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>انقطاع</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>ث</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Messages that wait in no queue: %1. They will not be sent.</source>
        <translation>الرسائل المنتظرة خارج أي طابور: %1. لن تُرسَل.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They stay in the queue %2.</source>
        <translation>الرسائل المنتظرة: %1. تبقى في الطابور %2.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. They go to the new server.</source>
        <translation>الرسائل المنتظرة: %1. تذهب إلى الخادم الجديد.</translation>
    </message>
    <message>
        <source>Messages that wait: %1. The queue holds them for the server that they are for.</source>
        <translation>الرسائل المنتظرة: %1. يحتفظ بها الطابور للخادم الموجهة إليه.</translation>
    </message>
</context>
<context>
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation>انتهى الخادم من تلقاء نفسه</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>الاتصال بخادم</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>البروتوكول</translation>
    </message>
    <message>
        <source>Plain WebSocket: works with every server</source>
        <translation>WebSocket بسيط: يعمل مع كل خادم</translation>
    </message>
    <message>
        <source>Envelope: a hub confirms and remembers</source>
        <translation>Envelope: محور يؤكد ويتذكر</translation>
    </message>
    <message>
        <source>Subprotocols to offer</source>
        <translation>البروتوكولات الفرعية المعروضة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Queue on the disk</source>
        <translation>الطابور على القرص</translation>
    </message>
    <message>
        <source>none: what waits ends with this window</source>
        <translation>لا شيء: ما ينتظر ينتهي مع هذه النافذة</translation>
    </message>
    <message>
        <source>Send them to this server instead</source>
        <translation>أرسلها إلى هذا الخادم بدلًا من ذلك</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>  The banner says: %1</source>
        <translation>  تقول اللافتة: %1</translation>
    </message>
    <message>
        <source>all is well again</source>
        <translation>كل شيء بخير من جديد</translation>
    </message>
    <message>
        <source>fair weather, somebody types: everything is delivered</source>
        <translation>طقس جميل وشخص يكتب: كل شيء يُسلَّم</translation>
    </message>
    <message>
        <source>the cable is out from the beginning: connecting</source>
        <translation>السلك مفصول من البداية: جارٍ الاتصال</translation>
    </message>
    <message>
        <source>silence, and another network: the connection is doubted</source>
        <translation>صمت وشبكة أخرى: الاتصال موضع شك</translation>
    </message>
    <message>
        <source>it was dead: reconnecting</source>
        <translation>كان ميتًا: جارٍ إعادة الاتصال</translation>
    </message>
    <message>
        <source>the cable is in again: back online</source>
        <translation>عاد السلك: متصل من جديد</translation>
    </message>
    <message>
        <source>somebody else signs in: the messages are held</source>
        <translation>شخص آخر يسجل الدخول: الرسائل محتجزة</translation>
    </message>
    <message>
        <source>the server is killed: connection lost</source>
        <translation>يُقتل الخادم: انقطع الاتصال</translation>
    </message>
    <message>
        <source>Is anybody there?</source>
        <translation>هل من أحد هناك؟</translation>
    </message>
    <message>
        <source>the right one is back: they wait for the server</source>
        <translation>عاد صاحبها: تنتظر الخادم</translation>
    </message>
    <message>
        <source>the server starts: back online</source>
        <translation>يعمل الخادم: متصل من جديد</translation>
    </message>
    <message>
        <source>the server says that it will restart</source>
        <translation>يقول الخادم إنه سيعيد التشغيل</translation>
    </message>
    <message>
        <source>it is back</source>
        <translation>لقد عاد</translation>
    </message>
    <message>
        <source>the system says that there is no network: offline</source>
        <translation>يقول النظام إنه لا شبكة: غير متصل</translation>
    </message>
    <message>
        <source>a hotel&apos;s network asks to sign in</source>
        <translation>شبكة فندق تطلب تسجيل الدخول</translation>
    </message>
    <message>
        <source>signed in there: back online</source>
        <translation>سُجّل الدخول هناك: متصل من جديد</translation>
    </message>
    <message>
        <source>the server does not know us any more: please sign in again</source>
        <translation>لم يعد الخادم يعرفنا: سجّل الدخول من جديد</translation>
    </message>
    <message>
        <source>the app closes the connection: what is typed waits</source>
        <translation>يغلق التطبيق الاتصال: ما يُكتب ينتظر</translation>
    </message>
    <message>
        <source>a slow line: sending</source>
        <translation>خط بطيء: جارٍ الإرسال</translation>
    </message>
    <message>
        <source>the disk fails: messages cannot be saved</source>
        <translation>تعطّل القرص: يتعذّر حفظ الرسائل</translation>
    </message>
    <message>
        <source>This one is in memory only</source>
        <translation>هذه في الذاكرة فقط</translation>
    </message>
    <message>
        <source>That was the storm.</source>
        <translation>كانت تلك العاصفة.</translation>
    </message>
    <message>
        <source>everything is delivered, and nothing was missed</source>
        <translation>سُلّم كل شيء، ولم يفت شيء</translation>
    </message>
</context>
<context>
    <name>TourReport</name>
    <message>
        <source>There was no tour</source>
        <translation>لم تكن هناك جولة</translation>
    </message>
    <message>
        <source>This did not come about: %1</source>
        <translation>لم يحدث هذا: %1</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>لم يُرسل شيء</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>لم تُسلَّم: %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>ضاعت: %1</translation>
    </message>
    <message>
        <source>Duplicated: %1</source>
        <translation>تكررت: %1</translation>
    </message>
    <message>
        <source>Out of order: %1</source>
        <translation>خارج الترتيب: %1</translation>
    </message>
    <message>
        <source>Missed of what others said: %1</source>
        <translation>فات مما قاله الآخرون: %1</translation>
    </message>
    <message>
        <source>The program complained: %1</source>
        <translation>اشتكى البرنامج: %1</translation>
    </message>
    <message>
        <source>sent %1, delivered %2, lost %3, duplicated %4, out of order %5, missed %6</source>
        <translation>أُرسلت %1، سُلّمت %2، ضاعت %3، تكررت %4، خارج الترتيب %5، فاتت %6</translation>
    </message>
    <message>
        <source>The promises held.</source>
        <translation>صمدت الوعود.</translation>
    </message>
    <message>
        <source>The promises did not hold.</source>
        <translation>لم تصمد الوعود.</translation>
    </message>
</context>
<context>
    <name>Typist</name>
    <message>
        <source>Are you there?</source>
        <translation>هل أنت هناك؟</translation>
    </message>
    <message>
        <source>I am on the train.</source>
        <translation>أنا في القطار.</translation>
    </message>
    <message>
        <source>There is a tunnel ahead.</source>
        <translation>هناك نفق أمامنا.</translation>
    </message>
    <message>
        <source>The order is for twelve.</source>
        <translation>الطلب لاثني عشر شخصًا.</translation>
    </message>
    <message>
        <source>Please send it by Friday.</source>
        <translation>أرسلها قبل الجمعة من فضلك.</translation>
    </message>
    <message>
        <source>The pump is at 80 %.</source>
        <translation>المضخة عند 80 %.</translation>
    </message>
    <message>
        <source>Valve three is closed.</source>
        <translation>الصمام الثالث مغلق.</translation>
    </message>
    <message>
        <source>Did you get my last one?</source>
        <translation>هل وصلتك رسالتي الأخيرة؟</translation>
    </message>
    <message>
        <source>The lift doors are closing.</source>
        <translation>أبواب المصعد تُغلق.</translation>
    </message>
    <message>
        <source>See you at the harbour.</source>
        <translation>نلتقي في الميناء.</translation>
    </message>
</context>
<context>
    <name>WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>الطقس</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>توصيل</translation>
    </message>
    <message>
        <source>Unplug</source>
        <translation>فصل</translation>
    </message>
    <message>
        <source>Pulls the cable: what is under way is lost, and nobody is told.</source>
        <translation>يسحب السلك: ما هو في الطريق يضيع، ولا يُخبَر أحد.</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>التأخير: %1 مللي ثانية</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>التأخير</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Kill server</source>
        <translation>قتل الخادم</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>تشغيل الخادم</translation>
    </message>
    <message>
        <source>Ends its process at once, as a crash would.</source>
        <translation>ينهي عمليته فورًا، كما يفعل الانهيار.</translation>
    </message>
    <message>
        <source>Thaw server</source>
        <translation>إذابة الخادم</translation>
    </message>
    <message>
        <source>Freeze server</source>
        <translation>تجميد الخادم</translation>
    </message>
    <message>
        <source>Its process stops, its connections stay open and say nothing.</source>
        <translation>تتوقف عمليته، وتبقى اتصالاته مفتوحة وصامتة.</translation>
    </message>
    <message>
        <source>Restart, announced</source>
        <translation>إعادة تشغيل معلنة</translation>
    </message>
    <message>
        <source>The server says when it will be back, goes, and keeps what it knows.</source>
        <translation>يقول الخادم متى سيعود، ثم يذهب، ويحتفظ بما يعرفه.</translation>
    </message>
    <message>
        <source>Refuse everybody</source>
        <translation>رفض الجميع</translation>
    </message>
    <message>
        <source>Answers every upgrade with HTTP 503.</source>
        <translation>يرد على كل طلب بـ HTTP 503.</translation>
    </message>
    <message>
        <source>Accept and close</source>
        <translation>قبول ثم إغلاق</translation>
    </message>
    <message>
        <source>Takes every connection and closes it with code 1011.</source>
        <translation>يقبل كل اتصال ويغلقه بالرمز 1011.</translation>
    </message>
    <message>
        <source>This app</source>
        <translation>هذا التطبيق</translation>
    </message>
    <message>
        <source>Kill this app</source>
        <translation>قتل هذا التطبيق</translation>
    </message>
    <message>
        <source>Ends this process at once and starts another one: what waits is there again.</source>
        <translation>ينهي هذه العملية فورًا ويبدأ أخرى: ما ينتظر موجود من جديد.</translation>
    </message>
    <message>
        <source>The server: %1</source>
        <translation>الخادم: %1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Empties both lanes and their scores.</source>
        <translation>يفرغ المسارين ونتائجهما.</translation>
    </message>
    <message>
        <source>Find network</source>
        <translation>إيجاد الشبكة</translation>
    </message>
    <message>
        <source>Lose network</source>
        <translation>فقدان الشبكة</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>صفحة تسجيل الدخول</translation>
    </message>
    <message>
        <source>A hotel&apos;s network: a page of its own answers in the place of everybody, until you sign in there.</source>
        <translation>شبكة فندق: صفحة خاصة بها ترد مكان الجميع حتى تسجّل الدخول فيها.</translation>
    </message>
    <message>
        <source>Change network</source>
        <translation>تغيير الشبكة</translation>
    </message>
    <message>
        <source>From Wi-Fi to mobile: the old connections are dead, and the app is told that the network is another.</source>
        <translation>من الواي فاي إلى شبكة الجوال: الاتصالات القديمة ميتة، ويُخبَر التطبيق أن الشبكة تغيّرت.</translation>
    </message>
    <message>
        <source>Puts the cable in again: what is sent from now on gets through.</source>
        <translation>يعيد توصيل الكبل: كل ما يُرسل من الآن يمر.</translation>
    </message>
    <message>
        <source>Everything gets through again, and the app is told.</source>
        <translation>كل شيء يمر من جديد، ويُبلَّغ التطبيق بذلك.</translation>
    </message>
    <message>
        <source>Nothing gets through, and unlike with the cable the app is told.</source>
        <translation>لا يمر شيء، وخلافًا لفصل الكبل يُبلَّغ التطبيق بذلك.</translation>
    </message>
    <message>
        <source>Leaves the hotel&apos;s network.</source>
        <translation>يغادر شبكة الفندق.</translation>
    </message>
    <message>
        <source>Starts it again, at the same address.</source>
        <translation>يشغّله من جديد على العنوان نفسه.</translation>
    </message>
    <message>
        <source>Lets its process go on from where it stopped.</source>
        <translation>يدع عمليته تواصل من حيث توقفت.</translation>
    </message>
    <message>
        <source>Lets everybody in again.</source>
        <translation>يسمح للجميع بالدخول من جديد.</translation>
    </message>
    <message>
        <source>Takes every connection and keeps it again.</source>
        <translation>يعود إلى قبول كل اتصال والإبقاء عليه.</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>The connection that stays</source>
        <translation>الاتصال الذي يبقى</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>ألوان النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
</context>
</TS>
