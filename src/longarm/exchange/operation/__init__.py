"""Joint operations: several organisations on one series, with a lead, a board, tasks, a common day and results by state."""
