"""What the program keeps and can no longer use gets another name: nothing is lost, and a new one begins."""

from __future__ import annotations

import os
import time
from pathlib import Path


def set_aside(path: Path) -> Path:
    """Give a file, or whatever else bears its name, a name under which nobody looks for it.

    Parameters
    ----------
    path : Path
        The file; it is not opened.

    Returns
    -------
    Path
        Where it lies now, in the same folder: its name, ``unusable`` and the second of this moment.

    Raises
    ------
    OSError
        If it cannot be renamed.
    """
    name = f"{path.name}.unusable-{int(time.time())}"
    aside, number = path.with_name(name), 1
    while os.path.lexists(aside):  # set aside twice in a second: a rename would replace the first
        number += 1
        aside = path.with_name(f"{name}-{number}")
    path.rename(aside)
    return aside
