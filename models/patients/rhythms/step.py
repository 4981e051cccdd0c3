"""What a rhythm says: steps, and what it is told to say them by."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from models.patients.shapes import forms
from models.patients.shapes.forms import Form
from models.patients.shapes.waves import Wave

REFERENCE_RR_S = 0.8
"""The RR interval at which durations are as they are written, s: 75 a minute."""

SLOW = 1.2
"""The slower wave of the heart rate has so many times the size of the respiratory one: their powers are as in
healthy adults at rest (LF/HF above 1)."""

GLIDE_S = 3.0
"""A sinus node comes to another rate over about so long, s."""


@dataclass(frozen=True)
class Beat:
    """A QRS complex and its T wave.

    Attributes
    ----------
    at : float
        Its R peak, s from the step's beginning.
    form : Form
        Its shape.
    symbol : str
        WFDB's for it.
    turn : float
        By how far its axis is turned (about the axis from the chest to the back), rad.
    scale : float
        Its height, as a share of its form's.
    """

    at: float
    form: Form = forms.NORMAL
    symbol: str = "N"
    turn: float = 0.0
    scale: float = 1.0


@dataclass
class Step:
    """A piece of rhythm, from where the heart may change its mind to the next such place.

    Attributes
    ----------
    lasts : float
        Until the next step, s.
    waves : list of Wave
        P waves and pacing pulses, times from the step's beginning.
    beats : list of Beat
        QRS complexes.
    """

    lasts: float
    waves: list[Wave] = field(default_factory=list)
    beats: list[Beat] = field(default_factory=list)

    def p(self, onset: float, form: tuple[Wave, ...] = forms.P) -> Step:
        """Add a P wave that begins at `onset`, s."""
        self.waves += [Wave(onset + forms.P_ONSET_S + w.at, w.width, w.dipole) for w in form]
        return self

    def spike(self, at: float) -> Step:
        """Add a pacing pulse."""
        self.waves.append(Wave(at, 0.0, forms.SPIKE))
        return self

    def beat(
        self,
        at: float,
        form: Form = forms.NORMAL,
        symbol: str = "N",
        *,
        turn: float = 0.0,
        scale: float = 1.0,
    ) -> Step:
        """Add a QRS complex with its R peak at `at`, s."""
        self.beats.append(Beat(at, form, symbol, turn, scale))
        return self


class Conditions:
    """What a rhythm is told: its options, chance, and the nerves.

    Parameters
    ----------
    options : mapping of str to float
        Those of the kind; may be changed while it goes on.
    rng : Generator
        Chance for rhythms.
    focus : int
        Where this heart's ectopic beats come from.
    breath : callable
        Phase of breathing at a time in s, rad; and how deep the breath is, 0 to 1.

    Attributes
    ----------
    now : float
        Beginning of the step that is asked for, s.
    last_r : float
        The R peak before it, s.
    """

    def __init__(
        self,
        options: Mapping[str, float],
        rng: np.random.Generator,
        focus: int,
        breath: Callable[[float], tuple[float, float]],
    ) -> None:
        self.options, self.rng, self.focus = options, rng, focus
        self.now = 0.0
        self.last_r = -math.inf
        self._breath = breath
        self._mean: float | None = None
        self._mayer = float(rng.uniform(0, 2 * math.pi))

    @property
    def rr(self) -> float:
        """The interval that the rate stands for, s."""
        return 60.0 / self.options["rate"]

    def restart(self, options: Mapping[str, float]) -> None:
        """Begin another rhythm, at its own rate at once."""
        self.options, self._mean = options, None

    def interval(self) -> float:
        """Give the next interval of a sinus node, s.

        Its rate comes to the one that is asked for over `GLIDE_S`. About it runs a respiratory arrhythmia and
        a slower wave of 0.1 Hz, as in McSharry et al. (2003), both less at higher rates.
        """
        mean = self._mean = (
            self.rr
            if self._mean is None
            else self._mean + (self.rr - self._mean) * -math.expm1(-self._mean / GLIDE_S)
        )
        phase, depth = self._breath(self.now)
        slow = math.sin(2 * math.pi * 0.1 * self.now + self._mayer)
        size = 0.038 * min(mean / REFERENCE_RR_S, 1.5) ** 1.5
        return mean * (1 - size * (depth * math.sin(phase) + SLOW * slow) + 0.006 * self.rng.normal())

    def jitter(self, share: float) -> float:
        """Give a factor about 1 that varies by this share."""
        return 1.0 + share * float(np.clip(self.rng.normal(), -2.5, 2.5))

    def pr(self, rr: float) -> float:
        """Give the PR interval at an RR interval, s."""
        usual = self.options.get("pr", 160.0) / 1000
        return max(usual * (min(rr, 1.2) / REFERENCE_RR_S) ** 0.25, 0.11)


def r_after(pr: float) -> float:
    """Where the R peak lies after the onset of the P wave, s, by the PR interval."""
    return pr + forms.QRS_ONSET_S


def rest(seconds: float, most: float = 0.4) -> Iterator[Step]:
    """Wait, in pieces short enough to be broken off."""
    n = max(1, math.ceil(seconds / most))
    for _ in range(n):
        yield Step(seconds / n)


Rhythm = Callable[[Conditions], Iterator[Step]]
"""Steps without an end; the conditions' time is the step's beginning when it is asked for."""
