"""What the law says, on a date: dated and sourced facts, what binds states, where a warrant reaches, which paths are open."""
