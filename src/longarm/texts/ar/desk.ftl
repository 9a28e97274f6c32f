desk-to-content = إلى المحتوى
desk-nav = المكتب
desk-language = اللغة
desk-new-case = قضية جديدة
desk-role = { $role ->
    [admin] إدارة
    [coordinator] تنسيق
    [counsel] محاماة
    [consular] موظف قنصلي
    [auditor] تدقيق
   *[other] متابعة القضايا
}
desk-sign-out = خروج
desk-back = رجوع
desk-print = طباعة
desk-demonstration = نسخة تجريبية بقضايا متخيلة. الدخول إليها معلن للجميع: لا مكان فيها لأي شيء حقيقي.
desk-not-known = غير معروف

desk-first-title = أهلًا بكم في longarm
desk-first-lead = هذا النظام فارغ. كيف تكون البداية؟
desk-first-organisation = إعداد جهتنا
desk-first-organisation-more = اسم الجهة، واسم للدخول، وعبارة سرية. كل ما يأتي بعد ذلك يُحفظ مشفرًا على هذا الجهاز.
desk-first-organisation-do = بدء الإعداد
desk-first-demo = جولة في النسخة التجريبية
desk-first-demo-more = تسع قضايا متخيلة على مثال القصص الأولى، ومعها أدلتها. لا مكان فيها لشيء حقيقي، وإعداد الجهة يكون في مجلد آخر فارغ.
desk-first-demo-do = تحميل النسخة التجريبية
desk-set-up = إعداد الجهة
desk-set-up-lead = الحساب الأول هو حساب الإدارة. يكفي لذلك دقيقتان.
desk-set-up-do = إنشاء الجهة
desk-organisation = اسم الجهة
desk-name = اسم الدخول
desk-name-help = الاسم كما يراه الزملاء، وبه يكون الدخول.
desk-passphrase = العبارة السرية
desk-passphrase-help = 15 حرفًا على الأقل: أربع كلمات أو خمس لا يربط بينها غيرك. لا أحد يستطيع استرجاعها.
desk-passphrase-again = العبارة السرية مرة أخرى
desk-passphrases-differ = العبارتان مختلفتان. تلزم كتابتهما من جديد.
desk-recovery = مفتاح الاسترجاع
desk-recovery-once = يظهر هذه المرة فقط، ولا يُحفظ في أي مكان. يُطبع أو يُكتب على ورقة، ويُحفظ بعيدًا عن هذا الجهاز.
desk-recovery-of = مفتاح استرجاع { $organisation }
desk-recovery-loss = من يفقد كل العبارات السرية وهذا المفتاح يفقد القضايا كلها. ولا نستطيع نحن فتحها.
desk-recovery-done = حفظته في مكان آمن
desk-sign-in = الدخول
desk-sign-in-do = دخول
desk-passphrase-changed = تغيّرت العبارة السرية. الدخول الآن بالعبارة الجديدة.
desk-sign-in-forgotten = العبارة السرية المنسية لا تُسترجع. قضايا الفريق يفتحها زميل منه أو مفتاح الاسترجاع.

desk-no-cases = لا قضايا بعد
desk-no-cases-more = تظهر هنا قضايا فرقك فقط. البداية بفتح قضية أولى أو باستيراد ملف قضية.
desk-new-case-lead = ما هو معروف فقط. يمكن ترك أي حقل وإكماله لاحقًا.
desk-first-things = المعلومات الأولى
desk-complainant = صاحب الشكوى
desk-alias = الاسم المستعار
desk-alias-help = اسم للشاشة، وليس الاسم القانوني أبدًا.
desk-lives = مكان الإقامة
desk-nationality = الجنسية
desk-suspect = المشتبه فيه
desk-suspect-lives = مكانه كما يقول
desk-identifier-type = نوع الأثر
desk-identifier-value = الرقم أو الحساب أو العنوان
desk-platform = الوسيلة
desk-happened = ما حدث
desk-kind = الواقعة
desk-at = التاريخ
desk-at-help = سنة أو شهر أو يوم، مثل 2026-11 أو 2026-11-24
desk-wants = المطلوب
desk-risks = المخاطر
desk-open-case = فتح القضية
desk-import = استيراد ملف قضية
desk-import-more = ملف يبدأ بـ longarm: case/1 (YAML أو JSON)، من شريك أو من سطر الأوامر. يُفحص سطرًا سطرًا.
desk-case-file = ملف القضية
desk-import-do = استيراد

