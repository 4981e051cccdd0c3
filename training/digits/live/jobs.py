"""What the window may ask for, by name."""

from __future__ import annotations

from collections.abc import Callable

from training.digits.live import vae
from training.digits.live.link import Link, Message

JOBS: dict[str, Callable[[Message, Link], None]] = {"vae": vae.run}
"""Each takes its request and the link over which it tells of its progress."""
