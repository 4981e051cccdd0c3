"""What the window may ask for, by name."""

from __future__ import annotations

from collections.abc import Callable

from training.digits.live import uses, vae, without
from training.digits.live.link import Link, Message

JOBS: dict[str, Callable[[Message, Link], None]] = {"vae": vae.run, "without": without.run, "uses": uses.run}
"""Each takes its request and the link over which it tells of its progress."""