# The words of the case file, as short labels.
desk-event-contact = تواصل أول
desk-event-harassment = مضايقة متكررة
desk-event-threat-to-publish = تهديد بالنشر
desk-event-threat-of-violence = تهديد بالعنف
desk-event-demand = طلب تحت التهديد
desk-event-payment = دفع
desk-event-publication = نشر
desk-event-defamation = تشهير
desk-event-fabricated-material = مواد مصطنعة
desk-event-intimate-image-obtained = الحصول على صور خاصة
desk-event-intimate-image-published = نشر صور خاصة
desk-event-impersonation-of-official = انتحال صفة رسمية
desk-event-impersonation-of-complainant = صفحة أو حساب منتحل
desk-event-grooming = استدراج
desk-event-child-sexual-demand = طلب يمس طفلًا
desk-event-unlawful-access = دخول بلا حق
desk-event-fraud = احتيال
desk-event-instigation = تحريض
desk-event-report-filed = تقديم بلاغ
desk-event-report-refused = لم يُقبل البلاغ
desk-event-reply = رد
desk-event-arrest = قبض
desk-event-warrant-issued = أمر قبض
desk-type-phone = رقم هاتف
desk-type-email = بريد إلكتروني
desk-type-account = حساب
desk-type-url = رابط
desk-type-iban = حساب مصرفي (IBAN)
desk-type-card = بطاقة
desk-type-wallet = محفظة رقمية
desk-type-payment-handle = معرّف دفع
desk-type-ip = عنوان IP
desk-type-imei = رقم جهاز (IMEI)
desk-type-name = اسم
desk-wants-money = مال
desk-wants-sexual = علاقة أو أفعال
desk-wants-images = صور
desk-wants-silence = سكوت
desk-wants-other = شيء آخر
desk-risk-honour-violence = خطر من الأسرة
desk-risk-self-harm = إيذاء النفس
desk-risk-child-at-risk = طفل في خطر
desk-risk-exposure-at-work = وصول الأمر إلى العمل
desk-risk-shared-phone = هاتف يفتحه آخرون
desk-risk-monitored-device = جهاز مراقَب
desk-risk-prosecution-of-complainant = قد يُلاحَق من يشتكي
desk-risk-own-embassy = سفارة البلد خطر
desk-risk-irregular-stay = إقامة بلا أوراق
desk-risk-payment = دفع أو ضغط للدفع
desk-risk-deletion-of-evidence = حذف الأدلة
desk-risk-retelling = تكرار الحكاية
desk-risk-retaliation-on-notice = انتقام
desk-risk-third-party-evidence = أدلة عند آخرين
desk-risk-shared-household = سكن مشترك
desk-risk-supporter-is-controller = من يبلّغ قد يتحكم
desk-risk-data-breach = تسرّب الملف
desk-risk-recontact-by-fake-helper = مساعد كاذب
desk-risk-device-or-password-demanded = طلب الهاتف أو كلمة السر
desk-risk-complaint-lapses = قد تسقط الشكوى
desk-risk-minor-needs-guardian = قاصر يلزمه ولي
desk-risk-vigilante-harm = انتقام خارج القانون
desk-risk-armed-or-official-suspect = مشتبه فيه مسلح أو ذو صفة
desk-platform-whatsapp = واتساب
desk-platform-messenger = ماسنجر
desk-platform-facebook = فيسبوك
desk-platform-instagram = إنستغرام
desk-platform-telegram = تيليغرام
desk-platform-tiktok = تيك توك
desk-platform-snapchat = سناب شات
desk-platform-x = إكس
desk-platform-sms = رسالة نصية
desk-platform-email = بريد إلكتروني
desk-platform-call = مكالمة
desk-platform-youtube = يوتيوب
desk-platform-google = غوغل
desk-platform-discord = ديسكورد
desk-platform-skype = سكايب
desk-platform-viber = فايبر
desk-platform-signal = سيغنال
desk-platform-imo = إيمو
desk-platform-line = لاين
desk-platform-wechat = وي تشات
desk-platform-apple = آبل
desk-platform-microsoft = مايكروسوفت
desk-platform-binance = بينانس
desk-platform-paypal = باي بال
desk-platform-vodafone-cash = فودافون كاش
desk-platform-zain-cash = زين كاش
desk-platform-instapay = إنستا باي
desk-platform-in-person = وجهًا لوجه
desk-platform-web = موقع

