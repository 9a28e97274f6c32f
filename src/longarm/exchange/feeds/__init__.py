"""Advisories without any victim: told to everybody or to members as STIX 2.1, MISP event or list of hashes, and read back."""
