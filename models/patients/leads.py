"""From the heart's dipole to leads: nine electrodes, and the leads between them.

The dipole gives the twelve standard leads by Dower's matrix (Dower, Machado and Osborne, "On deriving the
electrocardiogram from vectorcardiographic leads", Clin. Cardiol. 3:87–95, 1980). What disturbs a lead arises
at its electrodes, so that Einthoven's law holds for all that is seen: I + III = II.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.phrase import listed, phrase

ELECTRODES = ("RA", "LA", "LL", "V1", "V2", "V3", "V4", "V5", "V6")

TWELVE = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
"""The standard leads."""

SETS = {
    "1": ("II",),
    "3": ("II", "I", "III"),
    "5": ("II", "V1", "I", "III", "aVR", "aVL", "aVF"),
    "12": TWELVE,
}
"""The leads of a cable, by the number of its electrodes (12: of its leads), and II alone for 1. Monitors show
II at the top; where one lead is looked at alone, it is the first."""

_DOWER = {
    "I": (0.632, -0.235, 0.059),
    "II": (0.235, 1.066, -0.132),
    "V1": (-0.515, 0.157, -0.917),
    "V2": (0.044, 0.164, -1.387),
    "V3": (0.882, 0.098, -1.277),
    "V4": (1.213, 0.127, -0.601),
    "V5": (1.125, 0.127, -0.086),
    "V6": (0.831, 0.076, 0.230),
}


def named_leads(text: str) -> tuple[str, ...]:
    """Give the leads of a cable (``1``, ``3``, ``5``, ``12``), or those that are named (``II,V1,V5``).

    Raises
    ------
    RecordError
        If there are no such leads, or one is named twice.
    """
    if text in SETS:
        return SETS[text]
    known = {name.casefold(): name for name in TWELVE}
    names = [known.get(part.strip().casefold(), "") for part in text.split(",")]
    if "" in names or len(set(names)) < len(names):
        raise RecordError(
            phrase(
                "A patient's leads are {names}, or some of {leads} with commas between, each "
                "once, not {text!r}.",
                names=listed(SETS),
                leads=listed(TWELVE),
                text=text,
            )
        )
    return tuple(names)


def of_dipole(leads: tuple[str, ...]) -> npt.NDArray[np.float64]:
    """Give the matrix that takes the dipole to these leads, shape (3, leads)."""
    rows = {name: np.array(row) for name, row in _DOWER.items()}
    one, two = rows["I"], rows["II"]
    rows |= {"III": two - one, "aVR": -(one + two) / 2, "aVL": one - two / 2, "aVF": two - one / 2}
    return np.stack([rows[name] for name in leads], axis=1)


def of_electrodes(leads: tuple[str, ...]) -> npt.NDArray[np.float64]:
    """Give the matrix that takes what arises at `ELECTRODES` to these leads, shape (9, leads)."""
    at = dict(zip(ELECTRODES, np.eye(len(ELECTRODES)), strict=True))
    right, left, foot = at["RA"], at["LA"], at["LL"]
    centre = (right + left + foot) / 3
    rows = {
        "I": left - right,
        "II": foot - right,
        "III": foot - left,
        "aVR": right - (left + foot) / 2,
        "aVL": left - (right + foot) / 2,
        "aVF": foot - (right + left) / 2,
        **{name: at[name] - centre for name in ELECTRODES[3:]},
    }
    return np.stack([rows[name] for name in leads], axis=1)
