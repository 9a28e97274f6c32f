"""Where nodes meet: it keeps tokens and sealed envelopes and tells both sides of a hit. It holds no person and no identifier."""
