"""The two terms of a VAE's loss, and what they add up to."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import small
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import LARGE

NOTHING = "–"


class LossSum(QWidget):
    """Reconstruction plus beta times KL, in figures, and how large the clouds are."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self.reconstruction, self.pull, self.whole = PlainLabel(), PlainLabel(), PlainLabel()
        self._size = small()
        for column, (figure, sign, words) in enumerate(
            (
                (self.reconstruction, "+", tr("reconstruction")),
                (self.pull, "=", tr("β × KL, nats per image")),
                (self.whole, "", tr("loss")),
            )
        ):
            figure.setStyleSheet(f"font-size: {LARGE}px; font-weight: 600;")
            grid.addWidget(figure, 0, 2 * column)
            grid.addWidget(PlainLabel(sign), 0, 2 * column + 1)
            grid.addWidget(small(words), 1, 2 * column, 1, 2)
        grid.addWidget(self._size, 2, 0, 1, 6)
        grid.setColumnStretch(5, 1)
        self._size.setWordWrap(True)
        self.clear()

    def clear(self) -> None:
        """Show no figures."""
        for label in (self.reconstruction, self.pull, self.whole):
            label.setText(NOTHING)
        self._size.setText(tr("how wide the clouds are: –"))

    def show_terms(self, reconstruction: float, kl: float, beta: float) -> None:
        """Show the terms, nats per image."""
        self.reconstruction.setText(in_figures(reconstruction, ".1f"))
        self.pull.setText(f"{in_figures(beta)} × {in_figures(kl, '.1f')}")
        self.whole.setText(in_figures(reconstruction + beta * kl, ".1f"))

    def show_size(self, std: float, reach: float) -> None:
        """Show the median standard deviation of the clouds, beside how far the map reaches."""
        self._size.setText(
            tr("half of the clouds are narrower than σ = {std:.2g}; the map is {reach:g} wide").format(
                std=std, reach=2 * reach
            )
        )
