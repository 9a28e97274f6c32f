"""A hub over HTTP: one address that takes letters."""
