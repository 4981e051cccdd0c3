"""Learners who mark what they see, and what the reference says of it."""
