"""Reports in escrow at a node: wished for by the complainant, lodged at the hub, opened by the holders with those of others."""
