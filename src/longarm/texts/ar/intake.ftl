intake-title = وصفات اليوم
intake-exit-address = https://www.google.com/search?q=%D9%88%D8%B5%D9%81%D8%A7%D8%AA
intake-exit = خروج سريع
intake-exit-help = أو الضغط على Esc ثلاث مرات
intake-languages = اللغة
intake-demonstration = صفحة تجريبية: ما يُرسل هنا يمكن لأي شخص أن يقرأه. لا مكان هنا لشيء حقيقي.
intake-closed = لا أحد يستقبل الرسائل هنا بعد: لا يمكن إرسال شيء.
intake-dropped = انقطع الاتصال. ما على هذه الشاشة ما زال هنا: يمكن الضغط على الزر مرة أخرى عند عودته.
intake-way = الخطوة { $step } من { $all }
intake-next = التالي
intake-back = السابق
intake-send = إرسال
intake-pick-many = يمكن اختيار أكثر من جواب
intake-too-old = مضى وقت طويل، فعدنا إلى البداية. ما لم يُرسل لم يُحفظ.
intake-too-old-written = مضى وقت طويل، فعدنا إلى البداية. كلماتك ما زالت هنا، وتظهر في الخطوة الأخيرة. ولم تُرسل بعد.

intake-not-fault = هذه جريمة، والذنب ذنب من يهددك، لا ذنبك.
intake-control = القرار لك في كل خطوة، ويمكنك التوقف في أي وقت.
intake-skip = يمكنك ترك أي سؤال بلا جواب.
intake-limits = نحفظ السر، إلا إذا كانت حياة إنسان أو سلامة طفل في خطر. وعندها نخبرك أولًا إن استطعنا.
intake-no-pay = قبل دفع أي شيء، لنتحدث. الدفع في الغالب لا يوقف التهديد.
intake-no-more = لا داعي لإرسال أي شيء آخر إلى من يهددك.
intake-keep = الأفضل ألا يُحذف شيء الآن. وإذا كان بقاؤه خطرًا عليك، نحفظ معك نسخة أولًا، ثم يُحذف.
intake-no-image = لا نحتاج إلى الصورة، ولا داعي لإرسالها إلينا.
intake-honest = لا أعرف بعد هل سيُعاقَب. لكن هذا ما نستطيع فعله اليوم.

intake-welcome = هناك من يقف معك، وما حدث ليس ذنبك. نبدأ بسلامتك.
intake-no-name = لا نطلب اسمك، ولا نحفظ شيئًا على هذا الهاتف.
intake-history = عنوان هذه الصفحة يبقى في سجل المتصفح، باسم «{ $title }». «خروج سريع» يفتح صفحة أخرى، ولا يمحو السجل.
intake-private = كيف لا يبقى أثر في سجل المتصفح
intake-private-why = في النافذة الخاصة ينسى المتصفح الصفحة عند إغلاق النافذة:
intake-private-chrome = قائمة النقاط الثلاث، ثم «علامة تبويب جديدة للتصفح المتخفي» أو «InPrivate»
intake-private-safari = زر علامات التبويب، ثم «خاص»
intake-private-firefox = رمز القناع عند علامات التبويب، أو القائمة ثم «خاص»
intake-private-samsung = زر علامات التبويب، ثم «تشغيل وضع السرية»
intake-private-tor = لا يحفظ سجلًا في كل حال
intake-private-not = من يراقب الهاتف نفسه أو شبكة البيت قد يرى مع ذلك أن هذا العنوان فُتح.
intake-have-code = لديّ رمز
intake-safety = هل هناك خطر عليك الآن؟
intake-safety-family = قد يؤذيني أحد من أهلي أو ممن حولي إذا عرف
    .more = لا نتصل بك إلا بالطريقة التي تناسبك، وفي الوقت الذي يناسبك
intake-safety-home = يسكن معي شخص يخيفني
    .more = نبحث معك عن وقت وهاتف لا يصل إليهما
intake-safety-self-harm = أفكر في إيذاء نفسي
    .more = نبدأ بهذا قبل أي شيء آخر
intake-safety-watched = أحد يفتح هاتفي أو يراقبه، أو قد يفعل
    .more = { "" }
intake-safety-safe = لا، أنا في أمان الآن
    .more = { "" }

