"""The mathematics: the causal signal front end, the networks, their scores, and weights in and out.

Its public face (`models.library`) is at hand by these names; each is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.library.account import Account as Account
    from models.library.picture import plot as plot
    from models.library.watch import Step as Step
    from models.library.watch import Watch as Watch
    from models.library.watch import open_source as open_source

_FACE = {
    "Account": "account",
    "Step": "watch",
    "Watch": "watch",
    "open_source": "watch",
    "plot": "picture",
}
"""Where each name lies in `models.library`."""

__all__ = ["Account", "Step", "Watch", "open_source", "plot"]


def __getattr__(name: str) -> Any:
    if name not in _FACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"models.library.{_FACE[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_FACE})
