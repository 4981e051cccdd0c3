"""The Retraining page: choose, start, watch, compare, adopt."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from assets.errors import AssetError
from assets.records.open import open_record
from models.contract.fits import RETRAINED
from models.contract.marks import Mark, MarkFile, write_marks
from models.contract.messages import Done, Epoch, LeftOut, Message, Start, Step
from monitor.retraining.advice import Advice, advise
from monitor.retraining.course import Course, read_course
from monitor.retraining.request import Request, comparison
from monitor.retraining.store import WeightsStore
from monitor.ui.kit.parts import button, panel, row, small, tighten
from monitor.ui.kit.plots.curves import CurveView
from monitor.ui.kit.scrolling import Stack
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import restyle
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import ControlsPage
from monitor.ui.retraining.choices import Choices
from monitor.ui.retraining.comparison import ComparisonView, read_compared
from monitor.ui.retraining.parts import ask_to_delete, at_top, draw, recommend
from monitor.ui.retraining.process import TrainingProcess
from monitor.ui.retraining.words import KIND_NAMES, left_out_words, log_lines, progress_words

CURVE_PX = 122
"""Height of a curve, in logical pixels: the comparison below it needs the rest."""

LOW_PX = 600
"""Height below which the page is low: curves give way to what else is shown; in logical pixels."""

LOG_LINES = 400
"""Lines kept of what a fit says."""


class RetrainingPage(ControlsPage):
    """Fit a model anew in a process of its own; use what came out of it, or not.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._folder = context.home.folder / "retraining"
        self.store: WeightsStore = context.home.weights
        self.process: TrainingProcess | None = None
        self._comparing: TrainingProcess | None = None
        self._request: Request | None = None
        self._next: tuple[Request, frozenset[Mark]] | None = None
        self._course = Course()
        self._left_out: list[LeftOut] = []
        self.advice: Advice | None = None
        self._compared_on = ""
        self._cancelling = False
        self._new: tuple[str, Path] | None = None
        self._scratch = Path(tempfile.mkdtemp(prefix="ecg-monitor-"))
        theme = context.theme
        self.choices = Choices()
        self.choices.started.connect(self.start)
        self.choices.cancelled.connect(self.cancel)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.words = PlainLabel("Choose what to fit, then press Start: the monitor goes on meanwhile.")
        self.words.setWordWrap(True)
        self.loss = CurveView(theme, "loss, nats", "batches", "forecast")
        self.ranking = CurveView(theme, "held-out patients: AUC of V against N", "epochs", "template")
        for curve in (self.loss, self.ranking):
            curve.setFixedHeight(CURVE_PX)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(LOG_LINES)
        self.log.setFixedHeight(74)
        self.log.setAccessibleName("What the fit says")
        self.log.hide()
        self.log_button = QPushButton("What the fit says")
        self.log_button.setCheckable(True)
        self.log_button.toggled.connect(self._make_room)
        self.comparison = ComparisonView(theme)
        self._hint = PlainLabel(
            "When a fit is done, the weights in use (old) and the fitted ones (new) are both run over the "
            "held-out record. Their figures then stand here side by side, and say which to use."
        )
        self._hint.setObjectName("note")
        self._hint.setWordWrap(True)
        self._below = Stack()
        self._below.addWidget(at_top(self._hint))
        self._below.addWidget(self.comparison)
        self._below.currentChanged.connect(self._make_room)
        self.adopt_button = button("Adopt the new weights", self.adopt)
        self.discard_button = button("Keep the present ones", self.discard)
        self.back_button = button("Shipped weights…", self.ask_back_to_shipped)
        self.back_button.setToolTip("Go back to the shipped weights")
        self.in_use = small()
        self.in_use.setWordWrap(True)
        curves = QHBoxLayout()
        curves.setSpacing(10)
        curves.addWidget(self.loss)
        curves.addWidget(self.ranking)
        right = QVBoxLayout()
        right.setSpacing(10)
        said = QHBoxLayout()
        said.addWidget(self.words, 1)
        said.addWidget(self.log_button)
        right.addWidget(panel("Progress", said, self.bar, curves, self.log))
        right.addWidget(
            panel(
                "Old and new, side by side",
                self._below,
                row(self.adopt_button, self.discard_button, 1, self.back_button),
            ),
            1,
        )
        right.addWidget(self.in_use)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 8)
        whole.setSpacing(14)
        whole.addWidget(self.choices)
        whole.addLayout(right, 1)
        self._show_state()

    # The page -------------------------------------------------------------------------------------

    def activate(self) -> None:
        """List the marks as they are now."""
        self.choices.show_marks(self._context.marks)
        self._show_state()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        restyle(self, theme)
        self.comparison.restyle(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set everything closer in a low window."""
        super().resizeEvent(event)
        tighten(self, self.height() < LOW_PX)
        self._make_room()

    def _make_room(self, *_: object) -> None:
        """In a low window, what the fit says and the comparison take the curves' place."""
        log, compared = self.log_button.isChecked(), self._below.currentWidget() is self.comparison
        self.log.setVisible(log)
        low = self.height() < LOW_PX
        self.loss.setVisible(not (low and (log or compared)))
        kind = self._request.kind if self._request is not None else ""
        self.ranking.setVisible(self.loss.isVisibleTo(self) and kind != "beats")  # fitted without epochs

    def stop(self) -> None:
        """End what runs; a fit keeps what it has."""
        for process in (self.process, self._comparing):
            if process is not None:
                process.stop()
        self.process = self._comparing = None
        shutil.rmtree(self._scratch, ignore_errors=True)

    # A fit ----------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether a fit is under way."""
        return self.process is not None

    def start(self) -> None:
        """Begin, or go on with a fit of the same kind that was kept; after one that is still stopping."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            followed = frozenset(self.choices.followed)
            out = self._folder / f"{self.choices.kind.currentData()}.safetensors"
            labels = self._folder / "labels.json" if followed else None
            request = self.choices.request(out, labels, self._context.data_dir)
        except (ValueError, OSError) as error:
            self.words.setText(str(error))
            return
        if self.running:
            self._next = request, followed
            self.choices.set_running(True, stopping=True, waiting=True)
            self.words.setText("Starts as soon as the fit before it has stopped.")
        else:
            self._begin(request, followed)

    def _begin(self, request: Request, followed: frozenset[Mark]) -> None:
        try:
            if request.labels is not None:
                write_marks(request.labels, MarkFile(tuple(followed)))
        except OSError as error:
            self.words.setText(str(error))
            return
        self.discard()
        if request != self._request:
            self._forget_course()
        self._left_out = []
        self.log.clear()
        self.log_button.setChecked(True)
        self.bar.setRange(0, 0)
        self.words.setText("Starting: torch is loaded and the records are read…")
        self._request, self._compared_on = request, request.held_out
        self._make_room()
        self._run(TrainingProcess(request.arguments(), self))

    def _run(self, process: TrainingProcess) -> None:
        process.spoke.connect(self._on_message)
        process.ended.connect(self._on_ended)
        self.process, self._cancelling = process, False
        self.choices.set_running(True)
        process.start()

    def cancel(self) -> None:
        """Stop the fit; it is kept, and Start goes on with it. One that only waits is called off."""
        if self.process is not None:
            self._cancelling, self._next = True, None
            self.words.setText("Stopping at the next batch…")
            self.choices.set_running(True, stopping=True)
            self.process.cancel()

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Start):
            self._on_start(message)
        elif isinstance(message, Step):
            self.bar.setRange(0, message.total)
            self.bar.setValue(message.done)
            if not self._cancelling:  # else these batches were under way, and "Stopping" still holds
                self.words.setText(progress_words(message))
            self._course.losses.append((message.done, message.loss))
            draw(self.loss, self._course.losses[-1:])
        elif isinstance(message, Epoch):
            if message.auc is not None:
                self._course.aucs.append((message.epoch, message.auc))
                draw(self.ranking, self._course.aucs[-1:])
            self._keep_course()
        elif isinstance(message, LeftOut):
            self._left_out.append(message)
        elif isinstance(message, Done) and self._request is not None:
            self._new = (self._request.kind, Path(message.file))
        for line in log_lines(message):
            self.log.appendPlainText(line)

    def _on_start(self, start: Start) -> None:
        if start.held_out and self._request is not None and self._request.folder is not None:
            self._compared_on = str(self._request.folder / f"{start.held_out[0]}.hea")
        # What was fitted before is shown too, whichever window has watched it.
        course = self._course
        if self._request is not None and not course.losses and start.done:
            course = read_course(self._request.course)
        self._forget_course()
        self._course = course.up_to(start.done)
        self._course.steps = start.steps
        draw(self.loss, self._course.losses)
        draw(self.ranking, self._course.aucs)

    def _on_ended(self, code: int) -> None:
        process, self.process = self.process, None
        self.choices.set_running(False)
        self.bar.setRange(0, 1)
        self.bar.setValue(int(self._new is not None))
        if process is not None:
            process.deleteLater()
        self._keep_course()
        if self._next is not None:
            (request, followed), self._next = self._next, None
            self._begin(request, followed)
            return
        if self._new is not None:
            self.words.setText("Done. The old and the new weights are being compared…")
            self.compare()
        elif code == 130 or self._cancelling:
            kept = self._request is not None and self._request.kept.exists()
            self.words.setText(
                "Stopped. The fit is kept: Start goes on with it, if nothing was changed."
                if kept
                else "Stopped. Nothing had been fitted yet: Start begins anew."
            )
        elif process is not None:
            self.words.setText(f"The fit ended. {process.problem or 'It gave no weights.'}")
        self._show_state()

    def _forget_course(self) -> None:
        self._course = Course()
        self.loss.clear()
        self.ranking.clear()

    def _keep_course(self) -> None:
        """Keep the curves beside the fit, for when it goes on."""
        if self._request is None or not self._course.losses:
            return
        try:
            self._course.write(self._request.course)
        except OSError as error:
            self.log.appendPlainText(f"The curves could not be kept: {error.strerror or error}.")

    # Old and new ----------------------------------------------------------------------------------

    def compare(self) -> None:
        """Run old and new weights over the held-out record."""
        if self._new is None or self._request is None:
            return
        kind, file = self._new
        scratch = self._scratch
        arguments = comparison(
            kind,
            file,
            self.store.adopted(kind),
            self._compared_on,
            self._context.data_dir,
            scratch / "figures.json",
            scratch / "scores.npz",
        )
        self.advice = None
        process = TrainingProcess(arguments, self)
        process.ended.connect(self._on_compared)
        self._comparing = process
        self.bar.setRange(0, 0)
        process.start()

    def _on_compared(self, code: int) -> None:
        process, self._comparing = self._comparing, None
        if process is None:
            return
        process.deleteLater()
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        if code:
            why = process.problem or "It gave nothing."
            self.words.setText(f"The new weights could not be compared with the old. {why}")
            self._show_state()
            return
        scratch = self._scratch
        try:
            compared = read_compared(scratch / "figures.json", scratch / "scores.npz")
            record = open_record(self._compared_on, data_dir=self._context.data_dir)
        except (ValueError, AssetError) as error:
            self.words.setText(str(error))
            self._show_state()
            return
        # The comparison needs the room more; a press brings back what the fit said.
        self.log_button.setChecked(False)
        self.comparison.show_compared(record, compared, self._request.kind if self._request else RETRAINED[0])
        self._below.setCurrentWidget(self.comparison)
        old, new = (compared.figures[name] for name in ("old", "new"))
        self.advice = advise(old, new, compared.spread, record.name)
        self.words.setText(f"Done. {self.advice.sentence}{left_out_words(self._left_out)}")
        self._show_state()

    def adopt(self) -> None:
        """Use the new weights from now on; the stream goes on."""
        if self._new is None:
            return
        kind, file = self._new
        try:
            self.store.adopt(kind, file)
            file.unlink(missing_ok=True)
        except (AssetError, OSError) as error:
            self.words.setText(str(error))
            return
        self._new = self.advice = None
        self.words.setText("Adopted: the analysis goes on with the new weights, and knows the patient still.")
        self._context.session.renew_models()
        self._show_state()

    def discard(self) -> None:
        """Let the new weights go."""
        if self._new is not None:
            self._new[1].unlink(missing_ok=True)
            self.words.setText("The weights in use stay; the new ones are gone.")
        self._new = self.advice = None
        if self._comparing is not None:
            # What it compares is gone.
            idle, self._comparing = self._comparing, None
            idle.ended.disconnect(self._on_compared)
            idle.ended.connect(idle.deleteLater)
            idle.cancel()
        self._below.setCurrentIndex(0)
        self._show_state()

    def ask_back_to_shipped(self) -> None:
        """Ask before the user's own weights are deleted."""
        ask_to_delete(self, self._adopted(), self.back_to_shipped)

    def back_to_shipped(self) -> None:
        """Use the shipped weights again."""
        self.store.back_to_shipped()
        self._context.session.renew_models()
        self.words.setText("The shipped weights are in use again.")
        self._show_state()

    def _adopted(self) -> list[str]:
        """Kinds of which the user's own weights are in use."""
        return [kind for kind in RETRAINED if self.store.adopted(kind) is not None]

    def _show_state(self) -> None:
        """What can be done now, what is recommended, and what is in use."""
        new = self._new is not None and self._comparing is None
        self.adopt_button.setEnabled(new)
        self.discard_button.setEnabled(new)
        advice = self.advice if new else None
        recommend(self.adopt_button, advice is not None and advice.adopt)
        recommend(self.discard_button, advice is not None and not advice.adopt)
        adopted = self._adopted()
        self.back_button.setEnabled(bool(adopted))
        yours = f"your own {' and '.join(KIND_NAMES[kind] for kind in adopted)}, " if adopted else ""
        rest = "the rest as shipped" if adopted else "the shipped weights"
        self.in_use.setText(f"In use: {yours}{rest}. A fit runs beside the monitor and gives way to it.")


def make_page(context: Context) -> RetrainingPage:
    """Make the page."""
    return RetrainingPage(context)
