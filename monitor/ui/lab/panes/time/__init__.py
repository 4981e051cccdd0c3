"""Networks that remember."""
