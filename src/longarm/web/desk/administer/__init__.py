"""Screens for who administers or audits: people, rules, record, health, deletions."""
