check-sound = سليم: نجح من الفحوص { $passed }، ولم يفشل أي فحص، ولم يُجر منها { $unchecked }.
check-not-sound = غير سليم: { $failed ->
    [zero] لم يفشل أي فحص
    [one] فشل فحص واحد
    [two] فشل فحصان
    [few] فشلت { $failed } فحوص
    [many] فشل { $failed } فحصًا
   *[other] فشل { $failed } فحص
}، ونجح { $passed }، ولم يُجر { $unchecked }.
check-state-passed = نجح
check-state-failed = فشل
check-state-not-checked = لم يُجر
check-more = … وغيرها { $count } من الفحص نفسه.
check-removed = ملفات لا يذكرها أي صف، أُزيلت: { $count }.
check-title-folder = لا يقرأ مجلد البيانات أحد غير النظام على هذا الجهاز
check-title-keys = مفاتيح النظام موجودة، ومقصورة عليه، وخارج مجلد البيانات، وهي مفاتيحه
check-title-tables = الجداول من هذا الإصدار من longarm
check-title-database = تُقرأ قاعدة البيانات إلى آخرها وهي كاملة
check-title-record = لم يُغيّر سطر في سجل النظام ولم يُنقل ولم يُحذف
check-title-custody = لا ينقص سطر من بين أسطر سجل الحيازة في أي قضية
check-title-vault = كل ملف تذكره قاعدة البيانات موجود في الخزنة بحجمه
check-title-strays = ليس في الخزنة شيء آخر
check-title-disk = على القرص متسع
check-title-clock = لم ترجع الساعة إلى الوراء
check-title-last-backup = لم يمض على آخر نسخة احتياطية أكثر من أسبوع
check-title-manifests = بيان محتوى كل نسخة مقروء وموقّع
check-title-chain = تتوالى النسخ دون انقطاع حتى آخر نسخة أُنشئت
check-title-signer = هذا النظام هو الذي وقّعها كلها
check-title-objects = كل جزء من كل نسخة موجود ولم يتغير
check-title-deleted = قائمة القضايا المحذوفة موقّعة وكاملة
check-title-rows = تُفك قاعدة البيانات في النسخة وتُقرأ إلى آخرها
check-title-continues = سجل النظام متصل بما شهدته النسخ
check-title-bytes = ملفات الخزنة هي ملفات أحدث نسخة بايتًا بايتًا
check-open-to-others = يستطيع آخرون قراءة { $file }. يلزم نزع إذنهم: chmod go= (ومع المجلد -R).
check-keys-inside = يقع مجلد المفاتيح { $keys } داخل مجلد البيانات: من ينسخ البيانات يأخذ المفاتيح معها. يلزم نقله وتسميته بالخيار --keys.
check-secret-other = ليس { $file } سر هذا النظام: لا يفتح الأسماء في قاعدة البيانات. يلزم إرجاع الملف الصحيح.
check-steps-waiting = خطوات تنقص الجداول: { $count }. تُجرى عند تشغيل longarm serve القادم، ويلزم قبلها إنشاء نسخة احتياطية.
check-tables-first = الجداول ليست من هذا الإصدار: ينظر الفحص 3.
check-database-broken = تقول قاعدة البيانات: { $why }. يلزم إيقاف النظام وحفظ صورة منه واسترجاع آخر نسخة سليمة.
check-custody-gap = تنقص أسطر من سجل الحيازة في القضية { $case }. تلزم مقارنته بنسخة احتياطية.
check-vault-missing = الملف { $file } غير موجود في الخزنة. يلزم استرجاعه من نسخة احتياطية.
check-vault-altered = الملف { $file } ليس كما حُفظ. يلزم استرجاعه من نسخة احتياطية.
check-stray = لا يذكر { $file } أي صف. لا ضرر في ذلك بعد انقطاع مفاجئ، ويزيله الخيار --remove-orphans.
check-disk-full = المتاح على القرص { $free } ميغابايت فقط. يلزم إخلاء مساحة قبل أن يتعذر استلام الملفات والنسخ.
check-clock-back = في قاعدة البيانات أوقات متأخرة عن ساعة هذا الجهاز. يلزم ضبط الساعة، ولا يُعتمد على أوقات تلك المدة.
check-no-backup = لم تُنشأ نسخة احتياطية لهذا النظام بعد: longarm backup.
check-backup-old = آخر نسخة احتياطية بتاريخ { $day }. يلزم تشغيل longarm backup، والمعتاد مرة في اليوم.
check-chain-gap = النسخة { $number } غير موجودة بين ما قبلها وما بعدها.
check-chain-broken = لا تذكر النسخة { $number } النسخةَ التي قبلها: استُبدلت إحداهما.
check-chain-cut = يذكر النظام النسخة { $number } في هذا المجلد، وليست فيه أو فيه غيرها. يلزم معرفة من يستطيع الكتابة هناك.
check-other-signer = موقّعة بمفتاح آخر: { $fingerprint }
check-signer-unknown = كلها موقّعة بالبصمة { $fingerprint }. تلزم مقارنتها بالورقة، أو إعطاؤها بالخيار --node-key.
check-backup-lacks = تنقص النسخة { $number } ملفات كانت غائبة عن الخزنة حين أُنشئت، عددها { $count }.
check-object-altered = الجزء { $object } غير موجود أو تغيّر محتواه. يلزم نسخه من صورة أخرى للمجلد، أو إنشاء نسخة احتياطية في مجلد جديد.
check-no-paper = يلزم لهذا الفحص مفتاح النسخ المكتوب على الورقة: --paper.
check-no-node-beside = يلزم لهذا الفحص النظام نفسه: --data.
check-no-manifest = تعذرت قراءة أي بيان في هذا المجلد: ينظر الفحص 12.
check-record-other = سجل النظام عند السطر { $line } غير ما شهدته النسخة { $number }. يكون ذلك للنسخ المتأخرة بعد استرجاع نسخة أقدم، وإلا فقد أُعيدت كتابة السجل.
