"""The founding cases as a demonstration: fictional persons, invented numbers, exhibits made for them."""
