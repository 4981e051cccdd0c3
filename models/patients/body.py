"""What goes on besides the heart: breathing, blood pressure, the pulse in a finger, what electrodes add."""

from __future__ import annotations

import math
from collections import deque

import numpy as np
import numpy.typing as npt

from models.patients.leads import ELECTRODES

Floats = npt.NDArray[np.float64]

BREATHS_A_MINUTE = 15.0
BREATHS_RANGE = 0.0, 60.0
"""Breaths a minute that a patient may have; 0 for none."""

_BEATS_KEPT = 100
_STOPS_S, _BEGINS_S = 8.0, 4.0
"""Without blood to the brain the breath fails over about so long, s, and comes back over so long."""

ENOUGH = 0.2
"""The share of the usual output of the heart with which someone breathes."""


class Breathing:
    """The breath: its phase and its depth, block by block."""

    def __init__(
        self,
        rng: np.random.Generator,
        block_s: float,
        *,
        breathes: bool,
        a_minute: float = BREATHS_A_MINUTE,
    ) -> None:
        self._rng, self._block, self._a_minute = rng, block_s, a_minute
        self._start, self._phase = 0.0, float(rng.uniform(0, 2 * math.pi))
        self._away = 0.0
        self.depth = 1.0 if breathes and a_minute else 0.0

    @property
    def _hz(self) -> float:
        return (self._a_minute or BREATHS_A_MINUTE) / 60 * (1 + self._away)

    def at(self, time: float) -> tuple[float, float]:
        """Give phase (rad) and depth (0 to 1) at a time of this block or soon after it."""
        return self._phase + 2 * math.pi * self._hz * (time - self._start), self.depth

    def block(self, times: Floats, output: float) -> tuple[Floats, Floats]:
        """Give phase and depth at the times of a block, and go on to the next.

        Parameters
        ----------
        times : ndarray of float64, shape (n,)
            Those of its samples, s.
        output : float
            What the heart has lately pumped, as a share of the usual.
        """
        into = times - self._start
        phase = self._phase + 2 * math.pi * self._hz * into
        target, memory = (1.0, _BEGINS_S) if output > ENOUGH and self._a_minute else (0.0, _STOPS_S)
        after = target + (self.depth - target) * math.exp(-self._block / memory)
        depth = self.depth + (after - self.depth) * into / self._block
        self._phase += 2 * math.pi * self._hz * self._block
        self._start += self._block
        self._away = 0.98 * self._away + 0.012 * float(self._rng.normal())
        self.depth = after
        return phase, depth


def breath(phase: Floats) -> Floats:
    """Give the impedance of the chest in a breath, -1 to 1: in faster than out."""
    return np.sin(phase + 0.35 * np.sin(phase))


class Circulation:
    """Pressure and pulse, from what each beat pumps.

    The arteries are one elastic vessel that empties through a resistance (the windkessel; Westerhof, Lankhaar
    and Westerhof, "The arterial Windkessel", Med. Biol. Eng. Comput. 47:131–141, 2009). So a beat after a
    short filling gives a small pulse, a fast tachycardia a low pressure, and without beats it falls away to
    what is left when all blood stands still. What flows in meets a resistance of its own (the third element,
    by the same authors), and flows in the shorter the faster the heart is: so pulses stay upright.
    """

    RISE, EMPTIES_S, STANDSTILL = 52.0, 1.15, 15.0
    """By how much a usual beat would raise the pressure at once (mmHg), the time in which it falls to a
    third, and where it falls to (mmHg)."""

    MEETS = 2.2
    """What flows in raises the pressure by so much, mmHg for a usual beat a second."""

    BEFORE = 58.0
    """With a heart that has pumped, the pressure begins so far above standstill, mmHg."""

    ARRIVES_S, FINGER_S = 0.16, 0.30
    """From the R peak to the pulse in an artery and in a finger, s."""

    EJECTS, EJECTS_S = 0.33, (0.15, 0.36)
    """A beat pumps for so long, by the square root of the interval before it in seconds, within this, s.
    It shortens with the rate (Weissler, Harris and Schoenfeld, Circulation 37:149-159, 1968)."""

    FINGER_EMPTIES_S = 0.30

    FINGER_ASKS = 45.0
    """With a pressure of less than this above standstill, mmHg, the finger is perfused in proportion."""

    _OUTPUT_S = 6.0

    _PULSE_S = 4.0
    """Without a beat the clip on a finger loses the pulse with this time, s."""

    def __init__(self, fs: float, *, pumps: bool) -> None:
        self._fs = fs
        self._strokes: list[tuple[float, float, float, float]] = []  # R peak, strength, ejection, to a finger
        self._last = -math.inf
        self._pumped: deque[float] = deque(maxlen=_BEATS_KEPT)
        self.output = self.perfusion = 1.0 if pumps else 0.0
        self._keep = np.exp(-1 / (fs * np.array([self.EMPTIES_S, self.FINGER_EMPTIES_S])))
        above = self.BEFORE / self.RISE if pumps else 0.0
        self._states = [np.array([above * self._keep[0]]), np.zeros(1)]

    def beat(self, r_peak: float, strength: float) -> None:
        """A beat pumps; `strength` is 1 for a usual one."""
        shortest, longest = self.EJECTS_S
        ejects = min(max(self.EJECTS * math.sqrt(max(r_peak - self._last, 0.0)), shortest), longest)
        above = self.RISE * float(self._states[0][0])
        self._last = r_peak
        self._pumped.append(r_peak)
        self._strokes.append((r_peak, strength, ejects, strength * min(1.0, above / self.FINGER_ASKS)))

    def beats_since(self, time: float) -> int:
        """How many beats have pumped since a time, s; of the newest `_BEATS_KEPT`."""
        return sum(at >= time for at in self._pumped)

    def block(self, times: Floats, start: float, end: float) -> tuple[Floats, Floats]:
        """Give arterial pressure (mmHg) and finger pulse (0 to about 1) at the times of the block."""
        self.output *= math.exp(-(end - start) / self._OUTPUT_S)
        self.output += sum(strength for at, strength, _, _ in self._strokes if start <= at < end) / (
            1.25 * self._OUTPUT_S
        )
        self.perfusion *= math.exp(-(end - start) / self._PULSE_S)
        for at, _, _, perfuses in self._strokes:
            if start <= at < end:
                self.perfusion += 0.4 * (perfuses - self.perfusion)
        arm, finger, notch = np.zeros(len(times)), np.zeros(len(times)), np.zeros(len(times))
        for at, strength, ejects, perfuses in self._strokes:
            arm += strength * _flow(times - at - self.ARRIVES_S, ejects)
            finger += perfuses * _flow(times - at - self.FINGER_S, ejects)
            since = times - at - self.ARRIVES_S - ejects
            notch += strength * (
                3.5 * np.exp(-0.5 * ((since - 0.05) / 0.03) ** 2) - 4.5 * np.exp(-0.5 * (since / 0.018) ** 2)
            )
        pressure = self._filtered(0, arm / self._fs)
        pulse = self._filtered(1, finger / self._fs)
        self._strokes = [stroke for stroke in self._strokes if stroke[0] > end - 1.2]
        return self.STANDSTILL + self.RISE * pressure + self.MEETS * arm + notch, 1.6 * pulse

    def _filtered(self, which: int, flow: Floats) -> Floats:
        from scipy.signal import lfilter  # takes long to import, and sources are named before the first trace

        value, self._states[which] = lfilter([1.0], [1.0, -self._keep[which]], flow, zi=self._states[which])
        return value


