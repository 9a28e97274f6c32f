"""What a node keeps, encrypted: the tables (one Django app), the vault of files, the folder they lie in."""
