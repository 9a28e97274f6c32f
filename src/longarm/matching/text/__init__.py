"""Threats told again: texts put into one form, masked, cut into shingles, looked up by MinHash, compared, shown side by side."""
