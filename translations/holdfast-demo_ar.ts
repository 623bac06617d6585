<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message>
        <source>Say something in both lanes</source>
        <translation>قل شيئًا في المسارين</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
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
            <numerusform>%n رسائل، %1</numerusform>
            <numerusform>%n رسالة، %1</numerusform>
            <numerusform>%n رسالة، %1</numerusform>
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
        <source>trying again in %1 s</source>
        <translation>محاولة جديدة بعد %1 ث</translation>
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
</context>
<context>
    <name>LaneView</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
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
        <source>%1, %2</source>
        <translation>%1، %2</translation>
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
        <source>trying again in %1 s</source>
        <translation>محاولة جديدة بعد %1 ث</translation>
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
    <name>ServerProcess</name>
    <message>
        <source>the server ended by itself</source>
        <translation>انتهى الخادم من تلقاء نفسه</translation>
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
