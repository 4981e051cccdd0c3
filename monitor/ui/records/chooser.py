"""The record chooser: databases by group, their records, searchable, fetched where they are not at hand."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assets.databases.catalogue import CatalogueEntry, load_catalogue
from assets.databases.fetch import header_at_hand
from assets.databases.physionet.agreed import LargeDownload
from assets.databases.physionet.known import KNOWN
from assets.databases.physionet.name import SCHEME, record_name
from assets.errors import AssetError
from assets.phrase import phrase
from assets.records.headers.header import read_header
from assets.text.answers import Untold
from monitor.ui.kit.drawing.motion import show_busy
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import within
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import MarkupLabel, PlainLabel
from monitor.ui.records.collection import CollectionView
from monitor.ui.records.databases import ALL, DatabaseList
from monitor.ui.records.fetching import ask_large
from monitor.ui.session.loading.wish import Wish

AnyIndex = QModelIndex | QPersistentModelIndex

COLUMNS = (
    phrase("Record"),
    phrase("Database"),
    phrase("Leads"),
    phrase("Age"),
    phrase("Sex"),
    "N",
    "S",
    "V",
    "F",
    "Q",
    phrase("Medication"),
)
NARROW = 1120
"""Width of the dialog below which the column of databases makes way for that of drugs, px."""
BEAT_CLASSES = ("N", "S", "V", "F", "Q")
CLASS_WORDS = {
    "N": phrase("Normal and bundle branch block beats"),
    "S": phrase("Supraventricular ectopic beats"),
    "V": phrase("Ventricular ectopic beats"),
    "F": phrase("Fusion beats"),
    "Q": phrase("Paced and unclassifiable beats"),
}


class CatalogueModel(QAbstractTableModel):
    """The catalogue as a table."""

    def __init__(self) -> None:
        super().__init__()
        self.entries = load_catalogue()
        self._counts = [e.aami_counts() for e in self.entries]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Number of records."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def value(self, row: int, column: int) -> int | str:
        """What stands in a cell."""
        entry = self.entries[row]
        name = COLUMNS[column]
        if name in BEAT_CLASSES:
            return self._counts[row][name] if entry.counted else ""
        return {
            "Record": entry.number,
            "Database": tr(entry.source.short),
            "Leads": listed(entry.leads),
            "Age": entry.age if entry.age is not None else "",
            "Sex": entry.sex,
            "Medication": tr("None") if entry.medication == "None" else entry.medication,
        }[name]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell as text, or its value for sorting."""
        value = self.value(index.row(), index.column())
        if role == Qt.ItemDataRole.UserRole:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return "·" if value == 0 else str(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Column names, with the beat classes spelt out in their tooltips."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            name = COLUMNS[section]
            return tr("Record", "of a database") if name == "Record" else tr(name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(section))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(CLASS_WORDS.get(COLUMNS[section], "")) or None
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    right = COLUMNS[column] in (*BEAT_CLASSES, "Age")
    return (
        Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter


class SearchProxy(QSortFilterProxyModel):
    """Rows that answer the search."""

    def __init__(self, model: CatalogueModel) -> None:
        super().__init__()
        self._entries = model.entries
        self._query = ""
        self._database = ""
        self.setSourceModel(model)
        self.setSortRole(Qt.ItemDataRole.UserRole)

    def search(self, query: str, database: str = "") -> None:
        """Show only what answers `query`, of one database where its key is given."""
        self._query, self._database = query, database
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        """Whether a row answers the search."""
        entry = self._entries[row]
        return self._database in ("", entry.database) and entry.matches(self._query, tr(entry.notes))

    def lessThan(self, left: AnyIndex, right: AnyIndex) -> bool:
        """Numbers before texts, each among themselves; what is not known comes last in either order."""
        a, b = left.data(Qt.ItemDataRole.UserRole), right.data(Qt.ItemDataRole.UserRole)
        if "" in (a, b) and a != b:
            return (b == "") == (self.sortOrder() == Qt.SortOrder.AscendingOrder)
        return (isinstance(a, str), a) < (isinstance(b, str), b)


class RecordChooser(Dialog):
    """Pick a record and have it brought.

    Parameters
    ----------
    data_dir : Path or None
        Local mirror, looked in first.
    """

    chosen = Signal(object, int)

    def __init__(self, data_dir: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Choose a record"))
        self.resize(within(parent, 1180, 660))
        self._data_dir = data_dir
        self._wish: Wish | None = None
        self.opened = ""
        """Name of the record that was opened last."""
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search: number, lead, sex, drug, rhythm, beat type (V, A, F, …)"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search the catalogue"))
        self.databases = DatabaseList()
        self.collection = CollectionView(data_dir)
        self._found = PlainLabel()
        self._found.setObjectName("note")
        model = CatalogueModel()
        model.setParent(self)
        self._proxy = SearchProxy(model)
        self._proxy.setParent(self)
        self.table = QTableView()
        self.table.setAccessibleName(tr("Records"))
        self.table.setModel(self._proxy)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        self._details = MarkupLabel(tr("Select a record to read about it."))
        self._details.setObjectName("note")
        self._details.setWordWrap(True)
        self._details.setMinimumHeight(88)
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._place = QStackedWidget()
        self.any_name = QLineEdit()
        self.any_name.setPlaceholderText(tr("DATABASE/RECORD, as afdb/04015"))
        self.any_name.setAccessibleName(tr("Any record of PhysioNet"))
        self.any_name.setClearButtonEnabled(True)
        self.message = PlainLabel()
        self.message.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.open_button, self.cancel_button = QPushButton(tr("Open")), QPushButton(tr("Close"))
        self.open_button.setObjectName("primary")
        self.open_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self._found)
        catalogue = QWidget()
        listed = QVBoxLayout(catalogue)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(12)
        listed.addWidget(self.table, 1)
        listed.addWidget(self._details)
        self._place.addWidget(catalogue)
        self._place.addWidget(self.collection)
        middle, named = QHBoxLayout(), QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.databases)
        middle.addWidget(self._place, 1)
        label = PlainLabel(tr("Any record of PhysioNet"))
        label.setBuddy(self.any_name)
        named.addWidget(label)
        named.addWidget(self.any_name, 1)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(named)
        column.addLayout(foot)
        self.search.textChanged.connect(self._search)
        self.databases.picked.connect(self._search)
        self.collection.changed.connect(self._count)
        self.collection.chosen.connect(self.open_selected)
        self.any_name.textChanged.connect(self._count)
        self.table.selectionModel().currentRowChanged.connect(self._describe)
        self.table.doubleClicked.connect(self.open_selected)
        self.open_button.clicked.connect(self.open_selected)
        self.cancel_button.clicked.connect(self._cancel)
        self._search()

    @property
    def loading(self) -> bool:
        """Whether a record is on its way."""
        return self._wish is not None

    def selected(self) -> CatalogueEntry | None:
        """The entry of the selected row."""
        index = self.table.currentIndex()
        if not index.isValid():
            return None
        number = self._proxy.index(index.row(), 0).data()
        return next(e for e in load_catalogue() if e.number == number)

    def select(self, number: str) -> None:
        """Select the row of a record, where the search shows it."""
        for row in range(self._proxy.rowCount()):
            if self._proxy.index(row, 0).data() == number:
                self.table.setCurrentIndex(self._proxy.index(row, 0))

    @property
    def _of_physionet(self) -> bool:
        """Whether one of PhysioNet's databases is picked that the catalogue has not."""
        return self.databases.key in KNOWN

    @property
    def wanted(self) -> str:
        """Name of the record that *Open* brings: the one that is typed, else the selected one."""
        typed = self.any_name.text().strip()
        if typed:
            # Whoever types it here means PhysioNet, whichever database it is.
            return typed if record_name(typed) is not None or ":" in typed else f"{SCHEME}:{typed}"
        if self._of_physionet:
            return self.collection.spec
        entry = self.selected()
        return "" if entry is None else entry.number

    def _search(self, *_changed: object) -> None:
        key = self.databases.key
        if self._of_physionet:
            if self._place.currentWidget() is not self.collection or self.sender() is self.databases:
                self.collection.show_collection(key)
            self._place.setCurrentWidget(self.collection)
            self.collection.search(self.search.text())
        else:
            self._place.setCurrentIndex(0)
            self._proxy.search(self.search.text(), key)
            self._fit_columns()
            if self._proxy.rowCount() and not self.table.currentIndex().isValid():
                self.table.selectRow(0)
        self._count()

    def _fit_columns(self) -> None:
        """Leave out the database where one alone is shown, or the table has no room for it."""
        narrow = self.width() < NARROW or self.databases.key != ALL
        self.table.setColumnHidden(COLUMNS.index("Database"), narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    def _count(self) -> None:
        """Say how many records are shown, and whether there is one to open."""
        n = self.collection.n_shown if self._of_physionet else self._proxy.rowCount()
        known = self.collection.known or not self._of_physionet
        self._found.setText(tr("%n record(s)", "", n) if known else "")
        self.open_button.setEnabled(bool(self.wanted))

    def _describe(self) -> None:
        entry = self.selected()
        if entry is None:
            return
        facts = [
            tr(entry.source.name),
            tr("{duration:.0f} min at {fs:g} Hz").format(duration=entry.duration / 60, fs=entry.fs),
        ]
        if entry.split:
            facts.append(
                tr("{split} of the inter-patient split").format(split=entry.split)
                if entry.database == "mitdb"
                else tr(entry.split)
            )
        if entry.paced:
            facts.append(tr("paced"))
        lines = [f"<b>{entry.number}</b> · {' · '.join(facts)}", html.escape(tr(entry.notes))]
        if prose := self._header_notes(entry.number):
            lines.append(html.escape(prose))
        self._details.setText("<br>".join(lines))

    def _header_notes(self, number: str) -> str:
        """What the record's own header says about it, where the header is at hand."""
        path = header_at_hand(number, data_dir=self._data_dir)
        if path is None:
            return ""
        try:
            comments = read_header(path).comments
        except AssetError:
            # A damaged copy is refused in a sentence when the record is opened; here it just has no say.
            return ""
        return " ".join(comments[2:])

    def open_selected(self) -> None:
        """Bring the record that is wanted; `chosen` carries it. One that is still on its way is forgotten."""
        wanted, before = self.wanted, self._wish
        if not wanted or (before is not None and before.spec == wanted):
            return
        said = ""
        if before is not None:
            before.forget()
            said = tr("{spec} is no longer being opened: {wanted} is.").format(
                spec=before.spec, wanted=wanted
            )
        wish = self._wish = Wish(wanted, self._data_dir, parent=self)
        wish.progressed.connect(self._on_progress)
        wish.too_large.connect(self._on_too_large)
        wish.untold.connect(self._on_untold)
        wish.loaded.connect(self._on_loaded)
        wish.failed.connect(self._idle)
        self.message.setText(said)
        self.message.setVisible(bool(said))
        show_busy(self.progress)
        self.progress.show()
        self.cancel_button.setText(tr("Cancel"))
        wish.start()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setValue(round(1000 * done / max(total, 1)))

    def _on_too_large(self, asked: LargeDownload) -> None:
        self._idle("")
        ask_large(self, asked, self.open_selected)

    def _on_untold(self, asked: Untold) -> None:
        """A text file, which is opened elsewhere: the sentence says how to name it here."""
        self._idle(complaint(asked))

    def _on_loaded(self, source: object, lead: int) -> None:
        self.opened = self._wish.spec if self._wish is not None else ""
        self._idle("")
        self.chosen.emit(source, lead)
        self.accept()

    def _idle(self, message: str) -> None:
        self._wish = None
        self.progress.hide()
        self.message.setText(message)
        self.message.show()
        self.cancel_button.setText(tr("Close"))

    def _cancel(self) -> None:
        if self._wish is not None:
            self._wish.forget()
            self._idle(tr("Cancelled."))
        else:
            super().reject()

    def stop(self) -> None:
        """Cancel what is on its way and wait for its thread."""
        self.collection.stop()
        if self._wish is not None:
            wish, self._wish = self._wish, None
            wish.stop()

    def reject(self) -> None:
        """Escape cancels a download first, and closes only then."""
        self._cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let nothing run on behind a closed dialog."""
        self.stop()
        super().closeEvent(event)
