"""The alarms of a ward: they are kept and heard whatever page is shown, and whichever bed is open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from models.alarms.limits import Limits
from models.alerts.kinds import Priority
from monitor.alarms.journaling.feed import Feed
from monitor.alarms.lifecycle import URGENCY, Audio, Change, Entry, most_urgent
from monitor.bedside.ward.bed import Bed
from monitor.bedside.ward.hearing import Hearing
from monitor.bedside.ward.ward import Ward
from monitor.ui.kit.joins import labelled
from monitor.ui.kit.language import tr
from monitor.ui.session.keeping.journal import SessionJournal
from monitor.ui.session.session import Session

LOOK_MS = 100
"""Between two looks at what has happened, in milliseconds: so much later an alarm is heard at most."""


class WardAlarms(QObject):
    """Follows the alarms of the beds of a ward, while there is one.

    A ward has one sound, that of its most urgent alarm; silence is that of the whole window.

    Parameters
    ----------
    session : Session
        Whose limits and whose silence hold for the ward too.
    journal : SessionJournal
        Where the alarms are kept.

    Attributes
    ----------
    ward : Ward or None
        Whose alarms.
    named : bool
        Whether the journal says which patient is in a bed, or the bed's number alone.
    """

    def __init__(self, session: Session, journal: SessionJournal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ward: Ward | None = None
        self.named = True
        self._session, self._journal = session, journal.journal
        self._set_up = session.alarms.set_up
        self._hearings: list[tuple[Bed, Hearing]] = []
        self._feeds: dict[int, Feed] = {}
        self._come: set[Priority] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    @property
    def sounding(self) -> Priority | None:
        """The priority that is to be heard of the beds; None where there is silence."""
        if self.ward is None or self._session.life_cycle.audio is not Audio.ON:
            return None
        heard = (most_urgent(bed.said.alarms) for bed in self.ward.beds if not bed.frozen)
        return min((one for one in heard if one is not None), key=URGENCY.index, default=None)

    def take_come(self) -> set[Priority]:
        """Give, once, the priorities of the alarms that have come."""
        come, self._come = self._come, set()
        return come

    def attend(self, ward: Ward) -> None:
        """Follow a ward from now on; it raises alarms by the limits that are set."""
        self.leave()
        self.ward, self._set_up = ward, self._session.alarms.set_up
        self._hearings = [(bed, bed.listen()) for bed in ward.beds]
        self._timer.start(LOOK_MS)

    def leave(self) -> None:
        """Follow it no more: its alarms end, and what is known of them is kept."""
        self._timer.stop()
        for bed, hearing in self._hearings:
            bed.clear_alarms()
            self._hear(bed, hearing)
            bed.ignore(hearing)
        for feed in self._feeds.values():
            feed.leave()
        self._hearings, self._feeds, self.ward = [], {}, None
        self._come.clear()

    def look(self) -> None:
        """Take over what has happened."""
        if self.ward is not None and self._set_up is not self._session.alarms.set_up:
            self._set_up = self._session.alarms.set_up
            self.ward.change_alarms(self._set_up)
        for bed, hearing in self._hearings:
            bed.tick()
            self._hear(bed, hearing)

    def _hear(self, bed: Bed, hearing: Hearing) -> None:
        if bed.replay is None:
            return
        for one in hearing.take():
            if isinstance(one, Entry):
                self._feed(bed).tell(one)
                if one.change is Change.RAISED:
                    self._come.add(one.alarm.priority)
                    if one.alarm.condition.lethal:
                        self._session.alarms.break_through()
        if bed.number in self._feeds:
            self._feeds[bed.number].advance(bed.replay.position)

    def _feed(self, bed: Bed) -> Feed:
        feed = self._feeds.get(bed.number)
        if feed is None:
            assert bed.replay is not None
            history, info = bed.replay.history, bed.replay.info
            feed = self._journal.feed(info, history.between, self._limits, partial(self._name, bed))
            self._feeds[bed.number] = feed
        return feed

    def _limits(self) -> Limits:
        return self._set_up.limits

    def _name(self, bed: Bed) -> str:
        own = tr("Bed {number}").format(number=bed.number)
        return labelled(own, bed.info.name) if self.named and bed.info is not None else own
