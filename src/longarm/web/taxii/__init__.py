"""A TAXII 2.1 server for what may be known to everybody (TLP:CLEAR): read only, without a name or a password."""
