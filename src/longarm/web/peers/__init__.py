"""What other nodes reach of this one: one address that takes letters, served apart from the desk, on a port of its own."""
