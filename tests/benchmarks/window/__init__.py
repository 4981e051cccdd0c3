"""What the window costs, and what it does to others."""
