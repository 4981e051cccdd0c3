"""Windows of normal rhythm into which something strange has come: what a denoising autoencoder learns from.

The network is given the window with the strange part and is to draw the window without it. That teaches what
a narrow code alone does not: to draw the normal beat in the place of another one. The strange parts are
damped waves as wide as QRS complexes and wider, and ventricular beats, put where normal ones were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.signal.frontend import MODEL_FS
from training.data.augment import Augmentation
from training.data.dataset import PatientRows

REACH_ROWS = 36
"""Rows on both sides of its R peak that a ventricular beat brings with it, 0.3 s."""

FADE_ROWS = 8
"""Over so many rows it fades in and out."""

MOST_BEATS = 150
"""No patient lends more ventricular beats than this: those with many do not crowd out the others."""

LEAST_MV = 0.03
"""Added to a lead's root mean square where ventricular beats are scaled by it."""

Windows = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Strange:
    """How often and how far windows are made strange.

    Attributes
    ----------
    wave : float
        Probability of a damped wave (a Gabor function), added.
    wave_mv : float
        Standard deviation of its height, mV.
    wave_s : tuple of float
        Least and greatest standard deviation of its envelope, s.
    beat : float
        Probability of a ventricular beat, in the place of what was there; such windows have no wave.
    """

    wave: float = 0.6
    wave_mv: float = 1.6
    wave_s: tuple[float, float] = (0.025, 0.14)
    beat: float = 0.2


