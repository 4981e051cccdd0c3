"""The commands that show what the models say of recordings, and judge it."""
