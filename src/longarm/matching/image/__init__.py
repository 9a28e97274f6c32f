"""Pictures met again: decoded small, hashed with PDQ, cut out of screenshots, looked up exactly at 31 bits."""
