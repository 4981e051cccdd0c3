"""A dialog that is wholly reached on any screen: on a low one it is scrolled, with its buttons in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from monitor.ui.kit.room.scrolling import Ground

FRAME_PX = (8, 36)
"""What a desktop's frame takes around a dialog, which Qt knows only once it is up, in logical pixels."""

TIGHT_PX = 8
"""Margins of a dialog on a screen that is too low for it, in logical pixels."""


def room_on_screen(window: QWidget) -> QSize:
    """Give the size that a dialog may have on its screen, in logical pixels."""
    return window.screen().availableSize() - QSize(*FRAME_PX)


class Dialog(QDialog):
    """A dialog whose layout is a column with its buttons in the last place."""

    def setVisible(self, visible: bool) -> None:
        """Fit the screen first."""
        if visible and not self.isVisible():
            self._fit(room_on_screen(self))
        super().setVisible(visible)

    def _fit(self, room: QSize) -> None:
        _measure_anew(self)
        layout = self.layout()
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.sizeHint())  # Qt would give it two thirds of the screen at most, and cut words
        if isinstance(layout, QBoxLayout) and layout.count() > 1 and self._needs_more_than(room, layout):
            _scroll_all_but_the_last(layout, room.width() - 2 * TIGHT_PX)
            layout.setContentsMargins(TIGHT_PX, TIGHT_PX, TIGHT_PX, TIGHT_PX)
            layout.setSpacing(TIGHT_PX)
            layout.activate()
            self.setMinimumSize(self.minimumSize().boundedTo(room))
            self.resize(self.sizeHint().boundedTo(room))
        elif self.size().boundedTo(room) != self.size():
            self.resize(self.size().boundedTo(room))

    def _needs_more_than(self, room: QSize, layout: QLayout) -> bool:
        width = min(room.width(), max(self.width(), layout.minimumSize().width()))
        height = layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else 0
        least = layout.minimumSize().expandedTo(self.minimumSize()).expandedTo(QSize(0, height))
        return least.boundedTo(room) != least


def _measure_anew(whole: QWidget) -> None:
    """Let all parts take on the style: how much room each wants is known only then."""
    for part in (whole, *whole.findChildren(QWidget)):
        part.ensurePolished()
    for layout in whole.findChildren(QLayout):
        layout.invalidate()


def _scroll_all_but_the_last(layout: QBoxLayout, most: int) -> None:
    """Put a scrolled area of at most that width in the place of all parts but the last."""
    inside = QVBoxLayout()
    inside.setContentsMargins(0, 0, TIGHT_PX, 0)
    inside.setSpacing(layout.spacing())
    while layout.count() > 1:
        stretch, item = layout.stretch(0), layout.takeAt(0)
        if item is None:
            break
        widget, part = item.widget(), item.layout()
        if widget is not None:
            inside.addWidget(widget, stretch, item.alignment())
        elif part is not None:
            part.setParent(None)
            inside.addLayout(part, stretch)
        else:
            inside.addItem(item)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    ground = Ground(inside)
    area.setWidget(ground)
    layout.insertWidget(0, area, 1)
    _measure_anew(area)
    needed = ground.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
    area.setMinimumWidth(min(needed, most))
