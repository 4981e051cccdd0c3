"""One of PhysioNet's databases: what it holds, its licence, and its records once they are asked for."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget

from assets.databases.physionet.known import KNOWN, Collection
from assets.errors import AssetError, DownloadCancelled
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.text import MarkupLabel, PlainLabel
from monitor.ui.kit.work.background import BackgroundThread


class _Listing(BackgroundThread):
    """Brings a database's list of records, and says with it who it is."""

    listed = Signal(object, str, object)
    failed = Signal(object, str)

    def __init__(self, key: str, data_dir: Path | None, at_hand: bool) -> None:
        super().__init__()
        self._key, self._data_dir, self._at_hand = key, data_dir, at_hand

    def run(self) -> None:
        """Bring it and tell how it went."""
        from assets.databases.physionet.listing import records_of

        try:
            found = records_of(
                self._key,
                data_dir=self._data_dir,
                cancelled=lambda: self.stopping,
                at_hand=self._at_hand,
            )
        except DownloadCancelled:
            return
        except AssetError as error:
            self.failed.emit(self, complaint(error))
        except Exception as error:
            # Whatever a server does, the window goes on; the sentence names the error.
            self.failed.emit(self, f"{self._key}: {type(error).__name__}: {error}.")
        else:
            self.listed.emit(self, self._key, found)


class CollectionView(QWidget):
    """What a database holds, and a list of its records, fetched when a button is pressed and then kept.

    Parameters
    ----------
    data_dir : Path or None
        Local mirror, looked in first.

    Attributes
    ----------
    changed : Signal
        Other records are shown, or another one is selected.
    chosen : Signal
        A record was double-clicked.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, data_dir: Path | None) -> None:
        super().__init__()
        self._data_dir = data_dir
        self._collection: Collection | None = None
        self._known: dict[str, tuple[str, ...]] = {}
        self._listing: _Listing | None = None
        self._about = MarkupLabel("")
        self._about.setWordWrap(True)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._said = PlainLabel("")
        self._said.setWordWrap(True)
        self.bring = QPushButton(tr("List its records"))
        self.bring.setAutoDefault(False)
        self._model = QStringListModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.records = QListView()
        self.records.setModel(self._proxy)
        self.records.setUniformItemSizes(True)
        self.records.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.records.setAccessibleName(tr("Records"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(self._said)
        column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.records, 1000)
        column.addStretch()
        self.bring.clicked.connect(self._bring)
        self.records.selectionModel().currentChanged.connect(self._on_current)
        self.records.doubleClicked.connect(self.chosen)

    def show_collection(self, key: str) -> None:
        """Show a database; its records where they are known already."""
        self._collection = collection = KNOWN[key]
        licence = tr("Licence: {licence}.").format(licence=collection.licence)
        self._about.setText(
            tr("<b>{escape}</b> ({key})<br>{escape_2}<br>{escape_3}").format(
                escape=html.escape(tr(collection.name)),
                key=key,
                escape_2=html.escape(tr(collection.holds)),
                escape_3=html.escape(licence),
            )
        )
        self._said.setText("")
        self.stop()
        if key not in self._known:
            self._list(at_hand=True)
        self._refresh()

    def search(self, text: str) -> None:
        """Show only the records whose names have a text in them."""
        self._proxy.setFilterFixedString(text.strip())
        self.changed.emit()

    @property
    def known(self) -> bool:
        """Whether the records of the database that is shown are known."""
        return self._collection is not None and self._collection.key in self._known

    @property
    def n_shown(self) -> int:
        """Records that the search shows."""
        return self._proxy.rowCount()

    @property
    def spec(self) -> str:
        """Name of the selected record, for `assets.sources.open.open_source`; empty where there is none."""
        index = self.records.currentIndex()
        if self._collection is None or not index.isValid():
            return ""
        return f"{self._collection.key}/{index.data()}"

    def stop(self) -> None:
        """Stop what is on its way."""
        listing, self._listing = self._listing, None
        if listing is not None:
            listing.ask_to_stop()  # held until it has ended; what it still tells is not heard

    def _bring(self) -> None:
        if self.known:
            return
        self.stop()
        self._said.setText(tr("Its list of records is on its way …"))
        self._list(at_hand=False)
        self._refresh()

    def _list(self, *, at_hand: bool) -> None:
        if self._collection is None:
            return
        listing = self._listing = _Listing(self._collection.key, self._data_dir, at_hand)
        listing.listed.connect(self._on_listed)
        listing.failed.connect(self._on_failed)
        listing.start()

    def _on_listed(self, listing: _Listing, key: str, found: tuple[str, ...]) -> None:
        if listing is not self._listing:
            return  # another database is looked at by now
        self._listing = None
        if found:
            self._known[key] = found
            self._said.setText("")
        elif self._said.text():
            self._said.setText(tr("It lists folders and no records: name a record of it below."))
        self._refresh()

    def _on_failed(self, listing: _Listing, why: str) -> None:
        if listing is self._listing:
            self._listing = None
            self._said.setText(why)
            self._refresh()

    def _refresh(self) -> None:
        found = self._known.get(self._collection.key, ()) if self._collection is not None else ()
        self._model.setStringList(list(found))
        if found:
            self.records.setCurrentIndex(self._proxy.index(0, 0))
        self.records.setVisible(bool(found))
        self.bring.setVisible(not found)
        self.bring.setEnabled(self._listing is None or not self._said.text())
        self._said.setVisible(bool(self._said.text()))
        self.changed.emit()

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.changed.emit()
