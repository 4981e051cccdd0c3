"""Overfitting: an autoencoder that learns a few digits by heart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from assets.phrase import phrase
from models.contract.messages.commands import Overfit
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

DIGITS = (10, 30, 100, 300, 1000, 10_000)

WORSE = 1.02
"""The error on others has turned once it is so many times its least one."""


class OverfittingPane(WorkPane):
    """Two errors, one of which turns."""

    work = phrase("The training")
    words = phrase(
        "The network sees the same few digits again and again, and is asked for others it never saw. On its "
        "own few the error falls and falls; on the others it stops falling, and with very few it rises "
        "again: the network has learned them by heart. The best moment to stop is the dashed line. Then give "
        "it more digits."
    )
    formula = phrase(
        "error {equals} mean {square} over the pixels of the digits learnt from, and of 500 others",
        equals="$=$", square=r"$(x - \hat{x})^2$",
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self._seed = 0
        self.digits = QComboBox()
        self.digits.setAccessibleName(tr("Digits to learn from"))
        for n in DIGITS:
            self.digits.addItem(tr("{count} digits").format(count=in_figures(n, ",")), n)
        self.digits.setCurrentIndex(DIGITS.index(100))
        self.note = small()
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(46)
        self.errors = LinesView(
            theme, tr("mean squared error"), tr("batches"),
            {"train": Line(tr("digits learnt from"), "accent"), "others": Line(tr("others"), "forecast")},
            Axis(0, None), Axis(0, None),
        )  # fmt: skip
        self.rows = DigitRows(
            theme,
            (
                tr("never learnt from (your own first)"),
                tr("redrawn when it did best on others"),
                tr("redrawn now"),
            ),
            tr(
                "Here the network redraws your own digit, and others that it never saw, as soon as it learns."
            ),
        )
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(
            panel(
                tr("Learn by heart"),
                row(small(tr("learn from")), self.digits, 1),
                row(self.start_button, self.stop_button, 1),
                self.where,
                self.note,
            )
        )
        left.addWidget(self.rows, 1)
        content = QHBoxLayout()
        content.setSpacing(10)
        content.addLayout(left, 1)
        content.addWidget(self.errors, 1)
        self.body.addLayout(content, 1)
        self.changed()

    def request(self, mnist: Path) -> Overfit:
        """Ask for a fit to some digits; each time to others."""
        self._seed += 1
        picture = self.state.picture
        ink = b"" if picture is None else np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8).tobytes()
        return Overfit(str(mnist), self.digits.currentData(), self._seed, ink)

    def began(self) -> None:
        """Empty the pictures."""
        self.errors.clear()
        self.rows.show_rows(None)
        self.note.setText("")

    def told(self, message: Message) -> str:
        """Draw both errors, and say whether they part."""
        if isinstance(message, Picture):
            self.rows.show_rows(message)
        if isinstance(message, Series):
            self.errors.show_line(message.name, message.x, message.y)
            if message.name == "others":
                self._look(message)
        return message.doing if isinstance(message, Share) else ""

    def _look(self, others: Series) -> None:
        best = int(np.argmin(others.y))
        _, train = self.errors.line("train")
        if len(others.y) < 3 or not len(train):
            return
        self.errors.mark_at(others.x[best], tr("stop here"))
        times = others.y[-1] / train[-1]
        if others.y[-1] > WORSE * others.y[best]:
            risen = 100 * (others.y[-1] / others.y[best] - 1)
            words = tr(
                "On others the error is {times:.1f} times that on its own digits, and "
                "{risen:.0f} % above its best, at batch {batch:g}."
            ).format(times=times, risen=risen, batch=others.x[best])
        else:
            words = tr(
                "On others the error is {times:.1f} times that on its own digits; it has not turned so far."
            ).format(times=times)
        self.note.setText(words)
