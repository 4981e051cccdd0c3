"""The figures of a patient that are read and not drawn: SpO2 of a finger clip, pressures of a cuff.

Both follow what the circulation and the breath really do, each in its own time.
"""

from __future__ import annotations

import math
from collections import deque

import numpy as np
import numpy.typing as npt

from assets.sources.source import Lead, LeadKind

Floats = npt.NDArray[np.float64]

SPO2_LEAD = Lead("SpO2", "%", LeadKind.NUMERIC)
NIBP_LEADS = tuple(Lead(name, "mmHg", LeadKind.NUMERIC) for name in ("NBPsys", "NBPdias", "NBPmean"))
"""Named as the numerics of MIMIC are."""

SPO2_RANGE = 70.0, 100.0
"""What a patient may have while all is well, %."""

NIBP_RANGE = 1.0, 60.0
"""From one measuring of a cuff to the next, minutes."""

NOT_FOUND = (0.0, 0.0, 0.0)
"""What a cuff shows that could not measure, as monitors do."""

_LEAST_MMHG = 15.0
"""Oxygen falls no lower, mmHg."""


def saturation(oxygen: float) -> float:
    """Give how much of the haemoglobin holds oxygen (%) at a tension (mmHg).

    Severinghaus, "Simple, accurate equations for human blood O2 dissociation computations", J. Appl. Physiol.
    46:599-602, 1979.
    """
    return 100 / (1 + 23_400 / (oxygen**3 + 150 * oxygen))


def oxygen_of(percent: float) -> float:
    """Give the tension (mmHg) at which blood has a saturation (%): `saturation` the other way round."""
    low, high = _LEAST_MMHG, 700.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if saturation(middle) < percent else (low, middle)
    return low


class Oximeter:
    """Blood takes up oxygen in the lungs, comes to the finger, and a clip reads it there.

    Parameters
    ----------
    usual : float
        What is read while the patient breathes and the heart pumps, %.
    block_s : float
        Length of a block, s.
    """

    USED = 0.55
    """Without breath the blood's oxygen falls by so much, mmHg a second: from 97 % to 90 % takes about a
    minute on air. Chosen here."""

    BREATHES_S = 8.0
    """With breath it comes back with this time, s. Chosen here."""

    ON_THE_WAY_S, MOST_ON_THE_WAY_S = 15.0, 45.0
    """Blood comes from the lungs to a finger in so long, s, and the later the less the heart pumps, up to
    this. Chosen here."""

    MEAN_S = 8.0
    """The clip averages over about so long, s. Chosen here."""

    LEAST_PULSE = 0.15
    """With a pulse in the finger of less than this share of the usual the clip reads nothing. Chosen here."""

    def __init__(self, usual: float, block_s: float) -> None:
        self._usual, self._block = oxygen_of(usual), block_s
        self._oxygen = self._usual
        self._on_the_way: deque[float] = deque(
            [usual] * math.ceil(self.MOST_ON_THE_WAY_S / block_s),
            maxlen=math.ceil(self.MOST_ON_THE_WAY_S / block_s),
        )
        self._read = usual

    def block(self, breathes: float, output: float, pulse: float) -> float:
        """Give what the clip shows after a block, in whole %; NaN without a pulse.

        Parameters
        ----------
        breathes : float
            How deep the breath is, 0 to 1.
        output : float
            What the heart has lately pumped, as a share of the usual.
        pulse : float
            The pulse in the finger, as a share of the usual.
        """
        # Breath without blood gives it as little as blood without breath.
        exchanged = min(1.0, breathes, output)
        refilled = exchanged * (self._usual - self._oxygen) * -math.expm1(-self._block / self.BREATHES_S)
        used = (1 - exchanged) * self.USED * self._block
        self._oxygen = max(_LEAST_MMHG, self._oxygen + refilled - used)
        self._on_the_way.append(saturation(self._oxygen))
        later = min(self.MOST_ON_THE_WAY_S, self.ON_THE_WAY_S / max(output, 0.01))
        arrived = self._on_the_way[-min(len(self._on_the_way), 1 + round(later / self._block))]
        self._read += (arrived - self._read) * -math.expm1(-self._block / self.MEAN_S)
        return float(round(self._read)) if pulse >= self.LEAST_PULSE else math.nan


class Cuff:
    """Measures the pressure every some minutes, and once more where somebody asks.

    It agrees with the pressure in the artery, as it is made from it: the middle of what single beats reach,
    and the mean.

    Parameters
    ----------
    every_s : float
        From one measuring to the next, s.
    """

    FIRST_S = 5.0
    """The first one begins so long after the stream, s."""

    TAKES_S = 25.0
    """From its beginning to the figures, s. Chosen here."""

    HEARS_S = 12.0
    """At its end so much of the pressure counts, s. Chosen here."""

    LEAST_PULSE_MMHG, LEAST_BEATS = 8.0, 4
    """With less it finds nothing. Chosen here."""

    def __init__(self, every_s: float) -> None:
        self._every = every_s
        self._begins, self._asked = self.FIRST_S, False
        self._heard: list[Floats] = []
        self._found = (math.nan, math.nan, math.nan)

    def ask(self) -> None:
        """Let it measure now; where it measures already, nothing is changed."""
        self._asked = True

    def block(self, times: Floats, pressure: Floats, beats: int) -> tuple[float, float, float]:
        """Give systolic, diastolic and mean (mmHg) after a block; NaN before the first, 0 if it found none.

        Parameters
        ----------
        times, pressure : ndarray of float64, shape (n,)
            When, s, and how much, mmHg.
        beats : int
            How many beats have pumped within the last `HEARS_S`.
        """
        now = float(times[-1])
        if self._asked:
            self._begins, self._asked = min(self._begins, now), False
        ends = self._begins + self.TAKES_S
        if now >= ends - self.HEARS_S:
            self._heard.append(pressure)
        if now >= ends:
            self._found = self._measured(np.concatenate(self._heard), beats)
            self._heard = []
            self._begins += self._every
        return self._found

    def _measured(self, pressure: Floats, beats: int) -> tuple[float, float, float]:
        if beats < self.LEAST_BEATS:
            return NOT_FOUND
        pieces = np.array_split(pressure, max(1, beats - 1))
        high, low = (float(np.median([reach(piece) for piece in pieces])) for reach in (np.max, np.min))
        if high - low < self.LEAST_PULSE_MMHG:
            return NOT_FOUND
        return float(round(high)), float(round(low)), float(round(pressure.mean()))
