"""One holder of a share of the key: it evaluates blinded elements within a budget and learns nothing of them."""
