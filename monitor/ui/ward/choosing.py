"""Choosing a ward's beds: a line a bed, filled from a preset or by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from monitor.bedside.ward.presets import PRESETS, SIZES
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import row, within
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import PlainLabel

LONGEST = 300
"""Characters of a source's name."""


class BedsDialog(Dialog):
    """A line for the source of each bed; empty lines are left out.

    Parameters
    ----------
    asked : sequence of str
        Sources of the beds that there are.
    parent : QWidget or None
        Over which it opens.
    """

    chosen = Signal(list)

    def __init__(self, asked: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Beds of the ward"))
        self.resize(within(parent, 620, 560))
        self.preset = QComboBox()
        self.preset.addItem(tr("Presets"))
        for size in SIZES:
            for name in PRESETS:
                self.preset.addItem(tr("{size} beds: {name}").format(size=size, name=tr(name)), (name, size))
        self.preset.setAccessibleName(tr("Fill the lines from a preset"))
        self.preset.activated.connect(self._fill_from_preset)
        self.lines = [QLineEdit() for _ in range(max(SIZES))]
        grid = QGridLayout()
        for i, line in enumerate(self.lines):
            label = PlainLabel(tr("Bed {i}").format(i=i + 1))
            label.setBuddy(line)
            line.setMaxLength(LONGEST)
            line.setAccessibleName(tr("Source of bed {i}").format(i=i + 1))
            grid.addWidget(label, i, 0)
            grid.addWidget(line, i, 1)
        inner = QWidget()
        inner.setObjectName("page")
        inner.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        note = PlainLabel(
            tr(
                "A record (208), the path of a WFDB header, or a simulated patient (patient:af); "
                "artefacts stand "
                "behind a plus (208+muscle=6). Empty lines are no beds."
            )
        )
        note.setObjectName("note")
        note.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addLayout(row(self.preset, 1))
        rows.addWidget(note)
        rows.addWidget(scroll, 1)
        rows.addWidget(self.buttons)
        self._fill(asked)
        self.lines[0].setFocus()

    @property
    def asked(self) -> tuple[str, ...]:
        """The sources as they stand in the lines."""
        return tuple(text for line in self.lines if (text := line.text().strip()))

    def _fill(self, asked: Sequence[str]) -> None:
        for i, line in enumerate(self.lines):
            line.setText(asked[i] if i < len(asked) else "")
            line.setCursorPosition(0)
        self._look()
        for line in self.lines:
            line.textChanged.connect(self._look)

    def _fill_from_preset(self, at: int) -> None:
        choice = self.preset.itemData(at)
        if choice is not None:
            name, size = choice
            self._fill(PRESETS[name][:size])

    def _look(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(bool(self.asked))

    def _take(self) -> None:
        self.chosen.emit(list(self.asked))
        self.accept()
