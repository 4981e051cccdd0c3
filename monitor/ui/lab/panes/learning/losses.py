"""Cross-entropy against the squared error: two curves at a pixel, and what a network of each redraws."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSlider

from assets.phrase import phrase
from models.contract.messages.commands import CompareLosses
from models.contract.messages.lab import Picture, Series, Share
from models.contract.messages.message import Message
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.digit_rows import DigitRows
from monitor.ui.lab.widgets.plots.axis import Axis
from monitor.ui.lab.widgets.plots.lines import Line, LinesView
from monitor.ui.lab.work.work_pane import WorkPane

KINDS = {
    "bce": Line(phrase("cross-entropy"), "accent", width=2),
    "mse": Line(phrase("squared error"), "forecast", width=2),
}

ALIKE = 1.05
"""Two errors that differ by less are much the same: another start may turn them round."""

REACH = 8.0
"""How far from 0 the last layer's numbers are drawn."""


class LossesPane(WorkPane):
    """What a pixel costs, and how hard it is pulled."""

    work = phrase("The training")
    words = phrase(
        "How wrong is a pixel that should be white and came out black? The squared error says 1 and hardly "
        "pulls, for the sigmoid is flat there; cross-entropy says nearly without end, and pulls fully. Turn "
        "the true pixel, then let two networks with the same start learn, one by each."
    )
    formula = r"""
        $\hat{x} = \sigma(a)$
        BCE $= -x \log \hat{x} - (1 - x) \log(1 - \hat{x})$,  $-\partial / \partial a = x - \hat{x}$
        SE $= (x - \hat{x})^2$,  $-\partial / \partial a = 2 (x - \hat{x}) \, \hat{x} (1 - \hat{x})$
    """

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self._seed = 0
        self.pixel = QSlider(Qt.Orientation.Horizontal)
        self.pixel.setRange(0, 100)
        self.pixel.setValue(100)
        self.pixel.setAccessibleName(tr("Ink of the true pixel"))
        self.pixel.valueChanged.connect(self._turned)
        self._pixel_words = small()
        self._pixel_words.setMinimumWidth(40)
        self.cost = LinesView(
            theme, tr("what a pixel costs"), tr("pixel as drawn"), KINDS, Axis(0, 1), Axis(-0.05, 4.6)
        )
        self.pull = LinesView(
            theme, tr("how hard it is pulled up"), tr("what comes into the sigmoid"), KINDS,
            Axis(-REACH, REACH), Axis(-1.05, 1.05),
        )  # fmt: skip
        self.squared = LinesView(
            theme, tr("squared error on new digits"), tr("batches"),
            {
                key: Line(tr("learnt by {loss}").format(loss=tr(line.words)), line.colour, width=2)
                for key, line in KINDS.items()
            },
            Axis(0, None), Axis(0, None),
        )  # fmt: skip
        self.rows = DigitRows(
            theme,
            (tr("new digits (your own first)"), tr("learnt by cross-entropy"), tr("learnt by squared error")),
            tr("Here both networks redraw your own digit, and others, as soon as they learn."),
        )
        self.note = small()
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(32)
        content = QGridLayout()
        content.setSpacing(10)
        content.addWidget(
            panel(
                tr("One pixel"),
                row(small(tr("true pixel")), self.pixel, self._pixel_words, spacing=10),
                row(self.start_button, self.stop_button, 1),
                self.where,
                self.note,
                None,
            ),
            0, 0,
        )  # fmt: skip
        content.addWidget(self.cost, 0, 1)
        content.addWidget(self.pull, 0, 2)
        below = QGridLayout()
        below.setSpacing(10)
        below.addWidget(self.squared, 0, 0)
        below.addWidget(self.rows, 0, 1)
        content.addLayout(below, 1, 0, 1, 3)
        for column in range(3):
            content.setColumnStretch(column, 1)
        for line in range(2):
            content.setRowStretch(line, 1)
        self.body.addLayout(content, 1)
        self._turned()
        self.changed()

    def _turned(self) -> None:
        """Draw both losses at another true pixel."""
        truth = self.pixel.value() / 100
        self._pixel_words.setText(in_figures(truth, ".2f"))
        drawn = np.linspace(0.005, 0.995, 199)
        self.cost.show_line("bce", drawn, -truth * np.log(drawn) - (1 - truth) * np.log(1 - drawn))
        self.cost.show_line("mse", drawn, (drawn - truth) ** 2)
        self.cost.mark_at(truth, tr("true"))
        into = np.linspace(-REACH, REACH, 161)
        made = 1 / (1 + np.exp(-into))
        self.pull.show_line("bce", into, truth - made)
        self.pull.show_line("mse", into, 2 * (truth - made) * made * (1 - made))

    def request(self, mnist: Path) -> CompareLosses:
        """Ask for both networks; each time from another start."""
        self._seed += 1
        picture = self.state.picture
        ink = b"" if picture is None else np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8).tobytes()
        return CompareLosses(str(mnist), self._seed, ink)

    def began(self) -> None:
        """Empty the pictures."""
        self.squared.clear()
        self.rows.show_rows(None)
        self.note.setText("")

    def told(self, message: Message) -> str:
        """Draw how both do, and what they redraw."""
        if isinstance(message, Picture):
            self.rows.show_rows(message)
        if isinstance(message, Series):
            kind, _, what = message.name.partition(" ")
            if what == "squared":
                self.squared.show_line(kind, message.x, message.y)
                self._compare()
        return message.doing if isinstance(message, Share) else ""

    def _compare(self) -> None:
        found = {key: self.squared.line(key)[1] for key in KINDS}
        if min(map(len, found.values())) > 1:
            now = {key: values[-1] for key, values in found.items()}
            better = min(now, key=lambda key: now[key])
            other = max(now.values()) / max(min(now.values()), 1e-12)
            if other < ALIKE:
                self.note.setText(
                    tr("On new digits both come to much the same squared error ({other:.2f} to 1).").format(
                        other=other
                    )
                )
            else:
                self.note.setText(
                    tr(
                        "On new digits the one that learnt by {loss} has the smaller "
                        "squared error; the other's is {other:.2f} times as large."
                    ).format(loss=tr(KINDS[better].words), other=other)
                )
