operation-none = لا توجد عملية مشتركة كهذه.
operation-nobody-invited = ادعُ جهة أخرى واحدة على الأقل، و{ $most } جهة على الأكثر.
operation-not-sure = أكّد أولًا أن ما تضعه لا يذكر اسم أي شخص متضرر ولا يصفه.
operation-day-past = موعد التحرك المشترك قد مضى. يلزم موعد لم يحن بعد.
operation-to-whom = يكون الاختيار من بين الجهات المشاركة التي يتواصل معها هذا النظام.
operation-words = هناك ما ينقص أو ما يتجاوز الطول المسموح: الاسم من حرف إلى 200 حرف، والنص حتى 4000 حرف، والعدد حتى 100000.
operation-not-over = لم تنتهِ العملية بالنسبة إلى جهتك. يمكن حذفها من هنا بعد الانسحاب منها أو بعد إغلاقها.
operation-last-reader = { $count ->
    [one] لا أحد غير هذا الشخص يستطيع هنا فتح إحدى العمليات المشتركة. يُضاف زميل إليها أولًا، أو يُختار من يتسلمها ويُكتب مفتاح الاسترجاع.
   *[other] لا أحد غير هذا الشخص يستطيع هنا فتح عمليات مشتركة عددها { $count }. يُضاف زميل إليها أولًا، أو يُختار من يتسلمها ويُكتب مفتاح الاسترجاع.
}
operation-last-here = لا يستطيع أحد آخر هنا فتح هذه العملية المشتركة. يُضاف زميل إليها أولًا.
operation-not-now = { operation-why } ربما تغيرت اللوحة في هذه الأثناء، فاطّلع عليها مجددًا.
operation-why = { $why ->
    [not-a-member] جهتك ليست مشاركة في هذه العملية.
    [not-the-lead] هذا من شأن الجهة التي تقود العملية وحدها.
    [not-invited] لم تُدعَ جهتك، أو هي مشاركة بالفعل.
    [not-yours] هذا يخص جهة أخرى.
    [unknown] المقصود ليس على اللوحة.
    [twice] هذا موجود على اللوحة.
    [closed] أُغلقت العملية، ولا يُضاف إليها الآن سوى النتائج.
    [not-open] لم تُفتح العملية بعد.
    [for-all] هذا يعني جميع المشاركين، ولا يُحجب عن بعضهم.
    [too-many] لا تزيد الجهات في العملية على 61 جهة.
    [lead-stays] على الجهة القائدة أن تسلّم القيادة قبل أن تنسحب.
   *[not-its-opener] بدأت هذه العملية جهة أخرى.
}
operation-no-such-bundle = لم ترسل جهتك إلى أحد المشاركين حزمة كهذه.
operation-kind = { $kind ->
    [finding] معلومة
    [identifier] معرِّف
    [request] في شأن طلب
   *[bundle] حزمة مختومة
}
operation-count = { $count ->
    [identified] مشتبه فيهم حُددت هويتهم
    [arrested] موقوفون
    [charged] وُجهت إليهم تهم
    [devices] أجهزة مضبوطة
    [content_removed] مواد أُزيلت
   *[complainants_told] متضررون أُبلغوا
}
operation-days = { $days ->
    [0] اليوم
    [1] غدًا
    [two] بعد يومين
    [few] بعد { $days } أيام
    [many] بعد { $days } يومًا
   *[other] بعد { $days } يوم
}
operation-members-count = { $count ->
    [one] تشارك جهة واحدة
    [two] تشارك جهتان
    [few] تشارك { $count } جهات
    [many] تشارك { $count } جهةً
   *[other] تشارك { $count } جهة
}
operation-tasks-open = { $count ->
    [one] مهمة واحدة تنتظر جهتك
    [two] مهمتان تنتظران جهتك
    [few] { $count } مهام تنتظر جهتك
    [many] { $count } مهمةً تنتظر جهتك
   *[other] { $count } مهمة تنتظر جهتك
}
operation-withheld = { $count ->
    [one] إدخال واحد موجَّه إلى غيرنا
    [two] إدخالان موجَّهان إلى غيرنا
    [few] { $count } إدخالات موجَّهة إلى غيرنا
    [many] { $count } إدخالًا موجَّهًا إلى غيرنا
   *[other] { $count } إدخال موجَّه إلى غيرنا
}
operation-waits = { $count ->
    [one] رسالة واحدة إليها ما زالت تنتظر
    [two] رسالتان إليها ما زالتا تنتظران
    [few] { $count } رسائل إليها ما زالت تنتظر
    [many] { $count } رسالةً إليها ما زالت تنتظر
   *[other] { $count } رسالة إليها ما زالت تنتظر
}
operation-title = العمليات المشتركة
operation-lead = عدة جهات تعمل على سلسلة قضايا واحدة: من يشارك، وما الذي قدّمه كل طرف، ومن ينجز ماذا ومتى، وموعد واحد للتحرك.
operation-new = بدء عملية مشتركة
operation-news = جديد
operation-we-lead = جهتك تقود العملية
operation-led-by = تقودها { $organisation }
operation-day-label = موعد التحرك المشترك:
operation-day = موعد التحرك المشترك
operation-day-over = مضى الموعد
operation-none-yet = لا عمليات مشتركة بعد
operation-none-yet-more = يمكن بدء عملية مع جهات بطاقاتها في قائمتك، أو انتظار دعوة.
operation-stands-joined = جارية
operation-stands-invited = دعوة
operation-stands-left = انسحبت جهتك
operation-stands-removed = أُخرجت جهتك
operation-stands-closed = مغلقة
operation-new-lead = تقود جهتك العملية. لا يخرج شيء من أي قضية من تلقاء نفسه: لا ترى الجهات الأخرى إلا ما يُكتب هنا.
operation-nobody = لا توجد جهة يمكن دعوتها بعد
operation-nobody-more = تُضاف أولًا بطاقة جهة أخرى بعد مقارنة بصمتها صوتًا.
operation-name = الاسم
operation-name-help = كلمة محايدة، لا اسم شخص أبدًا. تراها كل جهة مدعوة.
operation-about = موضوع العملية
operation-about-help = تقرؤه كل جهة مدعوة قبل أن تنضم. لا يُكتب هنا ما قد يدل على شخص متضرر.
operation-invited = الجهات المدعوة
operation-new-do = بدء العملية وإرسال الدعوات
operation-who = من يطّلع عليه
operation-who-all = جميع المشاركين، ومن ينضم لاحقًا
operation-who-some = هذه الجهات وحدها:
operation-uncounted = إدخال لجهتك لا يُحتسب: { $why }
operation-out = أُخرجت جهتك من هذه العملية. لن يصل شيء آخر، ويبقى ما هو هنا إلى أن يُحذف.
operation-out-by-us = انسحبت جهتك من هذه العملية. لن يصل شيء آخر، ويبقى ما هو هنا إلى أن يُحذف.
operation-invited-lead = جهتك مدعوة. المواد والمهام والرسائل للمشاركين وحدهم، وتصل بعد الانضمام.
operation-join = انضمام
operation-decline = اعتذار
operation-end = أُغلقت العملية. ما زال من الممكن تسجيل النتائج.
operation-pieces = ما قدّمه المشاركون
operation-no-pieces = لم يُقدَّم شيء بعد.
operation-taken-back = سُحبت، فلا تُستعمل بعد الآن
operation-take-back = سحب
operation-bundle-here = الحزمة في هذا الطلب
operation-bundle-hash = الحزمة (SHA-256):
operation-for = إلى
operation-for-all = إلى جميع المشاركين
operation-put = تقديم مادة
operation-put-kind = النوع
operation-put-title = العنوان
operation-in-words = النص
operation-in-words-help = يُرسل النص كما هو، وما قُرئ لا يُسترد.
operation-sure = لا يذكر هذا اسم أي شخص متضرر ولا يصفه.
operation-put-do = تقديم
operation-bundle = الإشارة إلى حزمة سبق إرسالها
operation-bundle-help = الحزمة نفسها أُرسلت مع طلب، بعد الموافقة ومن غير ما لا يحتاج إليه الطرف الآخر. لا يرى هذه المادة سوى الجهة التي تسلمت الحزمة.
operation-bundle-which = الحزمة
operation-tasks = المهام
operation-no-tasks = لا مهام بعد.
operation-task-of = على { $organisation }
operation-task-by = بطلب من { $organisation }
operation-task-answer = الإفادة بما جرى
operation-task-done = أُنجزت
operation-task-cannot = تعذّر إنجازها
operation-task-late = متأخرة
operation-task-open = قيد الإنجاز
operation-task-new = طلب مهمة
operation-task-what = المطلوب
operation-task-owner = الجهة المكلفة
operation-task-due = موعد الإنجاز
operation-task-do = طلب
operation-said = المراسلات
operation-nothing-said = لا مراسلات بعد.
operation-say = الكتابة إلى المشاركين
operation-say-do = إرسال
operation-day-stands = وافق الجميع
operation-day-open = لم يوافق الجميع بعد
operation-agreed = وافقت:
operation-not-yet = لم توافق بعد:
operation-agree = الموافقة على الموعد
operation-no-day = لم يُحدد موعد.
operation-day-set = تحديد الموعد
operation-day-other = تحديد موعد آخر
operation-day-which = اليوم
operation-day-at = الساعة (UTC)
operation-day-help = يراه جميع المشاركين وكل جهة مدعوة. وكل موعد جديد يحتاج إلى موافقة جديدة من كل جهة.
operation-members = المشاركون
operation-refused-one = رُفضت رسالة
operation-refused = لم تقبل هذه الجهة رسالة من جهتك، ولا يُحتسب عندها ما أُرسل بعدها إلى أن تقبلها. { $why ->
    [wrong-version] نسختا longarm لدى الجهتين مختلفتان: تُحدَّث الأقدم، ثم يُعاد الإرسال.
    [wrong-kind] نسخة longarm لديها أقدم ولا تعرف العمليات المشتركة: يلزم الاتصال بها لتحديثها، ثم يُعاد الإرسال.
    [bad-signature] لا تتعرف على توقيع جهتك: يلزم الاتصال بها ومقارنة البصمتين صوتًا وتسليمها بطاقة جهتك من جديد، ثم يُعاد الإرسال.
   *[other] يلزم الاتصال بها: السبب ({ $why }) مدوّن في سجلها. وبعد زواله يُعاد الإرسال.
}
operation-send-again = إعادة الإرسال
operation-missing = لم يصل بعض ما أرسلته هذه الجهة. اتصل بها.
operation-behind = وصل إلى جهات أخرى منها أكثر مما وصل إلى هنا. إن استمر ذلك فيلزم الاتصال بها.
operation-disputed = لدى { $organisation } منها غير ما لديك: لم يُبلَّغ الجميع بالشيء نفسه. يلزم الاتصال بالجهتين.
operation-restored = استعادت هذه الجهة نظامها من نسخة احتياطية، أو كانت قد حذفت اللوحة: قد ينقصها ما كتبته قبل ذلك، وقد يكون لدى جهتك.
operation-restored-us = استُعيد هذا النظام من نسخة احتياطية، أو كانت اللوحة قد حُذفت من هنا: ما كُتب هنا قبل ذلك موجود لدى الآخرين لا هنا.
operation-leads = تقود
operation-is-in = تشارك
operation-is-invited = مدعوة
operation-has-left = انسحبت
operation-was-removed = أُخرجت
operation-us = جهتك
operation-not-spoken = ليست في قائمتك، أو قُطع التواصل معها: لا يصلها شيء من جهتك
operation-member-more = تغيير
operation-hand-over = تسليم القيادة
operation-remove = إخراج
operation-invite = دعوة جهة أخرى
operation-invite-whom = الجهة
operation-invite-help = بعد انضمامها ترى أيضًا ما قُدّم من قبل إلى الجميع.
operation-invite-do = دعوة
operation-results = النتائج بحسب الدولة
operation-no-results = لا نتائج بعد.
operation-state = الدولة
operation-by = المصدر
operation-sum = المجموع
operation-result = تسجيل النتائج
operation-result-help = أعداد فقط. يراها جميع المشاركين، ويحل كل تسجيل لاحق للدولة نفسها محل ما سبقه.
operation-result-do = تسجيل
operation-readers = من يطّلع على اللوحة هنا
operation-readers-lead = العاملون في جهتك ممن يمكنهم فتح هذه اللوحة.
operation-let-in = إضافة زميل
operation-colleague = الزميل
operation-let-in-do = إضافة
operation-let-out = إخراج
operation-let-out-help = ما يُقدَّم بعد ذلك مغلق أمام من أُخرج. أما ما قُرئ فقد قُرئ.
operation-ends = الإنهاء
operation-close = إغلاق العملية
operation-close-help = للمشاركين جميعًا. لا يُضاف بعدها سوى النتائج.
operation-leave = الانسحاب من العملية
operation-leave-help = لن يصل شيء بعد ذلك. يبقى ما قدّمته جهتك لدى الآخرين، ويمكن سحبه بعد ذلك أيضًا ما دامت اللوحة لم تُحذف من هنا.
operation-leave-why = السبب، إن أردت
operation-forget = حذفها من هنا
operation-forget-help = تُحذف اللوحة من هذا النظام، ويبقى لدى الآخرين ما وصلهم، ولا يمكن سحب شيء بعد ذلك: يُسحب أولًا ما لا ينبغي لهم استعماله.
