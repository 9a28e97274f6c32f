"""Oblivious pseudorandom function of RFC 9497 (ristretto255-SHA512), its key split among holders. The group is libsodium's."""
