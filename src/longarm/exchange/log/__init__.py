"""An append-only log as a Merkle tree (RFC 9162, sections 2.1.1 to 2.1.4, the same hashes as RFC 6962), and its signed heads."""
