joining-section = خطوات أخرى
joining-merge = دمج قضية أخرى في هذه
joining-merge-lead = لقضيتين هما أمر واحد. ما خُتم يبقى كما هو، وتبقى القضية الأخرى للقراءة وحدها وفيها رابط إلى هذه.
joining-split = فصل قضية متضرر عن هذه
joining-split-lead = يذهب ما وقع على هذا الشخص وحده إلى قضية جديدة، ويبقى المشتبه فيهم وأرقامهم في القضيتين.
joining-move = نقل المحادثة إلى قضية أخرى
joining-move-lead = رسائلها وموافقاتها وملفاتها التي لم تُستلم تذهب معها، ولا يلاحظ صاحب الرمز شيئًا. ما صار دليلًا يبقى مكانه.
joining-other = القضية الأخرى (من الوارد)
joining-address = أو عنوان صفحتها
joining-look = عرض القضيتين
joining-next = التالي: مراجعة قبل التنفيذ
joining-back = رجوع
joining-persons = الأشخاص
joining-same = هو نفسه في القضية الباقية
joining-own = شخص آخر
joining-holds = ما فيها
joining-exhibits = الأدلة
joining-conversations = المحادثات
joining-goes = تنضم إلى الأخرى، ثم تبقى للقراءة وحدها.
joining-takes = تبقى، وتأخذ كل شيء.
joining-merge-sure = تُدمج { $other } في { $side }. لا رجوع عن ذلك بضغطة، بل بالفصل من جديد.
joining-is = { $one } هو { $two } نفسه
joining-stays = { $one } يبقى شخصًا مستقلًا
joining-team-joins = فريقا القضيتين يعملان معًا بعد ذلك، ويقرأ كل منهما كل ما فيها.
joining-merge-do = دمج الآن
joining-one-harmed = في هذه القضية متضرر واحد، فلا شيء يُفصل.
joining-who = لمن القضية الجديدة
joining-reference = مرجع القضية الجديدة
joining-their-exhibits = الأدلة التي تذهب معه
joining-talk-stays = المحادثة لا تنتقل من تلقاء نفسها: تُنقل من صفحتها متى عُرف صاحبها.
joining-sealed-stays = ما خُتم لا يُعدَّل أبدًا: تبقى الحزم السابقة في هذه القضية وفيها أيضًا الأدلة التي تذهب. تُختم القضيتان من جديد بعد ذلك، وتُسلَّم الحزمتان الجديدتان.
joining-bundle-holds = { $count ->
    [one] خُتمت الحزمة الأخيرة قبل فصل القضية، وفيها دليل صار في قضية أخرى. يُختم من جديد قبل تسليم أي شيء.
    [two] خُتمت الحزمة الأخيرة قبل فصل القضية، وفيها دليلان صارا في قضية أخرى. يُختم من جديد قبل تسليم أي شيء.
    [few] خُتمت الحزمة الأخيرة قبل فصل القضية، وفيها { $count } أدلة صارت في قضية أخرى. يُختم من جديد قبل تسليم أي شيء.
   *[other] خُتمت الحزمة الأخيرة قبل فصل القضية، وفيها { $count } دليلًا صار في قضية أخرى. يُختم من جديد قبل تسليم أي شيء.
}
joining-split-sure = تُفتح قضية جديدة مرجعها { $reference } لـ { $name }. ومعها:
joining-no-exhibit-moves = لا أدلة
joining-you-alone = أنت وحدك في فريقها أولًا؛ يُضاف الزملاء من صفحتها.
joining-split-do = فصل الآن
joining-move-sure = تُنقل المحادثة إلى { $other } ({ $reference }).
joining-new-readers = يقرؤها بعد ذلك:
joining-move-do = نقل الآن
joining-merged = مدموجة
joining-merged-lead = دُمجت هذه القضية في أخرى. هنا ما كانت تقوله يومها، للقراءة وحدها.
joining-merged-to = إلى القضية التي ضُمت إليها
joining-no-case = هذا ليس عنوان قضية من قضاياك. يُلصق عنوان صفحتها كما هو.
joining-bad-reference = المرجع حروف لاتينية وأرقام ونقاط وشرطات، 64 على الأكثر، مثل EG-2026-0007.
joining-exhibits-move = { $count ->
    [zero] لا أدلة تنتقل
    [one] دليل واحد ينتقل ويأخذ رقمًا جديدًا
    [two] دليلان ينتقلان ويأخذان رقمين جديدين
    [few] { $count } أدلة تنتقل وتأخذ أرقامًا جديدة
    [many] { $count } دليلًا تنتقل وتأخذ أرقامًا جديدة
   *[other] { $count } دليل تنتقل وتأخذ أرقامًا جديدة
}
joining-which-exhibits = { $count ->
    [zero] لا أدلة
    [one] دليل واحد
    [two] دليلان
    [few] { $count } أدلة
    [many] { $count } دليلًا
   *[other] { $count } دليل
}
joining-letters = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
    [many] { $count } رسالةً
   *[other] { $count } رسالة
}
