"""What plots are made of: curves, a clock axis, pens."""
