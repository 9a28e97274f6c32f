"""The public pages of law: what can be done between two states, every state, every treaty. No sign-in, nothing kept."""
