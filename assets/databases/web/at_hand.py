"""Whether the network may be asked: a program that starts shows what is on this computer, and waits for none.

Apart from `transfer`, whose libraries take a tenth of a second to import.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

_AT_HAND_ONLY: ContextVar[bool] = ContextVar("at_hand_only", default=False)


@contextlib.contextmanager
def at_hand_only() -> Iterator[None]:
    """Ask nothing of the network in this thread meanwhile: what is not on this computer is refused."""
    token = _AT_HAND_ONLY.set(True)
    try:
        yield
    finally:
        _AT_HAND_ONLY.reset(token)


def may_ask() -> bool:
    """Whether this thread may ask the network for something."""
    return not _AT_HAND_ONLY.get()
