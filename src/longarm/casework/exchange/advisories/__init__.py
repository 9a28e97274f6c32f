"""Advisories: what we tell others of somebody's way, without any case in it; what others tell, met with our cases."""
