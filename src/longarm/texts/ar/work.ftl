# The daily work at the desk: inbox, who has a case, conversation, notes, tasks, search, how it ends, rules.
work-inbox = الوارد
work-today = يومي
work-rules = القواعد
work-search = بحث
work-search-do = بحث
work-search-lead = في قضاياك وحدها: الأسماء والأرقام المرجعية والمعرّفات والملاحظات والرسائل. لا يُحفظ ما تبحث عنه.
work-found = { $count ->
    [zero] لا نتائج.
    [one] نتيجة واحدة.
    [two] نتيجتان.
    [few] { $count } نتائج.
    [many] { $count } نتيجةً.
   *[other] { $count } نتيجة.
}
work-found-more = هذه أقرب النتائج، وهناك غيرها. كلمة أخرى تضيّق البحث.
work-read-so-far = قُرئ حتى الآن { $read } من { $total } من قضاياك. إعادة البحث تقرأ ما بقي.
work-where-reference = الرقم المرجعي
work-where-name = الاسم
work-where-identifier = رقم أو حساب
work-where-account = ما حدث
work-where-note = ملاحظة
work-where-letter = رسالة
work-filters = عرض
work-show-all = الكل
work-show-mine = لدي
work-show-unclaimed = لا أحد يتولاها
work-show-waiting = تنتظر جوابًا
work-show-urgent = في خطر
work-show-closed = مغلقة
work-none-here = لا قضايا هنا.
work-alarms = { $count ->
    [zero] لا أحد ينتظر أطول مما يجب
    [one] شخص ينتظر جوابًا منذ وقت طويل
    [two] شخصان ينتظران جوابًا منذ وقت طويل
    [few] { $count } أشخاص ينتظرون جوابًا منذ وقت طويل
    [many] { $count } شخصًا ينتظرون جوابًا منذ وقت طويل
   *[other] { $count } شخص ينتظرون جوابًا منذ وقت طويل
}
work-every-minute = تحديث الصفحة كل دقيقة
work-in-danger = في خطر
work-child = قد يخص طفلًا
work-new = جديدة
work-closed = مغلقة
work-waits = تنتظر منذ { $time }
work-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقةً
   *[other] { $count } دقيقة
}
work-hours-long = { $count ->
    [zero] أقل من ساعة
    [one] ساعة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعةً
   *[other] { $count } ساعة
}
work-days-long = { $count ->
    [zero] أقل من يوم
    [one] يوم
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
work-first-alarm = تنبيه أول
work-second-alarm = تنبيه ثانٍ
work-late = تجاوز الموعد
work-new-letters = { $count ->
    [zero] لا رسائل جديدة
    [one] رسالة جديدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
    [many] { $count } رسالةً جديدة
   *[other] { $count } رسالة جديدة
}
work-new-files = { $count ->
    [zero] لا ملفات جديدة
    [one] ملف جديد
    [two] ملفان جديدان
    [few] { $count } ملفات جديدة
    [many] { $count } ملفًا جديدًا
   *[other] { $count } ملف جديد
}
work-due = موعد: { $day }
work-has = لدى { $name }
work-wants = المطلوب: { $what }
work-states = المتضرر: { $harmed } · المشتبه فيه: { $suspect }
work-nothing-told = لم يُذكر بعد ما حدث
work-tabs = القضية
work-tab-case = القضية
work-tab-talk = المحادثة
work-sections = أقسام الصفحة
work-section-paths = المسارات
work-has-it = من يتولى القضية
work-you = (حسابك)
work-nobody-has-it = لا أحد بعد.
work-claim = تولي القضية
work-give-back = إعادتها إلى الفريق
work-hand-over = تسليمها إلى غيرك
work-to-whom = إلى من
work-words-along = كلمة ترافق التسليم (تبقى ملاحظة)
work-hand-over-do = تسليم
work-open-talk = فتح المحادثة
work-read-letters = { $count ->
    [zero] فتح المحادثة
    [one] قراءة رسالة جديدة
    [two] قراءة رسالتين جديدتين
    [few] قراءة { $count } رسائل جديدة
    [many] قراءة { $count } رسالةً جديدة
   *[other] قراءة { $count } رسالة جديدة
}
work-tasks = المهام
work-tasks-mine = مهامي
work-tasks-team = مهام فرقي
work-today-lead = ما يحين موعده خلال أسبوعين، وما فات موعده.
work-overdue = فات موعدها
work-is-today = اليوم
work-given-to = لدى { $name }
work-done = أُنجزت
work-not-done = لم تُنجز
work-add-task = مهمة جديدة
work-add-task-do = إضافة
work-task-what = ما المطلوب
work-task-day = الموعد
work-task-who = لمن
work-task-nobody = لمن يتولى القضية
work-tasks-done = { $count ->
    [zero] لا مهام منجزة
    [one] مهمة منجزة
    [two] مهمتان منجزتان
    [few] { $count } مهام منجزة
    [many] { $count } مهمةً منجزة
   *[other] { $count } مهمة منجزة
}
work-notes = الملاحظات
work-note = ملاحظة جديدة
work-note-help = يقرؤها الفريق وحده. لا تُعدَّل بعد الحفظ، ويُصحَّح الخطأ بملاحظة أخرى.
work-note-do = حفظ الملاحظة
work-older-notes = ملاحظات أقدم
work-end = إنهاء القضية
work-close = إغلاق القضية
work-close-do = إغلاق
work-close-waiting = هناك من ينتظر جوابًا. الأفضل أن يُكتب إليه أولًا.
work-outcome = النتيجة
work-choose = اختيار
work-end-words = بكلمات (للفريق)
work-why-reopen = سبب الفتح من جديد
work-reopen = فتح القضية من جديد
work-reopened = فُتحت من جديد
work-outcome-stopped = توقفت التهديدات
work-outcome-authority = لدى جهة رسمية تتابع
work-outcome-convicted = صدر حكم
work-outcome-referred = أُحيلت إلى جهة أخرى بموافقة صاحبها
work-outcome-advised = كانت المشورة هي المطلوب
work-outcome-withdrawn = لا يريد صاحبها المتابعة
work-outcome-lost-contact = انقطع الاتصال منذ وقت طويل
work-outcome-no-road = لا خطوة ممكنة الآن
work-outcome-not-ours = أمر آخر ليس من عملنا
work-outcome-planted = بلاغ غير صحيح أو مضلِّل
work-no-talk = لا محادثة في هذه القضية
work-no-talk-more = فُتحت القضية من المكتب. من يبلّغ عبر الصفحات العامة يجد جوابكم هنا.
work-channel-complainant = صاحب البلاغ
work-channel-supporter = من يبلّغ بالنيابة
work-channel-recipient = من وصلته رسائل
work-withdrawn = سحب بلاغه
work-ended = انتهت
work-no-letters = لا رسائل بعد.
work-says-danger = يقول إنه في خطر الآن
work-unread = جديدة
work-was-read = قُرئت في { $day }
work-not-yet-read = لم تُقرأ بعد
work-wishes = قبل الكتابة
work-how-never = لا اتصال أبدًا. الجواب ينتظر هنا، خلف الرمز.
work-how-call = يمكن الاتصال هاتفيًا.
work-how-message = يمكن إرسال رسالة إلى الهاتف.
work-how-email = يمكن الكتابة بالبريد الإلكتروني.
work-at = على: { $where }
work-hours = الوقت المناسب: { $hours }
work-code-word = الكلمة المتفق عليها قبل أي شيء آخر: { $word }
work-answer = الجواب
work-your-words = نص الرسالة
work-ready = جمل جاهزة
work-send = إرسال
work-send-changed = إرسال بعد التعديل
work-send-all-the-same = إرسالها كما هي
work-warned = في النص كلمات قد تؤذي أو تعد بما لا نملك. القرار لك.
work-never-blame = لوم أو إسكات
work-never-promise = وعد لا يملكه أحد
work-never-nothing = إغلاق الباب في وجه من يسأل
work-never-lure = دفع أو استدراج أو اختراق
work-never-others = إخبار من قد يكون هو الخطر
work-never-picture = طلب ما لا نحتاج إليه
work-settle = لا حاجة إلى جواب
work-take-in = تسلُّم الملفات
work-take-in-help = تصبح أدلة في القضية، ويبدأ سجل حيازتها، ثم تُقرأ.
work-arriving = { $count ->
    [zero] لا ملفات في الطريق
    [one] ملف في الطريق
    [two] ملفان في الطريق
    [few] { $count } ملفات في الطريق
    [many] { $count } ملفًا في الطريق
   *[other] { $count } ملف في الطريق
}
work-status = أين وصل الأمر
work-status-help = يقرؤه من أبلغ عند عودته بالرمز.
work-where-it-stands = الحال
work-status-words = بكلماتكم
work-status-do = حفظ
work-consents = ما سمح به
work-allowed = نعم
work-not-allowed = لا
work-took-back = سُحبت موافقة
work-took-back-help = بالهاتف أو أمامكم. يسري ذلك من الآن ويظهر في المحادثة، ولا يعيد الموافقة إلا من أعطاها.
work-took-back-which = أي موافقة
work-took-back-do = تدوين السحب
work-rules-lead = ما تقرره الجهة لنفسها. كل تغيير يُدوَّن في السجل.
work-rules-saved = حُفظت القواعد.
work-clock = متى ينبَّه الفريق، بالدقائق
work-first-alarm-after = التنبيه الأول بعد
work-second-alarm-after = التنبيه الثاني بعد
work-answer-within = الموعد الداخلي للجواب
work-staffed = ساعات الحضور
work-staffed-help = إن تُركت فارغة فلا وقت يُذكر لأحد، ولا يتوقف عدّ الدقائق. وإن حُددت فالعد فيها وحدها، ويرى صاحب البلاغ موعد الجواب.
work-from = من
work-to = إلى
work-time-zone = المنطقة الزمنية
work-day-0 = الاثنين
work-day-1 = الثلاثاء
work-day-2 = الأربعاء
work-day-3 = الخميس
work-day-4 = الجمعة
work-day-5 = السبت
work-day-6 = الأحد
work-keeping = مدة الحفظ
work-retention = أيام الحفظ بعد الإغلاق
work-retention-help = إن تُركت فارغة فلا شيء يُحذف من تلقاء نفسه.
work-two = ما يحتاج إلى شخصين
work-two-export = تسليم الحزم والنسخ
work-two-deletion = الحذف
work-two-notice = الإنذار القانوني للمشتبه فيه
work-two-advisory = إصدار تنبيه للآخرين
work-face = وجه الصفحات العامة
work-neutral-title = عنوان محايد
work-neutral-title-help = يظهر في لسان المتصفح وسجله. لا كلمة فيه عما يجري هنا.
work-neutral-icon = أيقونة
work-icon-bowl = وعاء
work-icon-leaf = ورقة شجر
work-icon-sun = شمس
work-icon-book = كتاب
work-exit = صفحة الخروج السريع
work-exit-help = صفحة عادية لا تثير سؤالًا، مثل حالة الطقس.
work-keys = مفاتيح الاختصار
work-key-search = البحث
work-key-move = التالية والسابقة في القائمة
work-key-open = فتحها
work-key-answer = المحادثة والجواب
work-key-help = هذه القائمة
work-danger-now = الإشارة إلى خطر
work-danger-over = زال الخطر
work-give-task = إسناد
work-give-task-do = إسناد
work-others = آخرون
work-others-lead = مدرسة أو قريب أو من يساند: يضيف كل منهم ما وصله برمز خاص به، ولا يرى شيئًا من القضية.
work-code-once = هذا الرمز يظهر هنا مرة واحدة. الأفضل أن يُقال لصاحبه مباشرة. ينتهي بعد 30 يومًا إن لم يُستعمل.
work-asked-by-holder = طلبه صاحب البلاغ. لا يعمل الرمز قبل موافقتكم، فقد يكون الطلب تحت ضغط.
work-confirm = موافقة
work-end-invitation = إنهاء
work-invite = رمز لشخص آخر
work-invite-do = إنشاء الرمز
work-who-is-it = من هو
work-who-is-it-help = للفريق وحده، مثل: إدارة المدرسة.
work-invite-as = بصفته
work-code-form = شكل الرمز
work-code-ar = كلمات عربية
work-code-en = كلمات إنجليزية
work-code-digits = أرقام
work-invited-waiting = لم يُستعمل بعد
work-invited-expired = انتهى دون استعمال
work-invited-open = مستعمل
work-invited-withdrawn = سحب ما أعطاه
work-invited-closed = أُنهي
work-writes-in = لغة الكتابة: { $name }
work-address-female = صيغة المخاطبة: مؤنث
work-address-male = صيغة المخاطبة: مذكر
work-address-other = صيغة المخاطبة: دون تحديد
work-next = التالي ممن ينتظر
work-keys-off = إيقاف المفاتيح
work-keys-on = تشغيل المفاتيح
work-keys-are-off = المفاتيح متوقفة.
