preview-look = معاينة الملف
preview-to-exhibit = إلى الدليل
preview-blurred = صورة مموّهة
preview-clear = الصورة بوضوح
preview-text = نص
preview-audio = تسجيل صوتي
preview-video = مقطع مصوّر
preview-none = لا يُعرض
preview-alt-blurred = صورة مموّهة: بقع ألوان لا يُميَّز فيها شيء.
preview-alt-clear = الصورة { $code } بلا وصف.
preview-blurred-more = الصورة مموّهة كلها، ومعها الوجوه والأجسام. وكل عرض واضح يُدوَّن في السجل.
preview-child = إذا كان من المحتمل أن يظهر هنا طفل في وضع جنسي فلا يجوز فتح الملف. يكفي تدوين مكانه وما قيل عنه.
preview-show = عرض الصورة بوضوح
preview-hide = إعادة التمويه
preview-hides = يعود التمويه عند مغادرة هذه الصفحة أو بعد دقيقتين.
preview-refused-large = الصورة أكبر مما يُفتح هنا. الدليل محفوظ كما ورد ويمكن تسليم نسخة منه.
preview-refused-damaged = الصورة تالفة أو ليست كما تبدو، ولذلك لا تُعرض. الدليل محفوظ كما ورد.
preview-refused-killed = احتاج فتح الصورة إلى وقت أو ذاكرة أكثر مما يجوز فأُوقف، وبعض الملفات يُصنع لهذا الغرض. الدليل محفوظ كما ورد.
preview-refused-busy = تُفتح صور أخرى الآن. يمكن إعادة المحاولة بعد لحظة.
preview-refused-walls = لا يستطيع هذا النظام فتح الصور بأمان. يمكن للإدارة تثبيت libseccomp2 على الجهاز، وإلى ذلك الحين تبقى الصور مغلقة.
preview-encoding = قُرئ بترميز { $encoding }.
preview-encoding-likely = قُرئ بترميز { $encoding }، وهو الأرجح وليس مؤكدًا.
preview-text-more = الأحرف التي لا تُرى يظهر رمزها بدلًا منها.
preview-text-cut = تظهر البداية فقط.
preview-media-more = لا يُحمَّل شيء قبل الضغط على زر التشغيل. ويُدوَّن التشغيل في السجل.
preview-video-more = لا يمكن تمويه المقاطع المصوّرة.
preview-none-more = هذا النوع من الملفات لا يُفتح أبدًا في صفحات المكتب. يمكن تسليم نسخة وفتحها في مكان آخر، والأفضل جهاز غير متصل بالشبكة.
preview-archive = صور داخل الأرشيف
preview-archive-more = { $count ->
    [zero] لا ملف فيه يحمل اسم صورة.
    [one] فيه ملف واحد يحمل اسم صورة، ويُفتح مموّهًا.
    [two] فيه ملفان يحملان اسمي صورتين، ويُفتح كل منهما مموّهًا.
    [few] فيه { $count } ملفات تحمل أسماء صور، ويُفتح كل منها مموّهًا.
    [many] فيه { $count } ملفًا تحمل أسماء صور، ويُفتح كل منها مموّهًا.
   *[other] فيه { $count } ملف تحمل أسماء صور، ويُفتح كل منها مموّهًا.
}
preview-to-archive = إلى الأرشيف
preview-file = الملف
preview-format = الصيغة
preview-animated = متحركة، وتظهر أول صورة منها
preview-points = النقاط
preview-taken = وقت الالتقاط
preview-device = الجهاز
preview-software = البرنامج
preview-place = المكان (بالدرجات)
preview-says = هذا ما يقوله الملف عن نفسه: قد يصح وقد يكون مزورًا.
preview-says-nothing = لا يذكر الملف وقتًا ولا جهازًا ولا مكانًا. كثير من التطبيقات يحذف ذلك عند إرسال الصور.
preview-copy = نسخة كما ورد
preview-copy-more = يُدوَّن في سجل الحيازة لمن تُسلَّم النسخة ولأي غرض.
preview-copy-do = تسليم نسخة
preview-no-purpose = تلزم كتابة الغرض من تسليم النسخة: يُدوَّن في سجل الحيازة.
