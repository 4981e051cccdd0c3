"""Debrief: what was watched plays again, with alarms, marks and truth on one timeline; a click goes there."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from assets.phrase import phrase
from assets.sources.source import SourceInfo
from models.contract.marks import MISSED, NORMAL
from models.scenario.wording import bed_words
from monitor.bedside.teaching.debrief import made, record_stretch
from monitor.bedside.teaching.file import ClassFile, ClassFileError, Span, read_class, write_class
from monitor.bedside.teaching.scoring import Result
from monitor.bedside.teaching.truth import Truth, truth
from monitor.ui.kit.figures import written_at
from monitor.ui.kit.joins import labelled, listed
from monitor.ui.kit.language import complaint, named, tr
from monitor.ui.kit.parts import button, column, row
from monitor.ui.kit.room.scrolling import Scroll
from monitor.ui.kit.text import CaptionLabel, ElidedLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock
from monitor.ui.pages.context import Context
from monitor.ui.strips.signs.marks import placed
from monitor.ui.teaching.pane import Pane, card, start_button
from monitor.ui.teaching.panes.signal import KeptSignal
from monitor.ui.teaching.panes.watching import Watching, happened_in
from monitor.ui.teaching.parts.colours import LEGEND
from monitor.ui.teaching.parts.kept import lanes_of, next_moment, said_at
from monitor.ui.teaching.parts.lanes import Lanes
from monitor.ui.teaching.parts.learners import Learners
from monitor.ui.teaching.parts.strips import Strips

LATEST_S = 7200.0
"""No more of a stream is looked back on where there was no class, s."""

STEP_S = 5.0
"""Left and Right go so far, s."""

LEAD_IN_S = 3.0
"""A click on something goes so far before it, s: one sees it begin."""

WORDS = phrase(
    "Alarms, what everyone marked, and what was so, on one timeline with the signal. What was watched is "
    "here by itself, with a class or without; a class that was kept is opened from its file."
)

MARKED = {NORMAL: phrase("Marked: normal for this patient"), MISSED: phrase("Marked: missed")}
"""The user's own marks, in words."""


def _nowhere(first: float, last: float) -> list[tuple[int, str]]:
    return []


def _at(span: Span) -> int:
    return span.start


