request-kind = { $kind ->
    [judicial] جهة قضائية
    [police] جهة شرطة
    [central_authority] سلطة مركزية
    [consular] جهة قنصلية
   *[helpline] جهة مساندة
}
request-kind-why = { $kind ->
    [judicial] لها أن تطلب كل إجراء ينص عليه السند.
    [police] لا تطلب الشرطة التسليم ولا المحتوى المخزّن؛ فذلك من شأن القضاء.
    [central_authority] لها أن تطلب كل إجراء ينص عليه السند.
    [consular] للجهة القنصلية أن تطلب سماع الأقوال والتواصل والمساندة لا غير.
   *[helpline] الجهة المساندة ليست سلطة عامة: ليس لها أن تطلب إجراءً ضد أحد، وما يُجمع بطلبها لا يُعتدّ به دليلًا.
}
request-measure = { $measure ->
    [preserve] حفظ البيانات
    [identify] تحديد هوية المستخدم
    [take_statement] سماع الأقوال
    [stored_data] البيانات المخزّنة
    [arrest] التوقيف المؤقت
    [surrender] التسليم
    [prosecute] الملاحقة هناك
    [information] إحالة معلومات تلقائيًا
    [contact] التواصل مع الشخص
    [support] المساندة
   *[other] إجراء آخر
}
request-state = { $state ->
    [drafted] مسودة
    [sent] أُرسل
    [received] وصل
    [verified] جرى التحقق منه
    [accepted] قُبل
    [partly] أُجيب جزئيًا
    [answered] أُجيب
    [refused] رُفض
    [withdrawn] سُحب
    [expired] انقضى
   *[closed] أُغلق
}
request-reason-said = { $reason ->
    [not_competent] ليس من اختصاص هذه الجهة
    [no_legal_basis] لا سند قانونيًّا له هنا
    [dual_criminality] الفعل غير معاقب عليه هنا
    [own_national] لا تسلّم الدولة مواطنيها
    [essential_interests] يمسّ السيادة أو الأمن أو النظام العام
    [political] جريمة سياسية
    [identity_unclear] هوية الشخص غير واضحة
    [not_enough] المعلومات غير كافية
    [time_limit] انقضت المدة القانونية
    [data_gone] البيانات لم تعد موجودة
    [already_pending] القضية قائمة هنا أصلًا
    [language] لغة الطلب أو ترجمته
    [danger] قد يعرّض شخصًا للخطر
    [unsound] المرفق لم يجتز التحقق
   *[other] سبب آخر
}
request-left-out = { $kind ->
    [legal_names] أسماء قانونية: { $number }
    [other_persons] أشخاص آخرون: { $number }
    [safe_contacts] وسائل التواصل الآمن: { $number }
    [hazards] أخطار تحيط بالشخص المتضرر: { $number }
    [notes] ملاحظات: { $number }
    [identifiers] معرّفات لغير المشتبه فيه: { $number }
    [events] وقائع لا تخص هذا الطلب: { $number }
    [exposing] ما قد يُعرّض الشخص المتضرر للأذى هناك: { $number }
    [exhibits] أدلة لم تُختر: { $number }
    [custody] سجل الحيازة السابق
   *[child] أدلة محجوبة: { $number }
}
request-act = { $act ->
    [send] أُرسل الطلب
    [arrive] وصل الطلب
    [verify] جرى التحقق من الطلب ومرفقاته
    [accept] قُبل الطلب
    [ask_back] استفسار
    [reply] رد على الاستفسار
    [answer_part] إجابة جزئية
    [answer] إجابة كاملة
    [refuse] رفض
    [withdraw] سُحب الطلب
    [remind] تذكير
    [expire] انقضى الطلب
   *[close] أُغلق الطلب
}
request-do = { $act ->
    [send] إرسال
    [arrive] تسجيل الوصول
    [verify] التحقق من المرفقات
    [accept] قبول
    [ask_back] استفسار
    [reply] رد
    [answer_part] إجابة جزئية
    [answer] إجابة كاملة
    [refuse] رفض مع السبب
    [withdraw] سحب
    [remind] تذكير
   *[close] إغلاق
}
request-due = { $due ->
    [news] جديد
    [answer_late] الإجابة متأخرة
    [answer_soon] حان وقت الإجابة
    [unread] لم يُستلم بعد
    [remind] حان وقت التذكير
    [contact_247] يُرفع إلى نقطة الاتصال الدائمة
    [superior] يُرفع إلى المسؤول الأعلى
    [central_authority] يُرفع إلى السلطة المركزية
   *[keep_ends] مدة الحفظ توشك على الانتهاء
}
request-file-state = { $state ->
    [arriving] في الطريق
    [whole] وصل كاملًا ولم يُفتح
    [sound] سليم
    [unsound] لم يجتز التحقق، ولن يُفتح
    [taken] أُدخل ضمن الأدلة
   *[destroyed] أُتلف
}
request-no-such-path = لا يوجد في هذه القضية اليوم مسار بالمعرّف { $path }. يُختار مسار من صفحة القضية.
request-may-not = { request-kind } لا تطلب من جهة أخرى هذا الإجراء: { request-measure }. { request-kind-why }
request-path-blocked = المسار { $path } مغلق اليوم. صفحة القضية تبيّن ما يمنعه.
request-path-carries-not = المسار { $path } لا يسند هذا الإجراء: { request-measure }.
request-not-our-path = المسار { $path } تطلبه سلطات الدولة { $state }، وهذا النظام ليس لها.
request-path-rests-on-nothing = المسار { $path } لا يستند إلى نص معروف هنا أو إلى جريمة محددة. لا طلب بلا سند وغرض.
request-none = لا يوجد طلب كهذا.
request-no-such-node = هذه الجهة ليست في قائمة الأعضاء، أو قُطع التواصل معها.
request-node-elsewhere = هذه الجهة لا تعمل في الدولة { $state }.
request-not-allowed-by-her = لم يوافق الشخص المتضرر على إطلاع الجهات الرسمية، فلا يُرسل شيء. يُسأل عن ذلك أولًا.
request-how-she-agreed = لا يظهر في الملف أن الشخص المتضرر وافق. تلزم كتابة كيف وافق ومتى ({ $letters } حرفًا على الأقل).
request-child-nothing-goes = لا يُرسل أي دليل من قضية قد يكون فيها طفل، ولا دليل محجوب. يُكتب الطلب بالكلمات وحدها.
request-bundle-too-large = الحزمة أكبر من أن تُرسل (2 غيغابايت). تُختار أدلة أقل.
request-not-now = هذا غير ممكن الآن ({ request-do }): حالة الطلب «{ request-state }».
request-words = يُكتب المطلوب بالكلمات: من { $shortest } إلى { $longest } حرف.
request-paper-to-whom = يلزم اسم السلطة التي يُرسل إليها الطلب الورقي.
request-still-arriving = المرفق ما زال في الطريق. لا يُفتح شيء قبل أن يصل كاملًا ويجري التحقق منه.
request-files-with-answers-only = لا تُرفق أدلة إلا بإجابة أو رد.
request-reason = للرفض سبب من القائمة، ولا سبب لغيره.
request-not-on-paper = هذا الطلب يسير بالرسائل؛ الجهة الأخرى تقول بنفسها أين وصل.
request-folder-too-full = في المجلد { $folder } أكثر من { $most } رسالة. تُنقل على دفعات.
request-folder-unreadable = تعذرت قراءة { $folder }: { $why }
request-folder-unwritable = تعذرت الكتابة في { $folder }: { $why }
request-serves = تُستقبل رسائل الجهات الأخرى على { $address }. للإيقاف: Ctrl-C.
request-title = طلبات الجهات
request-lead = ما تطلبه جهتك من غيرها وما يطلبه غيرها منها، بسند ومهلة.
request-show = { $which ->
    [open] الجارية
    [ours] طلباتنا
    [theirs] طلباتهم
    [due] ما حان وقته
   *[ended] المنتهية
}
request-urgent = عاجل
request-we-ask = إلى { $organisation }
request-they-ask = من { $organisation }
request-answer-by = الإجابة المنتظرة حتى
request-none-yet = لا طلبات هنا
request-none-yet-more = يُكتب الطلب من بطاقة مسار في صفحة القضية، حين تكون لتلك الدولة جهة معروفة.
request-new = طلب إلى جهة أخرى
request-ask-node = طلب إلى جهة تلك الدولة
request-no-measure = لا تطلب هذه الجهة شيئًا على هذا المسار
request-to = إلى
request-on-paper = على ورق، بالبريد
request-authority = السلطة التي يُرسل إليها الورق
request-authority-help = للطلب الورقي فقط.
request-what = المطلوب
request-in-words = بالكلمات
request-in-words-help = تصل هذه الكلمات كما هي. لا يُكتب هنا ما قد يؤذي الشخص المتضرر هناك.
request-agreed = كيف وافق الشخص المتضرر ومتى
request-agreed-help = لا حاجة إليه إن كانت الموافقة مسجّلة في المحادثة أو الملف.
request-exhibits = الأدلة
request-exhibits-help = لا يُرسل إلا ما يُختار، مختومًا، ودون أسماء الملفات.
request-answer-by-help = إن تُرك فارغًا حُسبت المهلة من السند، أو من المعمول به هنا.
request-urgent-tick = خطر على شخص، أو أثر يوشك أن يزول
request-name-her = يُذكر الاسم القانوني للشخص المتضرر، لأن الإجراء يقتضيه
request-tell-her = يُقال للشخص المتضرر في صفحته إن شيئًا أُحيل
request-draft-do = كتابة المسودة
request-waits = لم يُسلَّم بعد
request-undelivered = لا تقبل الجهة الأخرى هذه الرسالة. يلزم الاتصال بها.
request-before = أمام
request-ground = السند
request-may-refuse = أسباب الرفض:
request-unsure = إلزامه غير مؤكد
request-purpose = الغرض
request-rule = { $whence ->
    [instrument] المهلة من السند:
    [asker] حدّدها من يطلب.
   *[usage] لا يذكر سند معروف هنا مهلة؛ هذا هو المعمول به هنا.
}
request-left-out-title = ما يبقى هنا
request-files = المرفقات
request-timeline = ما جرى
request-papers = على ورق
request-next = الخطوة التالية
request-look-first = لم يُرسل شيء بعد. هذا ما سيُرسل كما هو، وتلزم مراجعته قبل الإرسال.
request-two = إرسال الأدلة يحتاج إلى موافقة شخص ثانٍ من الفريق.
request-step = الخطوة
request-reason-label = سبب الرفض
request-do-it = تنفيذ
request-on-paper-came = وصل على ورق
request-refused-on-paper = وصل رفض على الورق
request-note-it = تسجيل
request-graph-title = للأدوات الأخرى
request-graph-get = تنزيل الطلب بصيغة CASE/UCO
request-graph-help = فيه ما تقوله رسائل الطلب للجهة الأخرى، ولا شيء مما يبقى هنا. كل من يأخذ الملف يقرؤه: يُحفظ كما تُحفظ أوراق القضية.
request-kind-label = نوع هذه الجهة
request-kind-help = هذا ما تقوله الجهة عن نفسها للجهات الأخرى، ومنه يُعرف ما لها أن تطلبه. تتحقق الجهات الأخرى منه بنفسها.
request-two-answer = لإرفاق أدلة بالرد تلزم أولًا موافقة شخص ثانٍ من الفريق على هذه الأدلة بعينها. يُرجى اختيارها أعلاه ثم طلب الموافقة.
request-two-agreed = الأدلة التي تمت الموافقة عليها:
request-day-too-far = أقصى مدة يُنتظر فيها الرد { $years } سنوات. يُرجى اختيار يوم أقرب.
request-two-which = يُرجى تحديد الأدلة المراد إرفاقها: الموافقة تخص هذه الأدلة دون غيرها.
request-from-hit = طلب إلى { $name }
request-roads = على أي مسار؟
request-no-road = لا مسار في هذه القضية اليوم يسمح بطلب شيء من هذه الجهة
request-meets = يقصدون قضية لديك تذكر المعرّف نفسه.
request-nothing-unopened = لا شيء مما أُرفق بهذا الطلب موجود هنا كاملًا ولم يُفتح بعد.
request-scan = الورقة بعد مسحها ضوئيًا
request-scan-help = تصبح من أدلة القضية، مشفّرة كغيرها.
request-ground-more = الشروط وأسباب الرفض، وما ليس مؤكد الإلزام
request-file-ours = { $there ->
    [yes] وصلت إلى الجهة الأخرى
   *[no] لم تصل بعد
}
