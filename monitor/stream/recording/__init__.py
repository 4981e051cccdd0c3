"""What a recording is made of: its segments, and the labels beside them."""
