"""Small things of the Retraining page: a button that stands out, points of a curve, a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.curves import CurveView
from monitor.ui.retraining.words import KIND_NAMES


def recommend(choice: QPushButton, on: bool) -> None:
    """Let a button stand out, or not."""
    name = "primary" if on else ""
    if choice.objectName() != name:
        choice.setObjectName(name)
        choice.style().unpolish(choice)
        choice.style().polish(choice)


def draw(curve: CurveView, points: Sequence[tuple[int, float]]) -> None:
    """Add points to a curve."""
    if points:
        x, y = np.array(points, np.float32).T
        curve.add(x, y)


def at_top(label: QLabel) -> QWidget:
    """A label at the top of its place."""
    place = QWidget()
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label)
    layout.addStretch(1)
    return place


def ask_to_delete(parent: QWidget, kinds: Sequence[str], delete: Callable[[], object]) -> QMessageBox:
    """Ask before the user's own weights of some kinds are deleted; `delete` is called if he agrees."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("Back to the shipped weights"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    names = tr(" and ").join(tr("the {kind_names}").format(kind_names=tr(KIND_NAMES[kind])) for kind in kinds)
    box.setText(tr("Delete your own weights of {names}, and use the shipped ones again?").format(names=names))
    box.setInformativeText(tr("A new fit is then the only way to have them back."))
    box.addButton(tr("Delete mine"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(lambda: delete())
    box.setDefaultButton(box.addButton(tr("Keep mine"), QMessageBox.ButtonRole.RejectRole))
    box.open()
    return box
