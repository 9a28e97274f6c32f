intake-title = وصفات اليوم
intake-exit-address = https://www.google.com/search?q=%D9%88%D8%B5%D9%81%D8%A7%D8%AA
intake-exit = خروج سريع
intake-exit-help = أو الضغط على Esc ثلاث مرات
intake-languages = اللغة
intake-demonstration = صفحة تجريبية: لا يُحفظ منها شيء، ولا يقرؤها أحد بعد.
intake-way = الخطوة { $step } من { $all }
intake-next = التالي
intake-back = السابق
intake-send = إنهاء التجربة
intake-again = من البداية
intake-pick-many = يمكن اختيار أكثر من جواب
intake-too-old = مضى وقت طويل، فعدنا إلى البداية. لم يُحفظ شيء مما كُتب.

intake-not-fault = هذه جريمة، والذنب ذنب من يهددك، لا ذنبك.
intake-control = القرار لك في كل خطوة، ويمكنك التوقف في أي وقت.
intake-skip = يمكنك ترك أي سؤال بلا جواب.
intake-limits = نحفظ السر، إلا إذا كانت حياة إنسان أو سلامة طفل في خطر. وعندها نخبرك أولًا إن استطعنا.
intake-no-pay = قبل دفع أي شيء، لنتحدث. الدفع في الغالب لا يوقف التهديد.
intake-keep = الأفضل ألا يُحذف شيء الآن. وإذا كان بقاؤه خطرًا عليك، نحفظ معك نسخة أولًا، ثم يُحذف.
intake-no-image = لا نحتاج إلى الصورة، ولا داعي لإرسالها إلينا.
intake-honest = لا أعرف بعد هل سيُعاقَب. لكن هذا ما نستطيع فعله اليوم.

intake-welcome = هناك من يقف معك، وما حدث ليس ذنبك. نبدأ بسلامتك.
intake-no-name = لا نطلب اسمك، ولا نحفظ شيئًا على هذا الهاتف.
intake-history = عنوان هذه الصفحة يبقى في سجل المتصفح. «خروج سريع» يفتح صفحة أخرى، ولا يمحو السجل.

intake-safety = هل هناك خطر عليك الآن؟
intake-safety-family = قد يؤذيني أحد من أهلي أو ممن حولي إذا عرف
    .more = لا نتصل بك إلا بالطريقة التي تناسبك، وفي الوقت الذي يناسبك
intake-safety-home = يسكن معي شخص يخيفني
    .more = نبحث معك عن وقت وهاتف لا يصل إليهما
intake-safety-self-harm = أفكر في إيذاء نفسي
    .more = نبدأ بهذا قبل أي شيء آخر
intake-safety-safe = لا، أنا في أمان الآن
    .more = { "" }

intake-life = حياتك أهم من كل ما في هذه الرسائل
intake-life-heard = شكرًا لأنك قلت هذا. كثيرون يمرون بهذه الفكرة في مثل هذا الوقت، ثم تمضي.
intake-life-near = إذا كان الخطر قريبًا: رقم الطوارئ في بلد الإقامة.
intake-life-person = هل هناك شخص واحد موضع ثقة؟ وجوده قربك الآن يساعد، ولو بلا كلام.
intake-life-lines = هذه التجربة لا تعرض أرقامًا للمساعدة: كل رقم يتصل به إنسان أولًا، قبل أن نعرضه.
intake-life-later = ما بقي من الأسئلة يمكن أن ينتظر.

intake-phone = هل يفتح أحد هاتفك أو يراقبه؟
intake-phone-yes = نعم، أو لا أعرف
    .more = هاتف آخر أو جهاز آخر أكثر أمانًا، إذا كان متاحًا
intake-phone-no = لا
    .more = { "" }
intake-phone-watched = إذا كان الهاتف مراقَبًا، فأي تغيير فيه قد يلاحظه من يراقبه. الأفضل المتابعة من جهاز آخر.

intake-child = هل في الصور أو في ما يطلبه شخص عمره أقل من { $age } سنة؟
intake-child-yes = نعم
    .more = { "" }
intake-child-unsure = لا أعرف
    .more = { "" }
intake-child-no = لا
    .more = { "" }

intake-child-road = سلامة الطفل أولًا
intake-child-road-no-file = لا نستقبل أي صورة أو ملف هنا. نكمل بالكلمات فقط.
intake-child-road-no-copy = لا داعي لحفظ نسخة من الصور، ولا لإرسالها إلى أحد، حتى إلى من يساعدك. يكفي أن نعرف أين هي: الحساب أو الرابط، والوقت.
intake-child-road-not-guilty = لا ذنب على الطفل، ولا على من يطلب المساعدة لأجله.
intake-child-road-once = يكفي أن يحكي الطفل مرة واحدة، لشخص يعرف كيف يسمع الأطفال.
intake-child-road-takedown = لصور أُخذت قبل سن { $age }: خدمة { $service } تطلب إزالتها، ولا ترى الصور. عنوانها: { $address }

intake-who = لمن نطلب المساعدة؟
intake-who-me = لي
    .more = { "" }
intake-who-other = لشخص أعرفه
    .more = الأفضل أن يكون ذلك برضا صاحب الأمر
intake-who-recipient = وصلتني رسائل عن شخص آخر
    .more = لا داعي لإعادة إرسالها

intake-what = ماذا حدث؟
intake-what-threat = تهديد بنشر شيء عني
    .more = { "" }
intake-what-money = طلب مال
    .more = { "" }
intake-what-demand = طلب صور أو أفعال أو لقاء
    .more = { "" }
intake-what-fake = صفحة أو حساب باسمي أو بصوري
    .more = { "" }
intake-what-published = أُرسل شيء عني إلى آخرين أو نُشر
    .more = { "" }
intake-what-official = شخص يقول إنه من الشرطة أو من جهة رسمية
    .more = { "" }
intake-what-other = شيء آخر
    .more = { "" }

intake-words = ما حدث، بكلماتك
intake-words-label = بأي لهجة وبأي ترتيب. متى بدأ؟ من أي رقم أو حساب؟ ماذا طلب؟
intake-words-enough = جملة واحدة تكفي. لا حاجة إلى تفاصيل خاصة.
intake-files = ملف المحادثة، إذا كان عندك
intake-files-help = تصدير المحادثة من واتساب أو ماسنجر أو تيليغرام. في هذه التجربة لا يُحفظ الملف.
intake-no-files = بالكلمات فقط: ما دام في الأمر شخص قد يكون عمره أقل من { $age } سنة، لا نستقبل ملفات.

intake-end = انتهت التجربة، ولم يُحفظ شيء
intake-end-not-sent = ما كتبته لم يصل إلى أحد. هذه الصفحة تعرض كيف سيكون الطلب، ولا تستقبله بعد.
intake-end-code = رمز المتابعة
intake-end-code-later = في الخدمة نفسها يظهر هنا رمز. به وحده تكون العودة إلى طلبك. الأفضل حفظه في مكان لا يراه أحد.
intake-end-code-sample = مثال فقط، ولا يفتح شيئًا.
intake-end-answers = أجوبتك على هذه الشاشة
intake-end-none = بلا جواب
intake-end-words = { $count ->
    [zero] لم تُكتب كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمةً
   *[other] { $count } كلمة
}
intake-end-file = ملف حجمه { $size } بايت، قُرئ ولم يُحفظ. بصمته:
intake-end-leave = عند الإغلاق لا يبقى مما كتبته شيء.
