draft-no-such-document = لا يوجد مستند باسم «{ $document }». هل المقصود «{ $near }»؟
draft-not-drafted-here = المستند «{ $document }» معروف، لكن لا تُعد له مسودة هنا بعد. ما تُعد مسودته هنا: { $drafted }.
draft-not-in-language = لا توجد مسودة «{ $document }» باللغة «{ $language }». اللغات المتاحة: { $languages }.
draft-no-such-field = لا يوجد في «{ $document }» حقل باسم «{ $field }». هل المقصود «{ $near }»؟ والأمر `longarm draft --ask` يعرض الحقول.
draft-cannot-typeset = تعذّر إعداد الصفحة من { $template }: { $why }. هذا خطأ في البرنامج، ويُرجى الإبلاغ عنه.
draft-answers-not-fields = { $file }، السطر { $line }: الإجابات نص واحد لكل حقل، مثل: addressee: … يلزم تصحيح السطر.
draft-out-suffix = { $file }: تُكتب المستندات بصيغة PDF. يلزم اسم ينتهي بـ .pdf
draft-out-exists = الملف { $file } موجود. يلزم اختيار اسم آخر أو حذفه أولًا.
draft-out-unwritable = { $file }: تعذرت الكتابة ({ $why }). يلزم مجلد يُسمح بالكتابة فيه.
draft-needs-out = يلزم تحديد مكان المستند: --out FILE.pdf، أو --ask لعرض ما سيُسأل عنه.
draft-written = كُتب { $title } في { $file }.
draft-complete = لا ينقص شيء لازم. يراجعه محامٍ أو جهة مختصة قبل تقديمه.
draft-missing = { $count ->
    [one] بقي بيان لازم واحد فارغًا:
    [two] بقي بيانان لازمان فارغين:
    [few] بقيت { $count } بيانات لازمة فارغة:
   *[other] بقي { $count } بيانًا لازمًا فارغًا:
}
draft-ask-mandatory = بيانات لازمة:
draft-ask-optional = بيانات اختيارية:
draft-no-such-state = لا توجد دولة رمزها «{ $state }». يُستعمل رمز ISO 3166-1 من حرفين كبيرين مثل EG.
draft-no-such-path = لا يخدم «{ $document }» مسارًا باسم «{ $path }». المسارات التي تسميه: { $paths }.
draft-forbidden = لا تُعد مسودة «{ $document }» لهذه القضية: خطر على صاحب الشأن يمنع هذا المسار ({ $hazards }). يلزم أولًا معالجة الخطر، والأمر `longarm paths` يعرض ما بقي مفتوحًا.
draft-takes-no-recipient = المستند «{ $document }» ليس إفادة شخص بعينه، فلا حاجة إلى --recipient { $recipient }.
draft-no-such-recipient = ليس في هذه القضية متلقٍ للرسائل باسم «{ $recipient }». يُختار واحد من: { $recipients }.
draft-recipient-not-chosen = وصلت الرسائل إلى أكثر من شخص ({ $recipients }) ولم يُختر أحد منهم، فيُترك الاسم وما وصل إليه بياضًا. يُملآن متى اختير واحد.
draft-recipient-unnamed = لا تتضمن القضية الاسم القانوني لصاحب الإفادة ({ $recipient })، فيُكتب باليد عند التوقيع أو يُعطى ضمن الإجابات.
draft-through-its-gate = الإنذار القانوني ({ $document }) لا تُعد مسودته هنا: يمر ببوابة المكتب، وفيها تُفحص هوية معلومة وأدلة مختومة وطلب حفظ وخطة لما قد يفعله، ويوافق شخص ثانٍ.