intake-help-life = حياتك أهم من كل ما في هذه الرسائل
intake-help-heard = شكرًا لأنك قلت هذا. كثيرون يمرون بهذه الفكرة في مثل هذا الوقت، ثم تمضي.
intake-help-near = إذا كان الخطر قريبًا: رقم الطوارئ في بلد الإقامة.
intake-help-person = هل هناك شخص واحد موضع ثقة؟ وجوده قربك الآن يساعد، ولو بلا كلام.
intake-help-later = ما بقي من الأسئلة يمكن أن ينتظر.
intake-help = سلامتك أولًا
intake-help-nobody = لا نخبر أهلك. وقبل أي خطوة نسألك.
intake-help-place = إذا اقترب الخطر الآن: مكان فيه ناس وله مخرج أكثر أمانًا من غرفة مغلقة.
intake-help-embassy = قبل الذهاب إلى مركز شرطة أو سفارة، لننظر معًا هل في ذلك خطر عليك.
intake-help-watched = إذا كان الهاتف مراقَبًا، فأي تغيير فيه قد يلاحظه من يراقبه. الأفضل المتابعة من جهاز آخر.
intake-help-watched-code = في النهاية يصلك رمز: مكانه الورق، لا الهاتف.
intake-lines = أرقام للمساعدة
intake-lines-where = أين أنت الآن؟
intake-lines-why = لنعرض أرقام ذلك البلد فقط. ويمكن ترك السؤال.
intake-lines-show = عرض
intake-lines-skip = أفضّل ألا أقول
intake-lines-other = بلد آخر
intake-lines-read = قرأنا هذا في { $day }:
intake-lines-unknown = لا نعرف بعد رقمًا في ذلك البلد، ولا نعرض رقم بلد آخر.
intake-lines-unknown-in = لا نعرف بعد رقمًا لهذا في { $state }، ولا نعرض رقم بلد آخر.
intake-lines-not-called = قرأناها في المصدر المذكور، ولم يتصل بها أحد منا بعد. قد يُسأل هناك عن الاسم، والأرقام القصيرة قلما تعمل من الخارج.
intake-lines-call-log = المكالمة تبقى في سجل مكالمات الهاتف، وقد تظهر في الفاتورة.

intake-child = هل هناك شخص عمره أقل من { $age } سنة: في الصور، أو يُطلب منه شيء؟
intake-child-yes = نعم
    .more = أنا، أو شخص آخر
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
intake-who-supporter = لشخص أساعده
    .more = الأفضل أن يكون ذلك برضا صاحب الأمر
intake-who-relative = لشخص من أهلي
    .more = الأفضل أن يكون ذلك برضا صاحب الأمر
intake-who-school = لتلميذة أو تلميذ في مدرستي
    .more = لا حاجة إلى الاسم
intake-who-lawyer = لشخص أتولى الدفاع عنه في عملي بالمحاماة
    .more = { "" }
intake-who-recipient = وصلتني رسائل عن شخص آخر
    .more = لا داعي لإعادة إرسالها
intake-what = ماذا حدث؟
intake-what-threat = تهديد بنشر شيء
    .more = { "" }
intake-what-money = طلب مال
    .more = { "" }
intake-what-demand = طلب صور أو أفعال أو لقاء
    .more = { "" }
intake-what-fake = صفحة أو حساب باسم غير صاحبه أو بصوره
    .more = { "" }
intake-what-published = أُرسل شيء إلى آخرين أو نُشر
    .more = { "" }
intake-what-official = شخص يقول إنه من الشرطة أو من جهة رسمية
    .more = { "" }
intake-what-other = شيء آخر
    .more = { "" }

