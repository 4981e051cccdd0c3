"""The review of an alert."""
