evidence-unreadable = { $file } : lecture impossible ({ $why }). Vérifiez le chemin et vos droits de lecture.
