"""The databases, by group: those of the catalogue, and PhysioNet's others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from assets.databases.physionet.known import COLLECTIONS
from assets.databases.published import DATABASES
from monitor.ui.kit.language import tr

_KEY = Qt.ItemDataRole.UserRole
ALL = ""
"""Key of the whole catalogue."""


class DatabaseList(QTreeWidget):
    """One database is always picked; `picked` tells its key, `ALL` for the whole catalogue."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(12)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setFixedWidth(236)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Database"))
        self._items: dict[str, QTreeWidgetItem] = {}
        self._key = ALL
        group = self._group(tr("Catalogue"))
        self._add(group, ALL, tr("All databases"), tr("Every record whose beats and leads are listed here"))
        for database in DATABASES:
            self._add(group, database.key, tr(database.short), tr(database.name))
        shown = ""
        for collection in COLLECTIONS:
            if collection.group != shown:
                shown = collection.group
                group = self._group(tr(collection.group))
            text = f"{collection.key} · {tr(collection.short)}"
            self._add(group, collection.key, text, tr(collection.name))
        self.expandAll()
        self.setCurrentItem(self._items[ALL])
        self.currentItemChanged.connect(self._on_changed)

    @property
    def key(self) -> str:
        """Key of the database that is picked."""
        return self._key

    def pick(self, key: str) -> None:
        """Pick a database."""
        self.setCurrentItem(self._items[key])

    def keys(self) -> list[str]:
        """Keys of all databases, as they are listed."""
        return list(self._items)

    def _group(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)  # a heading
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _add(self, group: QTreeWidgetItem, key: str, text: str, hint: str) -> None:
        item = QTreeWidgetItem(group, [text])
        item.setData(0, _KEY, key)
        item.setToolTip(0, hint)
        self._items[key] = item

    def _on_changed(self, item: QTreeWidgetItem | None, _before: object) -> None:
        # The arrow keys may come to a heading, which is no database: the one before stays picked.
        if item is not None and item.data(0, _KEY) is not None:
            self._key = str(item.data(0, _KEY))
            self.picked.emit(self._key)
