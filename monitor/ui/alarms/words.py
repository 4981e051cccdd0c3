"""What is said of an alarm at the bedside: its sign, its name, and the reason with since when and where."""

from __future__ import annotations

from collections.abc import Sequence

from assets.phrase import phrase
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition, Nature
from models.alerts.events import joined_leads
from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import Item, State
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import clock

SIGNS = {Priority.HIGH: "!!!", Priority.MEDIUM: "!!", Priority.LOW: "!", Priority.ADVISORY: "i"}
"""The sign of each priority: as many exclamation marks as bedside monitors show."""

REASONS = {
    Condition.ASYSTOLE: phrase("no beat for"),
    Condition.FLUTTER: phrase("waves follow each other without QRS complexes"),
    Condition.VENTRICULAR_TACHYCARDIA: phrase("ventricular beats in a row at"),
    Condition.EXTREME_TACHYCARDIA: phrase("heart rate"),
    Condition.EXTREME_BRADYCARDIA: phrase("heart rate"),
    Condition.PAUSE: phrase("no beat for"),
    Condition.BIGEMINY: phrase("every second beat is ventricular"),
    Condition.TRIGEMINY: phrase("every third beat is ventricular"),
    Condition.ATRIAL_FIBRILLATION: phrase("RR intervals without any order"),
    Condition.NO_LEAD: phrase("no alarm about the heart can come"),
}
"""What stands before the figures of a condition that does not say of itself what was found."""

NOT_OF_THE_ECG = frozenset(
    (
        Condition.APNOEA,
        Condition.DESATURATION,
        Condition.PRESSURE_LOW,
        Condition.PRESSURE_HIGH,
        Condition.SPO2_LOW,
        Condition.SPO2_HIGH,
        Condition.PULSE_LOW,
        Condition.PULSE_HIGH,
        Condition.BREATHING_SLOW,
        Condition.BREATHING_FAST,
    )
)
"""What is found in another signal: the leads that are analysed do not show it."""


def name(alarm: Alarm) -> str:
    """``VENTRICULAR TACHYCARDIA``."""
    return tr(alarm.condition.title).upper()


def called(alarm: Alarm) -> str:
    """``!! PAUSE``: sign and name."""
    return f"{SIGNS[alarm.priority]} {name(alarm)}"


def measured(alarm: Alarm) -> str:
    """What was found and measured, and the limit. May be empty."""
    said = tr(alarm.title()).removeprefix(tr(alarm.condition.title)).removeprefix(": ").removeprefix("：")
    if alarm.value is not None and alarm.limit is not None:
        unit = tr(alarm.condition.unit)
        with_unit = (
            f"{in_figures(alarm.limit)}{unit}"
            if unit.startswith("/")
            else f"{in_figures(alarm.limit)} {unit}".rstrip()
        )
        said = tr("{said} (limit {limit})").format(said=said, limit=with_unit)
    return f"{tr(REASONS.get(alarm.condition, ''))} {said}".strip()


def told(item: Item, fs: float, leads: Sequence[str]) -> str:
    """The reason in words, since when, in which leads, and what has become of it.

    Parameters
    ----------
    item : Item
        The alarm.
    fs : float
        Sampling frequency of the source, Hz.
    leads : sequence of str
        Names of the leads that are analysed.
    """
    alarm = item.alarm
    began = clock(alarm.start / fs)
    when = (
        tr("since {began}").format(began=began)
        if alarm.end is None
        else tr("{began} to {clock}").format(began=began, clock=clock(alarm.end / fs))
    )
    about_signal = alarm.condition.nature is Nature.TECHNICAL
    elsewhere = about_signal or alarm.condition in NOT_OF_THE_ECG
    where = alarm.lead or ("" if elsewhere else joined_leads(leads))
    became = {
        State.ACTIVE: "",
        State.ACKNOWLEDGED: tr("acknowledged"),
        State.LATCHED: tr("over, not acknowledged"),
    }[item.state]
    return " · ".join(part for part in (became, measured(alarm), when, where) if part)
