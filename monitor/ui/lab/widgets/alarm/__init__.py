"""An alarm on a score: two heaps, a threshold to drag, and what it is worth."""
