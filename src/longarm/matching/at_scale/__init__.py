"""The same features and weights where one machine does not hold the cases: as a model that Splink runs on DuckDB or Spark."""