intake-words = ما حدث، بكلماتك
intake-words-label = بأي لهجة وبأي ترتيب. متى بدأ؟ من أي رقم أو حساب؟ ماذا طلب؟
intake-words-recipient = بأي لهجة وبأي ترتيب. متى وصلت الرسائل؟ من أي رقم أو حساب؟ وماذا تقول باختصار؟
intake-words-enough = جملة واحدة تكفي. لا حاجة إلى تفاصيل خاصة.
intake-no-files = بالكلمات فقط: ما دام في الأمر شخص قد يكون عمره أقل من { $age } سنة، لا نستقبل ملفات.
intake-files-later = يمكن إضافة ملف المحادثة بعد الإرسال.
intake-more = المزيد، إذا كان ذلك مناسبًا
intake-lives = البلد الذي يقيم فيه صاحب الأمر الآن
intake-lives-why = به نعرف أي الطرق مفتوحة. ويمكن تركه.
intake-address = كيف نخاطبك؟
intake-address-female = مؤنث
intake-address-male = مذكر
intake-address-other = دون تحديد
intake-code = رمز العودة
intake-code-why = به تكون قراءة جوابنا هنا. الأفضل الشكل الذي لا يلفت النظر في مكان الإقامة.
intake-code-words = ست كلمات
intake-code-digits = ستة عشر رقمًا، مثل رقم زبون
intake-toll = لحظة، الصفحة تُبعد البرامج الآلية.
intake-waiting = بقي القليل
intake-waiting-why = هذه اللحظة تمنع البرامج الآلية من إغراقنا. ما كتبته على هذه الشاشة، ولم يضِع.
intake-waiting-button = { $seconds ->
    [zero] الزر جاهز.
    [one] يعمل الزر بعد ثانية واحدة.
    [two] يعمل الزر بعد ثانيتين.
    [few] يعمل الزر بعد { $seconds } ثوانٍ.
    [many] يعمل الزر بعد { $seconds } ثانيةً.
   *[other] يعمل الزر بعد { $seconds } ثانية.
}
intake-waiting-go = المتابعة
intake-answer-in = { $minutes ->
    [zero] نجيب في ساعات عملنا.
    [one] نسعى في ساعات عملنا إلى الجواب خلال دقيقة واحدة.
    [two] نسعى في ساعات عملنا إلى الجواب خلال دقيقتين.
    [few] نسعى في ساعات عملنا إلى الجواب خلال { $minutes } دقائق.
    [many] نسعى في ساعات عملنا إلى الجواب خلال { $minutes } دقيقةً.
   *[other] نسعى في ساعات عملنا إلى الجواب خلال { $minutes } دقيقة.
}
intake-answer-unknown = لا يمكننا أن نعد بموعد للجواب. الجواب ينتظر هنا، ولا يفتحه إلا رمزك.

intake-enter = رمزك
intake-enter-how = الكلمات بترتيبها، أو الأرقام الستة عشر. المسافات والتشكيل لا تهم.
intake-enter-go = فتح

intake-receipt = وصل ما كتبته، وشكرًا على ثقتك
intake-receipt-once = هذا الرمز يظهر الآن فقط. وبه وحده تكون العودة.
intake-receipt-digits = رقم الزبون
intake-receipt-words = ست كلمات
intake-receipt-paper-digits = الأفضل كتابته على ورقة بين أوراق أخرى، كرقم زبون. لا صورة لهذه الشاشة، ولا رسالة.
intake-receipt-paper-words = الأفضل كتابتها على ورقة بهذا الترتيب بين كلمات أخرى: قائمة مشتريات، وصفة طعام. لا صورة لهذه الشاشة، ولا رسالة.
intake-receipt-asked-digits = إذا سأل أحد: رقم من متجر. ولا يفتح شيئًا لمن لا يعرف هذا العنوان.
intake-receipt-asked-words = إذا سأل أحد: كلمات من لعبة. ولا تفتح شيئًا لمن لا يعرف هذا العنوان.
intake-receipt-lost = إذا ضاع، فلا أحد يستطيع أن يعطيه من جديد، ولا نحن. ويمكن عندها الكتابة من البداية.
intake-files-now = إضافة ملفات الآن
intake-reach-now = كيف نتواصل معك؟
intake-page-now = إلى صفحتك
intake-leave = انتهينا: إغلاق
intake-leave-forgets = بعد الإغلاق لا يفتح صفحتك إلا رمزك.

