"""Where the lab's heartbeats come from: what the monitor watches; where nothing plays, the shipped recording.

It listens while it is seen, reads nothing itself, and gives beats that land on the map one by one.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from models.alerts.reasons import Channel
from monitor.ui.kit.drawing.motion import still, stilled
from monitor.ui.kit.language import named, tr
from monitor.ui.lab.heart.reader import BeatReader, LandedBeat, Wanted, told_kinds

if TYPE_CHECKING:
    from models.beats.scores import BeatScores
    from monitor.ui.session.session import Session

AFTER_S = 0.5
"""A beat is whole so long after its R peak: 0.4 s are shown, and the front end is a little behind."""

BEFORE_S = 30.0
"""Beats of so long before the pane is opened are taken, s."""

MOST_AT_ONCE = 24
"""Of more beats that wait to be whole the newest are taken."""

DEMO_LEADS = ("MLII",)
"""Leads of the shipped recording."""

DEMO_MS = 700
"""Pace of the shipped recording's beats."""


class HeartFeed(QObject):
    """Gives beats as they come.

    Parameters
    ----------
    session : Session or None
        What the monitor watches.
    recording : bool
        Whether the shipped recording's beats come where nothing plays; else none do.

    Attributes
    ----------
    source : int
        Number of what is listened to: another one for each source and each jump in it; 0 is the recording
        that ships.
    """

    landed = Signal(object)
    changed = Signal()  # another source: what has landed so far is another patient's
    failed = Signal(str)

    def __init__(
        self, session: Session | None, parent: QObject | None = None, *, recording: bool = True
    ) -> None:
        super().__init__(parent)
        self._recording = recording
        self._session = session
        self._reader: BeatReader | None = None
        self._pending: deque[tuple[int, str]] = deque(maxlen=MOST_AT_ONCE)
        self._demo: list[LandedBeat] = []
        self._next = 0
        self._passes = 0
        self.source = 0
        self.listening = False
        self._tick = QTimer(self)
        self._tick.setInterval(DEMO_MS)
        self._tick.timeout.connect(self._demo_step)
        stilled.connect(self._on_stilled)
        if session is not None:
            session.opened.connect(self._begin)
            session.pass_started.connect(self._begin)
            session.rows_arrived.connect(self._on_rows)
            session.head_moved.connect(self._on_head)

    @property
    def demo(self) -> bool:
        """Whether nothing plays, so that at most the shipped recording's beats come."""
        return self.source == 0

    @property
    def leads(self) -> tuple[str, ...]:
        """Names of the ECG leads, in the order in which a beat has them."""
        info = None if self.demo or self._session is None else self._session.info
        return DEMO_LEADS if info is None else tuple(info.lead_names[i] for i in info.ecg_leads)

    @property
    def lead(self) -> int:
        """Which of them the monitor looks at first."""
        if self.demo or self._session is None or self._session.info is None:
            return 0
        columns = self._session.info.ecg_leads
        return columns.index(self._session.lead) if self._session.lead in columns else 0

    @property
    def reference(self) -> bool:
        """Whether the record says what its beats are, and learners may see it."""
        info = None if self.demo or self._session is None else self._session.info
        return info is not None and info.shows_reference

    @property
    def words(self) -> str:
        """Whose beats they are."""
        if self.demo or self._session is None or self._session.info is None:
            return tr("Nothing plays: beats of the shipped recording.")
        return tr("Beats of {name}, as they come.").format(name=named(self._session.info.name))

    # Listening ------------------------------------------------------------------------------------

    def listen(self) -> None:
        """Give beats from now on, and those of the last seconds."""
        if not self.listening:
            self.listening = True
            self._begin()

    def rest(self) -> None:
        """Give none: nobody sees them."""
        self.listening = False
        self._tick.stop()
        self._pending.clear()

    def stop(self) -> None:
        """End the thread."""
        self.rest()
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.stop()

    def _begin(self) -> None:
        if not self.listening:
            return
        self._pending.clear()
        known = self._known()
        if known is None:
            self._begin_demo()
            return
        self._leave_demo()
        self._take(known)
        self._on_head()

    def _known(self) -> BeatScores | None:
        """The beats of the last seconds, None where nothing plays and none is known."""
        session = self._session
        if session is None or session.info is None or not session.info.ecg_leads:
            return None
        beats = session.beats_between(session.head - BEFORE_S * session.info.fs, session.head)
        return beats if session.playing or len(beats) else None

    def _leave_demo(self) -> None:
        self._tick.stop()
        self._passes += 1
        self.source = self._passes
        self.changed.emit()

    def _take(self, beats: BeatScores) -> None:
        self._pending.extend(zip(beats.index.tolist(), told_kinds(beats), strict=True))

    def _on_rows(self, channel: Channel, first: int, last: int) -> None:
        if not self.listening or channel is not Channel.ECTOPY or self._session is None:
            return
        if self.demo:
            self._begin()
            return
        self._take(self._session.beats_between(first, last + 1))

    def _on_head(self) -> None:
        session = self._session
        if not self.listening or not self._pending or self.demo or session is None or session.info is None:
            return
        info, history = session.info, session.history
        whole = session.head - AFTER_S * info.fs
        ready = [one for one in self._pending if one[0] <= whole]
        if not ready or history is None:
            return
        self._pending = deque((one for one in self._pending if one[0] > whole), MOST_AT_ONCE)
        peaks, kinds = zip(*ready, strict=True)
        wanted = Wanted(self.source, history, info.fs, info.ecg_leads, peaks, kinds, info.shows_reference)
        self._thread().ask(wanted)

    def _thread(self) -> BeatReader:
        if self._reader is None or self._reader.isFinished():
            self._reader = BeatReader()
            self._reader.landed.connect(self._on_landed)
            self._reader.failed.connect(self.failed)
            self._reader.start(BeatReader.Priority.LowPriority)
        return self._reader

    def _on_landed(self, beat: LandedBeat) -> None:
        if not np.isfinite(beat.landings.mean).any():
            return  # in no lead is there a whole beat: a gap, or the front end had not settled
        if beat.source == 0:
            self._demo.append(beat)
            if self.demo and self.listening and not self._tick.isActive():
                self._demo_step()
                self._begin_ticking()
        elif beat.source == self.source and self.listening:
            self.landed.emit(beat)

    # The shipped recording ------------------------------------------------------------------------

    def _begin_demo(self) -> None:
        self.source = 0
        self._next = 0
        self.changed.emit()
        if not self._recording:
            self._tick.stop()
        elif self._demo:
            self._demo_step()
            self._begin_ticking()
        else:
            self._thread().ask_demo()

    def _begin_ticking(self) -> None:
        """Let one beat come after the other; where nothing is to move, the first stays."""
        if still():
            self._tick.stop()
        else:
            self._tick.start()

    def _on_stilled(self, _on: bool) -> None:
        if self.demo and self._demo and self.listening:
            self._begin_ticking()

    def _demo_step(self) -> None:
        if self.demo and self._demo and self.listening:
            self.landed.emit(self._demo[self._next % len(self._demo)])
            self._next += 1
