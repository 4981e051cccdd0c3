"""Whether what flashes or moves of itself stands still: one wish for the whole application.

What the user starts, such as a film in the digit lab, moves; so do the traces, which are what is watched.
"""

from __future__ import annotations

_still = False


def still() -> bool:
    """Whether nothing is to flash or move of itself."""
    return _still


def set_still(on: bool) -> None:
    """Let nothing flash or move of itself, or let it again."""
    global _still
    _still = on
