"""One holder of a share of the key: it evaluates blinded elements within a budget and learns nothing of them.

A Django app of its own: it knows nothing of a node's tables, nor of a hub's. One function = one transaction.
"""