desk-law-pages = القانون
desk-administer = الإدارة
desk-record = السجل
desk-no-day = «{ $day }» ليس تاريخًا. يُكتب بالسنة والشهر واليوم، مثل 2022-01-04.
desk-no-file = لم يصل أي ملف. يلزم اختيار ملف ثم إعادة الإرسال.
desk-no-purpose = تلزم كتابة الغرض من تسليم الحزمة: يُدوَّن في سجل الحيازة.
desk-no-language = يلزم اختيار لغة المستند.
desk-no-number = يلزم عدد صحيح من الدقائق أو الأيام.
desk-as-of = القانون في تاريخ
desk-as-of-do = عرض
desk-lead-complainant = صاحب الشكوى: { $known ->
    [both] الجنسية { $nationality }، والإقامة في { $place }
    [place] الإقامة في { $place }
    [nationality] الجنسية { $nationality }، والإقامة غير معروفة
   *[none] دولة غير معروفة
}
desk-lead-suspect = المشتبه فيه: { $certainty ->
    [known] { $place }
    [claimed] { $place } بحسب قوله
    [inferred] { $place } على الأرجح
   *[unknown] { $place }
}
desk-event-wants = { $what }: { $wants }
desk-by-to = { $by } ← { $to }
desk-by = { $by }
desk-persons = الأشخاص
desk-minor = دون 18 سنة
desk-born = مواليد { $year }
desk-dialect = اللهجة { $dialect }
desk-certainty = { $certainty ->
    [claimed] (بحسب القول)
    [inferred] (استنتاج)
    [unknown] (غير معروف)
   *[known] (معروف)
}
desk-national = الجنسية: { $state }
desk-national-unsure = الجنسية: { $state } { $certainty ->
    [claimed] (بحسب القول)
    [inferred] (استنتاج)
   *[unknown] (غير معروف)
}
desk-proof = الإثبات
desk-sealed = الأدلة المختومة
desk-of = { $part } من { $all }
desk-none = لا شيء بعد
desk-stamped = الختم الزمني
desk-not-stamped = ليس بعد
desk-custody = سجل الحيازة
desk-unbroken = { $count ->
    [zero] متصل · لا قيود
    [one] متصل · قيد واحد
    [two] متصل · قيدان
    [few] متصل · { $count } قيود
    [many] متصل · { $count } قيدًا
   *[other] متصل · { $count } قيد
}
desk-broken = منقطع · { $count } من القيود
desk-still-missing = ما زال ناقصًا
desk-missing-exhibit = دليل أول: تصدير المحادثة أو الصفحة أو الإيصال
desk-missing-identifier = رقم أو حساب أو عنوان للمرسل
desk-missing-event = واقعة: ماذا حدث ومتى
desk-missing-place = مكان المشتبه فيه، ولو على سبيل التخمين
desk-missing-stamp = ختم زمني من جهة خارجية
desk-messages-count = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالةً
   *[other] { $count } رسالة
}
desk-exhibit-state = { $state ->
    [received] مستلَم
    [reading] قيد القراءة
    [identified] مقروء
    [sealed] مختوم
    [withheld] محجوب
    [destroyed] متلَف
   *[failed] غير مقروء
}
desk-working = النظام يقرأ أو يختم الآن.
desk-look-again = تحديث
desk-add-exhibit = إضافة أدلة
desk-received-from = مصدر الملف
desk-files = الملفات
desk-files-help = تصدير محادثات (واتساب، ماسنجر، تيليغرام)، بريد، نسخ الرسائل النصية، صفحات، صور. تُشفَّر وهي تصل، وتُحفظ كما هي.
desk-add-exhibit-do = إرسال وقراءة
desk-seal = ختم كل الأدلة
desk-purpose = الغرض من التسليم
desk-download-bundle = تنزيل الحزمة المختومة
desk-bundle-hash = البصمات للمقارنة
desk-node-key = مفتاح هذا النظام
desk-paths = المسارات في
desk-count-status = { $status ->
    [open] مفتوح: { $count }
    [conditional] بشرط: { $count }
    [blocked] مغلق: { $count }
   *[unknown] غير معروف: { $count }
}
desk-status = { $status ->
    [open] مفتوح
    [conditional] بشرط
    [blocked] مغلق حاليًا
   *[unknown] غير معروف
}
desk-until = حتى { $day }
desk-paths-unworked = تعذّر حساب ما يمكن فعله في هذا اليوم، وكل ما عدا ذلك من القضية موجود هنا.
desk-paths-correct = تصحيح ملف القضية
desk-no-paths = لا شيء يترتب على هذه القضية بعد. تلزم إضافة ما حدث ومكان الأشخاص.
desk-blocked-ones = { $count ->
    [zero] لا مسارات مغلقة
    [one] مسار مغلق حاليًا، وما يفتحه
    [two] مساران مغلقان حاليًا، وما يفتحهما
    [few] { $count } مسارات مغلقة حاليًا، وما يفتحها
    [many] { $count } مسارًا مغلقًا حاليًا، وما يفتحها
   *[other] { $count } مسار مغلق حاليًا، وما يفتحها
}
desk-before = أمام { $authority }
desk-opens-if = يُفتح إذا:
desk-draft = مسودة: { $title }
desk-on-what = على أي أساس؟
desk-article = المادة { $article }
desk-binding = { $binding ->
    [yes] ملزم
    [no] غير ملزم
   *[unknown] غير معروف
}
desk-confidence = { $confidence ->
    [high] درجة التأكد: عالية
    [medium] درجة التأكد: متوسطة
   *[low] درجة التأكد: منخفضة
}
desk-states = أين يمكن فعل شيء
desk-states-label = خريطة الدول بحسب ما يمكن فعله فيها، والجدول تحتها يقول الشيء نفسه.
desk-states-table = الدول في جدول
desk-due-list = المواعيد
desk-due-perishes = قد تزول الآثار
desk-due-stamp = الختم الزمني للحزمة
desk-nothing-due = لا مواعيد.
desk-traces = الأرقام والحسابات
desk-identity-duty = هوية المشتري إلزامية
desk-perishes = الحفظ قبل { $day }
desk-leads = وُجد في الأدلة
desk-leads-more = قرائن تحتاج إلى مراجعة: إنسان يقرر هل هي من القضية.
desk-times = { $count ->
    [zero] ولا مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $count } مرات
    [many] { $count } مرةً
   *[other] { $count } مرة
}
desk-offences = الجرائم
desk-most-years = { $years ->
    [zero] غرامة فقط
    [one] حتى سنة
    [two] حتى سنتين
    [few] حتى { $years } سنوات
    [many] حتى { $years } سنةً
   *[other] حتى { $years } سنة
}
desk-most-months = { $months ->
    [zero] غرامة فقط
    [one] حتى شهر
    [two] حتى شهرين
    [few] حتى { $months } أشهر
    [many] حتى { $months } شهرًا
   *[other] حتى { $months } شهر
}
desk-most-life = حتى السجن المؤبد
desk-most-death = قد تصل إلى الإعدام
desk-most-fine = غرامة فقط
desk-unsure = غير مؤكد
desk-team = الفريق
desk-to-case = إلى القضية
desk-received-at = استُلم { $at }
desk-from = من { $who }
desk-stages = المراحل
desk-reading = الدليل قيد القراءة. تظهر النتيجة في هذه الصفحة وحدها.
desk-messages = الرسائل
desk-line = السطر
desk-when = الوقت
desk-sender = المرسل
desk-text = النص
desk-message-message = رسالة
desk-message-call = مكالمة
desk-message-system = إشعار
desk-message-reaction = تفاعل
desk-message-deleted = محذوفة
desk-message-edited = معدلة
desk-pages = الصفحات
desk-earlier = السابق
desk-later = التالي
desk-shown = من { $first } إلى { $last }، والمجموع { $all }
desk-no-messages = لا رسائل في هذا الدليل. محفوظ كما وصل، ويمكن ختمه.
desk-account = حساب كل بايت
desk-recognised = النوع
desk-source-whatsapp-android = محادثة واتساب (أندرويد)
desk-source-whatsapp-ios = محادثة واتساب (آيفون)
desk-source-chat-text = محادثة في ملف نصي
desk-source-messenger-encrypted = تنزيل ماسنجر، محادثات مشفّرة
desk-source-mbox = صندوق بريد (mbox)
desk-source-telegram = تصدير تيليغرام
desk-source-messenger = تنزيل ماسنجر أو إنستغرام
desk-source-eml = رسالة بريد إلكتروني
desk-source-sms-backup = نسخة احتياطية للرسائل القصيرة
desk-source-text = نص
desk-source-archive = أرشيف
desk-source-unread = لم يُتعرَّف عليه
desk-file = الملف
desk-bytes = البايتات
desk-bytes-messages = في رسائل
desk-bytes-skipped = غير مفهومة
desk-bytes-blank = فارغة
desk-not-read-yet = لم يُقرأ بعد.
desk-more-files = وملفات أخرى عددها { $count }
desk-found = وُجد فيه
desk-fingerprints = البصمات
desk-draft-lead = مملوء من القضية. ما ليس فيها يبقى فراغًا في الورقة، أو يُجاب عنه هنا.
desk-missing-fields = { $count ->
    [zero] لا شيء إلزامي ناقص
    [one] بيان إلزامي واحد ناقص
    [two] بيانان إلزاميان ناقصان
    [few] { $count } بيانات إلزامية ناقصة
    [many] { $count } بيانًا إلزاميًا ناقصًا
   *[other] { $count } بيان إلزامي ناقص
}
desk-missing-fields-more = تسرد الورقة ما بقي فراغًا في صفحة مستقلة.
desk-nothing-missing = في القضية كل ما يلزم هذه الورقة.
desk-mandatory = إلزامي
desk-optional-fields = { $count ->
    [zero] لا بيانات اختيارية
    [one] بيان اختياري واحد
    [two] بيانان اختياريان
    [few] { $count } بيانات اختيارية
    [many] { $count } بيانًا اختياريًا
   *[other] { $count } بيان اختياري
}
desk-make = المستند
desk-in-language = اللغة
desk-whose-statement = إفادة من؟
desk-nobody-chosen = دون اسم: يُترك بياضًا
desk-choose = اختيار
desk-draft-statement = مسودة: إفادة
desk-sent-by = من يرسله؟
desk-sent-by-organisation = نحن منظمة
desk-sent-by-organisation-more = إخطار إلى النيابة أو الشرطة في الدولة نفسها، ومعه مسودة الطلب مرفقة: لا يرسل الطلب إلا جهة رسمية.
desk-sent-by-authority = نحن الجهة الرسمية المختصة بإرساله
desk-sent-by-authority-more = الطلب وحده دون إخطار.
desk-download-pdf = تنزيل PDF
desk-answers-not-kept = الأجوبة تدخل في الملف، ولا تُحفظ في أي مكان.
desk-lawyer-decides = مسودة. المراجعة والقرار لمحامٍ أو موظف مختص.
desk-file-lead = النسخة { $version }. الحفظ يُنشئ نسخة جديدة، وتبقى النسخ السابقة.
desk-file-text = longarm: case/1
desk-save = حفظ
desk-record-lead = من فعل ماذا، ومتى، وفي أي قضية. لا يعرض أبدًا ما في القضايا.
desk-record-check = فحص السلسلة كلها
desk-record-holds = السلسلة متصلة: { $count } من القيود، لم يتغير منها شيء ولم ينقص.
desk-who = الفاعل
desk-act = الفعل
desk-which = القضية، الشيء
desk-role-complainant = صاحب الشكوى
desk-role-suspect = مشتبه فيه
desk-role-instigator = مشتبه في تحريضه
desk-role-intermediary = مشتبه في وساطته
desk-role-recipient = متلقٍّ
desk-role-reporter = مبلِّغ
desk-role-guardian = ولي
desk-reason-foreign-number = الرقم أجنبي
desk-reason-complainant-abroad = صاحب الشكوى في الخارج
desk-reason-sender-abroad = المرسل في الخارج
desk-reason-suspect-abroad = المشتبه فيه في الخارج
desk-reason-suspect-unknown = المشتبه فيه مجهول
desk-reason-no-law = لا قانون
desk-reason-no-evidence = لا أدلة
desk-reason-private-matter = أمر خاص
desk-reason-time-limit = مضى الوقت
desk-reason-not-competent = عدم اختصاص
desk-reason-withdrawn = تنازل
desk-reason-unknown = السبب غير معروف
desk-papers = ويلزم أيضًا:
desk-article-unknown = المادة غير معروفة
desk-people = العاملون
desk-people-lead = من يعمل هنا. كل شخص يرى قضايا فرقه فقط، والإدارة كذلك.
desk-add-person = إضافة زميل
desk-add-person-do = إنشاء الحساب
desk-first-passphrase = عبارة سرية أولى
desk-first-passphrase-help = تُقال مشافهةً، ويغيّرها صاحبها بعد أول دخول.
desk-role-label = الدور
desk-no-role = يلزم اختيار أحد الأدوار.
desk-reset = نسيان العبارة السرية
desk-reset-do = اعتماد العبارة الجديدة
desk-recovery-key = مفتاح الاسترجاع المطبوع
desk-reset-done = { $count ->
    [zero] العبارة الجديدة سارية. لا قضايا تُفتح من جديد.
    [one] العبارة الجديدة سارية، وفُتحت قضية واحدة من جديد.
    [two] العبارة الجديدة سارية، وفُتحت قضيتان من جديد.
    [few] العبارة الجديدة سارية، وفُتحت { $count } قضايا من جديد.
    [many] العبارة الجديدة سارية، وفُتحت { $count } قضيةً من جديد.
   *[other] العبارة الجديدة سارية، وفُتحت { $count } قضية من جديد.
}
desk-change-passphrase = تغيير عبارتي السرية
desk-change-passphrase-lead = تنتهي كل الزيارات المفتوحة، وهذه منها؛ ثم يكون الدخول بالعبارة الجديدة.
desk-passphrase-old = العبارة الحالية
desk-passphrase-new = العبارة الجديدة
desk-add-member = إضافة إلى الفريق
desk-add-member-do = إضافة
desk-remove-member = إخراج
desk-more-exhibits = { $count ->
    [zero] لا أدلة أخرى
    [one] دليل آخر
    [two] دليلان آخران
    [few] { $count } أدلة أخرى
    [many] { $count } دليلًا آخر
   *[other] { $count } دليل آخر
}
desk-stamp = طلب ختم زمني
desk-demo-loading = تحميل النسخة التجريبية مستمر. تظهر القضايا هنا واحدة بعد أخرى.
desk-demo-sign-in = نسخة تجريبية، والدخول إليها متاح للجميع:

