"""The stream while learners mark it: strips, who presses what, and from when to when they watched."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from PySide6.QtCore import QObject, Signal

from assets.phrase import phrase
from assets.records.record import Annotations
from assets.sources.source import Source
from models.patients.artefacts.kinds import ARTEFACTS
from models.patients.artefacts.source import Artefacts
from models.scenario.player import Happened, What
from models.scenario.source import ScenarioSource
from monitor.alarms.lifecycle import Audio, Change, Entry
from monitor.bedside.teaching.file import Span
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import KEY_ROWS, Mark
from monitor.bedside.teaching.truth import ASKED_S, Episode, Truth, truth
from monitor.ui.kit.language import named, tr
from monitor.ui.pages.context import Context
from monitor.ui.teaching.parts.strips import Strips

LOUD_DB = 6.0
"""Noise at this signal-to-noise ratio or a worse one is to be named, dB."""


class Watching(QObject):
    """A stretch of the session's stream that learners watch, from now on.

    Parameters
    ----------
    context : Context
        The session.
    names : iterable of str
        Learners.
    together : bool
        Whether each has keys of his own; else `turn` says whose turn it is.

    Attributes
    ----------
    start, stop : int
        First sample that is watched, and the one after the newest so far.
    marks : list of Mark
        What was marked.
    turn : int
        Number of the learner whose turn it is.
    """

    marked = Signal(object)
    """A `Mark` that was made."""

    ended = Signal(str)
    """It cannot go on; why, in a sentence, empty where the record is at its end."""

    def __init__(
        self, context: Context, names: Iterable[str], *, together: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = context.session
        self.names, self.together = tuple(names), together
        self.marks: list[Mark] = []
        self.turn = 0
        self._on: dict[str, int] = {}
        self._artefacts: list[Episode] = []
        self.start = self.stop = self._session.head
        self.source = self._session.source
        self._over = False
        self._acknowledged: list[Span] = []
        self._session.alarms.heard.connect(self._on_alarm)
        self._sounded = self._session.life_cycle.audio is not Audio.OFF
        self._session.alarms.turn_audio(False)  # a tone would tell
        self._session.opened.connect(self._on_opened)
        self._session.pass_started.connect(self._on_jump)

    @property
    def who(self) -> str:
        """Whose turn it is."""
        return self.names[self.turn % len(self.names)]

    def next_turn(self) -> None:
        """The next learner's turn."""
        self.turn = (self.turn + 1) % len(self.names)

    def _on_opened(self) -> None:
        self.end(tr("Another source was put on: the class ended there."))

    def _on_jump(self) -> None:
        if self._session.pass_start == self.stop:
            return  # a pass that begins where one is: the first one of a source
        self.end(tr("The stream went to another place: the class ended there."))

    def frame(self) -> None:
        """Follow the stream; end where it ends."""
        if self._over:
            return
        self.stop = max(self.stop, self._session.head)
        self._look_for_artefacts()
        replay = self._session.replay
        if replay is not None and replay.ended and not self._session.playing:
            self.end("")

    def end(self, why: str) -> None:
        """Watch no longer."""
        if not self._over:
            self._over = True
            self._session.alarms.heard.disconnect(self._on_alarm)
            if self._sounded:
                self._session.alarms.turn_audio(True)
            self._session.opened.disconnect(self._on_opened)
            self._session.pass_started.disconnect(self._on_jump)
            self.ended.emit(why)

    def _on_alarm(self, entry: Entry) -> None:
        if entry.change is Change.ACKNOWLEDGED:
            at = max(self._session.head - 1, self.start)
            self._acknowledged.append(
                Span(
                    at, at, tr("Acknowledged: {title}").format(title=tr(entry.alarm.condition.title)), "deed"
                )
            )

    def events(self) -> tuple[Span, ...]:
        """Give what else happened: alarms that were acknowledged, and what a scenario tells."""
        return tuple(sorted((*self._acknowledged, *happened_in(self.source, self.start, self.stop)), key=_at))

    # Marks ----------------------------------------------------------------------------------------

    def takes(self, key: str) -> bool:
        """Whether a key marks something."""
        return self._meaning(key) is not None

    def press(self, key: str) -> None:
        """Mark what a key means."""
        meaning = self._meaning(key)
        if meaning is not None:
            self.mark(*meaning)

    def mark(self, learner: str, finding: Finding | None, sample: int | None = None) -> None:
        """Mark something at the newest sample, or at one that was clicked."""
        if self._over:
            return
        at = self._session.head if sample is None else sample
        # The newest sample that is there; the head is the one after it.
        mark = Mark(
            learner, max(self.start, at if sample is not None else at - 1), finding, sample is not None
        )
        self.marks.append(mark)
        self.marked.emit(mark)

    def _meaning(self, key: str) -> tuple[str, Finding | None] | None:
        rows = KEY_ROWS[: len(self.names)] if self.together else KEY_ROWS[:1]
        for i, row in enumerate(rows):
            who = self.names[i] if self.together else self.who
            if key == row.now:
                return who, None
            if key in row.findings:
                return who, list(Finding)[row.findings.index(key)]
        return None

    def marks_in(self, colour: Callable[[Mark], str], first: float, last: float) -> list[tuple[int, str]]:
        """Give the marks between two samples with their colours."""
        return [(m.sample, colour(m)) for m in self.marks if first <= m.sample <= last]

    # The truth ------------------------------------------------------------------------------------

    def notes(self) -> Annotations:
        """Give all annotations up to where it stands."""
        history = self._session.history
        if history is None:
            return Annotations(np.zeros(0, dtype=np.int64), (), ())
        return history.annotations(0, self.stop)

    def truth(self) -> Truth:
        """Say what was so in what was watched, the artefacts that someone put on included."""
        info = self._session.info
        assert info is not None
        more = [self._disturbed(kind, since, self.stop) for kind, since in self._on.items()]
        return truth(self.notes(), info.fs, self.start, self.stop, (*self._artefacts, *more))

    def _look_for_artefacts(self) -> None:
        """Note which artefacts are on, and from when to when they were: no annotation tells of them."""
        on = {kind for kind, amount in artefacts_on(self.source).items() if hides(kind, amount)}
        for kind in on - self._on.keys():
            self._on[kind] = self.stop
        for kind in self._on.keys() - on:
            self._artefacts.append(self._disturbed(kind, self._on.pop(kind), self.stop))

    def _disturbed(self, kind: str, start: int, stop: int) -> Episode:
        words, fs = ARTEFACTS[kind].words, self._session.info.fs if self._session.info is not None else 1.0
        long = stop - start >= ASKED_S * fs
        return Episode(Finding.ARTEFACT, start, stop - 1, words, asked=long, begins=start > self.start)


