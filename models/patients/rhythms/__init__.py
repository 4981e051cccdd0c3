"""What rhythm does: one generator of steps a kind."""
