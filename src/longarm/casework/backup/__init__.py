"""Backing up a node, reading a backup, putting it back."""
