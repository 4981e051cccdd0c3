"""The buttons in the corner of a latent map that bring it nearer, take it away, and show all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.language import tr

SIDE_PX = 28


class ZoomButtons(QWidget):
    """Nearer, farther, all."""

    nearer = Signal()
    farther = Signal()
    whole = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        for text, tip, signal in (
            ("+", tr("Nearer; the wheel does it where the mouse is"), self.nearer),
            ("−", tr("Farther away"), self.farther),
            ("▣", tr("The whole map: 98 % of the codes"), self.whole),
        ):
            button = QPushButton(text)
            button.setObjectName("digit")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setFixedSize(SIDE_PX, SIDE_PX)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            column.addWidget(button)
        self.resize(SIDE_PX, 3 * SIDE_PX + 6)
