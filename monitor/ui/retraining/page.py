"""The Retraining page: choose what to fit, start it, watch it; what came of it stands below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from assets.records.open import record_below
from models.contract.marks import Mark, MarkFile, write_marks
from models.contract.messages.fitting import Done, Epoch, LeftOut, Start, Step
from models.contract.messages.message import Message
from models.weights.file import records_there
from monitor.retraining.course import Course, read_course
from monitor.retraining.request import Request
from monitor.ui.kit.drawing.motion import show_busy
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import panel, tighten
from monitor.ui.kit.plots.curves import CurveView
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import restyle
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import ControlsPage
from monitor.ui.retraining.choices import Choices
from monitor.ui.retraining.outcome import Outcome
from monitor.ui.retraining.parts import draw
from monitor.ui.retraining.process import TrainingProcess
from monitor.ui.retraining.words import log_lines, progress_words

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
        self.process: TrainingProcess | None = None
        self._request: Request | None = None
        self._next: tuple[Request, frozenset[Mark]] | None = None
        self._course = Course()
        self._left_out: list[LeftOut] = []
        self._compared_on = ""
        self._cancelling = False
        self._fitted: Path | None = None
        theme = context.theme
        self.choices = Choices()
        self.choices.started.connect(self.start)
        self.choices.cancelled.connect(self.cancel)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.words = PlainLabel(tr("Choose what to fit, then press Start: the monitor goes on meanwhile."))
        self.words.setWordWrap(True)
        self.loss = CurveView(theme, tr("loss, nats"), tr("batches"), "forecast")
        self.ranking = CurveView(theme, tr("held-out patients: AUC of V against N"), tr("epochs"), "template")
        for curve in (self.loss, self.ranking):
            curve.setFixedHeight(CURVE_PX)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(LOG_LINES)
        self.log.setFixedHeight(74)
        self.log.setAccessibleName(tr("What the fit says"))
        self.log.hide()
        self.log_button = QPushButton(tr("What the fit says"))
        self.log_button.setCheckable(True)
        self.log_button.toggled.connect(self._make_room)
        self.outcome = Outcome(context)
        self.choices.deeds.addWidget(self.outcome.file_button)  # instead of a fit
        self.outcome.said.connect(self.words.setText)
        self.outcome.compares.connect(self._on_compares)
        self.outcome.brought.connect(self._on_brought)
        self.outcome.shown.connect(self._on_outcome)
        curves = QHBoxLayout()
        curves.setSpacing(10)
        curves.addWidget(self.loss)
        curves.addWidget(self.ranking)
        right = QVBoxLayout()
        right.setSpacing(10)
        said = QHBoxLayout()
        said.addWidget(self.words, 1)
        said.addWidget(self.log_button)
        right.addWidget(panel(tr("Progress"), said, self.bar, curves, self.log))
        right.addWidget(self.outcome, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 8)
        whole.setSpacing(14)
        whole.addWidget(self.choices)
        whole.addLayout(right, 1)

    # The page -------------------------------------------------------------------------------------

    def activate(self) -> None:
        """List the marks as they are now."""
        self.choices.show_marks(self._context.marks)
        self.outcome.refresh()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        restyle(self, theme)
        self.outcome.restyle(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set everything closer in a low window."""
        super().resizeEvent(event)
        tighten(self, self.height() < LOW_PX)
        self._make_room()

    def _make_room(self, *_: object) -> None:
        """In a low window, what the fit says and the comparison take the curves' place."""
        log, compared = self.log_button.isChecked(), self.outcome.shows_comparison
        self.log.setVisible(log)
        low = self.height() < LOW_PX
        self.loss.setVisible(not (low and (log or compared)))
        kind = self._request.kind if self._request is not None else ""
        self.ranking.setVisible(self.loss.isVisibleTo(self) and kind != "beats")  # fitted without epochs

    def stop(self) -> None:
        """End what runs; a fit keeps what it has."""
        if self.process is not None:
            self.process.stop()
        self.process = None
        self.outcome.stop()

    @property
    def busy(self) -> bool:
        """A fit goes on, or what came of it waits for a decision."""
        return self.running or self.outcome.new is not None or self.outcome.shows_comparison

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
            self.words.setText(complaint(error))
            return
        if self.running:
            self._next = request, followed
            self.choices.set_running(True, stopping=True, waiting=True)
            self.words.setText(tr("Starts as soon as the fit before it has stopped."))
        else:
            self._begin(request, followed)

    def _begin(self, request: Request, followed: frozenset[Mark]) -> None:
        try:
            if request.labels is not None:
                write_marks(request.labels, MarkFile(tuple(followed)))
        except OSError as error:
            self.words.setText(complaint(error))
            return
        self.outcome.discard()
        if request != self._request:
            self._forget_course()
        self._left_out = []
        self.log.clear()
        self.log_button.setChecked(True)
        show_busy(self.bar)
        self.words.setText(tr("Starting: torch is loaded and the records are read…"))
        self._request, self._compared_on = request, request.held_out
        self._make_room()
        self._run(TrainingProcess(request.arguments(), self))

    def _run(self, process: TrainingProcess) -> None:
        process.spoke.connect(self._on_message)
        process.ended.connect(self._on_ended)
        self.process, self._cancelling = process, False
        self.choices.set_running(True)
        self.outcome.set_fitting(True)
        process.start()

    def cancel(self) -> None:
        """Stop the fit; it is kept, and Start goes on with it. One that only waits is called off."""
        if self.process is not None:
            self._cancelling, self._next = True, None
            self.words.setText(tr("Stopping at the next batch…"))
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
            self._fitted = Path(message.file)
        for line in log_lines(message):
            self.log.appendPlainText(line)

    def _on_start(self, start: Start) -> None:
        if start.held_out and self._request is not None and self._request.folder is not None:
            folder, name = self._request.folder, start.held_out[0]
            self._compared_on = str(record_below(folder, name) or folder / f"{name}.hea")
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
        self.outcome.set_fitting(False)
        self.bar.setRange(0, 1)
        self.bar.setValue(int(self._fitted is not None))
        if process is not None:
            process.deleteLater()
        self._keep_course()
        if self._next is not None:
            (request, followed), self._next = self._next, None
            self._begin(request, followed)
            return
        fitted, self._fitted = self._fitted, None
        if fitted is not None and self._request is not None:
            self.words.setText(tr("Done. The old and the new weights are being compared…"))
            self.outcome.compare(self._request.kind, fitted, self._compared_on, self._left_out)
        elif code == 130 or self._cancelling:
            kept = self._request is not None and self._request.kept.exists()
            self.words.setText(
                tr("Stopped. The fit is kept: Start goes on with it, if nothing was changed.")
                if kept
                else tr("Stopped. Nothing had been fitted yet: Start begins anew.")
            )
        elif process is not None:
            self.words.setText(
                tr("The fit ended. {why}").format(why=process.problem or tr("It gave no weights."))
            )

    def _on_compares(self, begun: bool) -> None:
        self.bar.setRange(0, 0 if begun else 1)
        self.bar.setValue(1)

    def _on_brought(self, kind: str, file: Path) -> None:
        """Compare weights that were fitted elsewhere on a record that they did not learn from."""
        record = self.choices.record_to_judge(*records_there(file))
        self.words.setText(tr("The weights of the file are being compared with those in use…"))
        self.outcome.compare(kind, file, record)

    def _on_outcome(self) -> None:
        # The comparison needs the room more; a press brings back what the fit said.
        if self.outcome.shows_comparison:
            self.log_button.setChecked(False)
        self._make_room()

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
            self.log.appendPlainText(
                tr("The curves could not be kept: {value}.").format(value=error.strerror or error)
            )


def make_page(context: Context) -> RetrainingPage:
    """Make the page."""
    return RetrainingPage(context)
