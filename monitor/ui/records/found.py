"""The records of a folder, or of several files that were dropped: one of them is opened."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from assets.causes import reason
from assets.errors import AssetError
from assets.lines import one_line
from assets.records.open import records_in
from assets.text.shape import ENDINGS as TEXT_ENDINGS
from assets.text.shape import shape_of
from assets.together import is_aside
from monitor.mishaps.log import note
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import within
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import PlainLabel, plain_tip
from monitor.ui.kit.work.background import BackgroundThread

MOST = 2000
"""So many records are listed."""

TELL_S = 0.2
"""What was found is told so often: each time the list is made anew, and a tree may have very many folders."""


class _Looking(BackgroundThread):
    """Looks for records; tells from time to time what it has found, and says with it who it is."""

    found = Signal(object, object)
    ended = Signal(object, str)

    def __init__(self, places: Sequence[Path]) -> None:
        super().__init__()
        self._places = places
        self._refused: OSError | None = None

    def run(self) -> None:
        """Look, and tell why where it came to no end."""
        why = ""
        untold: list[Path] = []
        told_s = 0.0
        try:
            for some in self._some():
                if self.stopping:
                    return
                untold += some
                if untold and time.monotonic() - told_s >= TELL_S:
                    self.found.emit(self, untold)
                    untold, told_s = [], time.monotonic()
        except Exception as error:
            note("A folder could not be looked through", error)
            # Whatever a file system does, the monitor goes on; the sentence names the error.
            why = tr("It could not be looked through to its end ({error}).").format(error=error)
        if untold:
            self.found.emit(self, untold)
        if self._refused is not None and not why:
            why = tr("{name} could not be looked into ({why}).").format(
                name=one_line(Path(self._refused.filename or "").name), why=tr(reason(self._refused))
            )
        self.ended.emit(self, why)

    def _some(self) -> Iterator[list[Path]]:
        for place in self._places:
            if not place.is_dir():
                yield [place]
                continue
            for folder, folders, names in os.walk(place, onerror=self._refuse):
                folders[:] = sorted(name for name in folders if not is_aside(name))
                if self.stopping:
                    return
                yield sorted([*records_in(Path(folder)), *self._texts(Path(folder), names)])

    def _refuse(self, error: OSError) -> None:
        self._refused = self._refused or error  # the first is told; of the others there may be any number

    def _texts(self, folder: Path, names: Sequence[str]) -> Iterator[Path]:
        """Those of the text files that hold columns of numbers."""
        for name in names:
            path = folder / name
            if path.suffix.lower() in TEXT_ENDINGS and not self.stopping:
                try:
                    shape_of(path)
                except AssetError:
                    continue  # a licence, a list of names: no record, and none that was asked for
                yield path


class FoundDialog(Dialog):
    """Pick one of several records.

    Parameters
    ----------
    places : sequence of Path
        Records, and folders that are looked through with all that lie in them.
    parent : QWidget or None
        Over which it opens.
    """

    chosen = Signal(str)
    """Path of a record."""

    def __init__(self, places: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder = places[0] if len(places) == 1 else None
        name = one_line(folder.name or str(folder)) if folder is not None else ""
        self.setWindowTitle(
            tr("Records in {name}").format(name=name) if name else tr("Which record is opened?")
        )
        self.resize(within(parent, 640, 480))
        self._base = folder
        self._paths: dict[str, Path] = {}
        self._full = False
        self._model = QStringListModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search by name"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search the records found"))
        self.records = QListView()
        self.records.setModel(self._proxy)
        self.records.setUniformItemSizes(True)
        self.records.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.records.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.records.setAccessibleName(tr("Records"))
        self.said = PlainLabel(tr("Looking for records …"))
        self.said.setObjectName("note")
        self.said.setWordWrap(True)
        self.open_button, self.close_button = QPushButton(tr("Open")), QPushButton(tr("Close"))
        self.open_button.setObjectName("primary")
        self.open_button.setDefault(True)
        self.open_button.setEnabled(False)
        self.close_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.records, 1)
        column.addLayout(foot)
        self.search.textChanged.connect(self._filter)
        self.records.selectionModel().currentChanged.connect(self._on_current)
        self.records.doubleClicked.connect(self.open_selected)
        self.open_button.clicked.connect(self.open_selected)
        self.close_button.clicked.connect(self.reject)
        self._looking = _Looking(places)
        self._looking.found.connect(self._on_found)
        self._looking.ended.connect(self._on_ended)
        self._looking.start()
        self.records.setFocus()

    @property
    def looking(self) -> bool:
        """Whether more may be found."""
        return self._looking.isRunning()

    @property
    def names(self) -> list[str]:
        """What is listed."""
        return self._model.stringList()

    def open_selected(self) -> None:
        """Open the selected record; `chosen` carries its path."""
        path = self._paths.get(self._selected())
        if path is not None:
            self.accept()
            self.chosen.emit(str(path))

    def _selected(self) -> str:
        index = self.records.currentIndex()
        return str(index.data()) if index.isValid() else ""

    def _on_found(self, looking: _Looking, some: list[Path]) -> None:
        if looking is not self._looking or self._full:
            return
        for path in some:
            if len(self._paths) == MOST:
                self._full = True
                looking.ask_to_stop()
                self._say(tr("These are the first %n record(s): there are more.", "", MOST))
                break
            self._paths[self._told(path)] = path
        chosen = self._selected()
        self._model.setStringList(list(self._paths))
        self._select(chosen)

    def _told(self, path: Path) -> str:
        """How a record is listed: where it lies in the folder, no two alike."""
        base, name = self._base, str(path)
        if base is not None and path != base and path.is_relative_to(base):
            name = str(path.relative_to(base))
        elif all(path.name != other.name for other in self._paths.values()):
            name = path.name
        return one_line(name) if one_line(name) not in self._paths else one_line(str(path))

    def _on_ended(self, looking: _Looking, why: str) -> None:
        if looking is self._looking and not self._full:
            n = len(self._paths)
            self._say(why or (tr("%n record(s)", "", n) if n else tr("There is no record in it.")))

    def _filter(self, text: str) -> None:
        chosen = self._selected()
        self._proxy.setFilterFixedString(text.strip())
        self._select(chosen)

    def _select(self, name: str) -> None:
        """Keep a record selected that is listed still; else select the first."""
        rows = range(self._proxy.rowCount())
        row = next((row for row in rows if self._proxy.index(row, 0).data() == name), 0)
        self.records.setCurrentIndex(self._proxy.index(row, 0))
        self.open_button.setEnabled(bool(rows))

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        path = self._paths.get(str(now.data()))
        self.records.setToolTip("" if path is None else plain_tip(one_line(str(path))))

    def _say(self, words: str) -> None:
        self.said.setText(words)

    def stop(self) -> None:
        """Look no further."""
        self._looking.ask_to_stop()  # held until it has ended; what it still tells is not heard

    def done(self, result: int) -> None:
        """Let nothing run on behind a closed dialog."""
        self.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window ends: look no further."""
        self.stop()
        super().closeEvent(event)
