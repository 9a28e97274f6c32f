"""What a person sees in the browser. Two roots that can be served apart: `intake` (public) and `desk` (caseworkers)."""
