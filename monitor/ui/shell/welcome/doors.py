"""Three doors: what one may want to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, within
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import CaptionLabel
from monitor.ui.shell.welcome.tours import TOURS


class Doors(Dialog):
    """The doors beside each other; each leads to a tour."""

    chosen = Signal(object)
    """A `Tour`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Where to begin"))
        self.resize(within(parent, 760, 260))
        self.doors: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(12)
        for tour in TOURS:
            door = self.doors[tour.name] = QPushButton(tr("Show me"))
            door.setAccessibleName(tr(tour.title))
            door.setAccessibleDescription(tr(tour.words))
            door.clicked.connect(lambda *_, tour=tour: self._open(tour))
            row.addWidget(panel(tr(tour.title), CaptionLabel(tr(tour.words)), None, door), 1)
        self.doors[TOURS[0].name].setObjectName("primary")
        self.doors[TOURS[0].name].setDefault(True)
        words = CaptionLabel(
            tr("Each shows what is where, in a minute or two; Esc leaves it. They are under More, Tours.")
        )
        close = QPushButton(tr("Not now"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(words, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _open(self, tour: object) -> None:
        self.accept()
        self.chosen.emit(tour)
