"""Several leads of one heart, analysed together."""
