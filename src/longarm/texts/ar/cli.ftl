# ما يقوله سطر الأوامر عما يُكتب فيه.
cli-usage = الاستعمال:
cli-arguments = ما يأخذه الأمر
cli-options = الخيارات
cli-fault = { $fault }. المزيد: { $command } --help
cli-required = ناقص: { $what }
cli-not-known = لا شيء هنا بهذا الاسم: { $what }
cli-no-choice = لا يكون { $what } بالقيمة { $given }، بل بإحدى هذه: { $choices }
cli-no-value = تلزم قيمة بعد { $what }
cli-bad-value = القيمة { $given } لا تصلح في { $what }
cli-takes-none = لا يأخذ { $what } قيمة، وأُعطي { $given }
cli-not-both = لا يجتمع { $what } و{ $other }
cli-one-of = يلزم واحد من هذه: { $what }
cli-ambiguous = قد يعني { $what } أكثر من خيار: { $choices }
cli-no-command = لا يوجد أمر باسم { $word }. الأوامر كلها: longarm --help
cli-no-command-near = لا يوجد أمر باسم { $word }. هل المقصود { $near }؟
cli-system = { $what }: { $why }. لم يُنفَّذ شيء بعد ذلك.
cli-not-text = اسم ملف ليس نصًا بترميز UTF-8. يلزم تغيير اسم الملف.
