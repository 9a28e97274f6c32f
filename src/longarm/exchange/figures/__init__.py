"""Figures across nodes without identities: noise is added at home, small counts are left out, a period is published once."""