class DebriefPane(Pane):
    """The pane "Debrief".

    Parameters
    ----------
    context, learners
        As for `Pane`.
    now : callable
        A monotonic clock in seconds.
    secret : callable
        Whether somebody is to see by himself now what was so: then nothing is shown unless it is asked for.
    """

    def __init__(
        self,
        context: Context,
        learners: Learners,
        now: Callable[[], float] = time.monotonic,
        secret: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(context, learners)
        self._now, self._secret = now, secret
        self._looked_back = False  # what is shown is what was watched, and no class
        self.kept: ClassFile | None = None
        self.signal = KeptSignal(context.data_dir, self)
        self.signal.opened.connect(self._on_signal)
        self.signal.failed.connect(context.say)
        self._position = 0.0
        self._played_at: float | None = None
        self._problem = CaptionLabel()
        self._problem.hide()
        self._card = card(
            tr("What happened, and who saw it?"),
            tr(WORDS),
            self._problem,
            action=start_button(tr("Look back on what was watched"), self.look_back),
            other=button(tr("Open a class…"), self.open),
        )
        self._shown = self._make_shown()
        for one in (self._card, self._shown):
            self.addWidget(one)

    def _make_shown(self) -> QWidget:
        self.strips, self.lanes = Strips(self.theme), Lanes(self.theme)
        self.strips.clicked.connect(lambda sample: self.go_to(sample))
        self.lanes.clicked.connect(self.see)
        self._headline, self._clock, self._so = PlainLabel(), PlainLabel(), ElidedLabel()
        self._headline.setObjectName("title")
        self._clock.setObjectName("large")
        self._so.setObjectName("title")
        self._so.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._play = button(tr("Play"), self.toggle, primary=True)
        self._play.setToolTip(tr("Play or pause.  (Space)"))
        self._play.setFixedWidth(110)
        legend = ElidedLabel(tr(LEGEND))
        legend.setObjectName("small")
        keep, others = button(tr("Keep…"), self.keep), button(tr("Others…"), self.close_shown)
        keep.setToolTip(tr("Write it to a file, from which it can be shown again."))
        others.setToolTip(tr("Open a class from its file, or look back on the stream."))
        head = row(self._headline, 1, others, keep)
        moment = row(self._play, self._clock, self._so, spacing=14)
        whole = column(head, self.strips, moment, self.lanes, legend)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        return Scroll(whole, elastic=True)

    # What is shown --------------------------------------------------------------------------------

    def show_held(self, watching: Watching, true: Truth, results: Sequence[Result]) -> None:
        """Show a class that has just been held on the session's stream."""
        session = self.context.session
        if session.info is None or session.source is not watching.source:
            return
        kept = made(
            session.info,
            true,
            marks=watching.marks,
            results=results,
            alarms=session.alarms.raised,
            alerts=session.alerts_between(true.start, true.stop),
            events=watching.events(),
        )
        self.signal.follow(session)
        self._looked_back = False
        self.show_class(kept)

    @property
    def _watched(self) -> bool:
        """Whether there is anything to look back on."""
        session = self.context.session
        return session.info is not None and session.history is not None and session.head > session.pass_start

    def look_back(self) -> None:
        """Show what was watched of the stream that is on."""
        session = self.context.session
        info, history, head = session.info, session.history, session.head
        if info is None or history is None or not self._watched:
            self._say(tr("Nothing has been watched yet."))
            return
        if info.hidden and session.replay is not None and not session.replay.ended:
            self._say(tr("A scenario runs: what was so is told when it is over."))
            return
        first = max(history.span[0], session.pass_start, head - round(LATEST_S * info.fs))
        true = truth(history.annotations(0, head), info.fs, first, head)
        alerts = session.alerts_between(first, head)
        self._say("")
        self.signal.follow(session)
        events = sorted(
            (*happened_in(session.source, first, head), *self._marked(info, first, head)), key=_at
        )
        self._looked_back = True
        self.show_class(made(info, true, alarms=session.alarms.raised, alerts=alerts, events=events))

    def _marked(self, info: SourceInfo, first: int, stop: int) -> list[Span]:
        """Give the user's own marks from one sample to before another."""
        found = placed(self.context.marks, info)(first, stop - 1)
        return [Span(at, at, tr(MARKED[mark.mark]), "mark") for at, mark in found]

    def _look_again(self) -> None:
        """Show all that has been watched by now; where one was stays."""
        before, at = self.kept, self.position
        self.look_back()
        kept = self.kept
        if before is not None and kept is not None and kept is not before:
            if (kept.identity, kept.start) == (before.identity, before.start):
                self.go_to(at, play=False)

    def show_class(self, kept: ClassFile) -> None:
        """Show a class, with its signal where there is one."""
        self.kept = kept
        length = clock((kept.stop - kept.start) / kept.fs, 0)
        what = tr("Class") if kept.learners else tr("Watched")
        name = named(bed_words(kept.name))
        self._headline.setText(labelled(what, listed((name, length, written_at(kept.made)))))
        self.strips.clear()
        self.setCurrentWidget(self._shown)
        self._on_signal()

    def _on_signal(self) -> None:
        """Show the timeline, with the signal as far as it is there."""
        kept, signal = self.kept, self.signal
        if kept is None:
            return
        self.lanes.show_lanes(
            lanes_of(kept), kept.fs, kept.start, kept.stop, signal.shape(kept.start, kept.stop)
        )
        if signal.info is not None and signal.between is not None:
            self.strips.show_source(signal.info, signal.between, kept.start)
        self.go_to(kept.start, play=False)

    def close_shown(self) -> None:
        """Show the card again."""
        self._played_at = None
        self._looked_back = False
        self.setCurrentWidget(self._card)
        self.setFocus()

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    # Files ----------------------------------------------------------------------------------------

    def open(self) -> None:
        """Ask for a class's file, and show it."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a class"), "", tr("Class (*.json)"))
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Show a class from its file; its signal follows, where it can be opened."""
        try:
            kept = read_class(path)
        except ClassFileError as error:
            self._say(complaint(error))
            return
        self._say("")
        self.signal.find(kept, path, self.context.session)
        self._looked_back = False
        self.show_class(kept)

    def keep(self) -> None:
        """Ask where to, and write the class."""
        if self.kept is not None:
            self.save(tr("Keep the class"), "class.json", tr("Class (*.json)"), self.write)

    def write(self, path: Path) -> None:
        """Write the class to a file; where its source keeps nothing, its signal beside it.

        Raises
        ------
        AssetError
            If it, or the signal beside it, cannot be written.
        """
        kept, signal, history = self.kept, self.signal, self.context.session.history
        if kept is None:
            return
        if not kept.opens and signal.of_session and signal.info is not None and signal.between is not None:
            assert history is not None
            notes = history.annotations(kept.start, kept.stop)
            header = record_stretch(
                signal.info, signal.between, notes, kept.start, kept.stop, path.parent, path.stem
            )
            kept = msgspec.structs.replace(kept, opens=header.name, recorded=True)
        write_class(path, kept)

    # Playing --------------------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._played_at is not None

    @property
    def position(self) -> int:
        """Sample that is reached."""
        return round(self._position)

    def toggle(self) -> None:
        """Play or pause; at the end it plays from the start."""
        if self.kept is None:
            return
        at_end = self.position >= self.kept.stop
        self.go_to(self.kept.start if at_end and not self.playing else self.position, play=not self.playing)

    def see(self, sample: int) -> None:
        """Go a little before a sample, and play: one sees what is there begin."""
        if self.kept is not None:
            self.go_to(sample - round(LEAD_IN_S * self.kept.fs))

    def go_to(self, sample: int, *, play: bool = True) -> None:
        """Go to a sample, and play from there."""
        kept = self.kept
        if kept is None:
            return
        moved = sample != self.position
        self._position = float(min(max(sample, kept.start), kept.stop))
        self._played_at = self._now() if play else None
        if self.strips.shown and (moved or not play or self.strips.ahead):
            # At rest the page is filled up with what follows: nobody need play to see a signal.
            self.strips.go_to(self.position, kept.start, kept.start if play else kept.stop)
            self.strips.show_marks(self._here if self.strips.ahead else _nowhere)
        self._show_moment(kept)

    def _here(self, first: float, last: float) -> list[tuple[int, str]]:
        """Mark where one is, where the strips show what follows."""
        return [(self.position, self.theme.accent)] if first <= self.position <= last else []

    def frame(self) -> None:
        """Let time pass."""
        kept = self.kept
        if kept is None or not self.isVisible() or self.currentWidget() is not self._shown:
            self._played_at = None  # nobody looks
            return
        if self._played_at is not None:
            now = self._now()
            self._position = min(self._position + (now - self._played_at) * kept.fs, float(kept.stop))
            self._played_at = now if self._position < kept.stop else None
            self._show_moment(kept)
        if self.strips.shown:
            self.strips.advance(self.position)

    def _show_moment(self, kept: ClassFile) -> None:
        at = self.position
        self.lanes.set_cursor(min(at, max(kept.stop - 1, kept.start)))
        self._clock.setText(clock(at / kept.fs))
        so = said_at(kept, at)
        if so != self._so.text():
            self._so.setText(so)
        self._play.setText(tr("Pause", "the stream") if self.playing else tr("Play"))

    # Keys -----------------------------------------------------------------------------------------

    def takes(self, key: str) -> bool:
        """Return looks back. Then Space plays, Left and Right go 5 s, Up and Down to what happened."""
        if self.currentWidget() is self._card:
            return key == "Return"
        return key in ("Space", "Left", "Right", "Up", "Down", "Home", "Esc")

    def press(self, key: str) -> None:
        """Look back, play, pause, or go elsewhere."""
        kept = self.kept
        if self.currentWidget() is self._card:
            self.look_back()
        elif kept is None or key == "Esc":
            self.close_shown()
        elif key == "Space":
            self.toggle()
        elif key in ("Left", "Right"):
            step = round(STEP_S * kept.fs)
            self.go_to(self.position + (step if key == "Right" else -step), play=self.playing)
        elif key == "Home":
            self.go_to(kept.start, play=self.playing)
        else:
            lead_in = round(LEAD_IN_S * kept.fs)
            found = next_moment(kept, self.position + lead_in, forward=key == "Down")
            if found is not None:
                self.go_to(found - lead_in, play=self.playing)

    # The page -------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Take the keys, and show what was watched; a class that is looked at stays."""
        self.setFocus()
        shown = self.currentWidget() is self._shown
        if self._watched and not self._secret() and (self._looked_back if shown else True):
            self._look_again()

    @property
    def busy(self) -> bool:
        """What was watched is shown again whenever it is asked for; a class is not."""
        return super().busy and not self._looked_back

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        super().restyle(theme)
        self.strips.restyle(theme)

    def stop(self) -> None:
        """End opening, and let go of what was opened."""
        self.signal.stop()
