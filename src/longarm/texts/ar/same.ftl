# المشتبه فيه نفسه في قضايا أخرى: في صفحة القضية، وجنبًا إلى جنب، وفي سلسلة.
same-section = المشتبه فيه نفسه
same-none = لا شيء في قضاياك الأخرى يشير إلى المشتبه فيه نفسه.
same-lead = الرابط مؤشر لا أكثر. لا يُبنى عليه شيء قبل أن يقارن شخص الطرفين ويقرر.
same-compare = المقارنة والقرار
same-cut = القضايا المترابطة أكثر مما يُفتح في نظرة واحدة: يظهر أقربها.
same-in-series = { $count ->
    [zero] لا قضايا في هذه السلسلة
    [one] قضية واحدة في هذه السلسلة
    [two] قضيتان في هذه السلسلة
    [few] { $count } قضايا في هذه السلسلة
    [many] { $count } قضيةً في هذه السلسلة
   *[other] { $count } قضية في هذه السلسلة
}
same-to-series = عرض السلسلة
same-elsewhere = { $count ->
    [zero] لا شيء لدى فرق أخرى.
    [one] لدى فريق آخر قضية تذكر الشيء نفسه. أي قضية هي وماذا تقول، يعرفه ذلك الفريق وحده.
    [two] لدى فرق أخرى قضيتان تذكران الشيء نفسه. أي قضيتين هما وماذا تقولان، تعرفه تلك الفرق وحدها.
    [few] لدى فرق أخرى { $count } قضايا تذكر الشيء نفسه. أي قضايا هي وماذا تقول، تعرفه تلك الفرق وحدها.
    [many] لدى فرق أخرى { $count } قضيةً تذكر الشيء نفسه. أي قضايا هي وماذا تقول، تعرفه تلك الفرق وحدها.
   *[other] لدى فرق أخرى { $count } قضية تذكر الشيء نفسه. أي قضايا هي وماذا تقول، تعرفه تلك الفرق وحدها.
}
same-ask = طلب الحديث معهم
same-ask-more = يظهر لهم اسمك وأن الطلب في هذا الأمر، ولا تظهر قضيتك.
same-asked = أُرسل الطلب إليهم في { $day }. من يوافق منهم يضيفك إلى فريقه أو يتواصل معك.
same-question = طلب من { $name }: قضية لدى فريق آخر تذكر ما تذكره هذه القضية. يبقى الحديث بينكما، ومن أراد عرض هذه القضية أضاف الآخر إلى فريقها.
same-question-since = تاريخ الطلب { $day }
same-question-talk = نعم للحديث: إظهار اسمي لهم
same-question-no = لا حديث في هذا
same-questions = زملاء يسألون عن المشتبه فيه نفسه
same-aside = المستبعد
same-aside-lead = هذه لا تربط بين القضايا بنفسها، والسبب مذكور.
same-title = مشتبه فيه واحد؟
same-sides = { $one } و{ $other }
same-link-count = { $count ->
    [zero] لا أسباب
    [one] سبب واحد
    [two] سببان
    [few] { $count } أسباب
    [many] { $count } سببًا
   *[other] { $count } سبب
}
same-here = في { $called }
same-used-by = الاستعمال: { $name }
same-since = من { $first } إلى { $last }
same-only-here = هنا فقط
same-to-exhibit = فتح الدليل
same-picture-blurred = الصورة مموهة. تُفتح في صفحتها، ويُسجل ذلك.
same-picture-alt = صورة مموهة من الدليل { $code }
same-picture-look = النظر إليها
same-sound = تسجيل صوتي، يُسمع في صفحة دليله.
same-weights = كيف وُزنت الأسباب
same-weights-lead = كل سبب مستقل يزيد الوزن. السطر الأخير هو احتمال أن يكون المشتبه فيه واحدًا بهذه الأسباب وحدها، إن صحت النسب المفترضة.
same-weights-what = السبب
same-weights-bits = الوزن (بت)
same-weights-score = الاحتمال بعده
same-no-links = لا يوجد رابط بين القضيتين: ربطهما شخص أو فصل بينهما بقرار.
same-decide = القرار
same-decide-lead = يُحفظ القرار باسمك وبسببه تحت مفتاحي القضيتين، ولا يُمحى أبدًا، ويمكن سحبه. لا يدمج ملفين، ولا يعلم به أي طرف متضرر.
same-why = السبب
same-do-same = المشتبه فيه نفسه
same-do-different = ليس المشتبه فيه نفسه
same-do-unsure = لا يمكن الجزم
same-do-withdrawn = سحب القرار
same-decisions = القرارات
same-verdict-same = المشتبه فيه نفسه
same-verdict-different = ليس المشتبه فيه نفسه
same-verdict-unsure = لا يمكن الجزم
same-verdict-withdrawn = سُحب القرار
same-by = { $name }، { $day }
same-series-title = سلسلة
same-series-lead = قضايا تجمعها روابط قوية أو قرارات، في حدود القضايا التي لديك مفاتيحها.
same-series-weakest = أضعف موضع فيها بين { $one } و{ $other }.
same-series-bridge = من دون الرابط بين { $one } و{ $other } تصير سلسلتين.
same-series-no-bridge = لا يقوم تماسكها على رابط واحد.
same-series-beside = { $one } و{ $other }: بينهما رابط لا يكفي لضمهما.
same-series-apart = { $one } و{ $other }: فصل بينهما قرار.
same-series-conflict = { $one } و{ $other }: قرار يقول إن المشتبه فيه واحد، وقرارات أخرى تفصل بينهما. تلزم مراجعة.
same-cases = القضايا
same-case = القضية
same-harmed-in = مكان الطرف المتضرر
same-suspect-in = مكان المشتبه فيه
same-opened = تاريخ الفتح
same-what-happened = ما حدث في القضايا كلها
same-when = اليوم
same-what = الواقعة
same-holds = ما يجمعها
same-reasons = الأسباب
same-weight = الوزن (بت)
same-by-decision = بقرار شخص
same-states = الدول
same-states-harmed = أطراف متضررة
same-states-suspect = مشتبه فيهم
same-not-agreed = لا تُقارن هذه القضية بغيرها: لم يسمح بذلك صاحب البلاغ أو صاحبة البلاغ، أو سُحب السماح. يمكن السؤال عن ذلك في المحادثة.
same-spent = بلغ عدد القضايا التي نُظر فيها اليوم حدًّا لا يُقال بعده شيء عما لدى الفرق الأخرى. يُقال من جديد غدًا.
same-answered = جاء الرد من { $name } في { $day }، والحديث معك ممكن.
same-weighs = أوزان هذا الرابط
same-decide-link = قرار
same-weakest = أضعف رابط
same-bridge = جسر
same-merge = جعل القضيتين قضية واحدة
same-merge-more = فقط إذا كان الطرف المتضرر هو نفسه: يقرأ كل من يعمل على إحداهما كل شيء بعد ذلك، ويُعرض الأمر مرة أخرى قبل تنفيذه.
same-split = جعل { $called } قضيتين
same-actions = ما يمكن فعله
same-actions-lead = بجانب كل رابط أدناه قرار في القضيتين. «ليس المشتبه فيه نفسه» يقسم السلسلة عند أضعف موضع فيها، ويمكن سحب القرار، ويبقى الاثنان للقراءة.
same-map = أين تضرر أشخاص، وأين يقال إن المشتبه فيهم موجودون
same-map-harmed = أطراف متضررة
same-map-suspect = مشتبه فيهم
same-map-both = كلاهما
same-graph-title = السلسلة رسمًا
same-graph-lead = كل قضية، وكل ما تذكره قضيتان منها، والسبب. يقول الجدول كل ما يقوله الرسم.
same-graph-keys = تنتقل مفاتيح الأسهم على الخطوط، وينتقل Enter إلى ما يقال عن الموضع، وHome إلى أول قضية.
same-graph-thing = ما تذكره
same-graph-why = السبب
same-graph-table = الرسم في جدول
same-graph-said = عن الموضع المختار
same-thing-short = { $kind } { $end }
same-thing-text = تهديد بالكلمات نفسها
same-thing-image = الصورة نفسها
same-thing-voice = التسجيل نفسه
same-aside-series = المستبعد في هذه السلسلة
same-more-rows = { $count ->
    [zero] تظهر الروابط كلها.
    [one] رابط واحد آخر لا يظهر: الأثقل أولًا.
    [two] رابطان آخران لا يظهران: الأثقل أولًا.
    [few] { $count } روابط أخرى لا تظهر: الأثقل أولًا.
    [many] { $count } رابطًا آخر لا تظهر: الأثقل أولًا.
   *[other] { $count } رابط آخر لا تظهر: الأثقل أولًا.
}
# الرفض
same-no-why = يلزم ذكر السبب في كلمات قليلة ({ $longest } حرف على الأكثر): من يقرأ القرار لاحقًا يعتمد عليه.
same-not-to-judge = لا يوجد هنا ما يُقرر: هي قضية واحدة، أو لا قرار قائم يمكن سحبه.
same-no-tie = لا شيء يربط بين هاتين القضيتين في حدود ما يمكنك رؤيته، أو إحداهما غير موجودة.
same-no-series = هذه القضية ليست في أي سلسلة من قضاياك، أو أنها غير موجودة.
same-nobody-to-ask = لا شيء لدى أي فريق آخر يذكر الشيء نفسه.
same-no-question = هذا الطلب غير موجود.
same-question-closed = سبق أن أجاب أحد الزملاء عن هذا الطلب.
