"""What the race of samplers needs fitted, and the study that measures it."""
