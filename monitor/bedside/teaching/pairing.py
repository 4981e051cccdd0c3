"""Marks and beats paired one to one: the same rule for a learner and for a detector.

A detection belongs to a reference beat no farther away than `models.judging.reference.MATCH_S` (150 ms,
ANSI/AAMI EC57:2012, 4.3.1). A key is pressed after the beat was seen, so for a press the window reaches
`LATENCY_S` farther on; a click on a strip has no such delay, and no such allowance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from models.judging.reference import MATCH_S
from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.truth import Truth

LATENCY_S = 1.0
"""So much later than the beat a key may be pressed, s.

Choice reactions of practised adults take 0.3 to 0.6 s (Woods DL et al., Front Hum Neurosci 9:193, 2015), and
the width of a beat is seen only when it is over.
"""


@dataclass(frozen=True)
class Pairs:
    """Marks that belong to beats, and what is left of both.

    Attributes
    ----------
    hits : tuple of (int, int)
        Beat and mark, samples, in the order of time.
    missed : tuple of int
        Beats without a mark.
    false : tuple of int
        Marks without a beat.
    fs : float
        Rate, Hz.
    """

    hits: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    false: tuple[int, ...]
    fs: float

    @property
    def sensitivity(self) -> float | None:
        """Share of the beats that were marked (Se); None where there was none."""
        beats = len(self.hits) + len(self.missed)
        return len(self.hits) / beats if beats else None

    @property
    def predictivity(self) -> float | None:
        """Share of the marks that were right (+P); None where there was none."""
        marks = len(self.hits) + len(self.false)
        return len(self.hits) / marks if marks else None

    @property
    def latency_s(self) -> float | None:
        """Median time from a beat to its mark, s."""
        return median((mark - beat) / self.fs for beat, mark in self.hits) if self.hits else None


def pair(
    beats: Iterable[int],
    marks: Iterable[int],
    fs: float,
    *,
    late_s: float = 0.0,
    neutral: Iterable[int] = (),
    spans: Sequence[tuple[int, int]] = (),
) -> Pairs:
    """Pair as many marks with beats as can be, each one once.

    Parameters
    ----------
    beats, marks : iterable of int
        Samples, in any order.
    fs : float
        Rate, Hz.
    late_s : float
        So much farther the window reaches after a beat, s.
    neutral : iterable of int
        Beats that are no matter either way: a mark that belongs to one of these and to no other is left out.
    spans : sequence of (int, int)
        Stretches in which marks and beats are left out.

    Returns
    -------
    Pairs
        The largest number of pairs there can be: all windows are equally long, so that giving each mark, in
        the order of time, the earliest beat that is left in reach cannot be bettered.
    """

    def apart(at: int) -> bool:
        return any(first <= at <= last for first, last in spans)

    before, after = round(MATCH_S * fs), round((MATCH_S + late_s) * fs)
    left = sorted(at for at in beats if not apart(at))
    aside = sorted(neutral)
    hits, missed, over = [], [], []
    for mark in sorted(at for at in marks if not apart(at)):
        while left and left[0] + after < mark:
            missed.append(left.pop(0))
        if left and left[0] - before <= mark:
            hits.append((left.pop(0), mark))
        else:
            over.append(mark)
    false = []
    for mark in over:
        while aside and aside[0] + after < mark:
            aside.pop(0)
        if aside and aside[0] - before <= mark:
            aside.pop(0)
        else:
            false.append(mark)
    return Pairs(tuple(hits), (*missed, *left), tuple(false), fs)


def learner_pairs(truth: Truth, marks: Iterable[Mark]) -> Pairs:
    """Pair a learner's marks with a stretch's ectopic beats: clicks first, then keys with what is left."""
    inside = [mark for mark in marks if truth.start <= mark.sample < truth.stop]
    spans = [(int(first), int(last)) for first, last in truth.flutter]
    clicks = pair(
        truth.ectopic.tolist(),
        [mark.sample for mark in inside if mark.clicked],
        truth.fs,
        neutral=truth.neutral.tolist(),
        spans=spans,
    )
    keys = pair(
        clicks.missed,
        [mark.sample for mark in inside if not mark.clicked],
        truth.fs,
        late_s=LATENCY_S,
        neutral=truth.neutral.tolist(),
        spans=spans,
    )
    hits, false = sorted((*clicks.hits, *keys.hits)), sorted((*clicks.false, *keys.false))
    return Pairs(tuple(hits), keys.missed, tuple(false), truth.fs)


def detector_pairs(truth: Truth, found: Iterable[int]) -> Pairs:
    """Pair the beats that a detector calls ventricular (R peaks, samples) with those of a stretch."""
    inside = [at for at in found if truth.start <= at < truth.stop]
    spans = [(int(first), int(last)) for first, last in truth.flutter]
    return pair(truth.ectopic.tolist(), inside, truth.fs, neutral=truth.neutral.tolist(), spans=spans)
