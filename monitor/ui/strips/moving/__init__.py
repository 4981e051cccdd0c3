"""Moving along the time axis by hand: zooming, and looking back while paused."""
