"""What people do with cases: each function is one transaction and leaves one line in the record."""
