"""What a patient's own beats have looked like: a template, and single beats to compare with.

Two things are learnt side by side, beat by beat. The *template* is the median of the more ordinary half of
the latest beats, ordinary being what the beat autoencoder, which knows many patients, finds so; without it a
bigeminy's ectopic beats would pull the median. Several hundred single beats are *kept*, and a beat is as
unusual as its distance from the nearest few of them, to which is added how unusual those are themselves. A
patient with two forms of normal beats is thus known by both, and an ectopic form stays unusual however often
it comes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from models.beats.autoencoder import BeatAutoencoderConfig
from models.signal.median import median

SHIFT_ROWS = 4
"""A beat is laid over the template by moving it up to so many rows to either side."""

REFRESH_BEATS = 4
"""The template is worked out anew after so many beats."""

FEWEST_BEATS = 8
"""No beat is classified before so many have been seen."""

TEMPLATE_BEATS = 192
"""The template is taken from so many latest beats."""

KEPT_BEATS = 512
"""Latest beats that are kept."""

NEIGHBOURS = 10
"""A beat's distance is that from the neighbour of this rank (or of a tenth of the kept beats, while these are
few): a form must have been seen about so often to count as the patient's own."""

STRANGENESS = 1.0
"""Weight of a neighbour's own excess error, in patient amplitudes a nat."""

LEAST_AMPLITUDE_MV = 0.05
"""The template's standard deviation is taken to be no less than this, mV."""

LEAST_DISTANCE = 0.02
"""Added to a distance before its logarithm is taken, in patient amplitudes: noise that is always there."""

QRS_ROWS, QUIET_ROWS = 14, 12
"""The QRS complex lies within the first, and outside the second there is none, rows about the R peak."""

Array = npt.NDArray[np.float64]


def of_length_one(beats: Array) -> Array:
    """Beats, shape (n, rows), each divided by its length, so that their products are correlations."""
    return np.asarray(beats / (np.sqrt((beats**2).sum(axis=1, keepdims=True)) + 1e-9))


def of_one_form(known: Sequence[Array], units: Array, least: float) -> list[bool]:
    """Say which of some beats are of the same form as another in the place that suits best.

    Parameters
    ----------
    known : sequence of n ndarray, shape (rows,)
        Beats of mean zero and length one.
    units : ndarray, shape (k, rows)
        The other in all the places where it may lie, of length one.
    least : float
        Least correlation.
    """
    if not known:
        return []
    same: list[bool] = ((np.stack(known) @ units.T).max(axis=1) >= least).tolist()
    return same


