"""What is watched, published as it streams: a thread of its own, so that the network holds nobody up."""

from __future__ import annotations

import queue
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from assets.errors import AssetError
from models.judging.labels import beat_classes
from monitor.alarms.lifecycle import Change, Entry
from monitor.stream.publishing.publisher import Publisher
from monitor.stream.recording.labels import SETTLED_S
from monitor.stream.replay import Replay
from monitor.ui.kit.language import complaint
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.session.session import Session

EVERY_S = 0.02
"""How often the thread looks for new samples, s."""

BITE_S = 2.0
"""So much signal is sent at once where the thread is behind, s."""

LAST_BITES = 30
"""What is to end sends no more than so many bites of what it has not sent yet."""

LABEL_S = 0.5
"""Beats are handed over once so much signal has come, s."""

ALERTS_S = 60.0
"""Alerts so far behind the head are told where they were not yet, s."""

MakePublisher = Callable[..., Publisher]


class PublishingThread(BackgroundThread):
    """Sends what a replay brings, from the present moment until it is stopped.

    ``failed`` carries itself and the sentence that says why nothing is sent.

    Parameters
    ----------
    replay : Replay
        The stream.
    name : str
        Under which name.
    make : callable
        Makes the publisher; called in this thread.
    """

    failed = Signal(object, str)
    began = Signal(object)

    def __init__(self, replay: Replay, name: str, make: MakePublisher = Publisher) -> None:
        super().__init__()
        self._replay, self._name, self._make = replay, name, make
        self._reader = replay.reader(from_head=True)
        self._bite = max(1, round(BITE_S * replay.info.fs))
        self._generation, self._at = -1, self._reader.position
        self._said: queue.SimpleQueue[Callable[[Publisher], None]] = queue.SimpleQueue()
        self._publisher: Publisher | None = None
        self.heard, self.sent = False, 0

    def say(self, what: Callable[[Publisher], None]) -> None:
        """Have something said, from any thread, behind the samples that are due by now."""
        self._said.put(what)

    def reach(self, generation: int, head: int) -> None:
        """Send up to `head` first: the stream goes elsewhere and lets go of what is unread."""
        self._said.put(partial(self._reach, generation, head))

    def run(self) -> None:
        """Publish until stopped. Any error ends it and is told, never the program."""
        try:
            publisher = self._publisher = self._make(self._replay.info, self._name)
        except AssetError as error:
            self.failed.emit(self, complaint(error))
            return
        self.began.emit(self)
        try:
            while not self.stopping:
                self._send(publisher)
                self.heard, self.sent = publisher.heard, publisher.sent
                self.pause(EVERY_S)
            self._send(publisher)
        except Exception as error:
            self.failed.emit(self, complaint(error) or type(error).__name__)
        finally:
            self._publisher = None
            publisher.close()

    def _send(self, publisher: Publisher) -> None:
        for _ in range(LAST_BITES):
            block = self._reader.read(self._bite)
            if block is None:
                break
            if block.generation != self._generation:
                self._listen(publisher)
                self._generation = block.generation
            publisher.take(block.start, block.samples, self._replay.speed)
            self._at = block.stop
        self._listen(publisher)

    def _listen(self, publisher: Publisher) -> None:
        while not self._said.empty():
            self._said.get()(publisher)

    def _reach(self, generation: int, head: int, publisher: Publisher) -> None:
        if self._generation not in (generation, -1):
            return
        while self._at < head:
            stop = min(head, self._at + self._bite)
            publisher.take(self._at, self._replay.history.between(self._at, stop), self._replay.speed)
            self._at = stop


