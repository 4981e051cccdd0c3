"""The limits of alarms, and the profiles that a monitor starts with."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from itertools import pairwise

from assets.phrase import phrase


@dataclass(frozen=True)
class Limits:
    """When alarms are raised.

    The defaults are an adult's. The lethal ones are those of the PhysioNet/Computing in Cardiology Challenge
    2015 (Clifford et al., "False alarm reduction in critical care", Physiol. Meas. 37:E5, 2016), the others
    are chosen here, about where bedside monitors have theirs.

    Attributes
    ----------
    asystole_s : float
        Without a beat for so long, s.
    pause_s : float
        An interval between two beats from this length on is a pause, s.
    extreme_low_bpm, extreme_low_beats : float, int
        Extreme bradycardia: a rate below this over so many beats in a row.
    extreme_high_bpm, extreme_high_beats : float, int
        Extreme tachycardia: a rate above this over so many beats in a row.
    low_bpm, high_bpm : float
        Heart rate low and high.
    tachycardia_beats, tachycardia_bpm : int, float
        Ventricular tachycardia: so many ventricular beats in a row at more than this rate.
    run_beats : int
        A ventricular run: so many ventricular beats in a row at any rate.
    flutter_s : float
        Ventricular flutter or fibrillation that has lasted so long, s.
    pvcs : int
        Ventricular beats within a minute: more than this.
    systolic_low, systolic_high : float
        Arterial pressure, systolic, mmHg.
    mean_low : float
        Arterial pressure, mean, mmHg; it counts where nothing pulses any more.
    spo2_low, spo2_high, desaturation : float
        Oxygen saturation, %; the last is the lethal one.
    pulse_low, pulse_high : float
        Pulse; it raises alarms only while no heart rate is known from the ECG.
    deficit_bpm : float
        Pulse and heart rate differ by more than this, a minute.
    breath_low, breath_high : float
        Breaths a minute.
    apnoea_s : float
        Without a breath for so long, s.

    Raises
    ------
    ValueError
        If one of them is not a positive number, or two of them contradict each other.
    """

    asystole_s: float = 4.0
    pause_s: float = 2.0
    extreme_low_bpm: float = 40.0
    extreme_low_beats: int = 5
    extreme_high_bpm: float = 140.0
    extreme_high_beats: int = 17
    low_bpm: float = 50.0
    high_bpm: float = 120.0
    tachycardia_beats: int = 5
    tachycardia_bpm: float = 100.0
    run_beats: int = 3
    flutter_s: float = 4.0
    pvcs: int = 10
    systolic_low: float = 90.0
    systolic_high: float = 160.0
    mean_low: float = 70.0
    spo2_low: float = 90.0
    spo2_high: float = 100.0
    desaturation: float = 80.0
    pulse_low: float = 50.0
    pulse_high: float = 120.0
    deficit_bpm: float = 10.0
    breath_low: float = 8.0
    breath_high: float = 30.0
    apnoea_s: float = 20.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            whole = field.type == "int"
            if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
                kind = phrase("a whole number") if whole else phrase("a number")
                raise ValueError(
                    phrase(
                        "The limit {name} must be {kind}, not {value!r}.",
                        name=field.name,
                        kind=kind,
                        value=value,
                    )
                )
            if not (math.isfinite(value) and value > 0):
                raise ValueError(
                    phrase("The limit {name} must be above 0, not {value!r}.", name=field.name, value=value)
                )
        for least, name in (
            (3, "run_beats"),
            (3, "tachycardia_beats"),
            (2, "extreme_low_beats"),
            (2, "extreme_high_beats"),
        ):
            if getattr(self, name) < least:
                raise ValueError(
                    phrase(
                        "The limit {name} must be {least} or more, not {at}.",
                        name=name,
                        least=least,
                        at=getattr(self, name),
                    )
                )
        for lower, upper in (pair for names in RISING for pair in pairwise(names)):
            if not getattr(self, lower) <= getattr(self, upper):
                raise ValueError(
                    phrase(
                        "The limit {lower} ({at:g}) must not be above {upper} ({highest:g}).",
                        lower=lower,
                        at=getattr(self, lower),
                        upper=upper,
                        highest=getattr(self, upper),
                    )
                )
        if self.pause_s > self.asystole_s:
            raise ValueError(
                phrase(
                    "The limit {lower} ({at:g}) must not be above {upper} ({highest:g}).",
                    lower="pause_s",
                    at=self.pause_s,
                    upper="asystole_s",
                    highest=self.asystole_s,
                )
            )


RISING = (
    ("extreme_low_bpm", "low_bpm", "high_bpm", "extreme_high_bpm"),
    ("systolic_low", "systolic_high"),
    ("desaturation", "spo2_low", "spo2_high"),
    ("pulse_low", "pulse_high"),
    ("breath_low", "breath_high"),
)
"""Limits of one quantity, from the lowest to the highest."""

PROFILES = {
    "adult": Limits(),
    "paediatric": Limits(
        extreme_low_bpm=55.0,
        low_bpm=75.0,
        high_bpm=160.0,
        extreme_high_bpm=180.0,
        tachycardia_bpm=120.0,
        pvcs=5,
        systolic_low=70.0,
        systolic_high=120.0,
        mean_low=50.0,
        pulse_low=75.0,
        pulse_high=160.0,
    ),
    "neonate": Limits(
        asystole_s=3.0,
        pause_s=1.5,
        extreme_low_bpm=80.0,
        low_bpm=100.0,
        high_bpm=200.0,
        extreme_high_bpm=220.0,
        tachycardia_bpm=150.0,
        pvcs=5,
        systolic_low=55.0,
        systolic_high=90.0,
        mean_low=35.0,
        spo2_low=85.0,
        spo2_high=95.0,
        pulse_low=100.0,
        pulse_high=200.0,
        breath_low=30.0,
        breath_high=100.0,
    ),
}
"""The profiles that ship: an adult's limits, a child's and a newborn's. The extremes lie 20 a minute outside
the heart rate's limits. All of them are chosen here, about where bedside monitors have theirs: whoever
teaches with them sets those of the own ward."""
