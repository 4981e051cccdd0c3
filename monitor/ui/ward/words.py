"""What is said of a bed: its name, its figures, its alarm, in few words."""

from __future__ import annotations

from assets.phrase import phrase
from models.vitals.signs import Sign
from monitor.alarms.lifecycle import Item, State
from monitor.bedside.ward.bed import Bed, Said
from monitor.ui.alarms.present import at_present
from monitor.ui.alarms.words import SIGNS
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import lasting

UNKNOWN = "--"
"""What stands for a figure that is not known, as on bedside monitors."""

NO_ALARM = phrase("No alarm")


def who(bed: Bed, *, named: bool) -> str:
    """What the bed's source is called; nothing where names are hidden."""
    if not named:
        return ""
    return bed.asked if bed.info is None else bed.asked.split("?")[0]


def rate(said: Said) -> str:
    """Heart rate a minute."""
    value = said.rhythm.rate_bpm if said.rhythm is not None else None
    return UNKNOWN if value is None else in_figures(value, ".0f")


def vitals(said: Said) -> str:
    """``SpO₂ 97 · ABP 121/70``, as far as there are figures; else what goes on beside the beats."""
    told = said.vitals
    parts = []
    if (spo2 := told.latest(Sign.SPO2)) is not None:
        parts.append(tr("SpO₂ {spo2:.0f}").format(spo2=spo2))
    high, low = told.latest(Sign.ABP_SYSTOLIC), told.latest(Sign.ABP_DIASTOLIC)
    if high is not None and low is not None:
        parts.append(tr("ABP {high:.0f}/{low:.0f}").format(high=high, low=low))
    if not parts:
        parts = list(dict.fromkeys(tr(state.kind.short) for state in said.states))[:2]
    return " · ".join(parts)


def foremost(said: Said) -> Item | None:
    """The alarm that a tile names: the most urgent that goes on, and where none does, that is over."""
    return next((item for item in said.alarms if item.alarm.goes_on), next(iter(said.alarms), None))


def failed(bed: Bed, *, named: bool) -> str:
    """Why there is nothing to be seen of a bed, which may say whose it is; empty where there is something."""
    if not bed.failure or named:
        return tr(bed.failure)
    return tr("Nothing comes from here; with the names shown, it says why.")


def short_alarm(bed: Bed, *, named: bool) -> str:
    """The foremost alarm where there is little room: its sign and its name."""
    item = foremost(bed.said)
    if item is None or bed.failure:
        return failed(bed, named=named) or tr(NO_ALARM)
    return _named(item)


def alarm(bed: Bed, now_s: float, *, named: bool) -> str:
    """The foremost alarm with its sign and what has become of it; else the last one, and how long ago.

    Its figure is that of now. A more urgent one that is over and that nobody has acknowledged is named behind
    it.
    """
    said, info = bed.said, bed.info
    if bed.failure:
        return failed(bed, named=named)
    item = foremost(said)
    if item is not None:
        now = item.alarm
        if info is not None:
            now = at_present(now, said.analysed, info.fs, said.rhythm, said.vitals)
        words = f"{SIGNS[now.priority]} {tr(now.title())}{_became(item)}"
        first, left = said.alarms[0], len(said.alarms) - 1
        if first is not item:
            words += f"  +  {_named(first)}{_became(first)}"
            left -= 1
        return f"{words}  +{left}" if left else words
    if said.last is None or info is None:
        return tr(NO_ALARM)
    ago = max(0.0, now_s - said.last.raised / info.fs)
    return tr("{no_alarm} · {title} {lasting} ago").format(
        no_alarm=tr(NO_ALARM), title=tr(said.last.condition.title), lasting=lasting(ago)
    )


def _named(item: Item) -> str:
    return f"{SIGNS[item.alarm.priority]} {tr(item.alarm.condition.title)}"


def _became(item: Item) -> str:
    """What has become of an alarm: one that is over may be shown for a while yet."""
    if not item.alarm.goes_on:
        return tr(" · over")
    return tr(" · acknowledged") if item.state is State.ACKNOWLEDGED else ""
