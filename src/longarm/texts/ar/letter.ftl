letter-told = ما كُتب أولًا
letter-gave = وصل ملف
letter-withdrew = سُحب كل ما أُعطي، فلا يُستعمل منه شيء من الآن، ولا تواصل بعد هذا
letter-took-back = سُحبت موافقة: { $use }
letter-allowed = أُعطيت موافقة: { $use }
letter-wishes = تغيّر ما اختير للتواصل
letter-asks-invitation = طُلب رمز لشخص آخر، ويبدأ عمله بعد تأكيد الفريق
letter-passed-on = مع موافقتك، أُحيل شيء من هذه القضية إلى جهة أخرى تستطيع المساعدة.
