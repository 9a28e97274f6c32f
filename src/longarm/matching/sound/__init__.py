"""Recordings met again after they were encoded anew: Chromaprint's fingerprint of what is heard, its nearness, its search."""
