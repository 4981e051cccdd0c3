"""When what flashes is lit: by the clock, so that frames may come as they will.

IEC 60601-1-8:2020, table 2: high priority 1.4 to 2.8 Hz, medium 0.4 to 0.8 Hz, both lit for 20 to 60 % of the
time; low priority is lit all the time. Both rates are below the three flashes a second of WCAG 2.3.1. Where
the user wants nothing to flash, all are lit all the time, and what nobody acknowledged has a frame instead.
"""

from __future__ import annotations

from models.alerts.kinds import Priority
from monitor.ui.kit.drawing.motion import still

RATES_HZ = {Priority.HIGH: 2.0, Priority.MEDIUM: 0.6}
"""Flashes a second; a priority without one does not flash."""

DUTY = 0.5
"""Share of the time for which it is lit."""


def lit(priority: Priority, now_s: float) -> bool:
    """Whether an alarm of a priority is lit at a moment, s of any clock that goes on."""
    rate = RATES_HZ.get(priority)
    return rate is None or still() or now_s * rate % 1.0 < DUTY
