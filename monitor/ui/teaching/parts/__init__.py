"""What the panes are put together from."""
