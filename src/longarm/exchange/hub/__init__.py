"""What is said to a hub and what it answers: the bodies of its letters, typed and bounded."""
