identify-region = لا توجد دولة رمزها «{ $region }». يُستعمل رمز ISO 3166-1 من حرفين مثل EG.
identify-region-near = لا توجد دولة رمزها «{ $region }». هل المقصود { $near } ({ $name })؟
identify-binary = { $file }: ليس نصًا. للملفات المصدّرة والأرشيفات وقواعد البيانات يُستعمل `longarm read`، ثم يُعطى ناتجه لهذا الأمر.
identify-unreadable = { $file }: تعذرت قراءته ({ $why }). يلزم التحقق من المسار ومن إذن القراءة.
identify-bad-line = { $file }، السطر { $line }: ليس رسالة كما يكتبها `longarm read` ({ $why }). يلزم تصحيح هذا السطر أو حذفه.
identify-line-too-long = { $file }، السطر { $line }: أطول من { $limit } ميبيبايت. الرسالة أقصر من ذلك: يلزم التحقق من الملف.
identify-not-utf8 = { $file }: بعض البايتات ليست بترميز UTF-8 ولا تُقرأ حروفًا، أما الأرقام والروابط فتُستخرج كالمعتاد.
