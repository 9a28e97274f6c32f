"""The doors of the desk: first run, sign-in, second factor, language."""
