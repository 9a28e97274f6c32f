advisory-title = تنبيهات
advisory-lead = كيف يعمل شخص ما وماذا يستعمل، ليتعرّف عليه غيرنا. لا يرد في التنبيه ذكر قضية ولا أحد من المتضررين.
advisory-ours = تنبيهاتنا
advisory-theirs = تنبيهات الآخرين
advisory-theirs-lead = يُقارَن ما نبّه إليه الآخرون بقضاياكم تلقائيًا. هو إشارة للنظر، وليس دليلًا. أما مصدره فهو ما يقوله الملف، ولم يتحقق منه أحد.
advisory-none-yet = لم يصدر أي تنبيه بعد. يُكتب التنبيه انطلاقًا من قضية، ضمن «خطوات أخرى».
advisory-nothing-heard = لم يُقرأ أي تنبيه من الآخرين بعد.
advisory-state = { $state ->
    [draft] بانتظار شخص ثانٍ
    [told] صدر
   *[revoked] أُلغي
}
advisory-signs = ما يستعمله
advisory-signs-count = { $count ->
    [zero] لا علامات
    [one] علامة واحدة
    [two] علامتان
    [few] { $count } علامات
    [many] { $count } علامة
   *[other] { $count } علامة
}
advisory-signs-lead = لا يُعرض إلا ما استعمله الطرف الآخر وحده. تُستبعد الأرقام الرسمية وكل ما يعود إلى من وقع عليه الضرر.
advisory-how = كيف يعمل
advisory-how-help = لا يُكتب هنا اسم ولا رقم: لا لمن وقع عليه الضرر ولا للمشتبه فيه. وإن وُجد أحدهما رُفض النص.
advisory-headline = بكلمات قليلة
advisory-language = لغة الكتابة
advisory-states = الدول
advisory-states-help = حيث يعمل أو حيث يبحث عمن يؤذيهم: حرفان لكل دولة (ISO 3166-1).
advisory-kind = النوع
advisory-value = كما تُقارَن
advisory-kind-phone = هاتف
advisory-kind-account = حساب
advisory-kind-email = بريد إلكتروني
advisory-kind-wallet = محفظة
advisory-kind-iban = رقم حساب دولي (IBAN)
advisory-kind-url = رابط
advisory-kind-ip = عنوان شبكة
advisory-kind-picture = صورة (بصمة)
advisory-reach = إلى أي مدى يجوز نشره
advisory-reach-clear = للجميع (TLP:CLEAR)
advisory-reach-green = للمجتمع المهني (TLP:GREEN)
advisory-reach-amber = لمن يحتاج إليه (TLP:AMBER)
advisory-write = كتابة تنبيه
advisory-write-lead = سيقرأ هذا آخرون. يوافق شخص ثانٍ من الفريق قبل إصداره، وما صدر لا يُسترد ممن قرأه.
advisory-ask = كتابته وطلب الموافقة
advisory-nothing-to-tell = لا تذكر هذه القضية شيئًا استعمله الطرف الآخر وحده ويمكن مقارنته.
advisory-tell = إصدار التنبيه
advisory-tell-means = يمكن بعد ذلك تسليمه لغيركم. وإذا وُسم بأنه للجميع قرأته الأجهزة أيضًا حيث يتيح نظام جهتكم ذلك.
advisory-drop = حذف المسودة
advisory-second = يوافق أولًا زميل آخر من الفريق في صفحة القضية:
advisory-hand-on = تسليمه للآخرين
advisory-hand-on-lead = ملفات تقرؤها أدوات الآخرين. لا تسلّموها إلا لمن يجيز الوسم وصولها إليه.
advisory-revoke = إلغاء
advisory-revoke-means = لم يعد قائمًا: سلّموا الملف مرة أخرى ليسحبه الآخرون أيضًا.
advisory-no-victim = لا شيء هنا يدل على القضية التي جاء منها.
advisory-file = ملف من الآخرين
advisory-file-help = حزمة STIX 2.1 أو حدث MISP بصيغة JSON، أو قائمة ببصمات صور (سطور تبدأ بـ pdq)، بحد أقصى 16 ميغابايت. وما لا يمكن مقارنته يُعدّ ويُتجاوز.
advisory-form = الصيغة
advisory-read = قراءة الملف
advisory-taken = قُرئ الملف: { $new } جديد، { $renewed } محدَّث، { $gone } ملغى.
advisory-passed-over = { $count ->
    [zero] لم يُتجاوز شيء.
    [one] فيه شيء واحد لا يمكن مقارنته.
    [two] فيه شيئان لا يمكن مقارنتهما.
    [few] فيه { $count } أشياء لا يمكن مقارنتها.
    [many] فيه { $count } شيئًا لا يمكن مقارنتها.
   *[other] فيه { $count } شيء لا يمكن مقارنتها.
}
advisory-forget = إزالة
advisory-met = نبّه آخرون إلى هذا
advisory-met-lead = تنبيهات جهات أخرى تذكر الشيء نفسه. لم نتحقق منها.
advisory-taxii = longarm: تنبيهات للجميع
advisory-none = لا يوجد تنبيه كهذا بين ما يجوز لكم الاطلاع عليه.
advisory-no-sign = اختاروا علامة واحدة على الأقل مما هو معروض.
advisory-no-words = للتنبيه عنوان (حتى 200 حرف) وشرح لكيفية عمله (حتى 8000 حرف).
advisory-names = «{ $name }» مذكور في القضية وفي نصكم. لا يسمّي التنبيه أحدًا، فاكتبوه من دونه.
advisory-told-already = صدر هذا التنبيه من قبل.
advisory-revoked-already = أُلغي هذا التنبيه من قبل.
advisory-no-file = لم يصل أي ملف. اختاروا ملف التنبيه.
advisory-nothing-read = لا شيء في الملف يمكن مقارنته (عدد ما تُجووز: { $count }). لم يُحفظ شيء.
advisory-too-many = لا يُحفظ أكثر من { $limit } تنبيه من الآخرين. أزيلوا القديم أولًا.
advisory-form-hashes = قائمة بصمات
advisory-source = لمن هذه القائمة
advisory-source-help = لقائمة البصمات فقط، لأنها لا تذكر مصدرها. والقائمة الأحدث من المصدر نفسه تحل محل سابقتها.
advisory-same-way = وصل الملف بالطريق الذي وصلت به تنبيهات هذه الجهة من قبل: ما يحدّثه أو يلغيه يحل محلها
advisory-takes-place = يحدّث هذا الملف { $renewed } من التنبيهات المحفوظة هنا ويلغي { $gone } منها، باسم { $by }. وبإمكان أي شخص أن يكتب هذا الاسم في ملف. إن كان قد وصل بالطريق الذي وصلت به سابقاتها فضعوا علامة في المربع واختاروا الملف من جديد، وإلا فلا تأخذوا منه شيئًا. لم يُحفظ شيء.
advisory-no-source = اذكروا لمن قائمة البصمات، فالملف لا يقول ذلك.
advisory-met-picture = { $place }: { $bits ->
    [0] بصمة الصورة نفسها
   *[other] صورة قريبة (يختلف { $bits } من 256 بت)
}
advisory-met-picture-care = قبل فتح الدليل، اعرفوا ما الذي تضمه القائمة. فإن كانت لصور أطفال فلا يُفتح: احجبوه، واسلكوا المسار الخاص بالأطفال.
