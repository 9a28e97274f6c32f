health-title = حالة النظام
health-lead = أرقام عن النظام، ولا شيء من القضايا. تسأل البرامج الصفحة ‎/health/‎ فتجيبها كلمة واحدة.
health-good = سليم
health-mind = للنظر
health-bad = يلزم إصلاحه
health-never = لم تجب بعد
health-node = النظام
health-node-says = { $version } على { $engine }
health-disk = القرص
health-disk-says = المتاح { $free } من { $total }
health-disk-do = يلزم إخلاء مساحة قبل أن يتعذر استلام الملفات والنسخ.
health-worker = عامل الخلفية
health-worker-alive = البرنامج الذي يقرأ الأدلة ويختم القضايا يعمل.
health-worker-gone = البرنامج الذي يقرأ الأدلة ويختم القضايا متوقف. يعود من نفسه خلال ثوانٍ، فإن بقي متوقفًا لزمت إعادة تشغيل النظام.
health-worker-none = شُغّل هذا النظام دون عامل خلفية: القراءة والختم يجريان والمتصفح ينتظر.
health-jobs = أعمال منتظرة
health-jobs-none = لا عمل ينتظر.
health-jobs-says = { $count ->
    [zero] لا عمل ينتظر
    [one] عمل واحد ينتظر
    [two] عملان ينتظران
    [few] { $count } أعمال تنتظر
    [many] { $count } عملًا ينتظر
   *[other] { $count } عمل ينتظر
}، وأقدمها منذ { $since }.
health-jobs-do = بعد إعادة التشغيل ينتظر العمل حتى يفتح القضيةَ أحد أعضاء فريقها.
health-recordings = التسجيلات الصوتية
health-recordings-heard = يُعرف التسجيل من جديد وإن أعيد ترميزه. لا تُقارن الأصوات.
health-recordings-exact = تُقارن التسجيلات ببياناتها حرفيًا لا غير: ما أعيد ترميزه لا يُعرف.
health-recordings-do = يلزم تثبيت libchromaprint1 (وlibseccomp2) على الجهاز، دون إعادة تشغيل.
health-clock = الساعة
health-clock-says = { $at }. تلزم مقارنتها بساعة موثوقة: عليها تقوم المواعيد وأسطر الحيازة.
health-backup = آخر نسخة احتياطية
health-backup-none = لم تُنشأ نسخة احتياطية لهذا النظام بعد.
health-backup-says = { $day } (رقمها { $number })
health-backup-do = ‏longarm backup --data DIR --to FOLDER، والمعتاد مرة في اليوم.
health-check = آخر فحص
health-check-none = لم يُفحص هذا النظام بعد.
health-check-failed = { $at }: فشلت الفحوص { $numbers }. يبيّن longarm check السبب.
health-check-says = { $at }: نجحت الفحوص كلها، وسجل النظام متماسك، أسطره { $lines }.
health-check-do = longarm check --data DIR
health-record = سجل النظام
health-record-says = عدد الأسطر { $lines }
health-stamps = الأختام الزمنية
health-stamps-none = لم تُحدد جهة ختم زمني: ليس للحزم المختومة شاهد على وقتها غير هذا النظام.
health-stamps-says = الجهات المحددة: { $count }. آخر جواب: { $last }
health-stamps-do = يلزم ضبط LONGARM_TSA. لا يُرسل إلا رمز التجزئة.
health-keys = مفاتيح النظام
health-keys-other = السر في مجلد المفاتيح غير موجود أو يخص نظامًا آخر: لا يمكن لأحد الدخول بعد إعادة التشغيل.
health-keys-beside = المفاتيح والبيانات على قرص واحد: من يأخذه يستطيع قراءة الأسماء وتجربة أرقام الهواتف، ولا يفتح أي قضية.
health-keys-do = يلزم نقل مجلد المفاتيح إلى قرص آخر وتسميته بالخيار ‎--keys.
health-keys-apart = المفاتيح والبيانات على قرصين.
health-chores = أعمال كل ساعة
health-chores-none = لم تُنفَّذ بعد: ما زالت القضايا التي انتهت مدتها والملفات التي انقطع وصولها والزيارات المنتهية في مكانها.
health-chores-says = { $at }: حُذف ما انتهت مدة حفظه، وأُزيل ما انقطع وصوله أو انتهى.
health-chores-failed = { $at }: تعذّر تنفيذ واحد منها.
health-chores-do = تنفذها عملية القراءة والختم، وما كتبته في مخرج الأخطاء يبيّن أيها تعذّر.
health-restore = آخر استعادة
health-restore-says = { $at }، من النسخة الاحتياطية بتاريخ { $backup }
health-restore-do = الموافقات السابقة غير معتمدة، ولا تُحذف قضية تلقائيًا، حتى يجيب من يتولى التنسيق في صفحة «يومي»، كل جهة عن نفسها. وحيث لا يتولى أحد التنسيق تُسند هذه الصفة إلى شخص.
