"""The day of a caseworker: inbox, clock, conversation, notes, tasks, search, notices, closing."""
