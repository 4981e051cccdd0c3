"""How far a lead's signal can be believed: good, doubtful or unusable, and what disturbs it."""
