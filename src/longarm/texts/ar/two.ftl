two-section = ما يحتاج إلى شخصين
two-waiting = ينتظر موافقتك
two-act = { $act ->
    [export] تسليم حزمة أدلة
    [deletion] حذف القضية
    [advisory] إصدار تنبيه للآخرين
    [notice] إنذار قانوني إلى المشتبه فيه
   *[other] { $act }
}
two-state = { $state ->
    [waiting] ينتظر
    [agreed] وافق شخص ثانٍ
    [refused] رُفض
    [used] نُفِّذ
   *[other] مضى وقته
}
two-agreed-by = وافق { $name }
two-refused-by = رفض { $name }
two-was-refused = رُفض الطلب السابق ({ $name }). يمكن السؤال من جديد بسبب أوضح.
two-other = يجيب زميل آخر من الفريق.
two-read-notice = قراءة الإنذار وما يقوم عليه
two-read-request = قراءة الطلب وما يُرفق به
two-agree = موافقة
two-refuse = رفض
two-asked = طُلبت موافقة شخص ثانٍ. تظهر هنا، وفي «يومي» عند زملائك.
two-needed = هذا يحتاج إلى شخصين. موافقة زميل من الفريق تكفي مرة واحدة، خلال يوم.
two-why = السبب (يقرؤه من يوافق)
two-exhibits = الأدلة التي ستخرج:
two-ask = طلب الموافقة
two-no-such-act = لا يُعرف ما الذي تُطلب له الموافقة. يُعاد الطلب من صفحة القضية.
two-no-answer = الجواب موافقة أو رفض. يُختار أحدهما.
two-inbox = { $count ->
    [zero] لا أسئلة
    [one] سؤال من الفريق ينتظر موافقتك
    [two] سؤالان من الفريق ينتظران موافقتك
    [few] { $count } أسئلة من الفريق تنتظر موافقتك
    [many] { $count } سؤالًا من الفريق تنتظر موافقتك
   *[other] { $count } سؤال من الفريق تنتظر موافقتك
}
