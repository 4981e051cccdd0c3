"""What the pane of the race of samplers is put together from."""
