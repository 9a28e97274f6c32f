"""Exhibits from their coming to the bundle: custody, reading, looking, sealing, stamping, what is withheld."""
