store-folder-unwritable = { $folder } cannot be used as a data folder ({ $why }). Make it writable, or name another with --data.
store-foreign-folder = { $folder } holds other files and no node. Name an empty folder with --data.
store-newer-folder = { $folder } was written by a newer longarm (layout { $found }; this one knows { $known }). Update longarm, then start again.
store-newer-tables = The database was changed by a newer longarm (step { $found }). Update longarm, then start again.
store-database-url = DATABASE_URL is no address of a PostgreSQL database. It looks like postgresql://user@host/name.
store-vault-unwritable = The file could not be stored ({ $why }); nothing of it was kept. Make room on the disk or check the data folder, then send it again.
store-vault-missing = A stored file is missing from the data folder. Restore it from a backup.
store-record-altered = The node’s record does not hold together at line { $line }: it was changed or lines were removed. Keep a copy of the data folder and compare it with a backup.
