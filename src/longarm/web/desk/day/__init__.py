"""Screens of a day: inbox, conversation, tasks, search, notices, refusals, merging."""
