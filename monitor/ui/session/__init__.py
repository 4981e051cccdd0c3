"""A record being watched: the stream, its analysis in a thread of its own, its alerts."""