intake-hello = أهلًا بك
intake-kept = حُفظ.
intake-withdrawn-note = سُحب الطلب، ولا نفعل به شيئًا بعد الآن. وما كُتب ما زال متاحًا لك.
intake-invited-here = هذه الصفحة لإضافة ما وصلك أو ما لديك من معلومات. لا يظهر فيها شيء مما كتبه غيرك. ومن أعطاك الرمز يعرفه أيضًا، ويمكنه أن يقرأ ما يُكتب هنا.
intake-status = إلى أين وصلنا
intake-status-none = وصل، وينتظر أن يقرأه إنسان.
intake-answer-by = نسعى إلى أن يصل الجواب قبل { $moment } (بتوقيت { $clock }).
intake-letters = الرسائل
intake-letters-none = لم يُكتب شيء بعد.
intake-letter-you = منك
intake-letter-us = منا
intake-write = الكتابة إلينا
intake-write-danger = أنا في خطر الآن
intake-write-send = إرسال
intake-written-danger = يرى الفريق هذا قبل كل شيء آخر، لكننا لا نعرف متى. إذا كان الخطر قريبًا، فلا داعي لانتظار جوابنا قبل طلب النجدة.
intake-letter-danger = قلت إنك في خطر الآن
intake-still-here = ما كتبته ما زال هنا ولم يُرسل بعد. بعد الدخول بالرمز يظهر في مكانه.
intake-files = الملفات
intake-files-help = الأفضل: المحادثة مصدَّرة في ملف (واتساب، ماسنجر، تيليغرام)، دون وسائط. تُشفَّر الملفات أثناء وصولها.
intake-files-choose = اختيار ملفات
intake-files-send = إرسال الملفات
intake-files-none = لا ملفات بعد.
intake-file-arriving = وصل { $arrived } من { $size }. يمكن اختيار الملف نفسه من جديد، فيكمل من هناك.
intake-file-whole = { $size }، وصل
intake-file-taken = { $size }، عند الفريق
intake-file-cancel = إزالة
intake-give-waiting = انقطع الاتصال. يكمل الإرسال وحده عند عودته.
intake-give-done = وصل
intake-give-refused = لم يُستقبل
intake-reach = كيف نتواصل معك؟
intake-reach-never = لا تواصل: أعود أنا إلى هنا وأقرأ
    .more = الأكثر أمانًا إذا كان هناك من ينظر في الهاتف
intake-reach-call = بمكالمة
    .more = { "" }
intake-reach-message = برسالة
    .more = لا تذكر شيئًا عن الأمر
intake-reach-email = بالبريد الإلكتروني
    .more = لا يذكر شيئًا عن الأمر
