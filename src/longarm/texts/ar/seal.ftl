seal-nothing = لا شيء يُختم: المسارات لا تحوي أي ملف. يلزم ملف واحد على الأقل.
seal-link = { $file }: رابط رمزي. الروابط لا تُتبع؛ المطلوب الملف الأصلي نفسه.
seal-not-a-file = { $file }: ليس ملفًا عاديًا (أنبوب أو مقبس أو جهاز). لا تُختم إلا الملفات.
seal-unreadable = { $file }: تعذّرت قراءته ({ $why }). لم يُختم شيء. يلزم التحقق من المسار ومن إذن القراءة.
seal-changed = { $file }: تغيّر في أثناء قراءته. لم يُختم شيء. يُغلق البرنامج الذي يكتبه ثم يُعاد الختم.
seal-other-than-in-case = { $file }: هذا الملف مذكور في القضية برمز { $exhibit } وبتجزئة SHA-256 أخرى ({ $sha256 }). لم يُختم شيء. يلزم إيجاد الملف الذي وصل أولًا أو تصحيح القضية.
seal-out-exists = { $file }: موجود من قبل. الحزمة لا تُفتح ثانية ولا يُكتب فوقها؛ يلزم اسم آخر.
seal-cannot-write = { $file }: تعذّرت الكتابة ({ $why }). يلزم التحقق من وجود المجلد ومن إذن الكتابة.
seal-broken-off = توقف الختم ({ $why }). لم يبق شيء في المكان المحدد. يلزم إخلاء مساحة أو اختيار قرص آخر ثم إعادة الختم.
seal-leftover = حُذف { $file }، وهو من بقايا عملية توقفت.
seal-key-missing = { $file }: لا يوجد ملف مفتاح.
seal-key-unreadable = { $file }: تعذّرت قراءة المفتاح ({ $why }). يلزم التحقق من المسار ومن إذن القراءة.
seal-key-unwritable = { $file }: تعذّرت كتابة المفتاح الجديد ({ $why }). يلزم التحقق من وجود المجلد ومن إذن الكتابة.
seal-key-not-a-key = { $file }: ليس مفتاح Ed25519 خاصًا بصيغة PEM ‏(PKCS #8 بلا كلمة مرور). يلزم ملف آخر، أو اسم غير موجود فيُنشأ مفتاح جديد.
seal-key-open-to-others = { $file }: يمكن لمستخدمين آخرين على هذا الجهاز قراءة هذا المفتاح. الأمر اللازم: chmod 600، ثم تُقارن البصمة مع الجهة.
seal-key-made = أُنشئ مفتاح توقيع جديد وحُفظ في { $file }. يلزم الاحتفاظ بهذا الملف وإبلاغ بصمته لمن سيتحقق.
seal-key-ephemeral = الحزمة موقعة بمفتاح أُنشئ لها وحدها ثم نُسي. يثبت أن كاتب السجل واحد، ولا يثبت من هو. للتوقيع باسم الجهة يُستعمل --key FILE.
seal-done = { $count ->
    [zero] لم يُختم أي دليل
    [one] خُتم دليل واحد
    [two] خُتم دليلان
    [few] خُتمت { $count } أدلة
    [many] خُتم { $count } دليلًا
   *[other] خُتم { $count } دليل
} في { $bundle }.
seal-key-is = بصمة المفتاح (SHA-256): { $fingerprint }
seal-custody-is = سجل الحيازة: عدد السطور { $length }، وتجزئة آخرها { $head }. يُكتب الاثنان في الإيصال: السجل الأقصر ينكشف.
seal-zip-is = تجزئة SHA-256 لملف ZIP، للإيصال: { $sha256 }
seal-exhibit = { $id }  { $name }  { $size } بايت  SHA-256 { $sha256 }
seal-not-stamped = بلا ختم زمني بعد: الوقت { $at } وقت هذا الجهاز وحده. متى توفرت الشبكة فالأمر: longarm stamp { $bundle } --tsa URL
seal-stamped = ختم زمني من { $tsa }: { $at }
seal-stamp-failed = لا ختم زمنيًا من { $tsa }: { $why }
seal-reader-broke = { $exhibit }: خُتم الدليل، لكن رسائله لم تُقرأ حتى النهاية، والسبب في derived/report.txt.
seal-left-out-link = لم يُختم: { $file } رابط رمزي، والروابط لا تُتبع.
seal-left-out-not-a-file = لم يُختم: { $file } ليس ملفًا عاديًا.
seal-index-number = الدليل
seal-index-name = الاسم كما ورد، والملف في هذه الحزمة
seal-index-size = بايت
seal-index-hash = SHA-256
seal-index-beside = ملفات مرافقة للأدلة
seal-index-sealed = وقت الختم { $at }.
seal-index-verify = طريقة التحقق من أن شيئًا لم يتغير في الملف HOW-TO-VERIFY.txt.
seal-report-head = القراءة بواسطة { $tool }، والأمر: { $command }. المُدخل: { $digest }.
seal-report-unread = { $file }: حجمه { $bytes } بايت، وليس فيه رسائل بصيغة يقرؤها longarm. الأصل مختوم كما ورد.
seal-report-account = { $file }: قُرئ على أنه { $source }. من { $bytes } بايت: رسائل { $messages }، غير مفهوم { $skipped }، فراغ { $blank }.
seal-report-variant = المعروف من الملف: { $name } = { $value }
seal-report-finding = ملاحظة: { $what }
seal-report-missing = ما يتركه التصدير نفسه: { $what }
seal-report-question = لا يحسمه الملف: { $what }. الجواب بالخيار { $flag }.
seal-report-count = عدد الرسائل: { $count }
seal-report-skipped = غير مفهوم: السطر { $line }، وحجمه { $bytes } بايت ({ $why })
seal-report-more-skipped = غير مفهوم أيضًا: { $count } من المواضع، وكلها مذكورة في messages.jsonl.
seal-report-failed = توقفت القراءة قبل النهاية: { $why }. ما قُرئ قبل ذلك محفوظ، والأصل كامل.
