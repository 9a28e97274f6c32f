"""The public pages: one question a screen, one address for all, no cookie; what is sent is a report, the rest is forgotten."""
