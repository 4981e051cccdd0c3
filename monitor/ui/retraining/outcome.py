"""What came out of a fit: old and new weights side by side, which of them to use, and the way back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from assets.errors import AssetError
from assets.phrase import phrase
from assets.records.open import open_record
from assets.regular import read_regular
from assets.write import write_bytes
from models.contract.fits import RETRAINED
from models.contract.messages.fitting import LeftOut
from models.weights.file import MAX_BYTES, kind_there
from monitor.retraining.advice import Advice, advise
from monitor.retraining.request import comparison
from monitor.retraining.store import WeightsStore
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.room.scrolling import Stack
from monitor.ui.kit.text import PlainLabel, plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.context import Context
from monitor.ui.retraining.comparison import ComparisonView, read_compared
from monitor.ui.retraining.parts import ask_to_delete, at_top, recommend
from monitor.ui.retraining.process import TrainingProcess
from monitor.ui.retraining.words import KIND_NAMES, left_out_words

HINT = phrase(
    "When a fit is done, the weights in use (old) and the fitted ones (new) are both run over the "
    "held-out record. Their figures then stand here side by side, and say which to use."
)


class Outcome(QWidget):
    """Compare new weights with those in use; adopt them, let them go, or go back to the shipped ones.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    said = Signal(str)
    """A sentence about what was done, or why it was not."""

    compares = Signal(bool)
    """A comparison has begun, or is over."""

    shown = Signal()
    """The comparison has come into sight, or has gone."""

    brought = Signal(str, object)
    """Weights of a file are here to be compared: their kind, and a copy of them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.store: WeightsStore = context.home.weights
        self.new: tuple[str, Path] | None = None
        """Kind and file of weights that were fitted, and neither adopted nor let go."""
        self.advice: Advice | None = None
        self._comparing: TrainingProcess | None = None
        self._fitting = False
        self._compared_on = ""
        self._left_out: tuple[LeftOut, ...] = ()
        self._scratch = Path(tempfile.mkdtemp(prefix="ecg-monitor-"))
        self.comparison = ComparisonView(context.theme)
        hint = PlainLabel(tr(HINT))
        hint.setObjectName("note")
        hint.setWordWrap(True)
        self._below = Stack()
        self._below.addWidget(at_top(hint))
        self._below.addWidget(self.comparison)
        self._below.currentChanged.connect(self.shown)
        self.adopt_button = button(tr("Adopt the new weights"), self.adopt)
        self.discard_button = button(tr("Keep the present ones"), self.discard)
        self.file_button = button(tr("Load…"), self.ask_for_file)
        self.file_button.setToolTip(
            plain_tip(tr("Compare weights that ecg-train has fitted with those in use, and adopt them"))
        )
        self.back_button = button(tr("Shipped weights…"), self.ask_back_to_shipped)
        self.back_button.setToolTip(tr("Go back to the shipped weights"))
        self.in_use = small()
        self.in_use.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        buttons = row(self.adopt_button, self.discard_button, 1, self.back_button)
        layout.addWidget(panel(tr("Old and new, side by side"), self._below, buttons), 1)
        layout.addWidget(self.in_use)
        self.refresh()

    @property
    def shows_comparison(self) -> bool:
        """Whether the figures stand where the hint stood before."""
        return self._below.currentWidget() is self.comparison

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.comparison.restyle(theme)

    def stop(self) -> None:
        """End what runs."""
        if self._comparing is not None:
            self._comparing.stop()
        self._comparing = None
        shutil.rmtree(self._scratch, ignore_errors=True)

    def set_fitting(self, fitting: bool) -> None:
        """A fit is under way, or is over: what comes of it would take the place of other weights."""
        self._fitting = fitting
        self.refresh()

    def ask_for_file(self) -> None:
        """Ask for a file of weights, and bring what is in it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Weights of a file"), "", tr("Weights (*.safetensors)")
        )
        if chosen:
            self.bring(Path(chosen))

    def bring(self, file: Path) -> None:
        """Copy weights that were fitted elsewhere, so that they can be adopted or let go like fitted ones."""
        kind = kind_there(file)
        if kind not in RETRAINED:
            kinds = listed(tr(KIND_NAMES[one]) for one in RETRAINED)
            self.said.emit(
                tr("{name} holds none of the weights that can be adopted: {kinds}.").format(
                    name=file.name, kinds=kinds
                )
            )
            return
        copy = self._scratch / f"{kind}.safetensors"
        try:
            write_bytes(copy, read_regular(file, MAX_BYTES))
        except (AssetError, OSError) as error:
            self.said.emit(complaint(error))
            return
        self.brought.emit(kind, copy)

    def compare(self, kind: str, file: Path, held_out: str, left_out: Sequence[LeftOut] = ()) -> None:
        """Run the weights in use and new ones over a record that the new ones did not learn from.

        Parameters
        ----------
        kind : str
            What was fitted.
        file : Path
            The new weights.
        held_out : str
            The record, as `assets.records.open.open_record` takes it.
        left_out : sequence of LeftOut
            What the fit could not learn from; it is said with the result.
        """
        self.new, self.advice = (kind, file), None
        self._compared_on, self._left_out = held_out, tuple(left_out)
        arguments = comparison(
            kind,
            file,
            self.store.adopted(kind),
            held_out,
            self._context.data_dir,
            self._scratch / "figures.json",
            self._scratch / "scores.npz",
        )
        process = TrainingProcess(arguments, self)
        process.ended.connect(self._on_compared)
        self._comparing = process
        self.compares.emit(True)
        process.start()
        self.refresh()

    def _on_compared(self, code: int) -> None:
        process, self._comparing = self._comparing, None
        if process is None:
            return
        process.deleteLater()
        self.compares.emit(False)
        if code:
            why = process.problem or tr("It gave nothing.")
            self.said.emit(tr("The new weights could not be compared with the old. {why}").format(why=why))
        else:
            self._show_compared()
        self.refresh()

    def _show_compared(self) -> None:
        try:
            compared = read_compared(self._scratch / "figures.json", self._scratch / "scores.npz")
            record = open_record(self._compared_on, data_dir=self._context.data_dir)
        except (ValueError, AssetError) as error:
            self.said.emit(complaint(error))
            return
        self.comparison.show_compared(record, compared, self.new[0] if self.new else RETRAINED[0])
        self._below.setCurrentWidget(self.comparison)
        old, new = (compared.figures[name] for name in ("old", "new"))
        self.advice = advise(old, new, compared.spread, record.name)
        self.said.emit(
            tr("Done. {sentence}{left_out_words}").format(
                sentence=tr(self.advice.sentence), left_out_words=left_out_words(self._left_out)
            )
        )

    def adopt(self) -> None:
        """Use the new weights from now on; the stream goes on."""
        if self.new is None:
            return
        kind, file = self.new
        try:
            self.store.adopt(kind, file)
            file.unlink(missing_ok=True)
        except (AssetError, OSError) as error:
            self.said.emit(complaint(error))
            return
        self.new = self.advice = None
        self.said.emit(tr("Adopted: the analysis goes on with them, and keeps what it knows of the patient."))
        self._context.session.renew_models()
        self.refresh()

    def discard(self) -> None:
        """Let the new weights go."""
        if self.new is not None:
            self.new[1].unlink(missing_ok=True)
            self.said.emit(tr("The weights in use stay; the new ones are gone."))
        self.new = self.advice = None
        if self._comparing is not None:
            # What it compares is gone.
            idle, self._comparing = self._comparing, None
            idle.ended.disconnect(self._on_compared)
            idle.ended.connect(idle.deleteLater)
            idle.cancel()
        self._below.setCurrentIndex(0)
        self.refresh()

    def ask_back_to_shipped(self) -> None:
        """Ask before the user's own weights are deleted."""
        ask_to_delete(self, self._adopted(), self.back_to_shipped)

    def back_to_shipped(self) -> None:
        """Use the shipped weights again."""
        self.store.back_to_shipped()
        self._context.session.renew_models()
        self.said.emit(tr("The shipped weights are in use again."))
        self.refresh()

    def _adopted(self) -> list[str]:
        """Kinds of which the user's own weights are in use."""
        return [kind for kind in RETRAINED if self.store.adopted(kind) is not None]

    def refresh(self) -> None:
        """What can be done now, what is recommended, and what is in use."""
        new = self.new is not None and self._comparing is None
        self.file_button.setEnabled(self.new is None and self._comparing is None and not self._fitting)
        self.adopt_button.setEnabled(new)
        self.discard_button.setEnabled(new)
        advice = self.advice if new else None
        recommend(self.adopt_button, advice is not None and advice.adopt)
        recommend(self.discard_button, advice is not None and not advice.adopt)
        adopted = self._adopted()
        self.back_button.setEnabled(bool(adopted))
        yours = (
            tr("your own {join}, ").format(join=tr(" and ").join(tr(KIND_NAMES[kind]) for kind in adopted))
            if adopted
            else ""
        )
        rest = tr("the rest as shipped") if adopted else tr("the shipped weights")
        self.in_use.setText(
            tr("In use: {yours}{rest}. A fit runs beside the monitor and gives way to it.").format(
                yours=yours, rest=rest
            )
        )
