between-heading = من يهددك في بلد آخر. ما الذي يمكن فعله؟
between-lead = بلا اسم وبلا تسجيل. لا نحفظ ما تختاره هنا.
between-privacy = عنوان هذه الصفحة يبقى في سجل المتصفح، أما الاختيارات فلا تبقى.
between-harmed-in = البلد الذي أنت فيه (أو من تسأل عنه)
between-suspect-in = البلد الذي فيه من يهددك
between-number-of = رقم هاتفه من
between-number-help = تدل عليه الأرقام الأولى بعد + أو 00. يُترك إذا لم يكن هناك رقم.
between-choose = اختيار البلد
between-not-known = غير معروف
between-held = دول نعرف قانونها
between-others = دول نعرف اتفاقياتها فقط
between-demand = ما الذي يطلبه
between-minor = هل في الأمر شخص عمره أقل من { $age } سنة؟
between-pictures = هل لديه صور خاصة؟
between-platform = عبر أي خدمة جاء ذلك؟
between-published = هل نشر شيئًا أو أرسله إلى آخرين؟
between-yes = نعم
between-no = لا
between-unknown = غير معروف
between-day = في أي تاريخ
between-day-help = اليوم، أو تاريخ الواقعة.
between-other-day = مقارنة بتاريخ آخر
between-other-day-help = تعرض ما تغيّر في القانون بين التاريخين، وسببه.
between-show = عرض ما يمكن فعله
between-again = تغيير الأجوبة
between-to-law = قانون كل دولة
between-first = قبل أي خطوة
between-safe = هل يمكن أن يؤذيك أحد إذا عرف؟ نبدأ بسلامتك.
between-safe-talk = البدء بالسلامة
between-child = في الأمر طفل: لا داعي لحفظ نسخة من الصور ولا لإرسالها إلى أحد، حتى لمن يساعد.
between-lines = أرقام للمساعدة
between-no-line = لا نعرف رقمًا للمساعدة في هذا البلد له مصدر. إذا كان الخطر قريبًا: رقم الطوارئ في بلد الإقامة.
between-hazard-laws = ما هذا القانون؟
between-paths = ما يمكن فعله
between-on-day = في { $day }
between-no-paths = لا تظهر خطوة مما هو معروف حتى الآن.
between-by-authority = تطلبه جهة رسمية بعد بلاغ، لا الأفراد.
between-before = الجهة: { $authority }
between-step-with = { $action }: { $name }
between-opens-if = تُفتح:
between-hazards = تنبيه:
between-its-text = نص الاتفاقية
between-on-what = على أي أساس؟
between-binding = { $binding ->
    [yes] مُلزمة
    [no] غير مُلزمة
   *[unknown] غير معروف
}
between-blocked = { $count ->
    [zero] لا خطوات مغلقة
    [one] خطوة واحدة مغلقة حاليًا، وما الذي يفتحها
    [two] خطوتان مغلقتان حاليًا، وما الذي يفتحهما
    [few] { $count } خطوات مغلقة حاليًا، وما الذي يفتحها
   *[other] { $count } خطوة مغلقة حاليًا، وما الذي يفتحها
}
between-article = المادة { $article }
between-sure = { $level ->
    [high] درجة اليقين: عالية
    [medium] درجة اليقين: متوسطة
   *[low] درجة اليقين: ضعيفة
}
between-checked = قُرئ في { $day }
between-never-checked = لم يُفتح المصدر بعد
between-source = المصدر
between-pair = { $a } و{ $b }: ما يُلزم الدولتين
between-pair-none = لا نعرف اتفاقية كانت تُلزم الدولتين في ذلك اليوم.
between-pair-unknown = { $count ->
    [zero] لا اتفاقيات غير معروفة
    [one] اتفاقية واحدة لا يُعرف هل تُلزم الدولتين
    [two] اتفاقيتان لا يُعرف هل تُلزمان الدولتين
    [few] { $count } اتفاقيات لا يُعرف هل تُلزم الدولتين
   *[other] { $count } اتفاقية لا يُعرف هل تُلزم الدولتين
}
between-pair-no = { $count ->
    [zero] لا اتفاقيات غير مُلزمة
    [one] اتفاقية واحدة لم تُلزم الدولتين، والسبب
    [two] اتفاقيتان لم تُلزما الدولتين، والسبب
    [few] { $count } اتفاقيات لم تُلزم الدولتين، والسبب
   *[other] { $count } اتفاقية لم تُلزم الدولتين، والسبب
}
between-facts-there = المعلومات والمصادر الخاصة باتفاقية غير ملزمة، أو لا يُعرف أنها ملزمة، في صفحتها.
between-pair-reminder = الإلزام هنا يعني فقط أن الدولتين كانتا ملتزمتين في ذلك اليوم؛ أما انطباق الاتفاقية فمرجعه شروطها.
between-pair-other-missing = إذا عُرف بلد الرقم أو بلد من يهدد، تظهر هنا الاتفاقيات بين البلدين.
between-map = الخريطة
between-map-label = خريطة الدول، والجدول تحتها يقول الشيء نفسه.
between-map-borders = الأشكال من Natural Earth. لا تتخذ الخريطة موقفًا من الحدود.
between-state = الدولة
between-status = الحالة
between-counted = { $status ->
    [open] متاحة: { $count }
    [conditional] بشرط: { $count }
    [blocked] مغلقة: { $count }
   *[unknown] غير معروفة: { $count }
}
between-changed = ما الذي تغيّر بين { $before } و{ $after }
between-nothing-changed = لم تُفتح خطوة ولم تُغلق بين التاريخين.
between-change = { $before } ثم { $after }
between-no-such-step = ليست بين الخطوات
between-regrounded = { $count ->
    [zero] لا خطوات بقيت حالتها لأسباب أخرى
    [one] خطوة واحدة بقيت حالتها، لأسباب أخرى
    [two] خطوتان بقيت حالتهما، لأسباب أخرى
    [few] { $count } خطوات بقيت حالتها، لأسباب أخرى
   *[other] { $count } خطوة بقيت حالتها، لأسباب أخرى
}
between-called-complainant = الطرف المتضرر
between-called-suspect-1 = من يهدد
between-called-child = الطفل
between-ground-reciprocity = القانون الداخلي والمعاملة بالمثل
between-ground-provider-policy = سياسة الشركة نفسها
between-honest = هذه معلومات، والقرار لمحامٍ أو جهة مختصة. وهي لا تعد بأن أحدًا سيُعاقَب.
between-languages = اللغة
between-demand-unknown = غير معروف، أو لا شيء حتى الآن
between-more = المزيد
between-lines-read = قُرئت في المصدر المذكور؛ ومكالمة واحدة تؤكد الرقم قبل الاعتماد عليه.
between-map-show = عرض ذلك على خريطة
