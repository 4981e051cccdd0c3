"""Crops of normal rhythm, varied as patients, electrodes and recorders vary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.signal.frontend import MODEL_FS
from training.data.dataset import PatientRows


@dataclass(frozen=True)
class Augmentation:
    """How far a crop is varied.

    Attributes
    ----------
    mix : float
        Probability of a random mixture of two leads in place of the first.
    flip : float
        Probability of the sign being turned.
    stretch : float
        Time is stretched by a factor from ``1 / (1 + stretch)`` to ``1 + stretch``.
    gain : float
        Standard deviation of the gain's logarithm.
    noise_mv : float
        Greatest standard deviation of white noise, mV.
    wander_mv : float
        Greatest amplitude of slow sinusoids, mV.
    dropout : float
        Probability that a stretch of the input is blanked.
    """

    mix: float = 0.5
    flip: float = 0.1
    stretch: float = 0.2
    gain: float = 0.3
    noise_mv: float = 0.03
    wander_mv: float = 0.1
    dropout: float = 0.2


@dataclass(frozen=True)
class Crops:
    """A batch.

    Attributes
    ----------
    seen : ndarray of float32, shape (batch, rows)
        What the network is given, mV.
    target : ndarray of float32, shape (batch, rows)
        What it should say, mV: without the blanked stretch.
    normal : ndarray of bool, shape (batch, rows)
        Rows that may be learnt from.
    """

    seen: npt.NDArray[np.float32]
    target: npt.NDArray[np.float32]
    normal: npt.NDArray[np.bool_]


class CropSampler:
    """Draws augmented crops, each patient as often as any other.

    Parameters
    ----------
    patients : sequence of PatientRows
        Where to draw from; those without normal rows are left out.
    rows : int
        Length of a crop.
    augmentation : Augmentation
        How far to vary it.
    rng : numpy.random.Generator
        Source of chance.
    only_normal : bool, optional
        Draw only crops of which every row is normal.

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
        rng: np.random.Generator,
        *,
        only_normal: bool = False,
    ) -> None:
        self._rows = rows
        self._augmentation = augmentation
        self._rng = rng
        # Room on both sides for time stretching.
        self._span = int(np.ceil(rows * (1 + augmentation.stretch))) + 2
        self._sources: list[tuple[PatientRows, npt.NDArray[np.intp]]] = []
        for patient in patients:
            last = len(patient.normal) - self._span
            if last <= 0:
                continue
            sums = np.concatenate([[0], np.cumsum(patient.normal)])
            share = (sums[self._span :] - sums[: -self._span])[:last] / self._span
            starts = np.flatnonzero(share == 1.0 if only_normal else share >= 0.3)
            if len(starts):
                self._sources.append((patient, starts))
        if not self._sources:
            raise ValueError(
                phrase("The records hold no stretch of normal rhythm long enough to learn from.")
            )

    def draw(self, batch: int) -> Crops:
        """Draw a batch of crops."""
        drawn = [self._draw_one() for _ in range(batch)]
        target = self._disturb(np.stack([value for value, _ in drawn]))
        normal = np.stack([usable for _, usable in drawn])
        return Crops(self._blank(target).astype(np.float32), target.astype(np.float32), normal)

    def _draw_one(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
        """One crop: leads mixed, time stretched, gain varied."""
        rng, how = self._rng, self._augmentation
        patient, starts = self._sources[rng.integers(len(self._sources))]
        start = int(starts[rng.integers(len(starts))])
        leads = patient.value[start : start + self._span].astype(np.float64)
        if leads.shape[1] > 1 and rng.random() < how.mix:
            angle = rng.uniform(-np.pi / 4, 3 * np.pi / 4)  # both leads, their sum and their difference
            signal = np.cos(angle) * leads[:, 0] + np.sin(angle) * leads[:, 1]
        else:
            signal = leads[:, 0]
        if rng.random() < how.flip:
            signal = -signal
        signal = signal * np.exp(rng.normal(0, how.gain))
        pace = np.exp(rng.uniform(-1, 1) * np.log1p(how.stretch))
        at = np.arange(self._rows) * pace
        usable = patient.normal[start + np.round(at).astype(np.intp)]
        return np.interp(at, np.arange(self._span), signal), usable

    def _disturb(self, target: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Add noise and slow wander."""
        rng, how = self._rng, self._augmentation
        batch, rows = target.shape
        noise = rng.normal(size=target.shape) * rng.uniform(0, how.noise_mv, (batch, 1))
        time = np.arange(rows) / MODEL_FS
        pitch = rng.uniform(0.1, 1.0, (batch, 1))
        wander = np.sin(2 * np.pi * (pitch * time + rng.random((batch, 1))))
        return target + noise + wander * rng.uniform(0, how.wander_mv, (batch, 1))

    def _blank(self, target: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Blank a stretch of up to a quarter of a second in some of the crops."""
        rng, how = self._rng, self._augmentation
        batch, rows = target.shape
        start = rng.integers(0, rows, (batch, 1))
        length = rng.integers(4, int(0.25 * MODEL_FS), (batch, 1)) * (rng.random((batch, 1)) < how.dropout)
        at = np.arange(rows)[None, :]
        return np.where((at >= start) & (at < start + length), 0.0, target)
