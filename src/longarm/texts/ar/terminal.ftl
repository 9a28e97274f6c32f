# ما تعرضه الأوامر في الطرفية لمن يقرأ. أما البرامج فتأخذ --json، ومفاتيحه إنجليزية.
terminal-since = منذ { $day }
terminal-cut = قُطع التعامل في { $moment }
terminal-several-states = لا دولة بعينها
terminal-party = { $organisation }، { $role }، { $states }، { $since }. البصمة { $fingerprint }
terminal-member = { $organisation }، { $states }، { $since }. البصمة { $fingerprint }
terminal-asker = { $organisation }، { $since }. طُلب اليوم { $spent } من { $budget }. البصمة { $fingerprint }
terminal-log-head = أسطر السجل { $size }، ورأسه { $root }
terminal-hub-line = { $day }، { $member }: { $what }. المرات { $times }
terminal-holder-line = { $day }، { $member }: { $what }. الرسائل { $letters }، والعناصر { $elements }
terminal-did = { $what ->
    [member-added] أُضيفت جهة
    [member-cut-off] قُطع التعامل مع جهة
    [expired] سقطت رموز انتهت مدتها
    [hub-added] أُضيف مركز تبادل
    [hub-cut-off] قُطع التعامل مع مركز تبادل
    [hub-two-logs] عرض مركز تبادل سجلّين لا سجلًا واحدًا
    [evaluate] حُسبت عناصر
    [opened] فُتحت بلاغات
    [left-out] بلاغات لا تكفلها جهة معروفة هنا
    [escrow-lock] بلاغات غُيِّر قفلها
    [escrow-signature] بلاغات توقيعها غير صحيح
    [escrow-log] بلاغات لا دليل على قيدها في سجل المركز
    [escrow-run-out] بلاغات انتهت مدتها
    [escrow-other] بلاغات عن غير المشتبه فيه نفسه
    [escrow-too-few] بلاغات أقل مما يلزم لفتحها
    [share-kept] حُفظت حصة من مفتاح
    [share-renewed] جُددت حصة من مفتاح
    [share-dropped] أُتلفت حصة من مفتاح
    [epoch-ends] حُدد آخر يوم لمفتاح
    [ceremony-began] بدأت مراسم إنشاء مفتاح
    [ceremony-done] اكتملت المراسم وتنتظر المقارنة
    [ceremony-confirmed] أُكدت المراسم
    [ceremony-two-messages] فشلت المراسم: أرسل طرف رسالتين مختلفتين
    [ceremony-not-as-committed] فشلت المراسم: كشف طرف غير ما التزم به
    [ceremony-bad-commitments] فشلت المراسم: ما كشفه طرف لا يصلح
    [ceremony-bad-knowledge] فشلت المراسم: لم يثبت طرف أنه يعرف نصيبه
    [ceremony-other-key] فشلت المراسم: وزع طرف حصصًا من مفتاح آخر
    [ceremony-bad-share] فشلت المراسم: وزع طرف قيمة غير صحيحة
    [ceremony-false-complaint] فشلت المراسم: اشتكى طرف من قيمة صحيحة
    [ceremony-other-transcript] فشلت المراسم: سمع طرف غير ما سُمع هنا
    [ceremony-silent] فشلت المراسم: لم يعد طرف يجيب
   *[other] { $what }
}
terminal-turned-away = رُفض: { $why }
terminal-refused = { $code ->
    [truncated] رسالة مبتورة
    [too-large] رسالة أكبر مما يُقبل
    [wrong-version] صيغة لا تُقرأ هنا
    [not-for-us] موجهة إلى طرف آخر
    [unknown-member] المرسل ليس في القائمة
    [cut-off] قُطع التعامل مع المرسل
    [bad-signature] توقيع غير صحيح
    [clock-off] وقتها بعيد عن الوقت هنا
    [wrong-kind] نوع لا يُقبل هنا
    [bad-body] مضمون لا يُقرأ
    [wrong-epoch] مفتاح غير الحالي
    [budget] استُنفد ما يجوز في اليوم
    [not-allowed] غير مسموح به للمرسل
    [unknown] تشير إلى ما ليس معروفًا هنا
    [busy] لم يمكن الرد في حينه
    [no-escrow] لا بلاغات مؤجل فتحها هنا
    [not-opened] ما عُرض لا يفتح شيئًا
   *[other] { $code }
}
terminal-key = المفتاح { $epoch }: يلزم { $threshold } من أمنائه وعددهم { $holders }، ومرات تجديد الحصص { $renewal }
terminal-key-until = المفتاح { $epoch }: يلزم { $threshold } من أمنائه وعددهم { $holders }، ومرات تجديد الحصص { $renewal }، وآخر يوم له { $day }
terminal-hit = { $organisation }: { $kind } { $value }، منذ { $day }
terminal-hit-many = جهات كثيرة
terminal-token = { $kind } { $value }: الرمز { $token }
terminal-kept = القضية { $case }: عدد من تنتظرهم { $others }، وبلاغاتها { $reports }، منها لدى المركز { $lodged }
terminal-kept-back = القضية { $case }: أُلغي الانتظار. بلاغاتها { $reports }، منها لدى المركز { $lodged }
terminal-kept-opened = فُتح: { $value }، لدى { $organisation }. يُسأل: { $desk }
terminal-kept-opened-bare = فُتح: { $value }، لدى { $organisation }. ما وُضع فيه لا يُقرأ
terminal-kept-more = وغيره عن { $value } لدى { $organisation }: { $number }
terminal-heard = أُدخلت أرقام { $quarter }، { $organisation }: { $numbers }
terminal-leaves = أرقام { $quarter }، الدول الطالبة { $asking }. أصغر عدد يُعلَن { $least }، والأعداد المعلنة { $numbers }
terminal-leaf = { $state }، { $measure }، { $what }: { $count }
terminal-told = الجهات التي أُعلنت لها الآن: { $number }
terminal-answers = { $state }، { $measure }: الطلبات { $requests } (الفرق حتى { $off }). { $results }
terminal-half = أُجيب عن نصفها خلال: { $days }
terminal-why = أسباب الرفض: { $reasons }
terminal-operation = { $name } ({ $stands })، تقودها { $lead }، موعد التحرك { $day }. المعرّف { $id }
terminal-no-day = لم يُحدد
terminal-day-in = { $moment } ({ $days })
terminal-day-past = { $moment } (مضى)
terminal-board-member = { $name }: { $standing }. البصمة { $fingerprint }
terminal-piece = { $kind } من { $by }: { $title }
terminal-task = مهمة على { $of } ({ $outcome }، الموعد { $due }): { $what }
terminal-said = كتبت { $by }:
terminal-result = { $state }، المصدر { $by }: { $counts }
terminal-request = { $reference }: { $measure }، { $whom }، { $state }، { $road }، الموعد { $day }
terminal-request-due = حان: { $due }
terminal-none = لا شيء
terminal-posted = { $what ->
    [made] رموز صُنعت: { $number }
    [registered] رموز سُجلت: { $number }
    [withdrawn] رموز سُحبت: { $number }
    [waiting] رموز تنتظر إلى الغد: { $number }
    [hits] تطابقات جديدة: { $number }
    [lodged] بلاغات مغلقة أُودعت: { $number }
    [taken_back] بلاغات مغلقة استُرجعت: { $number }
   *[opened] بلاغات لدى آخرين فُتحت: { $number }
}
terminal-carried = { $what ->
    [letters] رسائل خرجت: { $number }
    [pieces] أجزاء ملفات خرجت: { $number }
    [receipts] إيصالات: { $number }
    [taken] رسائل أُخذت: { $number }
    [for_others] رسائل لغيرنا تُركت: { $number }
   *[waiting] رسائل ما زالت تنتظر: { $number }
}
terminal-carried-refused = رسائل رُفضت: { $number } ({ $why })
terminal-probe = معرّف الاختبار { $id }: { $told }
terminal-probe-why = { $why ->
    [nobody] لا يعرفه أحد
    [own_line] رقم لنا لم يُعطَ لأحد
   *[agreed] كلمات متفق عليها
}
terminal-probe-finding = { $finding ->
    [quiet] لم يطابقه أحد
    [met] سُمّي لدى غيرنا
    [met_unnamed] رمزه لدى من لم يسمِّه
    [heard] وصل التطابق المنتظر
   *[silent] لم يصل التطابق المنتظر
}
terminal-found = { $kind } { $normal }، { $known }. في { $place }: { $value }
terminal-sure = { $sure ->
    [high] القراءة مؤكدة
    [medium] القراءة مرجحة
   *[low] القراءة غير مؤكدة
}
terminal-looks = { $looks ->
    [image] صورة
    [audio] تسجيل صوتي
    [video] فيديو
    [pdf] مستند PDF
    [sqlite] قاعدة بيانات SQLite
    [office] مستند مكتبي
    [rar] أرشيف RAR
    [gzip] أرشيف gzip
    [tar] أرشيف tar
    [zip] أرشيف ZIP
    [encrypted] ملف مشفّر
    [encrypted_or_compressed] ملف مشفّر أو مضغوط
    [text_utf16] نص UTF-16
    [web_archive] أرشيف صفحات ويب
    [html] صفحة HTML
    [xml] ملف XML
    [markup] نص موسوم
    [json] ملف JSON
    [program] برنامج
    [empty] ملف فارغ
    [blank] ملف لا شيء فيه سوى فراغات
   *[other] { $looks }
}
terminal-megabytes = { $size } ميغابايت
terminal-hub-away = مركز التبادل: تعذّر الوصول إلى قاعدة البيانات؛ لم يُقارَن شيء ولم يُنظَّف شيء.
terminal-holder-away = أمين المفتاح: تعذّر الوصول إلى قاعدة البيانات؛ لم يُنظَّف شيء.
terminal-undelivered = تعذّر إيصال الرسائل ({ $why }). تُعاد المحاولة بعد دقيقة.
terminal-broke-off = توقف العمل الذي يجري بجانب الرد على الرسائل ({ $why })، وعدد المرات { $times }. يُبدأ من جديد.
terminal-database = تعذّر استعمال قاعدة البيانات ({ $why }). يُرجى فحص القرص والمجلد، أو العنوان في DATABASE_URL.