desk-second = عامل التحقق الثاني
desk-second-code = الأرقام الستة، أو رمز احتياطي
desk-second-help = الأرقام التي يعرضها التطبيق على الهاتف الآن. كل رمز يصلح مرة واحدة.
desk-second-lost = ضاع الهاتف؟ يصلح رمز احتياطي من الورقة. وإن ضاعت هي أيضًا، فالطلب إلى من يدير شؤون الجهة.
desk-second-lead = مع عامل ثانٍ لا تكفي العبارة السرية وحدها لمن رآها أو خمّنها: يُطلب معها رمز من الهاتف.
desk-second-scan = تُمسح هذه الصورة بتطبيق للرموز المؤقتة على الهاتف (Aegis أو FreeOTP أو غيرهما).
desk-second-by-hand = الإدخال باليد
desk-second-first = الأرقام الستة التي يعرضها الآن
desk-second-spare = عشرة رموز احتياطية
desk-second-spare-lead = تُكتب على ورقة الآن، فلن تُعرض مرة أخرى. كل رمز يفتح الباب مرة واحدة إذا ضاع الهاتف.
desk-second-kept = كُتبت على الورقة
desk-second-there = عامل التحقق الثاني مفعّل. ولإيقافه يُكتب أحد رموزه.
desk-second-drop = إيقافه
desk-colon = :
