"""Processes of our own: started with the packages found here, and never with a module of the current folder.

Whoever opens somebody's recordings may stand in a folder that holds a ``numpy.py``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parents[2]


def python(*arguments: str) -> list[str]:
    """Command of a Python process of our own: this interpreter, without the current folder on its path."""
    return [sys.executable, "-P", *arguments]


def search_path() -> str:
    """``PYTHONPATH`` of such a process: ours, then where this one finds modules but the current folder."""
    here, current = str(_HERE), Path.cwd().resolve()
    others = [p for p in sys.path if p and Path(p).resolve() not in (current, _HERE)]
    return os.pathsep.join([here, *others])
