"""What was watched, compared with the annotations: by the rule of the evaluation (`models.judging`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from assets.records.record import Annotations
from models.alerts.events import Event
from models.alerts.kinds import Claim, Kind
from models.judging.alerts import COVERING, covered, is_true
from models.judging.reference import Reference
from models.judging.tally import AlertCounts, Tally, assessed_in, tally
from monitor.stream.past.stretches import Stretch

EARLY = tuple(kind for kind in Kind if kind.claim is Claim.EARLY)
"""Kinds of alert about supraventricular beats."""

ECTOPIC = tuple(kind for kind in Kind if kind.claim in COVERING and kind not in EARLY)
"""Kinds of alert about other beats."""

COMPARED = ("S", "V")
"""Classes of beats that are missed where no alert covers them."""


class Verdict(StrEnum):
    """What the annotations say of an alert, or of a beat without one."""

    HIT = "true"
    FALSE = "false"
    MISSED = "missed"


@dataclass(frozen=True)
class Compared:
    """What was watched so far, compared.

    Attributes
    ----------
    tally : Tally
        Alerts and beats, counted.
    missed : ndarray of int64, shape (n,)
        Beats of class S or V that no alert covers, samples.
    """

    tally: Tally
    missed: npt.NDArray[np.int64]

    @property
    def ectopic(self) -> AlertCounts:
        """Alerts about ectopic beats."""
        return self.tally.of(ECTOPIC)

    @property
    def early(self) -> AlertCounts:
        """Alerts about premature beats."""
        return self.tally.of(EARLY)


class Comparison:
    """Alerts held against a source's annotations, as far as these are known.

    Parameters
    ----------
    notes : Annotations
        The reference, in the source's samples; what lies in samples not yet analysed is not looked at.
    fs : float
        Sampling frequency, Hz.
    n_samples : int
        Where the source, or what is known of it, ends.
    """

    def __init__(self, notes: Annotations, fs: float, n_samples: int) -> None:
        self._reference = Reference.of(notes, fs, n_samples)

    def verdict(self, alert: Event) -> Verdict | None:
        """Whether an alert is a hit or false; None for one that is about the signal, or none yet."""
        if alert.kind.claim is Claim.NOTHING:
            return None
        return Verdict.HIT if is_true(alert, self._reference) else Verdict.FALSE

    def compare(self, alerts: Sequence[Event], analysed: Iterable[Stretch]) -> Compared:
        """Count alerts and beats of the stretches that were analysed.

        Unlike the evaluation it counts the first five minutes too, in which the analysis gets to know the
        patient: this is what was seen.
        """
        spans = np.array([(s.start, s.stop) for s in analysed], dtype=np.int64).reshape(-1, 2)
        counted = assessed_in(self._reference, spans)
        kinds = np.isin(self._reference.aami, COMPARED)
        missed = counted & kinds & ~covered(alerts, self._reference)
        return Compared(tally(self._reference, alerts, counted, spans), self._reference.beats[missed])
