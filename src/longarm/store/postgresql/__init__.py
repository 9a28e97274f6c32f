"""Django's PostgreSQL, with gentler row locks (see `base`)."""
