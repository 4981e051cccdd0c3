"""ECG paper in true millimetres on this screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QScreen

MM_PER_INCH = 25.4

PAPER_SPEEDS = (12.5, 25.0, 50.0)
"""Paper speeds in mm/s."""

USUAL_SPEED = 25.0
"""The paper speed of nearly every printed ECG, mm/s."""

SPEED_RANGE = (5.0, 200.0)
"""Slowest and fastest paper speed that zooming reaches, mm/s."""

GAINS = (2.5, 5.0, 10.0, 20.0)
"""Gains in mm/mV."""

AUTO_GAIN = 0.0
"""Stands among the gains for the one that fits (`monitor.ui.strips.leads.gain`)."""

BELIEVABLE_DPI = (50.0, 400.0)
"""Screens report physical sizes of nought or of metres; outside this range the size is not believed."""


def pixels_per_mm(screen: QScreen | None) -> float:
    """Logical pixels per millimetre on `screen`, from the physical size it reports."""
    if screen is None:
        return 96.0 / MM_PER_INCH
    dpi = screen.physicalDotsPerInch()
    if not BELIEVABLE_DPI[0] <= dpi <= BELIEVABLE_DPI[1]:
        dpi = screen.logicalDotsPerInch()
    return dpi / MM_PER_INCH


@dataclass(frozen=True)
class PaperScale:
    """How time and voltage become pixels.

    Attributes
    ----------
    px_per_mm : float
        Logical pixels per millimetre.
    speed : float
        Paper speed in mm/s.
    gain : float
        Gain in mm/mV.
    """

    px_per_mm: float = 96.0 / MM_PER_INCH
    speed: float = 25.0
    gain: float = 10.0

    @cached_property
    def px_per_second(self) -> float:
        """Logical pixels per second of record."""
        return self.px_per_mm * self.speed

    @cached_property
    def big_square(self) -> float:
        """Side of a big square of the paper (5 mm) in logical pixels."""
        return 5 * self.px_per_mm