HAPPENED = {
    What.STEP: phrase("Step"),
    What.SAY: phrase("Say"),
    What.ASK: phrase("Ask"),
    What.DEED: phrase("Deed"),
    What.ANSWER: phrase("Answer"),
    What.ALARM: phrase("Alarm"),
    What.INSTRUCTOR: phrase("Instructor"),
    What.END: phrase("End"),
}
"""What it is called in the account of a class."""


def happened_in(source: Source | None, start: int, stop: int) -> list[Span]:
    """Give what a scenario tells of the samples `start` to `stop`: its steps, deeds and answers."""
    if not isinstance(source, ScenarioSource):
        return []
    told = [one for one in source.happened if start <= one.at < stop and one.what is not What.ALARM]
    return [Span(one.at, one.at, _words(one)[:200], one.what.value) for one in told]


def _words(one: Happened) -> str:
    words = tr("{what}: {words}").format(what=tr(HAPPENED[one.what]), words=tr(one.words or one.step))
    return words if one.right is None else words + (tr(" (right)") if one.right else tr(" (wrong)"))


def _at(span: Span) -> int:
    return span.start


def artefacts_on(source: Source | None) -> dict[str, float]:
    """Give the artefacts that are on in a source now, with their amounts."""
    if isinstance(source, Artefacts):
        return {kind: one.amount for kind, one in source.on.items()}
    return dict(source.truth.artefacts) if isinstance(source, ScenarioSource) else {}


def hides(kind: str, amount: float) -> bool:
    """Whether an artefact of so much hides the heart so that it is to be named: loud noise, or no signal."""
    return kind in ("off", "gap") or (ARTEFACTS[kind].is_noise and amount <= LOUD_DB)


def play_stream(strips: Strips, context: Context) -> None:
    """Show the session's stream from its head on, and play it in real time: reactions are measured in it."""
    session = context.session
    if session.info is not None and session.history is not None:
        strips.show_source(session.info, session.history.between, session.head)
        strips.go_to(session.head, session.pass_start)
    if session.replay is not None and session.replay.speed != 1.0:
        context.set_speed(1.0)
    session.play()


def refusal(context: Context) -> str:
    """Why nobody could be scored on what is on, in a sentence; empty where all can."""
    info = context.session.info
    if info is None:
        return tr("No record is on.")
    if not info.annotated:
        return tr(
            "{name} has no reference annotations, so nobody could be scored. Open a record of the "
            "catalogue (Ctrl+O), or put on a scenario or a patient in the instructor's window "
            "(Ctrl+Shift+I)."
        ).format(name=named(info.name))
    return ""
