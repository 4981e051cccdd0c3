"""What to fit, on what, and how: the left column of the Retraining page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assets.databases.catalogue import load_catalogue
from assets.databases.mitbih import DS1
from assets.databases.published import identity_of
from assets.records.identity import file_identity
from assets.records.open import records_in
from models.contract.fits import HELD_OUT, RETRAINED
from models.contract.marks import Mark
from monitor.retraining.request import Request
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.room.scrolling import Scroll
from monitor.ui.kit.text import PlainLabel, plain_tip
from monitor.ui.retraining.marks_list import MarksList
from monitor.ui.retraining.words import KIND_WORDS
from monitor.ui.session.keeping.marks import UserMarks

RECORDS_PX = 60
"""Least height of the list of records, in logical pixels: some three of them."""

_OF_THIS = Qt.ItemDataRole.UserRole


class Choices(QWidget):
    """The controls."""

    started = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(340)
        self._folder: Path | None = None
        self.kind = QComboBox()
        for kind in RETRAINED:
            self.kind.addItem(tr(KIND_WORDS[kind]), kind)
        self.kind.setAccessibleName(tr("Model"))
        self.kind.currentIndexChanged.connect(lambda *_: self._changed())
        self._ds1 = QRadioButton(tr("DS1, as the shipped models"))
        self._chosen = QRadioButton(tr("Records I tick"))
        self._own = QRadioButton(tr("A folder of my own recordings"))
        self._ds1.setChecked(True)
        self._source = QButtonGroup(self)
        for radio in (self._ds1, self._chosen, self._own):
            self._source.addButton(radio)
        self._source.buttonToggled.connect(lambda *_: self._changed())
        self.none = button(tr("Tick none"), lambda: self.tick(set()))
        self.marks = MarksList()
        self.records = QListWidget()
        self.records.setAccessibleName(tr("Records to learn from"))
        self.records.setMinimumHeight(RECORDS_PX)
        entries = [entry for entry in load_catalogue() if entry.counted]
        for entry in entries:
            counts = entry.aami_counts()
            item = QListWidgetItem(f"{entry.number}   {counts['N']} N  {counts['V']} V")
            item.setData(_OF_THIS, entry.number)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if entry.number in DS1 else Qt.CheckState.Unchecked)
            self.records.addItem(item)
        self.records.itemChanged.connect(lambda *_: self.marks.use(self.sources()))
        self.folder_button = QPushButton(tr("Choose the folder…"))
        self.folder_button.clicked.connect(self._choose_folder)
        self._filler = QWidget()
        self._filler.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._held_out_name, self._held_out_words = PlainLabel(tr("Held-out record")), small()
        self._held_out_words.setWordWrap(True)
        self.held_out = QComboBox()
        self.held_out.setAccessibleName(tr("Held-out record"))
        self._held_out_name.setBuddy(self.held_out)  # on Linux a list's name is its label's
        self.held_out.addItems([entry.number for entry in entries])
        self.held_out.setCurrentText(HELD_OUT[0])
        self.held_out.currentTextChanged.connect(lambda *_: self._changed())
        self.seed = QSpinBox()
        self.seed.setRange(-1, 2**31 - 1)
        self.seed.setSpecialValueText(tr("as shipped"))
        self.seed.setValue(-1)
        self.seed.setAccessibleName(tr("Seed"))
        self.seed.setFixedWidth(92)
        # A style sheet's padding does not reach the text of a spin box.
        self.seed.lineEdit().setTextMargins(8, 0, 0, 0)
        self.quick = QCheckBox(tr("Quick: a minute or two, for a first look"))
        self.quick.setChecked(True)
        self.start, self.cancel = QPushButton(tr("Start")), QPushButton(tr("Cancel"))
        self.start.setObjectName("primary")
        self.start.clicked.connect(self.started)
        self.cancel.clicked.connect(self.cancelled)
        self.cancel.setEnabled(False)
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        what = QHBoxLayout()
        what.setSpacing(8)
        what.addLayout(_named(tr("Model"), self.kind), 1)
        what.addLayout(_named(tr("Seed"), self.seed))
        layout.addWidget(panel(tr("Fit anew"), what, self.quick))
        layout.addWidget(
            panel(
                tr("Learn from"),
                self._ds1,
                row(self._chosen, 1, self.none),
                self._own,
                self.records,
                self.folder_button,
                self._filler,
                row(self._held_out_name, 1, self.held_out),
                self._held_out_words,
            ),
            1,
        )
        layout.addWidget(panel(tr("Marks from review"), self.marks))
        # The buttons stay in sight where what is above them has to be scrolled.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(Scroll(layout), 1)
        self.deeds = row(self.start, self.cancel, 1)
        whole.addLayout(self.deeds)
        self._changed()

    @property
    def own(self) -> QWidget:
        """What chooses a folder of the user's own to learn from."""
        return self._own

    def show_marks(self, marks: UserMarks) -> None:
        """List the marks, each to be followed or not."""
        self.marks.show_marks(marks)
        self.marks.use(self.sources())

    @property
    def followed(self) -> set[Mark]:
        """The marks that the fit follows."""
        return self.marks.followed

    def sources(self) -> set[str]:
        """Identities of the signals that the fit opens: only their marks can be followed."""
        if self._own.isChecked():
            return _own_sources(self._folder, self.marks.sources) if self._folder is not None else set()
        names = set(self._ticked() if self._chosen.isChecked() else DS1)
        held_out = {self.held_out.currentText()}
        # A fit of the beats is not given the held-out record.
        return {
            identity_of(n)
            for n in (names - held_out if self.kind.currentData() == "beats" else names | held_out)
        }

    def request(self, out: Path, labels: Path | None, data_dir: Path | None) -> Request:
        """Give what is asked for.

        Raises
        ------
        ValueError
            If something is missing.
        """
        own, held_out = self._own.isChecked(), self.held_out.currentText()
        if own and self._folder is None:
            raise ValueError(tr("Choose the folder that holds your recordings first."))
        kind, records = self.kind.currentData(), self._ticked() if self._chosen.isChecked() else None
        if self._ds1.isChecked() and held_out in self._known():
            if kind != "beats":
                raise ValueError(
                    tr(
                        "The shipped models learn from {held_out}. Hold another record out, one of "
                        "{join} for example, or tick the records yourself."
                    ).format(held_out=held_out, join=listed(HELD_OUT))
                )
            records = DS1  # the request leaves the held-out one out
        return Request(
            kind=kind,
            records=records,
            held_out=held_out,
            folder=self._folder if own else None,
            seed=self.seed.value() if self.seed.value() >= 0 else None,
            quick=self.quick.isChecked(),
            labels=labels,
            data_dir=data_dir,
            out=out,
        )

    def set_running(self, running: bool, *, stopping: bool = False, waiting: bool = False) -> None:
        """Leave only what makes sense.

        Parameters
        ----------
        running : bool
            Whether a fit runs.
        stopping : bool
            Whether it was asked to stop: another may be chosen and started, which then waits for its end.
        waiting : bool
            Whether another one waits.
        """
        for part in self.findChildren(QFrame):
            if part.objectName() == "panel":
                part.setEnabled(not running or (stopping and not waiting))
        may_start = not running or (stopping and not waiting)
        may_cancel = running and (not stopping or waiting)
        # The focus would jump to whatever comes next on the page.
        had_focus = self.start.hasFocus() or self.cancel.hasFocus()
        self.start.setEnabled(may_start)
        self.cancel.setEnabled(may_cancel)
        if had_focus:
            (self.start if may_start else self.cancel).setFocus()
        self.start.setToolTip("" if may_start else tr("A fit is under way: Cancel stops it, and it is kept."))

    def tick(self, names: set[str]) -> None:
        """Learn from just these records of the catalogue."""
        self._chosen.setChecked(True)
        for i in range(self.records.count()):
            item = self.records.item(i)
            on = item.data(_OF_THIS) in names
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def record_to_judge(self, learnt: Sequence[str], held_out: Sequence[str]) -> str:
        """Name a record of the catalogue to judge weights by: one held out, or at least not learnt from."""
        listed = [self.held_out.itemText(i) for i in range(self.held_out.count())]
        wished = (*held_out, self.held_out.currentText(), *HELD_OUT, *listed)
        return next((name for name in wished if name in listed and name not in learnt), listed[0])

    def use_folder(self, folder: Path) -> None:
        """Learn from a folder of recordings."""
        self._folder = folder
        self._own.setChecked(True)
        self._changed()

    def _ticked(self) -> tuple[str, ...]:
        return tuple(
            self.records.item(i).data(_OF_THIS)
            for i in range(self.records.count())
            if self.records.item(i).checkState() == Qt.CheckState.Checked
        )

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of WFDB or EDF recordings"))
        if chosen:
            self.use_folder(Path(chosen))

    def _counted(self) -> str:
        """How many recordings the user's folder holds."""
        if self._folder is None:
            return ""
        n = len(records_in(self._folder))
        if not n:  # how many there are is not asked here: all the disk may lie below
            return tr("No recording in the folder itself: those in the folders within it are taken. ")
        if any(self._folder.glob("*/")):
            return tr("%n recording(s) in the folder itself; those in the folders within it, too. ", "", n)
        return tr("%n recording(s) in the folder. ", "", n)

    def _known(self) -> set[str]:
        """Records that the shipped model of the chosen kind has learnt from."""
        return set(DS1) - (set() if self.kind.currentData() == "beats" else set(HELD_OUT))

    def _changed(self) -> None:
        own = self._own.isChecked()
        # A beat autoencoder learns from all recordings of a folder.
        own_held_out = own and self.kind.currentData() != "beats"
        self.records.setEnabled(self._chosen.isChecked())
        self.records.setVisible(not own)
        self.none.setEnabled(self._chosen.isChecked())
        self._filler.setVisible(own)
        known = self.held_out.currentText() in self._known()
        self._held_out_words.setText(
            tr(
                "{counted}About a fifth of their length is held out, no patient's folder divided: not learnt "
                "from, but used to compare old and new. One of these must be longer than five minutes."
            ).format(counted=self._counted())
            if own_held_out
            else tr(
                "Not learnt from now. The shipped model has learnt from it, which favours the old weights."
            )
            if known
            else tr("Not learnt from: old and new weights are compared on it.")
        )
        self.folder_button.setVisible(own)
        self.folder_button.setText(f"{self._folder.name} …" if self._folder else tr("Choose the folder…"))
        self.folder_button.setToolTip(plain_tip(str(self._folder)) if self._folder else "")
        self.marks.use(self.sources())
        self._held_out_name.setVisible(not own_held_out)
        self.held_out.setVisible(not own_held_out)


def _own_sources(folder: Path, marked: set[str]) -> set[str]:
    """Identities of a folder's records; of those in folders within it, the ones that have marks.

    These are looked for one by one: all the disk may lie below, and the window would stand still.
    """
    here = {file_identity(path) for path in records_in(folder)}
    within = file_identity(folder) + "/"
    return here | {
        source
        for source in marked
        if source.replace("\\", "/").startswith(within.replace("\\", "/"))
        and any(Path(source.removeprefix("file:") + ending).is_file() for ending in ("", ".hea"))
    }


def _named(name: str, widget: QWidget) -> QVBoxLayout:
    """A control under its name."""
    layout = QVBoxLayout()
    layout.setSpacing(3)
    words = small(name)
    words.setBuddy(widget)
    layout.addWidget(words)
    layout.addWidget(widget)
    return layout
