"""What the words of mathematics mean that stand on the panes."""

from __future__ import annotations

import functools

from PySide6.QtWidgets import QGridLayout

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import FRECHET, pieces_of
from monitor.ui.lab.formulas.terms import TERMS
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.registry import pane_spec
from monitor.ui.lab.state import LabState


class GlossaryPane(Pane):
    """A line a word, and the way to where it is seen at work."""

    takes_input = False
    words = phrase(
        "What the abbreviations in the lab mean, in a line each. The same line comes up wherever such a word "
        "stands: rest the mouse on it."
    )
    formula = pieces_of(
        r"MSE $= \frac{1}{n} \sum_i (x_i - \hat{x}_i)^2$",
        r"BCE $= -\sum_i [x_i \log \hat{x}_i + (1 - x_i) \log(1 - \hat{x}_i)]$",
        r"ELBO $= E\, \log p(x \mid z) - \mathrm{KL}(q(z \mid x) \,\|\, p(z)) \leq \log p(x)$",
        phrase(
            "AUROC {chance}score of a strange one {more} score of a normal one{end}",
            chance="$= P($", more="$>$", end="$)$",
        ),
        phrase("Fréchet distance {equals}", equals=f"$= {FRECHET}$"),
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, term in enumerate(TERMS):
            name = PlainLabel(tr(term.name))
            name.setStyleSheet("font-weight: 600;")
            name.setWordWrap(True)
            name.setMaximumWidth(190)
            there = button(tr(pane_spec(term.pane).text), functools.partial(state.pane_asked.emit, term.pane))
            there.setToolTip(tr("See it at work"))
            grid.addWidget(name, line, 0)
            grid.addWidget(CaptionLabel(tr(term.means)), line, 1)
            grid.addWidget(there, line, 2)
        self.body.addWidget(panel(tr("Words"), grid, None), 1)
