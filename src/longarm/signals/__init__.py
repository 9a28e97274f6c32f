"""Identifiers in text: one file per kind, each saying what it can and cannot prove; `find` and `trace` put them together."""
