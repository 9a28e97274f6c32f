"""Is the node whole? Is the backup? Numbered checks, each with its reasons."""