def _flow(since: Floats, ejects: float) -> Floats:
    """What a beat pumps, a second, for a whole of 1: soon fast, then slower."""
    x = np.clip(since / ejects, 0.0, 1.0)
    flow: Floats = 12.0 / ejects * x * (1 - x) ** 2
    return flow


class Transducers:
    """What a transducer, a finger clip and the chest's electrodes add to pressure, pulse and breath.

    Small waves of no common period, without an end: a line that stands still is one that has come off, and
    in an arrest the lines are nearly flat, and are lines.
    """

    PRESSURE_MMHG, PULSE, BREATH = 0.15, 0.003, 0.012
    """Root mean squares, in the unit of each."""

    _SLOWEST_HZ, _FASTEST_HZ, _WAVES = 0.2, 7.0, 11

    def __init__(self, rng: np.random.Generator) -> None:
        grid = np.geomspace(self._SLOWEST_HZ, self._FASTEST_HZ, self._WAVES)
        self._hz = grid[:, None] * np.exp(rng.uniform(-0.1, 0.1, (self._WAVES, 3)))
        self._phases = rng.uniform(0, 2 * np.pi, (self._WAVES, 3))
        rms = np.array([self.PRESSURE_MMHG, self.PULSE, self.BREATH])
        self._sizes = rms * math.sqrt(2 / self._WAVES)

    def at(self, times: Floats) -> Floats:
        """Give what is added to pressure (mmHg), pulse and breath at some times (s), shape (n, 3)."""
        angle = 2 * np.pi * times[:, None, None] * self._hz + self._phases
        added: Floats = np.sin(angle).sum(axis=1) * self._sizes
        return added


class Electrodes:
    """What arises at the electrodes: wander that never ends, breath, and muscles.

    It is small, and never nothing: a lead that stands still is a lead that has come off.
    """

    WANDER_MV, BREATH_MV, MUSCLE_MV = 0.035, 0.03, 0.0055
    MUSCLE_HZ = 45.0

    _SLOWEST_HZ, _FASTEST_HZ, _WAVES = 0.03, 0.5, 9

    def __init__(self, fs: float, rng: np.random.Generator) -> None:
        n = len(ELECTRODES)
        self._rng = rng
        grid = np.linspace(math.log(self._SLOWEST_HZ), math.log(self._FASTEST_HZ), self._WAVES)
        self._hz = np.exp(grid + rng.uniform(-0.1, 0.1, self._WAVES))
        self._phases = rng.uniform(0, 2 * np.pi, (self._WAVES, n))
        size = self._hz**-0.35
        self._sizes = self.WANDER_MV * size / math.sqrt(np.mean(size**2))
        self._breath = self.BREATH_MV * rng.normal(size=n)
        self._keep = math.exp(-2 * math.pi * self.MUSCLE_HZ / fs)
        self._muscle = rng.normal(0, self.MUSCLE_MV, (1, n)) * self._keep

    def block(self, times: Floats, breaths: Floats) -> Floats:
        """Give what each electrode adds, shape (n, 9), mV.

        Parameters
        ----------
        times : ndarray of float64, shape (n,)
            Seconds.
        breaths : ndarray of float64, shape (n,)
            Depth of the chest, -1 to 1.
        """
        from scipy.signal import lfilter  # as above

        angle = 2 * np.pi * np.outer(times, self._hz)
        wander = np.sin(angle) @ (self._sizes[:, None] * np.cos(self._phases))
        wander += np.cos(angle) @ (self._sizes[:, None] * np.sin(self._phases))
        drawn = self._rng.normal(
            0, self.MUSCLE_MV * math.sqrt(1 - self._keep**2), (len(times), len(ELECTRODES))
        )
        muscle, self._muscle = lfilter([1.0], [1.0, -self._keep], drawn, axis=0, zi=self._muscle)
        return wander + np.outer(breaths, self._breath) + muscle