class StrangeSampler:
    """Draws windows, each patient as often as any other, a batch at once.

    Parameters
    ----------
    patients : sequence of PatientRows
        Where to draw from; those without a whole window of normal rhythm lend ventricular beats alone.
    rows : int
        Length of a window.
    augmentation : Augmentation
        How far the normal windows are varied (`training.data.augment.CropSampler` does the same, one by one).
    strange : Strange
        How they are made strange.
    rng : numpy.random.Generator
        Source of chance.

    Raises
    ------
    ValueError
        If no patient has normal rows to draw.
    """

    def __init__(
        self,
        patients: Sequence[PatientRows],
        rows: int,
        augmentation: Augmentation,
        strange: Strange,
        rng: np.random.Generator,
    ) -> None:
        self._rows, self._how, self._strange, self._rng = rows, augmentation, strange, rng
        span = int(np.ceil(rows * (1 + augmentation.stretch))) + 2  # room for time stretching
        leads: list[npt.NDArray[np.float32]] = []
        self._starts: list[npt.NDArray[np.intp]] = []
        two: list[bool] = []
        at = 0
        for patient in patients:
            starts = _starts(patient.normal, span)
            if len(starts):
                leads.append(patient.value[:, [0, min(1, patient.value.shape[1] - 1)]])
                self._starts.append(starts + at)
                two.append(patient.value.shape[1] > 1)
                at += len(patient.normal)
        if not leads:
            raise ValueError(
                phrase("The records hold no stretch of normal rhythm long enough to learn from.")
            )
        self._value = np.concatenate(leads)
        self._two = np.array(two)
        self._beats = np.concatenate([_ventricular(patient, rng) for patient in patients])
        edge = np.arange(2 * REACH_ROWS + 1)
        self._fade = np.clip(np.minimum(edge, edge[::-1]) / FADE_ROWS, 0, 1)

    def draw(self, batch: int) -> tuple[Windows, Windows]:
        """Draw a batch.

        Parameters
        ----------
        batch : int
            How many.

        Returns
        -------
        seen, target : ndarray of float32, shape (batch, rows)
            What the network is given, and what it is to draw, mV.
        """
        rng, how = self._rng, self._strange
        target = self._normal(batch)
        chance = rng.random(batch)
        lent = chance < how.beat if len(self._beats) else np.zeros(batch, dtype=bool)
        waved = ~lent & (rng.random(batch) < how.wave)
        seen = np.where(waved[:, None], target + self._waves(batch), target)
        for i in np.flatnonzero(lent):
            self._lend(seen[i])
        return self._blanked(seen).astype(np.float32), target.astype(np.float32)

    def _normal(self, batch: int) -> npt.NDArray[np.float64]:
        """Normal windows: leads mixed, time stretched, gain varied, noise and wander added."""
        # What `CropSampler` does one by one, for a batch at once. Chance is drawn in another order here, and
        # shipped weights were fitted in either order: one in place of both would change a fit.
        rng, how = self._rng, self._how
        who = rng.integers(len(self._starts), size=batch)
        place = rng.random(batch)
        start = np.array(
            [self._starts[w][int(p * len(self._starts[w]))] for w, p in zip(who, place, strict=True)]
        )
        # Both leads, their sum and their difference.
        angle = np.where(
            self._two[who] & (rng.random(batch) < how.mix), rng.uniform(-np.pi / 4, 3 * np.pi / 4, batch), 0.0
        )
        gain = np.exp(rng.normal(0, how.gain, batch)) * np.where(rng.random(batch) < how.flip, -1, 1)
        pace = np.exp(rng.uniform(-1, 1, batch) * np.log1p(how.stretch))
        at = np.arange(self._rows) * pace[:, None]
        whole = at.astype(np.intp)
        part = at - whole
        first = start[:, None] + whole
        share = np.stack([np.cos(angle), np.sin(angle)]) * gain
        now, then = (np.einsum("brl,lb->br", self._value[rows], share) for rows in (first, first + 1))
        time = np.arange(self._rows) / MODEL_FS
        noise = rng.normal(size=at.shape) * rng.uniform(0, how.noise_mv, (batch, 1))
        pitch = rng.uniform(0.1, 1.0, (batch, 1))
        wander = np.sin(2 * np.pi * (pitch * time + rng.random((batch, 1))))
        normal: npt.NDArray[np.float64] = now * (1 - part) + then * part + noise
        return normal + wander * rng.uniform(0, how.wander_mv, (batch, 1))

    def _waves(self, batch: int) -> npt.NDArray[np.float64]:
        """A damped wave a window: a third of a cycle to a little more than one within twice its envelope."""
        rng, how = self._rng, self._strange
        time = np.arange(self._rows) / MODEL_FS
        centre = rng.uniform(0, self._rows / MODEL_FS, (batch, 1))
        width = rng.uniform(*how.wave_s, (batch, 1))
        pitch = rng.uniform(0.3, 1.2, (batch, 1)) / (4 * width)
        phase = rng.uniform(0, 2 * np.pi, (batch, 1))
        height = rng.normal(0, how.wave_mv, (batch, 1))
        away = time - centre
        wave: npt.NDArray[np.float64] = np.exp(-(away**2) / (2 * width**2)) * np.cos(
            2 * np.pi * pitch * away + phase
        )
        return height * wave

    def _lend(self, window: npt.NDArray[np.float64]) -> None:
        """Put a ventricular beat somewhere into a window."""
        rng = self._rng
        leads = self._beats[rng.integers(len(self._beats))]
        angle = rng.uniform(-np.pi / 4, 3 * np.pi / 4) if rng.random() < self._how.mix else 0.0
        beat = np.cos(angle) * leads[0] + np.sin(angle) * leads[1]
        beat = beat * (np.sqrt(np.mean(window**2)) * np.exp(rng.normal(0, 0.4)))
        if rng.random() < 0.3:
            beat = -beat
        n = int(len(beat) / np.exp(rng.uniform(-0.25, 0.25)))
        at = np.linspace(0, len(beat) - 1, n)
        beat, fade = (np.interp(at, np.arange(len(part)), part) for part in (beat, self._fade))
        first = int(rng.integers(-n // 2, len(window) - n // 2))
        inside = slice(max(0, -first), min(n, len(window) - first))
        place = slice(max(0, first), max(0, first) + inside.stop - inside.start)
        window[place] = window[place] * (1 - fade[inside]) + (beat * fade)[inside]

    def _blanked(self, seen: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Blank a stretch of up to a quarter of a second in some of the windows."""
        rng, how = self._rng, self._how
        batch = len(seen)
        start = rng.integers(0, self._rows, (batch, 1))
        length = rng.integers(4, int(0.25 * MODEL_FS), (batch, 1)) * (rng.random((batch, 1)) < how.dropout)
        at = np.arange(self._rows)[None, :]
        return np.where((at >= start) & (at < start + length), 0.0, seen)


def _starts(normal: npt.NDArray[np.bool_], span: int) -> npt.NDArray[np.intp]:
    """Rows from which on `span` rows are normal."""
    sums = np.concatenate([[0], np.cumsum(normal)])
    return np.flatnonzero(sums[span:] - sums[:-span] == span)


def _ventricular(patient: PatientRows, rng: np.random.Generator) -> npt.NDArray[np.float32]:
    """Ventricular beats of a patient on two leads, each in units of the lead's root mean square."""
    two = patient.value[:, [0, min(1, patient.value.shape[1] - 1)]]
    scale = np.sqrt((two**2).mean(axis=0)) + LEAST_MV
    peaks = np.searchsorted(patient.index, patient.beats.sample[patient.beats.aami == "V"])
    peaks = peaks[(peaks >= REACH_ROWS) & (peaks < len(two) - REACH_ROWS)]
    if len(peaks) > MOST_BEATS:
        peaks = rng.choice(peaks, MOST_BEATS, replace=False)
    about = peaks[:, None] + np.arange(-REACH_ROWS, REACH_ROWS + 1)
    return (two / scale)[about].transpose(0, 2, 1).astype(np.float32)
