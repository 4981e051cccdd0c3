"""Work beside the window, and in its own thread piece by piece."""
