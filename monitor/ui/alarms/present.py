"""What an alarm that goes on is about, as it is now: the figure that was measured when it came grows old.

A figure of now may lie within the limit that was passed, as an alarm goes on until it has been so for a
while: it says that it is of now.
"""

from __future__ import annotations

from dataclasses import replace

from assets.phrase import phrase
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.signal.rhythm import Rhythm
from models.vitals.readings import Readings
from models.vitals.signs import Sign
from models.vitals.stream import CUFF

RATES = frozenset(
    (
        Condition.EXTREME_TACHYCARDIA,
        Condition.EXTREME_BRADYCARDIA,
        Condition.RATE_HIGH,
        Condition.RATE_LOW,
    )
)
"""What is about the heart rate."""

SIGNS = {
    Condition.DESATURATION: Sign.SPO2,
    Condition.SPO2_LOW: Sign.SPO2,
    Condition.SPO2_HIGH: Sign.SPO2,
    Condition.PULSE_LOW: Sign.PULSE,
    Condition.PULSE_HIGH: Sign.PULSE,
    Condition.BREATHING_SLOW: Sign.RESPIRATION,
    Condition.BREATHING_FAST: Sign.RESPIRATION,
    Condition.APNOEA: Sign.BREATHLESS,
}
"""What is about one vital sign."""

PRESSURES = frozenset((Condition.PRESSURE_LOW, Condition.PRESSURE_HIGH))
"""What is about one of several vital signs, which its note names."""


def at_present(alarm: Alarm, head: int, fs: float, rhythm: Rhythm | None, vitals: Readings) -> Alarm:
    """Give an alarm with its figure of now, which says so; as it came, where it is over or has no figure.

    Parameters
    ----------
    alarm : Alarm
        The alarm.
    head : int
        Sample at which the stream stands.
    fs : float
        Sampling frequency, Hz.
    rhythm : Rhythm or None
        Heart rate at the head.
    vitals : Readings
        Vital signs at the head.
    """
    if not alarm.goes_on:
        return alarm
    if alarm.condition is Condition.ASYSTOLE:
        silent_s = (head - alarm.start) / fs
        return alarm if alarm.value is None else replace(alarm, value=max(alarm.value, silent_s))
    if alarm.condition in PRESSURES:
        sign = next((one for one in Sign if alarm.note.startswith(one.title)), None)
        value = None if sign is None else vitals.latest(sign)
        if sign is None or value is None:
            return alarm
        told = (
            phrase("{figure} {value:.0f} {unit}", figure=sign.title, value=value, unit=sign.unit)
            if sign in CUFF  # which may have measured it minutes ago
            else phrase("{figure} {value:.0f} {unit} now", figure=sign.title, value=value, unit=sign.unit)
        )
        return replace(alarm, value=value, note=told)
    if alarm.condition in RATES:
        value = None if rhythm is None else rhythm.rate_bpm
    else:
        value = vitals.latest(SIGNS[alarm.condition]) if alarm.condition in SIGNS else None
    if value is None:
        return alarm
    unit = alarm.condition.unit
    note = (
        phrase("{value:.0f}{unit} now", value=value, unit=unit)
        if unit.startswith("/")
        else phrase("{value:.0f} {unit} now", value=value, unit=unit)
    )
    return replace(alarm, value=value, note=note)
