"""What raises alerts: each watcher waits for one thing, and tells of it from its beginning to its end."""
