"""You against the model: mark the ectopic beats of some minutes, and see how the detector did on the same."""

from __future__ import annotations

from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from assets.databases.mitbih import AAMI_CLASS
from assets.phrase import phrase
from models.judging.labels import BeatClass, beat_classes
from monitor.bedside.teaching.export import write_pairs_csv
from monitor.bedside.teaching.file import Span
from monitor.bedside.teaching.learners import KEY_ROWS, LearnerError, Mark
from monitor.bedside.teaching.pairing import LATENCY_S, Pairs, detector_pairs, learner_pairs
from monitor.bedside.teaching.truth import Truth
from monitor.ui.kit.joins import labelled
from monitor.ui.kit.language import complaint, named, tr
from monitor.ui.kit.parts import button, column, row
from monitor.ui.kit.room.scrolling import Scroll
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import TITLE, Theme
from monitor.ui.kit.words import clock
from monitor.ui.pages.context import Context
from monitor.ui.teaching.pane import Pane, card, start_button
from monitor.ui.teaching.panes.watching import Watching, play_stream, refusal
from monitor.ui.teaching.parts.colours import MISSED
from monitor.ui.teaching.parts.lanes import Lane, Lanes, outline
from monitor.ui.teaching.parts.learners import Learners, LearnersLine
from monitor.ui.teaching.parts.paper import MarkRow, Paper
from monitor.ui.teaching.parts.strips import Strips
from monitor.ui.teaching.parts.tables import Table, duration, percent

MINUTES = (1, 2, 3, 5)

TAIL_S = 3.0
"""The stream goes on so much longer, s: the detector tells of the last beats a little after them."""

WAITED = 600
"""The analysis is waited for so many frames, some ten seconds, where it is behind."""

COLUMNS = 1000
"""Columns of the signal's outline."""

PAPER_S = 10.0
"""Seconds on the paper under the result."""

DETECTOR = phrase("The monitor")

WORDS = phrase(
    "Some minutes of what is on play. Press Space, or click the strip, at every ventricular ectopic "
    "beat. The monitor's detector works on the same minutes, and does not tell. Then both are held "
    "against the annotations by the same rule: within 150 ms of a beat; a key may come up to "
    "{latency_s:g} s later, a click may not."
)


