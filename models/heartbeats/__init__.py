"""Single heartbeats as the digit lab sees digits: one shape each, on a map of two numbers."""
