"""What the lab's heartbeats are put together from: where they come from, and how they are drawn."""
