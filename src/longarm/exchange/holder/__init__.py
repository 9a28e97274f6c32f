"""What is written to a key holder, and what it answers."""
