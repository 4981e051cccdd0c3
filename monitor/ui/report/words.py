"""How a logged alarm is told, on the page and in print."""

from __future__ import annotations

from datetime import datetime

from assets.phrase import phrase
from models.alerts.kinds import Priority
from monitor.alarms.journaling.lines import Logged
from monitor.alarms.lifecycle import Change
from monitor.ui.kit.figures import day_and_time, time_of_day
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import lasting

SIGNS = {Priority.HIGH: "!!!", Priority.MEDIUM: "!!", Priority.LOW: "!", Priority.ADVISORY: "·"}
"""Marks of the priorities: they are told by more than their colour."""

HAPPENED = {
    Change.RAISED: phrase("raised"),
    Change.ACKNOWLEDGED: phrase("acknowledged"),
    Change.LATCHED: phrase("over, not acknowledged"),
    Change.ENDED: phrase("gone"),
    Change.NOTED: phrase("noted"),
}


def when(moment: datetime, *, with_day: bool = True) -> str:
    """The time of day in the present time zone."""
    here = moment.astimezone()
    return day_and_time(here) if with_day else time_of_day(here)


def lately(moment: datetime) -> str:
    """The same, without the day where that is today."""
    return when(moment, with_day=moment.astimezone().date() != datetime.now().astimezone().date())


def state_words(logged: Logged, *, now: bool) -> str:
    """What has become of an alarm; `now` says whether it is of the present start."""
    seen, state = logged.acknowledged, logged.state
    if state == "active" and not now:
        return tr("not ended")
    by = tr(" by {by}").format(by=seen.by) if seen is not None and seen.by else ""
    if state == "over" and seen is not None:
        return tr("over, acknowledged{by}").format(by=by)
    if state == "acknowledged":
        return tr("acknowledged{by}").format(by=by)
    if state in (Change.LATCHED, Change.NOTED):
        return tr(HAPPENED[Change(state)])
    return {"active": tr("active", "an alarm"), "over": tr("over", "an alarm")}.get(state, state)


def lasted_words(logged: Logged) -> str:
    """How long it was the case."""
    seconds = logged.lasted_s
    return "" if seconds is None else lasting(seconds)


def history_words(logged: Logged) -> str:
    """What happened to it, one after the other, as a sentence without its full stop."""
    told = listed(
        f"{tr(HAPPENED[one.change])} {when(one.at, with_day=False)}"
        f"{tr(' by {by}').format(by=one.by) if one.by else ''}"
        for one in logged.happened
    )
    return f"{told[:1].upper()}{told[1:]}"


def limits_words(logged: Logged) -> str:
    """The limit that was passed, in words; empty where there is none."""
    why = tr(logged.alarm.why())
    return tr("{words}.").format(words=f"{why[0].upper()}{why[1:]}") if why else ""
