"""Studies of the digit lab: each fits what it needs, measures it, and writes what the lab shows of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assets.databases.mnist import Mnist

STUDIES: dict[str, str] = {
    "codes": "training.digits.figures.codes_study:study",
    "diffusion": "training.digits.diffusion.study:study",
    "memory": "training.digits.figures.memory:study",
    "likelihood": "training.digits.figures.likelihood:study",
    "unseen": "training.digits.figures.unseen:study",
    "vlae": "training.digits.lossy.study:study",
    "samplers": "training.digits.sampling.study:study",
}
"""Name on the command line: the function that does it, ``module:function``, called as `study` says."""


@dataclass(frozen=True)
class Study:
    """What a study found.

    Attributes
    ----------
    json : dict
        Every figure, as JSON.
    markdown : str
        The same as tables for the file of results.
    """

    json: dict[str, Any]
    markdown: str


def study(name: str, mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Callable[[str], None]) -> Study:
    """Do one of the studies.

    Parameters
    ----------
    name : str
        One of `STUDIES`.
    mnist : Mnist
        Images.
    out : Path
        Folder for weights and figures; what is already fitted there with this seed is taken as it is.
    seed : int
        Same seed, same figures.
    fresh : bool
        Fit anew, whatever is in the folder.
    say : callable
        Called with a sentence as the work goes on.

    Returns
    -------
    Study

    Raises
    ------
    ValueError
        If there is no such study, a fit runs away, or weights are missing or damaged.
    OSError
        If a file cannot be written.
    """
    if name not in STUDIES:
        raise ValueError(f"There is no study {name!r}; there are {', '.join(STUDIES) or 'none'}.")
    module, _, function = STUDIES[name].partition(":")
    done: Study = getattr(importlib.import_module(module), function)(
        mnist, out, seed=seed, fresh=fresh, say=say
    )
    return done
