"""What every fit stands on: the loop, its checkpoint, its progress, and that it can be stopped."""
