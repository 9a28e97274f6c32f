"""Beyond this organisation: members, tokens, hits, requests, operations, advisories, figures."""