class PatientTemplate:
    """Template and kept beats of one patient.

    Parameters
    ----------
    config : BeatAutoencoderConfig
        Extent of a beat.
    """

    def __init__(self, config: BeatAutoencoderConfig) -> None:
        self._rows = config.rows
        offset = np.arange(-config.before, config.after + 1)
        self._in_qrs = np.abs(offset) <= QRS_ROWS
        self._quiet = np.abs(offset[1:-1]) > QUIET_ROWS
        self._shifted = np.arange(2 * SHIFT_ROWS + 1)[:, None] + np.arange(self._rows)
        self.reset()

    def reset(self) -> None:
        """Forget the patient."""
        self._beats = np.zeros((KEPT_BEATS, self._rows), dtype=np.float32)
        self._squares = np.zeros(KEPT_BEATS)
        self._error = np.full(KEPT_BEATS, np.inf)  # of the autoencoder; inf: not known
        self._excess = np.full(KEPT_BEATS, np.inf)  # above the patient's baseline; inf: not known
        self._seen = 0
        self.template: Array | None = None
        """The patient's template, mV, of mean zero; None before `FEWEST_BEATS` beats."""
        self.amplitude = LEAST_AMPLITUDE_MV
        """The template's standard deviation, mV."""

    def learn_from(self, other: PatientTemplate) -> None:
        """Take over what another one knows of the same patient."""
        self._beats, self._squares = other._beats.copy(), other._squares.copy()
        self._error, self._excess = other._error.copy(), other._excess.copy()
        self._seen, self.amplitude = other._seen, other.amplitude
        self.template = None if other.template is None else other.template.copy()

    def align(self, wide: Array) -> tuple[Array, Array]:
        """Lay a beat over the template.

        Parameters
        ----------
        wide : ndarray, shape (rows + 2 * SHIFT_ROWS,)
            Signal about the R peak, mV.

        Returns
        -------
        beat : ndarray, shape (rows,)
            The best shift, of mean zero.
        shifts : ndarray, shape (2 * SHIFT_ROWS + 1, rows)
            All shifts, each of mean zero.
        """
        shifts = wide[self._shifted]
        shifts -= np.add.reduce(shifts, axis=1, keepdims=True) / self._rows
        if self.template is None:
            return shifts[SHIFT_ROWS], shifts
        best = int(((shifts - self.template) ** 2).sum(axis=1).argmin())
        return shifts[best], shifts

    def distance(self, shifts: Array) -> float:
        """Log distance from the nearest kept beats, NaN while too few are known.

        Parameters
        ----------
        shifts : ndarray, shape (2 * SHIFT_ROWS + 1, rows)
            As `align` gives them; each neighbour takes the shift that suits it best.
        """
        finite = np.isfinite(self._excess)
        n = int(np.count_nonzero(finite))
        if n < FEWEST_BEATS:
            return float("nan")
        known = slice(n) if finite[:n].all() else np.flatnonzero(finite)  # nearly always all, without a copy
        own = np.add.reduce(shifts**2, axis=1)
        squares = own[:, None] + self._squares[known] - 2 * shifts.astype(np.float32) @ self._beats[known].T
        away = np.sqrt(np.maximum(squares.min(axis=0), 0) / self._rows) / self.amplitude
        away += STRANGENESS * self._excess[known]
        nearest = min(NEIGHBOURS, n // 10)
        return float(np.log(np.partition(away, nearest)[nearest] + LEAST_DISTANCE))

    def widening(self, beat: Array) -> float:
        """Log ratio of the beat's QRS width to the template's; width is the area over the height."""
        assert self.template is not None
        widths = []
        for x in (beat, self.template):
            away = np.abs(x[self._in_qrs] - median(x))
            widths.append(max(float(away.sum()), 0.02) / max(float(away.max()), 0.02))
        return float(np.log(widths[0] / widths[1]))

    def unlikeness(self, beat: Array) -> float:
        """Correlation with the template, with its sign turned: -1 to 1."""
        assert self.template is not None
        return -float(beat @ self.template / np.sqrt((beat @ beat) * (self.template @ self.template) + 1e-9))

    def noise(self, beat: Array) -> float:
        """Log of how jagged the beat is outside the QRS complex, in patient amplitudes."""
        bend = np.diff(beat, 2)[self._quiet]
        return float(np.log(np.sqrt(bend @ bend / len(bend)) / self.amplitude + 0.01))

    def add(self, beat: Array, error: float, excess: float) -> None:
        """Keep a beat.

        Parameters
        ----------
        beat : ndarray, shape (rows,)
            Aligned, mV, of mean zero.
        error, excess : float
            Of the beat autoencoder, and how far it lies above the patient's baseline (at least 0); infinite
            if they are not known.
        """
        place = self._seen % KEPT_BEATS
        self._beats[place] = beat
        self._squares[place] = beat @ beat
        self._error[place] = error
        self._excess[place] = excess
        self._seen += 1
        if self._seen >= FEWEST_BEATS and self._seen % REFRESH_BEATS == 0:
            self._refresh()

    def _refresh(self) -> None:
        latest = np.arange(max(0, self._seen - TEMPLATE_BEATS), self._seen) % KEPT_BEATS
        error = self._error[latest]
        ordinary = latest[error <= np.median(error)] if np.isfinite(error).sum() >= FEWEST_BEATS else latest
        template = np.median(self._beats[ordinary], axis=0).astype(np.float64)
        self.template = template - template.mean()
        self.amplitude = max(float(np.sqrt(np.mean(self.template**2))), LEAST_AMPLITUDE_MV)
