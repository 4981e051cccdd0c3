"""What is watched, recorded as it streams: a thread of its own, so that a slow disk holds nobody up."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from assets.causes import words_of
from assets.sources.source import Source, SourceBlock
from models.alarms.alarm import Alarm
from models.judging.labels import beat_classes
from models.scenario.source import disturbances_in
from monitor.alarms.lifecycle import Change, Entry
from monitor.mishaps.log import note
from monitor.stream.recording.labels import SETTLED_S
from monitor.stream.recording.recorder import Recorder
from monitor.stream.replay import Replay
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.session.session import Session

EVERY_S = 0.1
"""How often the thread looks for new samples, s."""

BITE_S = 10.0
"""So much signal is written at once where the recording is behind, s."""

LABEL_S = 0.5
"""Beats whose class is settled are handed over once so much signal has come, s."""

RECENT_S = 0.1
"""The newest beats, by what is known of them now, are handed over so often, s."""

LAST_BITES = 1000
"""A recording that is to end writes no more than so many bites of what it has not written yet."""


class RecordingThread(BackgroundThread):
    """Writes what a replay brings, from the present moment until it is stopped.

    ``told`` carries the alarm that recording has stopped, or that it goes on.

    Parameters
    ----------
    replay : Replay
        The stream.
    folder : Path
        Where to.
    source : Source
        What is replayed; it knows which artefacts are in it.
    """

    told = Signal(object, object)

    def __init__(self, replay: Replay, folder: Path, source: Source) -> None:
        super().__init__()
        self.recorder = Recorder(replay.info, folder, artefacts=partial(disturbances_in, source))
        self._replay = replay
        self._reader = replay.reader(from_head=True)
        self._bite = round(BITE_S * replay.info.fs)
        self._generation, self._at = -1, self._reader.position
        self._said: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    @property
    def problem(self) -> str:
        """Why nothing is written now; empty while all is well."""
        return self.recorder.problem

    def beats(self, samples: Sequence[int], symbols: Sequence[str]) -> None:
        """Take our beats, from any thread."""
        self._said.put(partial(self.recorder.beats, samples, symbols))

    def recent_beats(self, samples: Sequence[int], symbols: Sequence[str]) -> None:
        """Take the newest beats by what is known of them now, from any thread."""
        self._said.put(partial(self.recorder.recent_beats, samples, symbols))

    def alarms(self, news: Sequence[Alarm]) -> None:
        """Take alarms that began or ended, from any thread."""
        self._said.put(partial(self.recorder.alarms, news))

    def reach(self, generation: int, head: int) -> None:
        """Write up to `head` first: the stream goes elsewhere and lets go of what is unread."""
        self._said.put(partial(self._reach, generation, head))

    def run(self) -> None:
        """Write until stopped. Any error ends the recording and is told, never the program."""
        try:
            while not self.stopping:
                self._write()
                self.pause(EVERY_S)
            self._write()
            self._tell(self.recorder.close())
        except Exception as error:
            note("The recording ended", error)
            self._tell(self.recorder.give_up(words_of(error) or type(error).__name__))

    def _write(self) -> None:
        for _ in range(LAST_BITES):
            block = self._reader.read(self._bite)
            if block is None:
                break
            if block.generation != self._generation:
                self._listen()
                self._generation = block.generation
            self._take(block.start, block.samples)
        self._listen()

    def _listen(self) -> None:
        while not self._said.empty():
            self._said.get()()

    def _reach(self, generation: int, head: int) -> None:
        if self._generation in (generation, -1):
            while self._at < head:
                stop = min(head, self._at + self._bite)
                self._take(self._at, self._replay.history.between(self._at, stop))

    def _take(self, start: int, samples: npt.NDArray[np.float32]) -> None:
        self._at = start + len(samples)
        known = self._replay.history.annotations(start, self._at)
        news = self.recorder.take(SourceBlock(start, samples, known))
        if news:
            self._tell(news)

    def _tell(self, news: tuple[Alarm, ...]) -> None:
        if news:
            self.told.emit(self, news)


class Recording(QObject):
    """Whether what is watched is recorded, and where; another source begins another record.

    ``changed`` tells that a recording has begun or ended; ``told`` carries the alarms of `RecordingThread`,
    and the sentence for them.

    Parameters
    ----------
    session : Session
        What is watched.
    """

    changed = Signal()
    told = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._thread: RecordingThread | None = None
        self.folder: Path | None = None
        """Where it records to; None while it is off."""
        self._alarms: dict[tuple[object, ...], bool] = {}  # those that were written, and whether as going on
        self._labelled = 0  # sample up to which beats have been handed over
        self._recent = 0  # sample at which the newest beats were
        self._ended_s = 0.0
        session.opened.connect(self._begin)
        session.closing.connect(self._end)
        session.jumping.connect(self._on_jump)
        session.pass_started.connect(self._on_pass)
        session.head_moved.connect(self._label)
        session.alarms.heard.connect(self._on_alarm)

    @property
    def on(self) -> bool:
        """Whether it is on; whether it can write says `problem`."""
        return self.folder is not None

    @property
    def name(self) -> str:
        """How the record is called that is being written; empty where there is none."""
        return self._thread.recorder.name if self._thread is not None else ""

    @property
    def problem(self) -> str:
        """Why nothing is written now; empty while all is well."""
        return self._thread.problem if self._thread is not None else ""

    @property
    def seconds(self) -> float:
        """How much has been written of the source that is on, s; once it has ended, of the last one."""
        thread = self._thread
        return _seconds(thread.recorder) if thread is not None else self._ended_s

    def start(self, folder: Path) -> None:
        """Record to a folder from the present moment on."""
        self.stop()
        self.folder = folder
        if self._session.replay is not None:
            self._begin()
        self.changed.emit()

    def stop(self) -> tuple[Path, ...]:
        """Record no more; give the headers of what was recorded of the source that is on."""
        self.folder = None
        headers = self._end()
        self.changed.emit()
        return headers

    def _begin(self) -> None:
        session = self._session
        if self.folder is None or session.replay is None or session.heard is None or self._thread is not None:
            return
        self._labelled = session.head
        self._alarms.clear()
        self._thread = RecordingThread(session.replay, self.folder, session.heard)
        self._thread.told.connect(self._on_told)
        self._thread.start()

    def _end(self) -> tuple[Path, ...]:
        thread = self._thread
        if thread is None:
            return ()
        self._hand_over(self._session.head)
        self._thread = None
        thread.stop()
        self._ended_s = _seconds(thread.recorder)  # only now all of it is written
        self._session.alarms.take(thread.recorder.finish())
        return tuple(thread.recorder.headers)

    def _on_told(self, thread: RecordingThread, news: tuple[Alarm, ...]) -> None:
        if thread is self._thread:
            self._session.alarms.take(news)
            self.told.emit(news, thread.problem)

    def _on_alarm(self, entry: Entry) -> None:
        """Write that an alarm began, and that it is over: each once."""
        alarm = entry.alarm
        place = alarm.condition, alarm.lead, alarm.start, alarm.raised
        if self._thread is None or self._alarms.get(place) == alarm.goes_on:
            return
        if alarm.goes_on and entry.change not in (Change.RAISED, Change.NOTED):
            return  # acknowledged, or another took its place
        self._alarms[place] = alarm.goes_on
        self._thread.alarms([alarm])

    # Beats ----------------------------------------------------------------------------------------

    def _on_jump(self) -> None:
        if self._thread is not None and self._session.replay is not None:
            self._thread.reach(self._session.generation, self._session.replay.position)
            # From where the stream goes on they are settled no more.
            self._hand_over(self._session.head)

    def _on_pass(self) -> None:
        self._labelled = self._session.pass_start

    def _label(self) -> None:
        """Hand over the beats whose class is settled: those that were just found, and those known before."""
        session = self._session
        if self._thread is None or session.info is None:
            return
        # What the worker has analysed and this thread has not taken over yet is not known here.
        known = min(session.head, session.analysed)
        if abs(known - self._recent) >= RECENT_S * session.info.fs:
            self._recent = known
            self._thread.recent_beats(*self._beats(self._labelled, known))
        until = known - round(SETTLED_S * session.info.fs)
        if until - self._labelled >= LABEL_S * session.info.fs:
            self._hand_over(until)

    def _hand_over(self, until: int) -> None:
        first, self._labelled = self._labelled, max(self._labelled, until)
        if self._thread is not None:
            self._thread.beats(*self._beats(first, self._labelled))
            self._thread.recent_beats(*self._beats(self._labelled, self._session.head))

    def _beats(self, first: int, stop: int) -> tuple[list[int], list[str]]:
        """R peaks between two samples, and their symbols as far as they are known."""
        beats = self._session.beats_between(first, stop)
        if not len(beats):
            return [], []
        alerts = self._session.alerts_between(first, stop)
        return beats.index.tolist(), [one.value for one in beat_classes(beats, alerts)]


def _seconds(recorder: Recorder) -> float:
    return recorder.written / recorder.info.fs
