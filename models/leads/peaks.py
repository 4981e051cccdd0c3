"""R peaks by the vote of several leads: a beat is one beat, whichever leads see it.

The QRS network gives log odds a lead and step. Their weighted mean is treated as the log odds of one lead are
(`models.beats.qrs.peaks`), so that what one lead alone takes for a beat is none if the others are sure that
there is none. Each lead then says where its own R peak lies.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.beats.qrs.peaks import AFTER_S, BEFORE_S, Beats, Locator, StepPicker
from models.beats.qrs.weights import ROWS_A_STEP
from models.signal.frontend import MODEL_FS
from models.signal.latest import Latest

FIRST = 0.65
"""Share of the first lead where all are as certain: it is the one that was chosen to be seen best. Alone it
misses fewer beats of DS1 and of the half of the Supraventricular Database at hand than the second."""

CERTAINTY_S = 10.0
"""Time constant over which a lead's certainty, the mean distance of its log odds from 0, is taken, s."""

CERTAINTY_POWER = 3
"""The weight of a lead grows with so high a power of its certainty."""

CERTAINTY_AT_START = 3.0
"""Certainty of a lead before anything is known of it."""

LEAST_CERTAINTY = 0.05
"""No lead is less certain than this: one that comes back is heard again within seconds."""

STILL_S, STILL_MV = 0.3, 0.03
"""A lead that has ranged over less than so many mV for so many s has no vote: it may have fallen off, and
would be certain that there is no beat. 0.03 mV is what an amplifier may have of noise (IEC 60601-2-27)."""


class LeadVote:
    """Weighs the log odds of several leads; the same however the stream is cut.

    Parameters
    ----------
    leads : int
        How many there are, the first one the foremost.
    lookahead : int
        Steps by which the log odds lag behind the R peak.
    """

    def __init__(self, leads: int, lookahead: int) -> None:
        others = max(1, leads - 1)
        self._prior = [FIRST] + [(1 - FIRST) / others] * (leads - 1)
        self._since_gap = ROWS_A_STEP * (lookahead + 1)
        self._still = round(STILL_S * MODEL_FS)
        self._back = np.arange(max(self._still, self._since_gap))
        self._fading = 1 - 1 / (CERTAINTY_S * MODEL_FS / ROWS_A_STEP)
        self._kept = len(self._back) + ROWS_A_STEP
        self._rows = Latest(leads, self._kept, np.nan, np.float64)
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._certainty = [CERTAINTY_AT_START] * len(self._prior)  # of each lead, a running mean
        self._rows.reset()
        self._n_rows = 0

    def push(self, value: npt.NDArray[np.floating], odds: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Take the next rows, and the log odds of the steps that they complete.

        Parameters
        ----------
        value : ndarray of float, shape (leads, n)
            `FrontEndRows.value`, mV; NaN is a gap.
        odds : ndarray of float32, shape (leads, k)

        Returns
        -------
        ndarray of float32, shape (k,)
            The log odds by all leads that have a vote; by all of them where none has.
        """
        first = self._kept - self._n_rows % ROWS_A_STEP  # of the rows of the first step
        rows = self._rows.extend(value)
        self._n_rows += value.shape[1]
        if not odds.shape[1]:
            return np.zeros(0, dtype=np.float32)
        ends = first + ROWS_A_STEP * (np.arange(odds.shape[1]) + 1)
        votes = self._votes(rows, ends).T.tolist()
        said = odds.T.astype(np.float64).tolist()
        return np.array([self._fused(*step) for step in zip(said, votes, strict=True)], dtype=np.float32)

    def _fused(self, said: list[float], votes: list[bool]) -> float:
        """Give the log odds by all leads at the next step, from each lead's.

        In plain numbers, lead by lead: of two or three leads arrays cost more than they save.
        """
        heard = any(votes)
        total = mean = 0.0
        for lead, (prior, own, has_vote) in enumerate(zip(self._prior, said, votes, strict=True)):
            sure = self._fading * self._certainty[lead] + (1 - self._fading) * abs(own) * has_vote
            self._certainty[lead] = sure
            weight = prior * max(sure, LEAST_CERTAINTY) ** CERTAINTY_POWER * has_vote if heard else prior
            total += weight
            mean += weight * own
        return mean / total

    def _votes(self, rows: npt.NDArray[np.floating], ends: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Whether each lead has a vote at the steps that are complete before these rows."""
        near = rows[:, ends[:, None] - 1 - self._back]
        late = near[:, :, : self._still]
        moves = late.max(axis=2) - late.min(axis=2) > STILL_MV  # never where a row is missing
        whole = np.isfinite(near).all(axis=2) if self._since_gap > self._still else moves
        return np.asarray(whole & moves)


class FusedPeaks:
    """From the log odds of several leads to the beats that they agree on.

    Parameters
    ----------
    fs : float
        Source rate, Hz.
    leads : int
        How many leads there are.
    lookahead : int
        Steps by which the log odds lag behind the R peak (`models.beats.qrs.weights.QrsConfig.lookahead`).
    """

    APART_S = (BEFORE_S + AFTER_S) + 2 / MODEL_FS
    """The R peaks of one beat in two leads are never farther apart, s."""

    def __init__(self, fs: float, leads: int, lookahead: int) -> None:
        self._vote = LeadVote(leads, lookahead)
        self._picker = StepPicker(lookahead)
        self._locators = [Locator(fs, lookahead, self._picker.wait) for _ in range(leads)]
        self.reset()

    def reset(self) -> None:
        """Forget the stream and the patient: the next row is row 0."""
        self._n_rows = 0
        self._vote.reset()
        self._picker.reset()
        for locator in self._locators:
            locator.reset()

    def push(
        self,
        value: npt.NDArray[np.floating],
        emitted: npt.NDArray[np.int64],
        odds: npt.NDArray[np.float32],
    ) -> list[Beats]:
        """Take the next rows of all leads and the log odds of the steps that they complete.

        Parameters
        ----------
        value : ndarray of float, shape (leads, n)
            `FrontEndRows.value`, mV; NaN is a gap.
        emitted : ndarray of int64, shape (n,)
            Source sample on whose arrival each row came out.
        odds : ndarray of float32, shape (leads, k)

        Returns
        -------
        list of Beats, length leads
            The same beats for each lead, each with the lead's own R peak; where a lead shows none, that of
            the first lead that does.
        """
        for locator, own in zip(self._locators, value, strict=True):
            locator.take(own)
        found: list[list[tuple[int, int, float]]] = [[] for _ in self._locators]
        fused = odds[0] if len(odds) == 1 else self._vote.push(value, odds)
        for row, complete, accept in self._picker.push(fused):
            peaks = [locator.find(row) for locator in self._locators]
            first = next((peak for peak in peaks if peak is not None), None)
            if first is None:
                continue
            accept()
            when = int(emitted[complete - self._n_rows])
            for beats, peak in zip(found, peaks, strict=True):
                beats.append((first[0], when, 0.0) if peak is None else (peak[0], when, peak[1]))
        self._n_rows += len(emitted)
        return [Beats.of(beats) for beats in found]