intake-reach-where = الرقم أو العنوان
intake-reach-hours = في أي ساعات؟
intake-reach-word = كلمة نقولها أولًا
intake-reach-word-why = بها يكون واضحًا أننا نحن. وإذا لم نسمع جوابها، ننهي المكالمة.
intake-reach-kept = هذا مكتوب عندنا ولا نعرضه هنا، فقد يرى غيرك هذه الصفحة. إن بقيت الخانة فارغة بقي كما هو، ومع الخيار الأول يُمحى.
intake-reach-no-where = لم يُكتب رقم ولا عنوان بعد، فلا يمكننا التواصل معك بهذه الطريقة.
intake-reach-not-allowed = هذه هي الطريقة التي اخترتها. ولا نستعملها قبل موافقتك:
intake-save = حفظ
intake-to-page = العودة إلى صفحتك
intake-consents = ماذا نفعل بموافقتك؟
intake-consents-why = كل أمر على حدة. لا يحدث شيء من هذا دون موافقتك، ويمكن سحب كل موافقة هنا.
intake-consent-allow = نعم، أوافق
intake-consent-take-back = سحب الموافقة
intake-consent-yes = موافقة
intake-consent-no = دون موافقة
intake-escrow = فقط إذا سمّى آخرون الرقم نفسه
intake-escrow-offer = يمكن أن تبقى قضيتي مغلقة أمام الجهات الأخرى، إلى أن يسمّي آخرون الرقم أو الحساب نفسه.
intake-escrow-read = القراءة والاختيار
intake-escrow-what = الأرقام والحسابات التي ذكرتها تنتظر في ظرف مغلق. لا يُفتح إلا إذا سمّى الرقم أو الحساب نفسه عدد من الناس، والعدد من اختيارك. وقد يكونون عند جهات هنا أو في دول أخرى.
intake-escrow-nobody-alone = لا أحد يفتحه وحده: لا نحن، ولا جهة أخرى، ولا من يحفظه. يفتحه عدة أمناء معًا، وعندها فقط.
intake-escrow-inside = في داخله: أي جهة تُسأل، وهل هو هاتف أم حساب، وماذا طلب من يهددك. لا اسمك، ولا شيء مما كتبته، ولا أي ملف.
intake-escrow-then = عندها تعلم هذه الجهات بعضها ببعض. وليس هذا وعدًا بأن أحدًا سيفعل شيئًا. وقبل أن يُقال أكثر من ذلك، نسألك.
intake-escrow-goes-on = ما نفعله هنا من أجلك يستمر ولا ينتظر ذلك.
intake-escrow-back = يمكنك هنا، برمزك، تغيير العدد أو سحب الموافقة. أما ما فُتح قبل ذلك فلا يُغلق من جديد.
intake-escrow-limits = ما لا يضمنه ذلك
intake-escrow-limit-keepers = الأمناء جهات من دول مختلفة. لو خالف عدد منهم القواعد معًا، ومعهم جهة تعرف الرقم من قبل، لأمكنهم فتحه قبل أوانه.
intake-escrow-limit-count = من يحفظ الظروف يرى أن بعضها عن شخص واحد، ويرى عددها، ولا يرى من هو. ولا نقول لك كم ظرفًا ينتظر.
intake-escrow-limit-never = قد لا يكتمل العدد الذي اخترته أبدًا. وإذا مضى نصف سنة دون أن يعمل أحد على قضيتك، ينتهي الظرف وحده.
intake-escrow-exchange = سبق أن وافقت على المقارنة الآن بما لدى جهات أخرى. فهي تعلم بقضيتك مع أول جهة تذكر الرقم نفسه. لتبقى مغلقة، يلزم سحب تلك الموافقة أولًا.
intake-others-child = قد تخص قضيتك طفلًا. لذلك لا تُقارن الأرقام والحسابات بما لدى جهات أخرى إلا إذا وافقت أنت وقرر الفريق أيضًا، كتابةً، أن ذلك في مصلحة الطفل. وإن قلت لا، فهي لا. ولا ينتظر أي ظرف مغلق إلى أن يتكلم آخرون؛ وإن سبق أن طلبته فقد سُحب. وما يحمي الطفل لا ينتظر شيئًا من هذا.
intake-escrow-how-many = كم شخصًا آخر؟
intake-escrow-others = { $others ->
    [zero] لا أحد
    [one] شخص آخر واحد
    [two] شخصان آخران
    [few] { $others } أشخاص آخرون
    [many] { $others } شخصًا آخر
   *[other] { $others } شخص آخر
}
intake-escrow-one = الأسرع فتحًا والأقل حماية: من يذكر الرقم نفسه عند جهة أخرى يفتحه، ولو أراد فقط أن يعرف هل ذُكر.
intake-escrow-four = الأكثر حماية، وقد يطول أكثر.
intake-escrow-consent = هذا الزر موافقة منك على ما كُتب أعلاه، لهذا الأمر وحده. ويبدأ العمل به حين يعمل الفريق على قضيتك.
intake-escrow-keep = يبقى مغلقًا إلى ذلك الحين
intake-escrow-take-back = سحب الموافقة
intake-invite = عند شخص آخر رسائل أيضًا
intake-invite-why = يمكن لمدرسة أو قريب أو صديق أن يضيف ما وصله، برمز خاص به. ولا يرى شيئًا مما عندك.
intake-invite-recipient = شخص وصلته رسائل
intake-invite-supporter = شخص يساعدني
intake-invite-about = لنا نحن: من هو؟ («مدرسة ابني»)
intake-invite-make = إنشاء رمز
intake-invite-made = رمز لهذا الشخص، يظهر الآن فقط، ويعمل بعد أن نؤكده. الأفضل قوله شفهيًا، مع عنوان هذه الصفحة.
intake-withdraw = سحب الطلب
intake-withdraw-stops = بعد ذلك لا نفعل شيئًا بما أعطيته، ولا نسأل أحدًا عن شيء.
intake-withdraw-remains = ما يبقى: ما ذهب إلى آخرين من قبل لا يُسترد. وما أعطيته يبقى هنا مشفرًا ولا يُتلف في الحال: من يأخذ الرمز منك بالإكراه لا يستطيع بذلك إتلاف دليلك.
intake-withdraw-sure = نعم، سحب الطلب
intake-no-withdraw = لا، يبقى
intake-wrong-code = لا يفتح هذا الرمز شيئًا هنا. الأفضل النظر في كل كلمة أو رقم، وفي الترتيب، ثم إعادة المحاولة. وقد يكون الرمز قد انتهى أو لم نؤكده بعد، أو حُذف ما كان يفتحه. ويمكن البدء من جديد في أي وقت.
intake-nobody = لا أحد هنا يستطيع قراءة الطلبات الآن، فلم نحفظ شيئًا. ما كتبته لم يصل إلى أحد.
intake-sent-before = وصل هذا الطلب من قبل، وظهر رمزه حينها. الدخول بالرمز، أو البدء من جديد.
