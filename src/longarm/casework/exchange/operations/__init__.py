"""Joint operations on this node: begun or joined, what is put on the board, to whom it goes, what came from the others."""
