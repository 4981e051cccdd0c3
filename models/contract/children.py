"""Processes of our own: started with the packages found here, and never with a module of the current folder.

Whoever opens somebody's recordings may stand in a folder that holds a ``numpy.py``.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parents[2]


def python(*arguments: str) -> list[str]:
    """Command of a Python process of our own: this interpreter, without the current folder on its path."""
    return [sys.executable, "-P", *arguments]


def installed(name: str) -> Path:
    """Where a command of ours lies that was installed with this interpreter; a bundle is its own command."""
    program = Path(sys.executable)
    return program if getattr(sys, "frozen", False) else program.with_name(name)


def search_path() -> str:
    """``PYTHONPATH`` of such a process: ours, then where this one finds modules but the current folder.

    A relative entry lies within the current folder and is left out with it.
    """
    left_out = {_HERE}
    with contextlib.suppress(FileNotFoundError):  # the current folder may have been deleted
        left_out.add(Path.cwd())
    others = [p for p in sys.path if Path(p).is_absolute() and Path(p).resolve() not in left_out]
    return os.pathsep.join([str(_HERE), *others])
