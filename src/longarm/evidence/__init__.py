"""Exhibits: read, sealed into a bundle, verified. Knows `case` and `keys` only: a verifier needs nothing else of longarm."""