class Publishing(QObject):
    """Whether what is watched is published, and under which name; another source goes on under it.

    ``changed`` tells that it is on or off; ``began`` that the streams are there, once each time that it is
    started; ``failed`` carries why they could not be.

    Parameters
    ----------
    session : Session
        What is watched.
    make : callable
        Makes a publisher.
    """

    changed = Signal()
    began = Signal()
    failed = Signal(str)

    def __init__(
        self, session: Session, parent: QObject | None = None, make: MakePublisher = Publisher
    ) -> None:
        super().__init__(parent)
        self._session, self._make = session, make
        self._thread: PublishingThread | None = None
        self.name = ""
        """Under which name; empty while it is off."""
        self._told = False
        self._labelled = 0
        session.opened.connect(self._begin)
        session.closing.connect(self._end)
        session.jumping.connect(self._on_jump)
        session.pass_started.connect(self._on_pass)
        session.head_moved.connect(self._label)
        session.alert_added.connect(self._on_alert)
        session.transport_changed.connect(self._on_transport)
        session.alarms.heard.connect(self._on_alarm)

    @property
    def on(self) -> bool:
        """Whether it is on."""
        return bool(self.name)

    @property
    def heard(self) -> bool:
        """Whether anybody listens."""
        return self._thread is not None and self._thread.heard

    @property
    def seconds(self) -> float:
        """How much has been sent of the source that is on, s."""
        info = self._session.info
        return 0.0 if self._thread is None or info is None else self._thread.sent / info.fs

    def start(self, name: str) -> None:
        """Publish under a name from the present moment on."""
        self.stop()
        self.name, self._told = name, False
        self._begin()
        self.changed.emit()

    def stop(self) -> None:
        """Publish no more."""
        if self.on:
            self.name = ""
            self._end()
            self.changed.emit()

    def _begin(self) -> None:
        if not self.on or self._session.replay is None or self._thread is not None:
            return
        self._labelled = self._session.head
        thread = self._thread = PublishingThread(self._session.replay, self.name, self._make)
        thread.failed.connect(self._on_failed)
        thread.began.connect(self._on_began)
        thread.start()

    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()

    def _on_began(self, thread: PublishingThread) -> None:
        if thread is self._thread and not self._told:
            self._told = True
            self.began.emit()

    def _on_failed(self, thread: PublishingThread, why: str) -> None:
        if thread is self._thread:
            self.stop()
            self.failed.emit(why)

    # What is said of it ---------------------------------------------------------------------------

    def _say(self, what: Callable[[Publisher], None]) -> None:
        if self._thread is not None:
            self._thread.say(what)

    def _on_transport(self) -> None:
        replay = self._session.replay
        if replay is not None and not replay.playing:
            self._say(lambda publisher: publisher.state(False))

    def _on_jump(self) -> None:
        if self._thread is not None and self._session.replay is not None:
            self._thread.reach(self._session.generation, self._session.replay.position)
            # From where the stream goes on they are settled no more.
            self._hand_over(self._session.head)

    def _on_pass(self) -> None:
        self._labelled = self._session.pass_start

    def _on_alarm(self, entry: Entry) -> None:
        alarm = entry.alarm
        if alarm.goes_on and entry.change not in (Change.RAISED, Change.NOTED):
            return  # acknowledged, or another took its place
        self._say(lambda publisher: publisher.alarms([alarm]))

    def _on_alert(self) -> None:
        session = self._session
        if self._thread is None or session.info is None:
            return
        first = session.head - ALERTS_S * session.info.fs
        found = [e for e in session.alerts_between(first, session.head) if e is not session.open_alert]
        self._say(lambda publisher: publisher.alerts(found))

    def _label(self) -> None:
        """Hand over the beats whose class is settled."""
        session = self._session
        if self._thread is None or session.info is None:
            return
        until = min(session.head, session.analysed) - round(SETTLED_S * session.info.fs)
        if until - self._labelled >= LABEL_S * session.info.fs:
            self._hand_over(until)

    def _hand_over(self, until: int) -> None:
        session = self._session
        first, self._labelled = self._labelled, max(self._labelled, until)
        beats = session.beats_between(first, until)
        if len(beats):
            told = [one.value for one in beat_classes(beats, session.alerts_between(first, until))]
            samples = beats.index.tolist()
            self._say(lambda publisher: publisher.beats(samples, told))
