"""Waves without beats: fibrillation and flutter, of the atria and of the ventricles.

A tone is a wave with harmonics whose frequency and size wander (Stridh and Sörnmo, "Spatiotemporal QRST
cancellation techniques for analysis of atrial fibrillation", IEEE Trans. Biomed. Eng. 48:105–111, 2001, model
f waves so). Frequency and size are drawn anew at the beginning of each block and run straight to it, so that
the signal is one smooth function of time at whatever rate it is read.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Voice:
    """One wave of a tone.

    Attributes
    ----------
    hz : float
        Its mean frequency, as a share of the tone's own.
    dipole, quarter : tuple of float
        Its height along X, Y and Z, mV, and that of its part a quarter of a period later: it turns.
    harmonics : tuple of float
        Size of the first, second, … harmonic.
    """

    hz: float
    dipole: tuple[float, float, float]
    quarter: tuple[float, float, float] = (0.0, 0.0, 0.0)
    harmonics: tuple[float, ...] = (1.0,)


@dataclass(frozen=True)
class Score:
    """What a tone sounds like.

    Attributes
    ----------
    hz : float
        Mean frequency, Hz.
    spread_hz : float
        How far it wanders (standard deviation), Hz.
    spread : float
        The same of its size, as a share.
    memory_s : float
        How long a deviation lasts, s.
    voices : tuple of Voice
        What it is the sum of; each wanders by itself.
    """

    hz: float
    spread_hz: float
    spread: float
    memory_s: float
    voices: tuple[Voice, ...]


_SAW = tuple(1 / k for k in range(1, 6))

FIBRILLATION = Score(
    5.0,
    0.55,
    0.45,
    0.7,
    (
        Voice(1.0, (0.28, 0.42, 0.10), (-0.12, 0.10, 0.30)),
        Voice(0.82, (-0.16, 0.22, 0.20), (0.20, 0.12, -0.10)),
        Voice(1.21, (0.12, -0.16, 0.18), (0.10, 0.20, 0.08)),
    ),
)
"""Coarse ventricular fibrillation: 4 to 6 waves a second that never repeat themselves."""

FINE = Score(
    6.0,
    0.8,
    0.5,
    0.5,
    (
        Voice(1.0, (0.035, 0.06, 0.015), (-0.02, 0.02, 0.05)),
        Voice(0.75, (-0.03, 0.04, 0.03), (0.03, 0.02, -0.02)),
        Voice(1.3, (0.025, -0.03, 0.03), (0.02, 0.03, 0.015)),
    ),
)
"""Fine ventricular fibrillation."""

VENTRICULAR_FLUTTER = Score(
    4.4,
    0.06,
    0.06,
    1.5,
    (Voice(1.0, (0.35, 0.85, 0.30), (0.20, 0.05, 0.35), harmonics=(1.0, 0.12)),),
)
"""Ventricular flutter: one large wave after another, each like the last."""

ATRIAL_FIBRILLATION = Score(
    6.3,
    0.5,
    0.35,
    0.8,
    (
        Voice(1.0, (0.012, 0.038, -0.060), (0.0, 0.015, -0.015), harmonics=(1.0, 0.4, 0.2)),
        Voice(0.86, (0.015, 0.024, -0.026), (-0.010, 0.013, 0.016)),
    ),
)
"""The f waves of atrial fibrillation, largest in V1."""

ATRIAL_FLUTTER = Score(
    5.0,
    0.015,
    0.04,
    2.0,
    (Voice(1.0, (0.02, -0.11, -0.08), harmonics=_SAW),),
)
"""The saw of atrial flutter: slowly down and quickly up in II."""


class Tone:
    """A tone that runs all the time and is heard when it is asked for.

    Parameters
    ----------
    score : Score
        What it sounds like.
    rng : Generator
        Its own.
    block_s : float
        Length of a block, s.
    """

    def __init__(self, score: Score, rng: np.random.Generator, block_s: float) -> None:
        self._score, self._rng, self._block = score, rng, block_s
        n = len(score.voices)
        self._phase = rng.uniform(0, 2 * np.pi, n)
        self._hz = rng.normal(0.0, score.spread_hz, n)
        self._size = rng.normal(0.0, score.spread, n)
        self._keep = math.exp(-block_s / score.memory_s)
        # Begin of each change, how long it takes, the gain before and after: one may be told while an earlier
        # one has not been heard yet.
        self._changes = [(-math.inf, 0.0, 0.0, 0.0)]
        self.hz = score.hz

    def sound(self, gain: float, at: float, over_s: float) -> None:
        """Bring its size to `gain`, from time `at` on and over so many seconds."""
        before = float(self._gains(np.array([at]))[0])
        self._changes = [*(change for change in self._changes if change[0] < at), (at, over_s, before, gain)]

    def _gains(self, times: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        gains = np.zeros(len(times))
        for begin, over, before, after in self._changes:
            begun = times >= begin
            share = np.clip((times[begun] - begin) / over, 0.0, 1.0) if over > 0 else 1.0
            gains[begun] = before + (after - before) * 0.5 * (1 - np.cos(np.pi * share))
        return gains

    def block(self, times: npt.NDArray[np.float64], start: float) -> npt.NDArray[np.float64] | None:
        """Give the block that begins at `start` at these times, shape (n, 3) in mV; None if it is silent."""
        score, n = self._score, len(self._score.voices)
        drawn = self._rng.normal(size=(2, n)) * math.sqrt(1 - self._keep**2)
        hz_next = self._keep * self._hz + score.spread_hz * drawn[0]
        size_next = self._keep * self._size + score.spread * drawn[1]
        gone = [i for i, change in enumerate(self._changes) if change[0] <= start]
        self._changes = self._changes[gone[-1] :]  # what began before that is over
        gains = self._gains(times)
        silent = not gains.any()
        into = times - start
        total = np.zeros((len(times), 3))
        mean = np.array([voice.hz * self.hz for voice in score.voices])
        first, last = mean + self._hz, mean + hz_next
        if not silent:
            share = into / self._block
            turns = first * into[:, None] + (last - first) * (into * share / 2)[:, None]
            phase = self._phase + 2 * np.pi * turns
            size = np.maximum(1 + self._size + (size_next - self._size) * share[:, None], 0.0)
            for i, voice in enumerate(score.voices):
                for k, harmonic in enumerate(voice.harmonics, start=1):
                    total += (harmonic * size[:, i] * np.sin(k * phase[:, i]))[:, None] * voice.dipole
                    if any(voice.quarter):
                        total += (harmonic * size[:, i] * np.cos(k * phase[:, i]))[:, None] * voice.quarter
        self._phase = (self._phase + np.pi * (first + last) * self._block) % (2 * np.pi)
        self._hz, self._size = hz_next, size_next
        return None if silent else total * gains[:, None]
