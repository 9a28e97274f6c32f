"""Beyond the organisation: who holds the same, whom this node speaks with, requests."""
