"""Where nodes meet: it keeps tokens and sealed envelopes and tells both sides of a hit. It holds no person and no identifier.

A Django app of its own: it knows nothing of a node's tables. One function = one transaction.
"""