class AgainstPane(Pane):
    """The pane "Against the model"."""

    def __init__(self, context: Context, learners: Learners) -> None:
        super().__init__(context, learners)
        self.watching: Watching | None = None
        self.truth: Truth | None = None
        self.pairs: dict[str, Pairs] = {}
        self._until = 0
        self._closing = False
        self._waited = 0
        self._at = 0
        self._source: object = None
        self.minutes = QComboBox()
        self.minutes.addItems([tr("%n minute(s)", "", n) for n in MINUTES])
        self.minutes.setCurrentIndex(1)
        self._why_not = CaptionLabel()
        self._start = start_button(tr("Start"), self.start)
        self._card = card(
            tr("You against the model"),
            tr(WORDS).format(latency_s=LATENCY_S),
            LearnersLine(learners, findings=False),
            row(self.minutes, 1),
            self._why_not,
            action=self._start,
        )
        self._running, self._done = self._make_running(), self._make_done()
        for one in (self._card, self._running, self._done):
            self.addWidget(one)

    # Building -------------------------------------------------------------------------------------

    def _make_running(self) -> QWidget:
        self.strips = Strips(self.theme)
        self.strips.clicked.connect(self._on_click)
        self._clock, self._said = PlainLabel(), PlainLabel()
        self._clock.setObjectName("large")
        self._said.setObjectName("title")
        self._now = QPushButton(tr("Space   Now!"))
        self._now.setObjectName("primary")
        self._now.setFocusPolicy(self.focusPolicy().NoFocus)
        self._now.setStyleSheet(f"min-height: 64px; font-size: {TITLE + 9}px;")
        self._now.clicked.connect(lambda: self.press("Space"))
        end = button(tr("End now"), self.end)
        end.setToolTip(tr("End here; what was watched so far counts.  (Esc)"))
        whole = column(row(self._clock, 1, self._said, 1, end), self.strips, self._now)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setLayout(whole)
        return page

    def _make_done(self) -> QWidget:
        self._headline, self._note = PlainLabel(), CaptionLabel()
        self._headline.setObjectName("large")
        self.table = Table(
            ("", tr("Found (Se)"), tr("Of marks right (+P)"), tr("Missed"), tr("False"), tr("Later by"))
        )
        self.lanes, self.paper = Lanes(self.theme), Paper(self.theme)
        self.lanes.clicked.connect(self.look_at)
        again = button(tr("Once more"), self.begin_anew, primary=True)
        csv = button(tr("Export as CSV"), self.export_csv)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._headline)
        whole.addWidget(self._note)
        whole.addWidget(self.table, 2)
        whole.addWidget(self.lanes, 1)
        whole.addWidget(self.paper, 3)
        whole.addLayout(row(again, 1, csv))
        return Scroll(whole, elastic=True)

    # The course -----------------------------------------------------------------------------------

    @property
    def discreet(self) -> bool:
        """While learners mark, the models keep to themselves what they say."""
        return self.watching is not None

    def activate(self) -> None:
        """Say whether it can be done on what is on."""
        self.refresh()
        if self.currentWidget() is self._card:
            self._start.setFocus()

    def refresh(self) -> None:
        """Bring the clock, and whether one can begin, up to date."""
        why = refusal(self.context)
        if self._why_not.text() != why:
            self._why_not.setText(why)
        self._why_not.setVisible(bool(why))
        self._start.setEnabled(not why)
        info = self.context.session.info
        if self.watching is not None and info is not None:
            left = max(0, self._until - self.context.session.head) / info.fs
            self._clock.setText(tr("The monitor is finishing…") if self._closing else clock(left, 0))

    def start(self) -> None:
        """Begin on what is on, from here."""
        try:
            names = self.learners.names()
        except LearnerError as error:
            self.context.say(complaint(error))
            return
        session = self.context.session
        if refusal(self.context) or session.info is None:
            return
        minutes = MINUTES[self.minutes.currentIndex()]
        self.watching = Watching(self.context, names, together=self.learners.together, parent=self)
        self.watching.marked.connect(self._on_mark)
        self.watching.ended.connect(self._on_end)
        self._until = session.head + round(60 * minutes * session.info.fs)
        self._closing, self._waited = False, 0
        self._said.setText("" if len(names) == 1 else self._turns())
        play_stream(self.strips, self.context)
        self.strips.show_marks(partial(self.watching.marks_in, lambda mark: self.theme.text))
        self.setCurrentWidget(self._running)
        self.setFocus()
        self.refresh()

    def _turns(self) -> str:
        assert self.watching is not None
        if not self.watching.together:
            return tr("{who}'s turn (Return: the next one's)").format(who=self.watching.who)
        return "   ".join(
            labelled(name, keys.now) for name, keys in zip(self.watching.names, KEY_ROWS, strict=False)
        )

    def end(self) -> None:
        """End here; what was watched so far counts."""
        if self.watching is not None and not self._closing:
            self._until = self.context.session.head
            self._close()

    def _close(self) -> None:
        """Take no more marks; let the detector finish."""
        self._closing = True
        self.refresh()

    def frame(self) -> None:
        """Follow the stream; when the time is over, wait for the detector, and compare."""
        watching, session = self.watching, self.context.session
        if watching is None or session.info is None:
            return
        if self.isVisible():
            self.strips.advance(session.head)
        watching.frame()
        if self.watching is None:
            return
        if not self._closing and session.head >= self._until:
            self._close()
        tail = round(TAIL_S * session.info.fs)
        if self._closing and session.head >= self._until + tail:
            self._waited += 1
            if session.failure or self._analysed() or self._waited > WAITED:
                self._finish()

    def _on_end(self, why: str) -> None:
        watching, session = self.watching, self.context.session
        if watching is None:
            return
        if why:
            self.context.say(why)
        if session.source is not watching.source:
            self.watching = None
            self.setCurrentWidget(self._card)
            return
        self._until = min(self._until, watching.stop)
        self._finish()

    def _finish(self) -> None:
        """Compare, once the analysis has come as far as it will."""
        watching, session = self.watching, self.context.session
        assert watching is not None
        self.watching = None
        session.pause()
        watching.stop = min(watching.stop, max(self._until, watching.start + 1))
        watching.blockSignals(True)
        watching.end("")
        self.truth = watching.truth()
        self.pairs = {
            name: learner_pairs(self.truth, [m for m in watching.marks if m.learner == name])
            for name in watching.names
        }
        self._source = session.source
        said = ""
        if session.failure:
            said = tr("The analysis stopped, so the monitor is not compared: {failure}.").format(
                failure=session.failure
            )
        elif not self._analysed():
            said = tr("The analysis has not come so far, so the monitor is not compared.")
        else:
            self.pairs[tr(DETECTOR)] = detector_pairs(self.truth, self._detected(self.truth))
        self._show_results(said)

    def _analysed(self) -> bool:
        """Whether the analysis has come to the end of what is compared, but for what is still to be told."""
        session = self.context.session
        fs = session.info.fs if session.info is not None else 1.0
        return session.analysed >= self._until - fs

    def _detected(self, truth: Truth) -> list[int]:
        """R peaks of the stretch that the running analysis calls ventricular."""
        session = self.context.session
        beats = session.beats_between(truth.start, truth.stop)
        alerts = [alert for alert in session.alerts_between(truth.start, truth.stop) if session.is_own(alert)]
        told = zip(beats.index.tolist(), beat_classes(beats, alerts), strict=True)
        return [at for at, what in told if what is BeatClass.ECTOPIC]

    def begin_anew(self) -> None:
        """Show the card again."""
        self.setCurrentWidget(self._card)
        self.activate()

    # Keys and marks -------------------------------------------------------------------------------

    def takes(self, key: str) -> bool:
        """The keys for "now!", Return for the next one's turn, Esc; in the result Left and Right."""
        if self.watching is None:
            keys = ("Return",) if self.currentWidget() is self._card else ("Left", "Right")
            return key in keys
        return key in self._now_keys() or key in ("Esc", "Return")

    def _now_keys(self) -> tuple[str, ...]:
        assert self.watching is not None
        rows = KEY_ROWS[: len(self.watching.names)] if self.watching.together else KEY_ROWS[:1]
        return tuple(keys.now for keys in rows)

    def press(self, key: str) -> None:
        """Mark, change turns, end, or move along the result."""
        if self.currentWidget() is self._card:
            self.start()
        elif self.watching is None:
            if self.truth is not None and key in ("Left", "Right"):
                step = round(PAPER_S / 2 * self.truth.fs)
                self.look_at(self._at + (step if key == "Right" else -step))
        elif key == "Esc":
            self.end()
        elif key == "Return" and not self.watching.together:
            self.watching.next_turn()
            self._said.setText(self._turns())
        elif key in self._now_keys() and not self._closing:
            self.watching.press(key)

    def _on_click(self, sample: int) -> None:
        if self.watching is not None and not self._closing:
            who = self.watching.names[0] if self.watching.together else self.watching.who
            self.watching.mark(who, None, sample)

    def _on_mark(self, mark: Mark) -> None:
        self.strips.touch(mark.sample)
        if self.watching is not None and len(self.watching.names) == 1:
            n = len(self.watching.marks)
            self._said.setText(tr("%n mark(s)", "", n))

    # Results --------------------------------------------------------------------------------------

    def _show_results(self, said: str = "") -> None:
        truth = self.truth
        assert truth is not None
        info = self.context.session.info
        length, beats = clock((truth.stop - truth.start) / truth.fs, 0), len(truth.ectopic)
        name = named(info.name) if info is not None else ""
        self._headline.setText(
            tr("%n ventricular beat(s) in {length} of {name}", "", beats).format(length=length, name=name)
        )
        self._note.setText(said)
        self._note.setVisible(bool(said))
        self.table.fill([_cells(who, found) for who, found in self.pairs.items()])
        width = round(0.1 * truth.fs)
        reference = tuple(
            Span(int(at), int(at) + width, tr("ventricular beat"), "pvc") for at in truth.ectopic.tolist()
        )
        lanes = [Lane(tr("Annotated"), reference, "truth")]
        lanes += [Lane(who, _spans(found), "marks") for who, found in self.pairs.items()]
        self.lanes.show_lanes(lanes, truth.fs, truth.start, truth.stop, self._shape(truth))
        self.setCurrentWidget(self._done)
        self.setFocus()
        places = [*(at for found in self.pairs.values() for at in (*found.missed, *found.false))]
        first = min(places, default=int(truth.ectopic[0]) if beats else truth.start)
        self.look_at(first)

    def _shape(self, truth: Truth) -> npt.NDArray[np.float64] | None:
        history, info = self.context.session.history, self.context.session.info
        if history is None or info is None:
            return None
        return outline(history.between(truth.start, truth.stop)[:, info.usual_lead], COLUMNS)

    def look_at(self, sample: int) -> None:
        """Show the seconds around a sample on paper, with what both made of them."""
        truth, session = self.truth, self.context.session
        if truth is None or session.history is None or session.info is None:
            return
        if session.source is not self._source:
            self.paper.say(tr("Another source is on now; its annotations and marks are kept above."))
            return
        length = round(PAPER_S * truth.fs)
        first = min(max(sample - length // 2, truth.start), max(truth.stop - length, truth.start))
        self._at = first + length // 2
        self.lanes.set_cursor(min(self._at, truth.stop - 1))
        notes = session.history.annotations(first, first + length)
        beats = [
            (int(at) - first, symbol)
            for at, symbol in zip(notes.sample, notes.symbol, strict=True)
            if symbol in AAMI_CLASS
        ]
        lead = session.lead if session.lead >= 0 else session.info.usual_lead
        samples = session.history.between(first, first + length)[:, lead : lead + 1]
        rows = [
            MarkRow(who, [(span.start - first, span.kind) for span in _spans(found)])
            for who, found in self.pairs.items()
        ]
        self.paper.show_strip(samples, truth.fs, [session.info.leads[lead].name], beats, rows)

    def export_csv(self) -> None:
        """Write every hit, miss and false mark for a spreadsheet."""
        if self.truth is not None:
            fs, pairs = self.truth.fs, self.pairs
            self.save(
                tr("Export the comparison"),
                "against.csv",
                tr("CSV (*.csv)"),
                lambda p: write_pairs_csv(p, fs, pairs),
            )

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        super().restyle(theme)
        self.strips.restyle(theme)


def _cells(who: str, found: Pairs) -> list[str]:
    hits, missed, false = len(found.hits), len(found.missed), len(found.false)
    return [
        who,
        tr("{hits} of {hits_2}  ({percent})").format(
            hits=hits, hits_2=hits + missed, percent=percent(found.sensitivity)
        ),
        tr("{hits} of {hits_2}  ({percent})").format(
            hits=hits, hits_2=hits + false, percent=percent(found.predictivity)
        ),
        str(missed),
        str(false),
        duration(found.latency_s) if hits else "–",
    ]


def _spans(found: Pairs) -> tuple[Span, ...]:
    """What became of beats and marks, in the order of time; `kind` is the verdict."""
    spans = [Span(mark, mark, tr("hit"), "right") for _, mark in found.hits]
    spans += [Span(at, at, tr("missed"), MISSED) for at in found.missed]
    spans += [Span(at, at, tr("false"), "wrong") for at in found.false]
    return tuple(sorted(spans, key=lambda span: span.start))
