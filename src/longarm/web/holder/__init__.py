"""A key holder over HTTP: one address that takes letters."""
