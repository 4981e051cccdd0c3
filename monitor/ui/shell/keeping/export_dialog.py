"""Export what was watched: in which format, which stretch, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QProgressBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assets.errors import AssetError
from assets.phrase import phrase
from assets.records.annotation_writer import wfdb_name
from models.contract.marks import Mark
from models.library.account import Account
from monitor.keeping.picture import DPI, LEAST_DPI, MOST_DPI
from monitor.keeping.pieces import ExportCancelled, Going
from monitor.keeping.writing import files_of, write
from monitor.ui.kit.joins import bracketed
from monitor.ui.kit.language import complaint, named, tr
from monitor.ui.kit.parts import button, row
from monitor.ui.kit.places import in_documents
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.words import clock
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.live.goto import parse_place
from monitor.ui.report.watched.document import write_report
from monitor.ui.shell.replacing import may_replace

PICTURE_S = 10.0
"""A picture is first offered of so much, the newest, s."""

STEPS = 1000
"""Of the bar that shows how far it is."""


@dataclass(frozen=True)
class Format:
    """One way to export.

    Attributes
    ----------
    ending : str
        Of its file.
    report, picture, dots : bool
        Whether it is the report, a picture, a picture of dots.
    """

    ending: str
    report: bool = False
    picture: bool = False
    dots: bool = False


FORMATS = (
    Format(".hea"),
    Format(".edf"),
    Format(".csv"),
    Format(".pdf", report=True),
    Format(".png", picture=True, dots=True),
    Format(".svg", picture=True),
)


def format_words(one: Format) -> str:
    """What a format is called."""
    return {
        ".hea": tr("Signals and events as WFDB"),
        ".edf": tr("Signals and events as EDF+"),
        ".csv": tr("Signals and events as CSV"),
        ".pdf": tr("Report as PDF"),
        ".png": tr("Picture as PNG"),
        ".svg": tr("Picture as SVG"),
    }[one.ending]


class Exporting(BackgroundThread):
    """Writes files; ``moved`` carries the share that is done, ``done`` what there is to say and how it went.

    Parameters
    ----------
    work : callable
        Writes, and says what; it is given who is told how far it is.
    """

    moved = Signal(float)
    done = Signal(object, str)
    """The sentence, and one of `WRITTEN`, `FAILED`, `CANCELLED`."""

    WRITTEN, FAILED, CANCELLED = "written", "failed", "cancelled"

    def __init__(self, work: Callable[[Going], str]) -> None:
        super().__init__()
        self._work = work

    def _going(self, share: float) -> bool:
        self.moved.emit(share)
        return not self.stopping

    def run(self) -> None:
        """Write."""
        try:
            self.done.emit(self._work(self._going), self.WRITTEN)
        except ExportCancelled as error:
            self.done.emit(complaint(error), self.CANCELLED)
        except AssetError as error:
            self.done.emit(complaint(error), self.FAILED)
        except Exception as error:  # of a library: it is told, the program goes on
            self.done.emit(
                phrase("Nothing was written: {why}.", why=str(error) or type(error).__name__), self.FAILED
            )


class ExportDialog(Dialog):
    """Asks for format, stretch and file, and shows how far it is; the stream goes on meanwhile.

    ``told`` carries what was written, or why nothing was, and whether that is an error.

    Parameters
    ----------
    account : Account
        All that was watched.
    marks : tuple of Mark
        The user's.
    ending : str
        Of the format that is offered first.
    """

    told = Signal(object, bool)

    def __init__(
        self, account: Account, marks: tuple[Mark, ...], ending: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export what was watched"))
        self._account, self._marks = account, marks
        self._work: Exporting | None = None
        self.format, self.start, self.stop = QComboBox(), QLineEdit(), QLineEdit()
        for one in FORMATS:
            self.format.addItem(bracketed(format_words(one), one.ending))
        self.dots, self.disclosure = QSpinBox(), QCheckBox(tr("All of the first lead, half an hour a page"))
        self.every_lead = QCheckBox(tr("All of every ECG lead, half an hour a page"))
        self.every_lead.toggled.connect(lambda on: self.disclosure.setDisabled(on))
        self.dots.setRange(round(LEAST_DPI), round(MOST_DPI))
        self.dots.setValue(round(DPI))
        self.dots.setSuffix(tr(" dots an inch"))
        self.bar, self.words = QProgressBar(), PlainLabel("")
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(420)
        for widget, name in (
            (self.format, tr("Format")),
            (self.start, tr("From")),
            (self.stop, tr("To")),
            (self.dots, tr("Resolution")),
            (self.bar, tr("How far the export is")),
        ):
            widget.setAccessibleName(name)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(tr("Format"), self.format)
        form.addRow(tr("From"), self.start)
        form.addRow(tr("To"), self.stop)
        form.addRow(tr("Resolution"), self.dots)
        form.addRow("", self.disclosure)
        form.addRow("", self.every_lead)
        self._form = form
        self.leave = button(tr("Cancel"), self.reject)
        wider = self.leave.sizeHint().width()
        self.leave.setText(tr("Close"))
        self.leave.setMinimumWidth(max(wider, self.leave.sizeHint().width()))
        self.go = button(tr("Export…"), self.ask, primary=True)
        self.leave.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(12)
        whole.addLayout(form)
        whole.addWidget(self.words)
        whole.addWidget(self.bar)
        whole.addLayout(row(1, self.leave, self.go))
        self.bar.hide()
        self.format.currentIndexChanged.connect(self._on_format)
        self.format.setCurrentIndex(next(i for i, one in enumerate(FORMATS) if one.ending == ending))
        self._on_format()

    @property
    def chosen(self) -> Format:
        """The format that is chosen."""
        return FORMATS[self.format.currentIndex()]

    def _on_format(self) -> None:
        account, one = self._account, self.chosen
        self._form.setRowVisible(self.dots, one.dots)
        self._form.setRowVisible(self.disclosure, one.report)
        self._form.setRowVisible(self.every_lead, one.report)
        start = account.start
        if one.picture:
            start = max(start, account.stop - round(PICTURE_S * account.fs))
        self.start.setText(clock(start / account.fs))
        self.stop.setText(clock(account.stop / account.fs))
        self.words.setText(
            tr("{name} was watched from {start} to {stop}.").format(
                name=named(account.info.name),
                start=clock(account.start / account.fs),
                stop=clock(account.stop / account.fs),
            )
        )

    def stretch(self) -> Account:
        """The stretch that is asked for; what was typed as the very ends is all of it.

        Raises
        ------
        ValueError
            In a sentence, where it is none.
        """
        account = self._account
        start = self._place(self.start, account.start)
        stop = self._place(self.stop, account.stop)
        if stop <= start or stop <= account.start or start >= account.stop:
            raise ValueError(
                tr("Nothing was watched from {start} to {stop}.").format(
                    start=self.start.text(), stop=self.stop.text()
                )
            )
        return account.within(max(start, account.start), min(stop, account.stop))

    def _place(self, entry: QLineEdit, end: int) -> int:
        if entry.text() == clock(end / self._account.fs):
            return end
        return parse_place(entry.text(), self._account.fs)

    # Writing --------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for the file, and write it."""
        try:
            part = self.stretch()
        except ValueError as error:
            self.words.setText(complaint(error))
            return
        one = self.chosen
        suggested = in_documents(f"{wfdb_name(part.info.name)}{one.ending}")
        kinds = f"{format_words(one)} (*{one.ending})"
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), suggested, kinds)
        if not name:
            return
        path = Path(name) if Path(name).suffix.lower() == one.ending else Path(f"{name}{one.ending}")
        try:
            made = (path,) if one.report else files_of(path)
        except AssetError as error:
            self.words.setText(complaint(error))
            return
        # For the very name that was typed the dialog of files has asked.
        if all(file == Path(name) or may_replace(file, self) for file in made):
            self.begin(path, part)

    def begin(self, path: Path, part: Account) -> None:
        """Write a stretch to a file, in a thread of its own."""
        if self._work is not None:
            return
        if self.chosen.report:
            work = partial(_report, path, part, self.disclosure.isChecked(), self.every_lead.isChecked())
        else:
            work = partial(_export, path, part, self._marks, float(self.dots.value()))
        self._work = Exporting(work)
        self._work.moved.connect(self._on_moved)
        self._work.done.connect(self._on_done)
        self._show_work(True)
        self._work.start()

    def _show_work(self, on: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(on)
        fields = (self.format, self.start, self.stop, self.dots, self.disclosure, self.every_lead, self.go)
        for widget in fields:
            widget.setEnabled(not on)
        self.disclosure.setDisabled(on or self.every_lead.isChecked())
        self.leave.setText(tr("Cancel") if on else tr("Close"))

    def _on_moved(self, share: float) -> None:
        self.bar.setValue(round(STEPS * share))

    def _on_done(self, said: str, how: str) -> None:
        self._work = None
        self._show_work(False)
        self.words.setText(tr(said))
        if how == Exporting.WRITTEN:
            self.told.emit(said, False)
            self.accept()
        elif how == Exporting.FAILED and not self.isVisible():
            self.told.emit(said, True)

    @property
    def working(self) -> bool:
        """Whether something is being written."""
        return self._work is not None

    def reject(self) -> None:
        """Cancel what is being written; where nothing is, close."""
        if self._work is not None:
            self._work.ask_to_stop()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what is being written, too."""
        self.end()
        super().closeEvent(event)

    def end(self) -> None:
        """End what is being written: nothing of it is there."""
        work, self._work = self._work, None
        if work is not None:
            work.stop()


def _export(path: Path, part: Account, marks: tuple[Mark, ...], dpi: float, going: Going) -> str:
    return write(path, part, marks, going, dpi)


def _report(path: Path, part: Account, disclosure: bool, every_lead: bool, going: Going) -> str:
    return write_report(path, part, disclosure=disclosure, every_lead=every_lead, going=going)
