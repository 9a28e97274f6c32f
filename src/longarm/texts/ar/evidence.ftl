evidence-unreadable = { $file }: تعذرت قراءته ({ $why }). يلزم التحقق من المسار ومن إذن القراءة.
