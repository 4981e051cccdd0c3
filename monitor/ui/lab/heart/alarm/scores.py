"""The three scores of a heartbeat, counted as those that were measured, and beats kept by their kind."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.heartbeats.usual import LEAST_ERROR
from monitor.ui.lab.heart.patient import Before, Patient
from monitor.ui.lab.heart.reader import LandedBeat

KINDS = ("N", "V", "S")
"""Kinds of beats that can be asked for: normal, ventricular, supraventricular."""

KEPT = 60
"""Latest beats of a kind that can be gone back to."""


def scores_of(mean: npt.NDArray[np.floating], error: float, usual: Before) -> dict[str, float]:
    """Score a beat.

    Parameters
    ----------
    mean : ndarray, shape (2,)
        The middle of its cloud.
    error : float
        The share of it that is not redrawn.
    usual : tuple
        What was usual for the patient before it.

    Returns
    -------
    dict of str to float
        By name, those of `models.digits.alarm.SCORES` that can be told: ``error`` always, ``against_usual``
        and ``far`` once it is known what is usual.
    """
    place, log = usual
    found = {"error": float(error)}
    if place is not None and log is not None:
        found["against_usual"] = float(np.exp(np.log(error + LEAST_ERROR) - log))
        found["far"] = float(np.linalg.norm(mean - place))
    return found


@dataclass(frozen=True, eq=False)
class ScoredBeat:
    """A beat in one lead.

    Attributes
    ----------
    kind : str
        One of `KINDS`, by the record's word or else the monitor's; empty where neither gives one of them.
    aami, told : str
        Class of the reference beat, and what the monitor takes it for, as in `LandedBeat`.
    shape, redrawn : ndarray, shape (ROWS,)
        In the beat's own sizes.
    scores : dict of str to float
        As `scores_of` gives them.
    """

    kind: str
    aami: str
    told: str
    shape: npt.NDArray[np.float32]
    redrawn: npt.NDArray[np.float32]
    scores: dict[str, float]


class Heard:
    """Beats of one source, by their kind, the newest last.

    Parameters
    ----------
    leads : tuple of str
        Its leads, in the order in which a beat has them.
    lead : int
        The one whose beats are scored.
    """

    def __init__(self, leads: tuple[str, ...] = (), lead: int = 0) -> None:
        self.lead = lead
        self.patient = Patient(leads)
        self.beats: dict[str, deque[ScoredBeat]] = {kind: deque(maxlen=KEPT) for kind in KINDS}

    def take(self, beat: LandedBeat) -> None:
        """Take the next beat; one that has no shape in the lead only counts in what is usual."""
        self.patient.take(beat)
        shape, found = beat.shapes.shape[self.lead], beat.landings
        if not np.isfinite(shape).all():
            return
        word = beat.aami or beat.kind
        kind = word if word in KINDS else ""
        usual = self.patient.before(self.lead)
        scores = scores_of(found.mean[self.lead], float(found.error[self.lead]), usual)
        if kind:
            redrawn = found.redrawn[self.lead]
            self.beats[kind].append(ScoredBeat(kind, beat.aami, beat.kind, shape, redrawn, scores))
