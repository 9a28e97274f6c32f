store-folder-unwritable = { $folder } ne peut servir de répertoire de données ({ $why }). Rendez-le accessible en écriture, ou indiquez-en un autre avec --data.
store-foreign-folder = { $folder } contient d’autres fichiers et aucun nœud. Indiquez un répertoire vide avec --data.
store-newer-folder = { $folder } a été écrit par un longarm plus récent (format { $found } ; celui-ci connaît { $known }). Mettez longarm à jour, puis relancez.
store-newer-tables = La base de données a été modifiée par un longarm plus récent (étape { $found }). Mettez longarm à jour, puis relancez.
store-database-url = DATABASE_URL n’est pas l’adresse d’une base PostgreSQL. Elle s’écrit postgresql://utilisateur@hôte/nom.
store-vault-unwritable = Le fichier n’a pas pu être enregistré ({ $why }) ; rien n’en a été gardé. Libérez de la place ou vérifiez le répertoire de données, puis renvoyez-le.
store-vault-missing = Un fichier enregistré manque dans le répertoire de données. Restaurez-le d’une sauvegarde.
store-record-altered = Le registre du nœud ne tient pas à la ligne { $line } : il a été modifié ou des lignes en ont été ôtées. Gardez une copie du répertoire de données et comparez-la avec une sauvegarde.
