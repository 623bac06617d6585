<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>BannerContent</name>
    <message>
        <source>Hide details</source>
        <translation>إخفاء التفاصيل</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>ConnectionTimeline</name>
    <message numerus="yes">
        <source>Connected throughout the last %n minute(s)</source>
        <translation>
            <numerusform>متصل طوال الوقت</numerusform>
            <numerusform>متصل طوال الدقيقة الأخيرة</numerusform>
            <numerusform>متصل طوال الدقيقتين الأخيرتين</numerusform>
            <numerusform>متصل طوال آخر %Ln دقائق</numerusform>
            <numerusform>متصل طوال آخر %Ln دقيقة</numerusform>
            <numerusform>متصل طوال آخر %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected during the last %n minute(s)</source>
        <translation>
            <numerusform>غير متصل طوال الوقت</numerusform>
            <numerusform>غير متصل طوال الدقيقة الأخيرة</numerusform>
            <numerusform>غير متصل طوال الدقيقتين الأخيرتين</numerusform>
            <numerusform>غير متصل طوال آخر %Ln دقائق</numerusform>
            <numerusform>غير متصل طوال آخر %Ln دقيقة</numerusform>
            <numerusform>غير متصل طوال آخر %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected for about %1% of the last %n minute(s)</source>
        <translation>
            <numerusform>متصل نحو %1٪ من الوقت</numerusform>
            <numerusform>متصل نحو %1٪ من الدقيقة الأخيرة</numerusform>
            <numerusform>متصل نحو %1٪ من الدقيقتين الأخيرتين</numerusform>
            <numerusform>متصل نحو %1٪ من آخر %Ln دقائق</numerusform>
            <numerusform>متصل نحو %1٪ من آخر %Ln دقيقة</numerusform>
            <numerusform>متصل نحو %1٪ من آخر %Ln دقيقة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ConnectionStatus</name>
    <message>
        <source>Messages are held for another account</source>
        <translation>رسائل حساب آخر محتجزة</translation>
    </message>
    <message>
        <source>Messages cannot be saved on this device</source>
        <translation>يتعذّر حفظ الرسائل على هذا الجهاز</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>أنت غير متصل بالإنترنت</translation>
    </message>
    <message>
        <source>The server is restarting. Trying again…</source>
        <translation>الخادم قيد إعادة التشغيل. جارٍ إعادة المحاولة…</translation>
    </message>
    <message>
        <source>The server is restarting. Back in about %1</source>
        <translation>الخادم قيد إعادة التشغيل. سيعود خلال نحو %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again…</source>
        <translation>يتعذّر الوصول إلى الخادم. جارٍ إعادة المحاولة…</translation>
    </message>
    <message>
        <source>Cannot reach the server. Trying again in %1</source>
        <translation>يتعذّر الوصول إلى الخادم. إعادة المحاولة خلال %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>جارٍ إعادة الاتصال…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again…</source>
        <translation>انقطع الاتصال. جارٍ إعادة المحاولة…</translation>
    </message>
    <message>
        <source>Connection lost. Trying again in %1</source>
        <translation>انقطع الاتصال. إعادة المحاولة خلال %1</translation>
    </message>
    <message>
        <source>Checking the connection…</source>
        <translation>جارٍ التحقق من الاتصال…</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>عاد الاتصال</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n message(s)…</source>
        <translation>
            <numerusform>لا رسائل قيد الإرسال</numerusform>
            <numerusform>جارٍ إرسال رسالة واحدة…</numerusform>
            <numerusform>جارٍ إرسال رسالتين…</numerusform>
            <numerusform>جارٍ إرسال %Ln رسائل…</numerusform>
            <numerusform>جارٍ إرسال %Ln رسالة…</numerusform>
            <numerusform>جارٍ إرسال %Ln رسالة…</numerusform>
        </translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>يُرجى تسجيل الدخول من جديد</translation>
    </message>
    <message>
        <source>Connected on another device</source>
        <translation>متصل على جهاز آخر</translation>
    </message>
    <message>
        <source>You do not have access</source>
        <translation>ليس لديك حق الوصول</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified</source>
        <translation>تعذّر التحقق من هوية الخادم</translation>
    </message>
    <message>
        <source>This app cannot talk to the server</source>
        <translation>لا يمكن لهذا التطبيق التواصل مع الخادم</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;د</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>فتح صفحة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>الاستخدام هنا</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>لا رسائل في الانتظار</numerusform>
            <numerusform>رسالة واحدة في الانتظار</numerusform>
            <numerusform>رسالتان في الانتظار</numerusform>
            <numerusform>%Ln رسائل في الانتظار</numerusform>
            <numerusform>%Ln رسالة في الانتظار</numerusform>
            <numerusform>%Ln رسالة في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>تعذّر العثور على اسم الخادم</translation>
    </message>
    <message>
        <source>Nobody answers at the server&apos;s address</source>
        <translation>لا أحد يجيب على عنوان الخادم</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>الخادم لا يجيب</translation>
    </message>
    <message>
        <source>The proxy could not be used</source>
        <translation>تعذّر استخدام الوكيل</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>أغلق الخادم الاتصال</translation>
    </message>
    <message>
        <source>The server is restarting</source>
        <translation>الخادم قيد إعادة التشغيل</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>الخادم مشغول</translation>
    </message>
    <message>
        <source>The server has a problem</source>
        <translation>توجد مشكلة في الخادم</translation>
    </message>
    <message>
        <source>A message was not accepted</source>
        <translation>لم تُقبل إحدى الرسائل</translation>
    </message>
    <message>
        <source>The connection was too slow for the server</source>
        <translation>كان الاتصال أبطأ مما يحتمله الخادم</translation>
    </message>
    <message>
        <source>The server speaks another language</source>
        <translation>يستخدم الخادم بروتوكولًا آخر</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in</source>
        <translation>لم يقبل الخادم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>لم يسجّل أحد الدخول</translation>
    </message>
    <message>
        <source>The server does not allow it</source>
        <translation>الخادم لا يسمح بذلك</translation>
    </message>
    <message>
        <source>The address of the server is wrong</source>
        <translation>عنوان الخادم غير صحيح</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>شهادة الخادم غير موثوقة</translation>
    </message>
    <message>
        <source>The account is in use elsewhere</source>
        <translation>الحساب مستخدم في مكان آخر</translation>
    </message>
    <message>
        <source>All attempts have failed</source>
        <translation>فشلت جميع المحاولات</translation>
    </message>
    <message>
        <source>Another window has the messages open</source>
        <translation>الرسائل مفتوحة في نافذة أخرى</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>المحاولة %1</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (الرمز %2)</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>يقول الخادم: %1</translation>
    </message>
    <message>
        <source>This network asks you to sign in</source>
        <translation>تطلب هذه الشبكة تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Waiting to connect again</source>
        <translation>في انتظار إعادة الاتصال</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>في انتظار الشبكة</translation>
    </message>
    <message>
        <source>Closing the connection…</source>
        <translation>جارٍ إغلاق الاتصال…</translation>
    </message>
    <message>
        <source>The connection has failed</source>
        <translation>فشل الاتصال</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1 min ago</source>
        <translation>قبل %1&#xa0;د</translation>
    </message>
    <message numerus="yes">
        <source>up to %n message(s) waiting</source>
        <translation>
            <numerusform>لا رسائل في الانتظار</numerusform>
            <numerusform>رسالة واحدة في الانتظار على الأكثر</numerusform>
            <numerusform>رسالتان في الانتظار على الأكثر</numerusform>
            <numerusform>حتى %Ln رسائل في الانتظار</numerusform>
            <numerusform>حتى %Ln رسالة في الانتظار</numerusform>
            <numerusform>حتى %Ln رسالة في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
</context>
</TS>
