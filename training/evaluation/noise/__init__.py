"""The noise-stress test: real noise of a known ratio mixed into records, and what becomes of the alerts."""
