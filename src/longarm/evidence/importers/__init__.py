"""Importers: one module per source of messages, each obeying `contract`."""
