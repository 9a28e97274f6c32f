statement-section = إفادات تؤخذ في الخارج
statement-section-lead = يأخذ موظف قنصلي إفادة مواطن في الخارج. يرى الطلب وما كتبه هو، ولا يرى شيئًا آخر من القضية: لا أسماء ولا أدلة ولا ملاحظات ولا مرجعًا.
statement-ask = طلب إفادة
statement-ask-do = إرسال الطلب
statement-ask-help = مَن يُسأل، وعمّ يُسأل، وما لا يُسأل عنه. لا يُكتب هنا إلا ما يحتاج إليه الموظف. ولا طلب إن كانت سفارة البلد نفسها خطرًا على صاحب الشأن.
statement-officer = الموظف القنصلي
statement-language = لغة الإفادة
statement-question = ما المطلوب سؤاله
statement-more = سؤال آخر
statement-close = إنهاء الطلب
statement-reseal = تسليم المفتاح للموظف من جديد
statement-reseal-why = للموظف عبارة سرية جديدة، فلم يعد الطلب يُفتح عنده. يُتأكد منه بمكالمة أولًا، ثم يُسلَّم المفتاح من جديد.
statement-taken = بين الأدلة
statement-no-officers = لا موظف قنصليًا في الجهة
statement-no-officers-more = يضيفه من يدير الشؤون في صفحة «العاملون» بدور موظف قنصلي.
statement-mine = الإفادات
statement-mine-lead = ما طُلب منك أخذه. تُعرض الطلبات وحدها، ولا شيء من قضاياها.
statement-asked-by = طلبها { $name }
statement-state = { $state ->
    [asked] مطلوبة
    [given] أُخذت
    [locked] لا تُفتح
   *[other] انتهت
}
statement-locked = هذا الطلب مختوم بمفتاحك السابق. يعيد الفريق تسليمه؛ لا شيء ضاع.
statement-none = لا طلبات الآن
statement-title = إفادة مواطن في الخارج
statement-lead = تُكتب بكلمات من يُدلي بها، دون أسئلة عما لم يُطلب، ودون صور خاصة. لا تُعدَّل بعد الحفظ، ويُصحَّح الخطأ بجزء آخر.
statement-said = الطلب وما أُخذ
statement-write = كتابة الإفادة
statement-write-help = يمكن كتابتها على أجزاء.
statement-text = نص الإفادة
statement-give = حفظ وتسليم للفريق
statement-files = الملفات
statement-add-files = إضافة ملفات
statement-files-help = تُعمّى عند وصولها، ولا تُعرض هنا بعد ذلك. ليست لصور خاصة.
statement-no-files = لا تُقبل ملفات في هذا الطلب: قد يخص الأمر طفلًا. يُكتب ما يُعرف بالكلمات.
statement-file-came = وصل ملف.
statement-no-such = لا طلب إفادة كهذا.
statement-no-officer = تُطلب الإفادة من موظف قنصلي عامل في الجهة.
statement-forbidden = في القضية خطر مدوَّن يمنع هذا الطريق: السفارة نفسها قد تكون الخطر. لا تُطلب إفادة قنصلية حتى يُعالَج.
