"""The public pages: one question a screen, one address, no cookie, nothing kept. A demonstration until the node takes reports."""
