"""Which alarms are shown: those at the bedside; where one has gone back, those of then."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import URGENCY, Item, State
from monitor.ui.alarms.present import at_present
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import clock
from monitor.ui.session.session import Session

ADVISED_S = 60.0
"""The models' alerts of so long are counted, s."""


@dataclass(frozen=True)
class Shown:
    """The alarms that are on the screen.

    Attributes
    ----------
    items : tuple of Item
        The most urgent first.
    past : bool
        Whether they are of a moment that was analysed before: nothing sounds, flashes or is to be done.
    """

    items: tuple[Item, ...] = ()
    past: bool = False

    @property
    def foremost(self) -> Item | None:
        """The one that is shown first."""
        return self.items[0] if self.items else None

    def first(self, conditions: Collection[Condition]) -> Item | None:
        """The first one of these conditions: the figure that they are about takes its colour."""
        return next((item for item in self.items if item.alarm.condition in conditions), None)

    def flashes(self, item: Item) -> bool:
        """Whether an alarm flashes: nobody has acknowledged it."""
        return not self.past and item.state is not State.ACKNOWLEDGED


def shown(session: Session) -> Shown:
    """The alarms that are to be shown at the head, with the figures of now."""
    if session.info is None:
        return Shown()
    if session.analysed_before:
        known = session.alarms.known_at(session.head)
        return Shown(tuple(Item(alarm, State.ACTIVE, 0.0) for alarm in known), past=True)
    items = session.alarms.items
    if not items:
        return Shown()
    head, fs, rhythm, vitals = session.head, session.info.fs, session.rhythm, session.vitals
    return Shown(
        tuple(replace(item, alarm=at_present(item.alarm, head, fs, rhythm, vitals)) for item in items)
    )


def sounding(session: Session) -> Priority | None:
    """The priority that is to be heard here: none while the stream stands still or shows what was before."""
    heard = session.playing and not session.analysed_before
    return session.alarms.sounding if heard else None


def foremost(*heard: Priority | None) -> Priority | None:
    """The most urgent of several priorities that are to be heard; None where there is silence everywhere."""
    return min((one for one in heard if one is not None), key=URGENCY.index, default=None)


def advised(session: Session) -> str:
    """How many alerts the models raised of late, and the last one; empty where there was none."""
    info, last = session.info, session.last_alert
    if info is None or last is None:
        return ""
    since = session.head - ADVISED_S * info.fs
    count = sum(event.end >= since for event in session.alerts_between(since, session.head))
    said = tr("{title} at {clock}").format(title=tr(last.kind.title), clock=clock(last.peak / info.fs))
    if not count:
        return tr("Last alert: {said}.").format(said=said)
    return tr("%n alert(s) within a minute, the last: {said}.", "", count).format(said=said)
