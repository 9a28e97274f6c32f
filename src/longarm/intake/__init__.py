"""What a person who seeks help is asked, what is dangerous in the answers, and the case that a report begins."""
