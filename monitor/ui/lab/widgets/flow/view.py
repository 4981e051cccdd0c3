"""A network's layers side by side, lit by the picture that goes through them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from models.digits.flow.flow import Column
from models.digits.flow.watch import POOLED, SHARES
from monitor.ui.kit.drawing.motion import still, stilled
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.widgets.flow.sheet import FEW_ASPECT, across, few, image_of

HEIGHT_PX, CAPTION_PX, GAP_PX, SLOT_PX = 150, 34, 12, 62
"""Height of the whole, of the words below a layer, room between layers and for one; all at the least."""

STEP_MS = 140
"""How long the picture takes from one layer to the next."""

KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class FlowView(Themed):
    """Layers as sheets of small squares: red where a unit says much, blue where it says less than nothing.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    SPOKEN = Role.Graphic

    picked = Signal(int, int)
    """A unit is chosen: its column and its number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.columns: Sequence[Column] = ()
        self.chosen: tuple[int, int] | None = None
        self.reached = 0
        self._images: list[QImage] = []
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._go_on)
        stilled.connect(self._on_stilled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The network's layers: choose a unit with the mouse or the arrow keys"))
        self.rescale(1.0)

    def sizeHint(self) -> QSize:
        """As low as can be read."""
        return QSize(480, HEIGHT_PX)

    def rescale(self, factor: float) -> None:
        """Take more height, where there is room."""
        self.setMinimumHeight(round(factor * HEIGHT_PX))

    def show_flow(self, columns: Sequence[Column], *, moving: bool) -> None:
        """Show what layers say; if `moving`, one after the other, as the picture reaches them."""
        self.columns = columns
        self._images = [image_of(column) for column in columns]
        moving = moving and not still()
        self.reached = 1 if moving else len(columns)
        if moving:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def choose(self, column: int, unit: int) -> None:
        """Choose a unit."""
        self.chosen = (column, unit)
        self.update()
        self.picked.emit(column, unit)

    def stop(self) -> None:
        """Show everything at once, and let nothing move."""
        self._timer.stop()
        self.reached = len(self.columns)
        self.update()

    def _on_stilled(self, on: bool) -> None:
        if on:
            self.stop()

    def _go_on(self) -> None:
        self.reached += 1
        if self.reached >= len(self.columns) or not self.isVisible():
            self.stop()
        self.update()

    # Where things are -----------------------------------------------------------------------------

    def sheets(self) -> list[QRectF]:
        """Where each layer's sheet is drawn, in logical pixels."""
        if not self.columns:
            return []
        aspects = [
            max(image.width() / image.height(), FEW_ASPECT if few(layer) else 0)
            for layer, image in zip(self.columns, self._images, strict=True)
        ]
        room = self.width() - GAP_PX * (len(aspects) - 1)
        low, high = 1.0, float(self.height() - CAPTION_PX)
        for _ in range(20):  # the greatest height at which all stand side by side
            middle = (low + high) / 2
            low, high = (low, middle) if _needed(aspects, middle) > room else (middle, high)
        left = max(0.0, (room - _needed(aspects, low)) / 2)
        extra = left * 2 / max(len(aspects) - 1, 1)
        found, x = [], 0.0
        for aspect in aspects:
            slot = max(aspect * low, SLOT_PX)
            top = (self.height() - CAPTION_PX - low) / 2
            found.append(QRectF(x + (slot - aspect * low) / 2, top, aspect * low, low))
            x += slot + GAP_PX + extra
        return found

    def cell(self, column: int, unit: int) -> QRectF:
        """Where a unit is drawn."""
        sheet, layer = self.sheets()[column], self.columns[column]
        wide = across(layer)
        rows = -(-layer.units // wide)
        width, height = sheet.width() / wide, sheet.height() / rows
        return QRectF(sheet.x() + unit % wide * width, sheet.y() + unit // wide * height, width, height)

    def unit_at(self, place: QPointF) -> tuple[int, int] | None:
        """Column and number of the unit at a place; None where there is none."""
        for i, sheet in enumerate(self.sheets()):
            layer = self.columns[i]
            if layer.picture or not sheet.contains(place):
                continue
            wide = across(layer)
            rows = -(-layer.units // wide)
            column = min(int((place.x() - sheet.x()) / sheet.width() * wide), wide - 1)
            row = min(int((place.y() - sheet.y()) / sheet.height() * rows), rows - 1)
            unit = row * wide + column
            return (i, unit) if unit < layer.units else None
        return None

    # What a learner does --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the unit below the mouse."""
        found = self.unit_at(event.position())
        if found is not None:
            self.choose(*found)

    def event(self, event: QEvent) -> bool:
        """Say what a unit says, and keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.unit_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self.said(*found)) if found else "", self)
            return True
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from layer to layer with the arrows to the sides, from unit to unit with the others."""
        asked = [i for i, layer in enumerate(self.columns) if not layer.picture]
        if event.key() not in KEYS or not asked:
            super().keyPressEvent(event)
            return
        column, unit = self.chosen or (asked[0], 0)
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = asked.index(column) + (1 if event.key() == Qt.Key.Key_Right else -1)
            column = asked[min(max(at, 0), len(asked) - 1)]
        else:
            unit += 1 if event.key() == Qt.Key.Key_Down else -1
        self.choose(column, min(max(unit, 0), self.columns[column].units - 1))

    def said(self, column: int, unit: int) -> str:
        """What a unit says, in words."""
        layer = self.columns[column]
        if layer.values.ndim == 3:
            words = tr("map {unit} of {units} says on average {mean:.2f}")
        else:
            words = tr("unit {unit} of {units} says {mean:.2f}")
        return words.format(unit=unit + 1, units=layer.units, mean=float(layer.values[unit].mean()))

    # Drawing --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the layers, what leads from one to the next, and the unit that is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheets, moving = self.sheets(), self._timer.isActive()
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        for i, (sheet, layer, image) in enumerate(zip(sheets, self.columns, self._images, strict=True)):
            lit = i < self.reached
            if i:
                before = sheets[i - 1]
                beam = QPolygonF(
                    [before.topRight(), sheet.topLeft(), sheet.bottomLeft(), before.bottomRight()]
                )
                ground = QColor(self.theme.accent if moving and i == self.reached - 1 else self.theme.border)
                ground.setAlpha(60 if lit else 25)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawPolygon(beam)
            if lit:
                painter.drawImage(sheet, image)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.border), 1))
            painter.drawRect(sheet)
            if lit and few(layer):
                self._write_numbers(painter, i)
            painter.setPen(QColor(self.theme.dim))
            middle = sheet.center().x()
            room = QRectF(middle - 60, self.height() - CAPTION_PX + 3, 120, CAPTION_PX - 3)
            room.moveLeft(min(max(room.left(), 0.0), self.width() - room.width()))
            words = tr(layer.words).replace(": ", ":\n", 1).replace("：", "：\n", 1)
            if not layer.picture and layer.active and "\n" not in words:
                words += f"\n{tr(layer.active.removesuffix(f' and {POOLED}'))}"
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
        if self.chosen is not None and self.chosen[0] < len(self.columns):
            painter.setPen(QPen(QColor(self.theme.alert), 2))
            painter.drawRect(self.cell(*self.chosen).adjusted(-1, -1, 1, 1))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.text), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _write_numbers(self, painter: QPainter, column: int) -> None:
        """Write what few units say into their bars."""
        layer = self.columns[column]
        for unit, value in enumerate(layer.values):
            cell = self.cell(column, unit)
            words = (
                f"{unit}: {in_figures(value, '.2f')}" if layer.active == SHARES else in_figures(value, "+.2f")
            )
            if cell.height() >= 12 and cell.width() >= painter.fontMetrics().horizontalAdvance(words):
                bright = abs(value) > 0.5 * float(np.abs(layer.values).max())
                painter.setPen(QColor("#11161b" if bright else "#ffffff"))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, words)


def _needed(aspects: Sequence[float], height: float) -> float:
    return sum(max(aspect * height, SLOT_PX) for aspect in aspects)
