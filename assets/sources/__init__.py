"""Sources: whatever hands out samples, under one name and one shape."""
