store-folder-unwritable = لا يمكن استعمال { $folder } مجلدًا للبيانات ({ $why }). يلزم إتاحة الكتابة فيه أو تسمية مجلد آخر بالخيار --data.
store-foreign-folder = في { $folder } ملفات أخرى وليس فيه نظام. يلزم مجلد فارغ بالخيار --data.
store-newer-folder = كتب { $folder } إصدارٌ أحدث من longarm (التنسيق { $found }، وهذا الإصدار يعرف { $known }). يلزم تحديث longarm ثم التشغيل من جديد.
store-newer-tables = غيّر إصدارٌ أحدث من longarm قاعدةَ البيانات (الخطوة { $found }). يلزم تحديث longarm ثم التشغيل من جديد.
store-database-url = القيمة DATABASE_URL ليست عنوان قاعدة PostgreSQL. صيغتها: postgresql://user@host/name
store-vault-unwritable = تعذر حفظ الملف ({ $why })، ولم يبقَ منه شيء. يلزم إخلاء مساحة أو التحقق من مجلد البيانات، ثم إرساله من جديد.
store-vault-missing = ملف محفوظ غير موجود في مجلد البيانات. يلزم استرجاعه من نسخة احتياطية.
store-record-altered = سجل النظام لا يتماسك عند السطر { $line }: غُيّر أو حُذفت منه أسطر. يلزم الاحتفاظ بنسخة من مجلد البيانات ومقارنتها بنسخة احتياطية.
