"""One picture at a time: matplotlib is not made for several threads at once."""

from threading import Lock

DRAWING = Lock()
"""Held by whoever draws with matplotlib in a thread of its own."""
