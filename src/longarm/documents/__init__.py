"""Documents: what a path needs on paper, drafted from the case; a lawyer or officer decides and signs."""
