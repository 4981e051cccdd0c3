"""The rhythm of one heart as a stream: what each beat's moment says of it, and the states that go on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.beats.scores import BeatScores
from models.rhythm.dropped import Dropped
from models.rhythm.evidence import EVIDENCE, Evidence
from models.rhythm.flutter import Flutter, Look
from models.rhythm.irregular import IRREGULARITY, Irregularity
from models.rhythm.states import Irregular, Ledger, Ruling
from models.rhythm.turns import Turns
from models.rhythm.weights import RHYTHM, TrainedRhythm
from models.rhythm.windows import Windows
from models.signal.frontend import FrontEndRows
from models.signal.states import State

NO_WAVE = 0.0
"""Below this log ratio the signal before the R peaks has less in common than not: no P wave is seen."""

P_ALIKE, ON_TIME = 0.85, 0.5
"""Where beats drop out (`models.rhythm.dropped`), one whose signal before R correlates so well with the usual
one was conducted in time: no more is said for its being early, in units of the alert's threshold. Of the 4058
S beats of ordinary shape that came earlier than the one before, in the first leads of DS1 and half of the
Supraventricular Database, 21 are taken for such ones, which takes away 7 of some 3400 true alerts."""

_P_LIKE = EVIDENCE.index("p_like")


class RhythmStream:
    """Judges classified beats by their moments; the same however the stream is cut, and without delay.

    Parameters
    ----------
    fs : float
        Rate of the source, Hz.
    trained : TrainedRhythm, optional
        Weights with their card; the shipped ones if left out.
    leads : int
        How many leads of the heart there are.
    """

    def __init__(self, fs: float, trained: TrainedRhythm | None = None, *, leads: int = 1) -> None:
        self._trained = trained if trained is not None else RHYTHM.shipped()
        self._windows = Windows(fs)
        self._evidence, self._irregularity, self._dropped = Evidence(), Irregularity(), Dropped()
        self._irregular, self._turns, self._flutter = Irregular(), Turns(), Flutter(leads)
        self._ledger = Ledger()
        self._fluttering = Ruling(None, 0)

    def reset(self) -> None:
        """Forget the stream and the patient."""
        for part in (self._windows, self._evidence, self._irregularity, self._dropped):
            part.reset()
        for decided in (self._irregular, self._turns, self._flutter, self._ledger):
            decided.reset()
        self._fluttering = Ruling(None, 0)

    def learn_from(self, other: RhythmStream) -> None:
        """Take over the usual signal of the same patient; nothing of the stream."""
        self._evidence.learn_from(other._evidence)

    def push(
        self, rows: FrontEndRows, beats: BeatScores, others: Sequence[FrontEndRows] = ()
    ) -> tuple[BeatScores, tuple[State, ...]]:
        """Take the next rows of the front end, and the beats that were classified when they came.

        P waves are looked for in `rows`; `others` are those of the other leads, in step with them.

        Returns
        -------
        beats : BeatScores
            The same, with `BeatScores.supraventricular`.
        states : tuple of State
            States that ended, and last the one that goes on.
        """
        self._windows.push(rows)
        looks = self._flutter.push([rows, *others])
        known = np.full(len(beats), np.nan, dtype=np.float32)
        ended: list[State] = []
        for i in range(len(beats)):
            # What is known on arrival of the same sample is taken in one order, however the stream is cut.
            while looks and looks[0].emitted <= beats.emitted[i]:
                ended += self._take(looks.pop(0))
            evidence = self._evidence.take(self._windows, beats, i)
            on_time = self._dropped.take(float(beats.rr_s[i])) and evidence[_P_LIKE] >= P_ALIKE
            score = float(beats.score[i])
            if math.isfinite(score):
                said = self._supraventricular(evidence, ectopic=score >= 1)
                known[i] = min(said, ON_TIME) if on_time else said
            self._look(beats, i)
            r_peak, emitted = int(beats.index[i]), int(beats.emitted[i])
            if self._fluttering.kind is None:  # else there are no beats to take turns
                self._turns.take(r_peak, ectopic=score >= 1 and not known[i] >= 1)
                ended += self._ledger.take(self._ruling(), r_peak, emitted)
        for look in looks:
            ended += self._take(look)
        self._windows.forget()
        if len(beats):
            beats = replace(beats, supraventricular=known)
        return beats, (*ended, *self._ledger.open)

    def _take(self, look: Look) -> list[State]:
        """Take what was found of flutter as of a row; what else goes on then goes on after it."""
        was, self._fluttering = self._fluttering, look.ruling
        if look.ruling.kind is None and was.kind is None:
            return []
        if was.kind is None:
            self._turns.reset()
        ended = self._ledger.take(look.ruling, look.index, look.emitted)
        if look.ruling.kind is None:
            ended += self._ledger.take(self._ruling(), look.index, look.emitted)
        return ended

    def _ruling(self) -> Ruling:
        """What is the case: flutter, else an irregular rhythm, in which turns are chance."""
        if self._fluttering.kind is not None:
            return self._fluttering
        irregular, turns = self._irregular.ruling, self._turns.ruling
        if irregular.kind is not None:
            return irregular
        return turns if turns.kind is not None else Ruling(None, max(irregular.since, turns.since))

    def _supraventricular(self, evidence: npt.NDArray[np.float64], *, ectopic: bool) -> float:
        n, s, v = self._trained.network.logits(evidence).tolist()
        card = self._trained.card
        said = _share(s, n) / card.premature
        return min(said, _share(s, v) / card.narrow) if ectopic else said

    def _look(self, beats: BeatScores, i: int) -> None:
        measured = self._irregularity.take(self._windows, beats, i)
        if measured is not None:
            odds = self._trained.network.irregular(measured)
            since = self._irregularity.since if math.isfinite(odds) else 0
            self._irregular.take(odds, since, _why(measured))


def _share(one: float, other: float) -> float:
    """Probability of the one, of the two, by their log odds."""
    return 1 / (1 + math.exp(min(max(other - one, -50.0), 50.0)))


def _why(measured: npt.NDArray[np.float64]) -> str:
    """Say what speaks for an irregular rhythm."""
    known = dict(zip(IRREGULARITY, measured.tolist(), strict=True))
    if not np.isfinite(measured).all():
        return ""
    wave = phrase("no P wave seen") if known["p_same"] < NO_WAVE else phrase("a P wave is seen")
    change = 100 * math.exp(known["change"])
    return phrase("RR varies by {change:.0f} % from beat to beat, {wave}", change=change, wave=wave)
