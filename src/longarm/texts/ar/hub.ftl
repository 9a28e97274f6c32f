hub-newer-folder = المجلد { $folder } أنشأته نسخة أحدث من longarm. استخدم تلك النسخة.
hub-no-hub = لا يوجد مركز تبادل في { $folder }. ينشئه الأمر «longarm hub serve».
hub-not-a-node = بطاقة { $organisation } ليست بطاقة نظام لجهة. مركز التبادل يخدم أنظمة الجهات.
hub-fingerprint-differs = هذه ليست البصمة المدوّنة على بطاقة { $organisation }. لا تُضَف هذه الجهة؛ اتصلوا بها وقارنوا البصمة من جديد.
hub-no-such-member = لا توجد جهة مشاركة بصمتها { $fingerprint }. يعرض الأمر «longarm hub member list» الجهات المشاركة.
