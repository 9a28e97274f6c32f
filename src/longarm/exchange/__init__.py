"""Organisations that find each other and answer: tokens, letters, requests, operations, warnings, figures."""
