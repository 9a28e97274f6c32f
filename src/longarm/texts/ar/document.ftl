# Papers are read by prosecutors: full sentences, the neutral «الطرف الشاكي», «المشتبه فيه» everywhere.
document-party-complainant = الطرف الشاكي
document-party-suspect = المشتبه فيه
document-party-suspect-numbered = المشتبه فيه رقم { $number }
document-party-instigator = المحرّض المشتبه فيه
document-party-intermediary = الوسيط المشتبه فيه
document-party-recipient = متلقي الرسائل «{ $alias }»
document-party-reporter = مقدم البلاغ بالنيابة
document-party-guardian = ولي القاصر
document-party-minor = القاصر «{ $alias }»
document-party-complainant-named = الطرف الشاكي «{ $alias }»
document-party-unknown = شخص غير معلوم
document-suspect-unknown = مجهول
document-suspect-known-as = معروف بالاسم «{ $alias }» في هذا الملف
document-nationality-item = { $state } ({ $certainty })
document-nationality-of = الجنسية: { $nationality }
document-location-item = { $state }، { $certainty }
document-location-from = { $state } منذ { $from }، { $certainty }
document-location-span = { $state } من { $from } إلى { $to }، { $certainty }
document-born-year = سنة { $year }
document-minor = قاصر
document-certainty-known = مؤكد
document-certainty-claimed = بحسب قول صاحبه، غير مؤكد
document-certainty-inferred = مستنتج، غير مؤكد
document-certainty-unknown = غير معلوم
document-event-contact = تواصل { $by } مع { $to }.
document-event-harassment = أرسل { $by } إلى { $to } رسائل متكررة على وجه الإزعاج.
document-event-threat_to_publish = هدّد { $by } { $to } بنشر أمور خاصة أو إفشائها.
document-event-threat_of_violence = هدّد { $by } { $to } بالاعتداء على النفس.
document-event-demand = { $wants ->
    [money] طلب { $by } من { $to } مالًا تحت التهديد.
    [sexual] طلب { $by } من { $to } أمرًا ذا طابع جنسي تحت التهديد.
    [images] طلب { $by } من { $to } إرسال صور تحت التهديد.
    [silence] طلب { $by } من { $to } السكوت وعدم الإبلاغ تحت التهديد.
   *[other] طلب { $by } من { $to } أمرًا تحت التهديد.
}
document-event-payment = دفع { $by } مبلغًا إلى { $to }.
document-event-publication = نشر { $by } محتوى يخص { $to }.
document-event-defamation = وجّه { $by } إلى { $to } رسائل تسند إلى الطرف الشاكي أمورًا تمس الاعتبار.
document-event-fabricated_material = استعمل { $by } مواد مصطنعة منسوبة إلى { $to }.
document-event-intimate_image_obtained = حصل { $by } على صور خاصة تعود إلى { $to }.
document-event-intimate_image_published = نشر { $by } صورًا خاصة تعود إلى { $to } دون رضا.
document-event-impersonation_of_official = انتحل { $by } صفة موظف عام في مخاطبة { $to }.
document-event-impersonation_of_complainant = أنشأ { $by } حسابًا أو صفحة منسوبة زورًا إلى { $to }.
document-event-grooming = استدرج { $by } { $to } بوسيلة اتصال.
document-event-child_sexual_demand = طلب { $by } أفعالًا تمس { $concerns }. لا يرد هنا وصف لها، ويُبلَّغ مضمونها للجهة المختصة شفاهةً.
document-event-unlawful_access = دخل { $by } دون حق إلى حساب أو جهاز يخص { $to }.
document-event-fraud = حصل { $by } من { $to } على مال أو بيانات بطريق الاحتيال.
document-event-instigation = حرّض { $by } { $to } على ارتكاب الأفعال المبينة.
document-event-report_filed = قُدّم بلاغ إلى { $before }.
document-event-report_refused = لم تُقيَّد الوقائع كلها أو بعضها لدى { $before }، والسبب المذكور: { $reason }.
document-event-reply = ردّ { $by } على { $to }.
document-event-arrest = قُبض على { $to }.
document-event-warrant_issued = صدر أمر قبض بحق { $to }.
document-reason-foreign_number = الرقم غير تابع للدولة
document-reason-complainant_abroad = الطرف الشاكي مقيم في الخارج
document-reason-sender_abroad = المرسل في الخارج
document-reason-suspect_abroad = المشتبه فيه في الخارج
document-reason-suspect_unknown = المشتبه فيه مجهول
document-reason-no_law = لا نص يجرّم الفعل
document-reason-no_evidence = لا أدلة
document-reason-private_matter = خلاف خاص
document-reason-time_limit = انقضاء المدة
document-reason-not_competent = عدم الاختصاص
document-reason-withdrawn = سحب البلاغ
document-reason-unknown = غير معلوم
document-kind-phone = هاتف
document-kind-email = بريد إلكتروني
document-kind-account = حساب
document-kind-url = رابط
document-kind-iban = حساب مصرفي (IBAN)
document-kind-card = بطاقة
document-kind-wallet = محفظة عملة رقمية
document-kind-payment_handle = حساب دفع
document-kind-ip = عنوان IP
document-kind-imei = رقم الجهاز (IMEI)
document-kind-name = اسم
document-platform-facebook = فيسبوك
document-platform-messenger = ماسنجر
document-platform-instagram = إنستغرام
document-platform-whatsapp = واتساب
document-platform-telegram = تيليغرام
document-platform-tiktok = تيك توك
document-platform-snapchat = سناب شات
document-platform-email = بريد إلكتروني
document-platform-sms = رسالة نصية
document-platform-call = اتصال هاتفي
document-platform-in_person = حضوريًا
document-platform-skype = سكايب
document-allocated = الرقم مخصّص لدولة { $state }، المشغّل { $operator } (بحسب البادئة)
document-allocated-state = الرقم مخصّص لدولة { $state }
document-handle = الاسم الظاهر وقت الجمع: { $handle }
document-demand-money = مال
document-demand-sexual = أمر ذو طابع جنسي
document-demand-images = صور
document-demand-silence = السكوت وعدم الإبلاغ
document-demand-other = أمر آخر
document-harm-publication = نُشر محتوى يخص الطرف الشاكي، والضرر قائم ما بقي منشورًا.
document-harm-payment = دُفع مال تحت التهديد.
document-harm-threat = يُخشى تنفيذ التهديد في أي وقت.
document-harm-safety = يُخشى خطر على السلامة إذا أُفشيت البيانات.
document-harm-child = في الوقائع قاصر، وحمايته مقدمة على كل إجراء.
document-column-law = القانون
document-column-article = المادة
document-column-facts = الوقائع
document-column-penalty = أقصى عقوبة
document-article-unknown = غير مؤكدة
document-penalty-years = { $years ->
    [one] سنة واحدة
    [two] سنتان
    [few] { $years } سنوات
   *[other] { $years } سنة
}
document-penalty-months = { $months ->
    [one] شهر واحد
    [two] شهران
    [few] { $months } أشهر
   *[other] { $months } شهرًا
}
document-penalty-fine = الغرامة
document-penalty-life = السجن المؤبد
document-penalty-death = الإعدام
document-penalty-unknown = غير معلومة
document-basis-territorial = وقع الفعل أو جزء منه في إقليم { $state } (الوقائع: { $events }).
document-basis-effects = تحققت نتيجة الفعل في إقليم { $state } (الوقائع: { $events }).
document-basis-active_personality = المشتبه فيه من مواطني { $state } (الوقائع: { $events }).
document-basis-passive_personality = الطرف الشاكي من مواطني { $state } (الوقائع: { $events }).
document-basis-residence = المشتبه فيه مقيم في { $state } (الوقائع: { $events }).
document-basis-unknown = يُنظر أيضًا: { $basis } هذا الأساس غير مؤكد بحسب المعلومات المتاحة.
document-relief-all = قيد الشكوى عن جميع الوقائع المبينة فيها، وعدم الاقتصار على واقعة واحدة منها.
document-relief-preserve = الأمر بحفظ البيانات المتعلقة بالأرقام والحسابات المبينة قبل زوالها.
document-relief-subscriber = طلب بيانات أصحاب الأرقام والحسابات المبينة ومستخدميها في التواريخ المذكورة.
document-relief-abroad = مخاطبة السلطة المختصة في { $state } بطلب المساعدة القضائية، ومن أسسه: { $instruments }.
document-relief-examine = فحص الأدلة المرفقة والتحقق من بصماتها الرقمية.
document-relief-protect = حفظ سرية بيانات الطرف الشاكي وعدم إطلاع المشتبه فيه على محل الإقامة ووسيلة الاتصال.
document-relief-remove = إزالة المحتوى المنشور بعد حفظه دليلًا.
document-protection = يُطلب حفظ سرية الاسم والعنوان ووسيلة الاتصال، وقصر الاطلاع عليها على الجهة المحققة.
document-language-ar = العربية
document-language-en = الإنجليزية
document-language-fr = الفرنسية
document-yes = نعم
document-no = لا
document-column-number = م
document-column-date = التاريخ
document-column-fact = الواقعة
document-column-via = الوسيلة
document-column-kind = النوع
document-column-value = القيمة كما وُجدت
document-column-detail = بيانات أخرى
document-column-exhibit = رقم الدليل
document-column-description = الوصف
document-column-source = المصدر
document-column-received = تاريخ الاستلام
document-column-hash = البصمة الرقمية SHA-256
document-column-size = الحجم (بايت)
document-date-unknown = تاريخ غير معلوم
document-date-at = { $date }، الساعة { $time }
document-zone-none = دون ذكر المنطقة الزمنية
document-zone-utc = بتوقيت { $zone }
document-exhibit-unread = ملف محفوظ كما ورد
document-file-named = الملف { $file }
document-stamp = ختم زمني RFC 3161 بتاريخ { $at }، الجهة: { $authority }
document-stamp-none = لم تُختم الحزمة زمنيًا بعد
document-tool = longarm، الإصدار { $version }
document-case-file = ملف القضية
