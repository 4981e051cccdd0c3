"""What the cards of all the monitor's networks say alike: what they were fitted on, how, and how well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models.signal.version import FRONTEND_ID
from models.weights.file import history


@dataclass(frozen=True, kw_only=True)
class FitCard:
    """What a weights file says of its fit; each kind's card adds what the program goes by.

    Attributes
    ----------
    records : tuple of str
        Records that it was fitted on.
    seed : int
        Seed of the fit.
    versions : mapping of str to str
        Versions of the libraries that fitted it.
    metrics : mapping of str to float
        Figures measured at the time of the fit, on patients that it had not seen unless their name says so.
    frontend : str
        Front end it was fitted behind.
    """

    records: tuple[str, ...] = ()
    seed: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)
    frontend: str = FRONTEND_ID


def of_fit(given: Mapping[str, Any]) -> dict[str, Any]:
    """Read the fields of `FitCard`, each of its type; the front end is checked before and left out.

    Raises
    ------
    KeyError, TypeError, ValueError, AttributeError, OverflowError
        If one is missing or of another type; `models.weights.file.reading_card` makes a sentence of it.
    """
    return {"records": tuple(str(r) for r in given["records"]), **history(given)}
