figure-not-one = ليس هذا ملف أرقام (longarm-figures-file/1). يُطلب من الجهة الملف الذي نشرته.
figure-too-large = لا يتجاوز ملف الأرقام { $most } ميبيبايت. لم يُقرأ هذا الملف؛ يُطلب من الجهة الملف الذي نشرته.
figure-other-version = إصدار ملف الأرقام هذا غير الإصدار الذي يقرؤه هذا البرنامج (longarm-figures-file/1). يلزم تحديث أحد الطرفين.
figure-changed = غُيّرت الأرقام بعد توقيعها. لا يصح استعمالها؛ يُطلب الملف من الجهة مرة أخرى بطريق آخر.
figure-absurd = التوقيع صحيح، لكن لا يمكن أن تكون جهة قد أحصت هذه الأرقام: ربع سنة أو دولة أو كلمة أو عدد غير صحيح، أو خانة مكررة. لم تُؤخذ هذه الأرقام؛ يُرجى الاتصال بالجهة.
figure-own = هذه أرقام هذا النظام نفسه، فلا حاجة إلى إدخالها.
figure-of-no-member = الأرقام موقّعة بالمفتاح { $fingerprint }…، وليس لأي جهة في القائمة. تُقارَن البصمة صوتيًا وتُضاف الجهة أولًا.
figure-other-states = أرسلت { $organisation } أرقام دولة ليست على بطاقتها. لم تُؤخذ هذه الأرقام؛ يُرجى الاتصال بها.
figure-not-over = أرسلت { $organisation } أرقام { $period }، وهي مدة لم تنتهِ بعد. لم تُؤخذ هذه الأرقام؛ يُرجى الاتصال بها.
figure-too-old = أرسلت { $organisation } أرقام { $period }، وقد مضى عليها أكثر من خمس سنوات. لم تُؤخذ هذه الأرقام؛ يُرجى الاتصال بها.
figure-told-otherwise = سبق أن أعلنت { $organisation } أرقامًا أخرى عن { $period }. تبقى الأولى؛ وتُسأل الجهة عن سبب العد مرة ثانية.
figure-no-quarter = يمكن عدّ ربع السنة بعد انتهائه بتسعين يومًا، ولمدة سنة. ولا يمكن ذلك لهذه المدة.
figure-not-drawn = لا أرقام كهذه لهذا النظام بعد.
figure-nobody-to-tell = لا جهة أخرى في القائمة، فلا أحد تُعلَن له الأرقام.
figure-no-file = يُختار ملف الأرقام أولًا.
figure-file-unwritable = تعذّرت الكتابة في { $file }: { $why }
figure-file-unreadable = تعذّرت قراءة { $file }: { $why }
figure-title = الأرقام
figure-lead = كيف تجيب الدول عن الطلبات، وكم يستغرق ذلك، ولماذا ترفض، كما تعلنه الجهات الطالبة.
figure-quarter = { $quarter ->
    [1] الربع الأول { $year }
    [2] الربع الثاني { $year }
    [3] الربع الثالث { $year }
   *[4] الربع الرابع { $year }
}
figure-all = كل المدد
figure-quarters = أرباع السنة
figure-table = كيف تجيب الدول
figure-none-yet = لا أرقام بعد
figure-none-yet-more = يمكن إعلان أرقام ربع السنة بعد انتهائه بتسعين يومًا. وما تعلنه الجهات الأخرى يصل برسالة أو في ملف.
figure-noise = تضيف كل جهة إلى أعدادها قدرًا عشوائيًا قبل إعلانها، فلا يُعرف من أي عدد هل دخلت فيه قضية بعينها. ولا يزيد الفرق في عدد الجهة الواحدة على { $off } في تسع عشرة مرة من كل عشرين.
figure-hidden = ما لا يبلغ أصغر عدد يُعلَن ليس صفرًا؛ يُكتب مكانه «أقل من»، أو ما قد يبلغه العدد.
figure-privacy = ما يكشفه ربع السنة عن القضية الواحدة: إبسيلون (ε) لا يتجاوز { $epsilon } (الخصوصية التفاضلية). يُعدّ من كل قضية طلب واحد بالقرعة، ويُعلَن ربع السنة مرة واحدة.
figure-state = الدولة المطلوب منها
figure-measure = الإجراء
figure-asked = الطلبات المعلنة
figure-requests = الطلبات
figure-half = أُجيب عن نصفها خلال
figure-half-days = { $days ->
    [zero] اليوم نفسه
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
figure-half-none = غير معلن
figure-of = الجهات المعلنة
figure-off-by = ‏± { $number }
figure-fewer = أقل من { $number }
figure-range = من { $least } إلى { $most }
figure-result = { $result ->
    [answered] أُجيب
    [partly] أُجيب جزئيًا
    [refused] رُفض
    [silent] لا رد في الموعد
   *[open] جارٍ
}
figure-more = المدد والأسباب
figure-took = كم استغرق الرد
figure-span = { $days ->
    [2] يومان أو أقل
    [7] من 3 إلى 7 أيام
    [14] من 8 إلى 14 يومًا
    [30] من 15 إلى 30 يومًا
    [90] من 31 إلى 90 يومًا
    [180] من 91 إلى 180 يومًا
    [365] من 181 يومًا إلى سنة
   *[longer] أكثر من سنة
}
figure-why = أسباب الرفض
figure-no-reason = لم يُعلَن سبب.
figure-sources = من أعلن
figure-this-node = هذا النظام
figure-source = أعداد من { $least } فأكثر، { $lines ->
    [0] ولم يبلغها عدد
    [one] وبلغها عدد واحد
    [two] وبلغها عددان
    [few] وبلغتها { $lines } أعداد
    [many] وبلغها { $lines } عددًا
   *[other] وبلغها { $lines } عدد
}
figure-export = تنزيل الجدول
figure-ours = أرقام هذا النظام لإعلانها
figure-ours-lead = يعدّ المنسّق ربع سنة منتهيًا، ويرى بالضبط ما سيخرج، ثم يعلنه. والعدّ مرة واحدة: فإعادته بقدر عشوائي آخر تكشف القضايا.
figure-stands = { $state ->
    [not-drawn] لم يُعدّ بعد
    [drawn] عُدّ ولم يُعلَن
   *[told] أُعلن
}
figure-told-on = أُعلن في { $day }
figure-draw = العدّ والاطلاع
figure-leaves = هذا ما يخرج، ولا شيء غيره
figure-leaves-nothing = لا يبلغ أي عدد { $least }. يخرج جدول فارغ لا يقول إلا ذلك.
figure-count = العدد
figure-what = ما يُعدّ
figure-tell = { $count ->
    [zero] إعلانها
    [one] إعلانها لجهة واحدة
    [two] إعلانها لجهتين
    [few] إعلانها لـ{ $count } جهات
    [many] إعلانها لـ{ $count } جهة
   *[other] إعلانها لـ{ $count } جهة
}
figure-tell-again = الإرسال إلى من لم تصله
figure-signed-file = الملف الموقّع
figure-hear = أرقام جهة أخرى في ملف
figure-hear-help = اسمه ينتهي بـ .json، وهو موقّع بالمفتاح الذي على بطاقة الجهة.
figure-hear-do = إدخال
figure-heard = أُدخلت: { $quarter }، { $organisation }.
figure-house = طلباتنا كما هي
figure-house-lead = كل طلب من هذه الجهة إلى غيرها، بلا قدر عشوائي وبلا حد أدنى. هذا الجزء لا يخرج.
figure-house-none = لم يخرج طلب في هذه المدة.
