reference-title = قوانين الدول والاتفاقيات
reference-lead = ما نعرفه عن قوانين { $states } دولة وعن { $treaties } اتفاقية وأداة أخرى، ومع كل معلومة تاريخها ودرجة اليقين ومصدرها.
reference-unknown-is-unknown = ما ليس هنا غير معروف، ولا يعني «لا». والكلمة الأخيرة لمحامٍ هناك.
reference-states = الدول
reference-treaties = الاتفاقيات والأدوات الأخرى
reference-to-index = كل الدول والاتفاقيات
reference-to-between = ما الذي يمكن فعله بين دولتين
reference-of-state = { $state }: { $what }
reference-on = التاريخ
reference-on-show = عرض
reference-on-day = في { $day }
reference-no-facts = لا توجد لدينا معلومات قانونية عن هذه الدولة: الجواب عنها «غير معروف». أما اتفاقياتها ففي الجدول.
reference-ours = الشروط وأسباب الرفض والملاحظات صياغة longarm وترجمتها، وليست نص المعاهدة أو القانون؛ والمصادر تقود إلى النص.
reference-ours-asked = صياغة longarm وترجمتها، وليست نص المعاهدة؛ وصفحتها تقود إلى المصادر. أما الطلب نفسه فيحمل العبارات بالإنجليزية.
reference-name-ours = (ترجمة longarm)
reference-legal-system = النظام القانوني
reference-hazards = قبل أي بلاغ: قوانين قد تُستعمل ضد الطرف المتضرر
reference-lines = أرقام للمساعدة
reference-offences = الجرائم
reference-offences-none = لا نعرف نصًا.
reference-events = الأفعال
reference-law = القانون
reference-article = المادة
reference-ceiling = الحد الأقصى
reference-complaint-needed = بشكوى فقط
reference-time = النفاذ
reference-from = من { $day }
reference-until = حتى { $day }
reference-no-offence = لا جريمة بهذا الوصف
reference-if-wanted = (إذا كان المطلوب: { $wanted })
reference-gaps = أفعال لا نعرف لها نصًا هنا
reference-gaps-help = غير معروفة، لا مباحة: يلزم سؤال محامٍ هناك.
reference-jurisdiction = من يسري عليه قانونها
reference-question = السؤال
reference-answer = الجواب
reference-rule-territorial = ما يقع في إقليمها أو يصل إليه
reference-rule-effects = ما يقع أثره في إقليمها
reference-rule-active-personality = رعاياها إذا ارتكبوا الفعل في الخارج
reference-rule-passive-personality = رعاياها إذا تضرروا في الخارج
reference-rule-participation = من يشارك من الخارج
reference-rule-by-proxy = عن طريق وكيل أو محامٍ
reference-rule-through-consulate = عن طريق القنصلية
reference-rule-anonymous = دون اسم
reference-rule-from-abroad = من الخارج
reference-rule-online = عبر الإنترنت
reference-rule-assistance = تساعد دولًا أخرى دون اتفاقية
reference-rule-own-nationals = تسلّم رعاياها
reference-rule-data-retention = على المشغلين حفظ بيانات الاتصال
reference-rule-registration-duty = إثبات هوية مشتري الخط واجب
reference-complaint = كيف تصل إليها الشكوى
reference-time-limit = مدة الشكوى
reference-period = المدة
reference-counted = تُحسب من
reference-counted-knowledge = العلم بالفعل
reference-counted-knowledge-of-both = العلم بالفعل وبمرتكبه
reference-counted-publication = النشر
reference-counted-act = الفعل
reference-months = { $months ->
    [zero] لا أشهر
    [one] شهر واحد
    [two] شهران
    [few] { $months } أشهر
   *[other] { $months } شهرًا
}
reference-days = { $days ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
   *[other] { $days } يومًا
}
reference-complaint-languages = لغات الشكوى
reference-channels = جهات الإبلاغ
reference-channels-none = لا نعرف جهة.
reference-from-abroad = متاحة من الخارج
reference-contact = الاتصال
reference-channel-police = شرطة
reference-channel-police-cybercrime = شرطة، وحدة الجرائم الإلكترونية
reference-channel-community-police = شرطة مجتمعية
reference-channel-prosecution = نيابة
reference-channel-hotline = رقم للمساعدة
reference-channel-women = للنساء
reference-channel-child = للأطفال
reference-channel-ngo = منظمة
reference-channel-cert = فريق طوارئ الحاسب
reference-channel-central-authority = سلطة مركزية
reference-channel-247 = اتصال بين أجهزة الشرطة في كل ساعة
reference-assistance = مساعدة الدول الأخرى
reference-central = جهة تلقي الطلبات
reference-contact-247 = جهة اتصال الشرطة في كل ساعة (للجهات الرسمية فقط)
reference-telecom = أرقام الهاتف
reference-country-code = رمز الدولة
reference-operator = المشغل
reference-prefixes = الأرقام الأولى
reference-prefixes-help = قد ينتقل الرقم إلى مشغل آخر: هذه إشارة، لا دليل.
reference-duty = إثبات هوية المشتري
reference-consular = بعثاتها في الخارج
reference-takes-statements = تأخذ الأقوال
reference-powers = توثق التوكيلات
reference-laws = القوانين
reference-number = الرقم
reference-in-force-since = النفاذ
reference-repealed = أُلغي في { $day }
reference-never-in-force = لم يدخل حيز النفاذ
reference-cooperation = الدول التي تجمعها بها أداة تعاون
reference-cooperation-help = متاحة: اتفاقية في جرائم تقنية المعلومات أو المساعدة القضائية أو التسليم تُلزم الدولتين. بشرط: لبعض الجرائم فقط، أو بين أجهزة الشرطة، أو بموجب قانون الدولة الأخرى.
reference-instruments = ما يُلزم الدولتين
reference-notes = ملاحظات
reference-sources = المصادر
reference-kind-cybercrime = جرائم تقنية المعلومات
reference-kind-mutual-assistance = المساعدة القضائية
reference-kind-extradition = تسليم المطلوبين
reference-kind-organised-crime = الجريمة المنظمة
reference-kind-child-protection = حماية الطفل
reference-kind-statute = نظام محكمة
reference-kind-regional-police = تعاون الشرطة
reference-absence = نتيجة لها مصدر: لا توجد اتفاقية
reference-adopted = اعتُمدت
reference-opened = فُتحت للتوقيع
reference-in-force = دخلت حيز النفاذ
reference-open-to = مفتوحة أمام
reference-coverage = قُرئت قائمة الدول كما هي في
reference-depositary = جهة الإيداع
reference-measures = ما تنص عليه
reference-measure = الإجراء
reference-conditions = الشروط
reference-refusal = أسباب الرفض
reference-parties = الدول
reference-bound = ملتزمة
reference-steps = ما فعلته، ومتى
reference-obliged = مُلزمة بموجب { $by } من { $day }
reference-nothing = لا شيء مسجل
reference-counted-bound = { $status ->
    [open] ملتزمة: { $count }
    [blocked] غير ملتزمة: { $count }
   *[unknown] غير معروفة: { $count }
}
