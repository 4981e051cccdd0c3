"""A pressure, beat by beat: systolic, diastolic, mean, and the rate of its pulse."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.vitals.gates import filled, gate
from models.vitals.pulses import Pulses, find_pulses
from models.vitals.readings import PressureBeat
from models.vitals.signs import Quality

WINDOW_S = 8.0
"""A figure is told by the pulses of so many of the newest seconds: about what bedside monitors take."""

LEAST_S = 4.0
"""Less than this tells nothing, s."""

SETTLED_S = 0.3
"""An onset is known so long after it, s: the slope sum needs the upstroke, and the comparison the top."""

SILENT_S = 3.5
"""Without a pulse for so long there is none, s: 17 a minute."""

LEAST_RISE = 2.0
"""An upstroke of less than this is none, mmHg."""

LEAST_ALIKE = 0.6
"""With fewer of its pulses alike than this share a stretch is noise."""

LOWEST, HIGHEST = -15.0, 320.0
"""A mean outside this is of no patient, mmHg."""

_SMALL = 1e-6


@dataclass(frozen=True)
class PulseFigures:
    """What a stretch says; a figure is None where it says nothing, and `quality` why.

    Attributes
    ----------
    quality : Quality
        Whether there is a pulse.
    rate : float or None
        Pulses a minute.
    systolic, diastolic, mean : float or None
        Medians over the pulses; without a pulse the mean alone.
    amplitude : float or None
        Median height of the pulses, in the signal's unit.
    """

    quality: Quality
    rate: float | None = None
    systolic: float | None = None
    diastolic: float | None = None
    mean: float | None = None
    amplitude: float | None = None


class PulseMeter:
    """Reads pulses from a lead, second by second.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    least_rise : float
        An upstroke of less than this is none, in the lead's unit.
    """

    window_s = WINDOW_S

    def __init__(self, fs: float, least_rise: float = 0.0) -> None:
        self._fs, self._least = fs, least_rise
        self._closed = -1  # onset of the newest beat that was told

    def read(
        self, samples: npt.NDArray[np.float32], at: int
    ) -> tuple[PulseFigures, tuple[PressureBeat, ...]]:
        """Read the newest seconds.

        Parameters
        ----------
        samples : ndarray of float32, shape (n,)
            At most `window_s` of them, the last of which is sample `at`.
        at : int
            Source sample.

        Returns
        -------
        figures : PulseFigures
            What they say.
        beats : tuple of PressureBeat
            The beats that became known with them.
        """
        fs = self._fs
        if len(samples) < LEAST_S * fs:
            return PulseFigures(Quality.WAITING), ()
        quality = gate(samples, fs)
        if quality is not Quality.GOOD:
            return PulseFigures(quality), ()
        pulses = find_pulses(filled(samples), fs, self._least)
        settled = pulses.onset <= len(samples) - 1 - round(SETTLED_S * fs)
        onset, alike = pulses.onset[settled], pulses.alike[settled]
        late = round(SILENT_S * fs)
        if len(onset) < 2 or len(samples) - onset[-1] > late:
            newest = pulses.signal[-(late // pulses.step) :]
            return PulseFigures(Quality.NO_PULSE, mean=float(newest.mean())), ()
        good = alike[:-1] & alike[1:]
        if alike.mean() < LEAST_ALIKE or not good.any():
            return PulseFigures(Quality.NOISY), ()
        beats = self._beats(pulses, onset, alike, at - len(samples) + 1, at)
        intervals = np.diff(onset)[good] / fs
        told = beats or (None,)
        figures = PulseFigures(
            Quality.GOOD,
            60.0 / float(intervals.mean()),
            _median([beat.systolic for beat in told if beat is not None]),
            _median([beat.diastolic for beat in told if beat is not None]),
            _median([beat.mean for beat in told if beat is not None]),
            _median([beat.systolic - beat.diastolic for beat in told if beat is not None]),
        )
        new = tuple(beat for beat in beats if beat.onset > self._closed + round(0.1 * fs))
        if new:
            self._closed = new[-1].onset
        return figures, new

    def _beats(
        self, pulses: Pulses, onset: npt.NDArray[np.int64], alike: npt.NDArray[np.bool_], first: int, at: int
    ) -> tuple[PressureBeat, ...]:
        beats = []
        step, x = pulses.step, pulses.signal
        for i in range(len(onset) - 1):
            if not alike[i]:
                continue
            a, b = int(onset[i]) // step, int(onset[i + 1]) // step
            peak = a + int(np.argmax(x[a:b]))
            beats.append(
                PressureBeat(
                    first + a * step,
                    first + peak * step,
                    at,
                    float(x[peak]),
                    float(x[a]),
                    float(x[a:b].mean()),
                )
            )
        return tuple(beats)


def _median(values: list[float]) -> float | None:
    return float(np.median(values)) if values else None
