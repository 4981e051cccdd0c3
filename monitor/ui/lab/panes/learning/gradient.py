"""Vanishing gradient: what each layer of a deep network is told, with sigmoids and with ReLUs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout

from assets.phrase import phrase
from models.contract.messages.commands import TrainDeep
from models.contract.messages.lab import Series, Share
from models.contract.messages.message import Message
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.plots.axis import Axis
from monitor.ui.lab.widgets.plots.lines import Line, LinesView
from monitor.ui.lab.work.work_pane import WorkPane

KINDS = {"sigmoid": Line(phrase("sigmoid"), "forecast", width=2), "relu": Line("ReLU", "accent", width=2)}

LEAST, MOST, USUAL = 2, 20, 10
"""Layers that may be chosen, and those that are at first."""


class GradientPane(WorkPane):
    """Two deep classifiers that differ in one function."""

    work = phrase("The training")
    words = phrase(
        "Two networks of the same depth learn to tell digits; they differ in the bend between their layers "
        "and in how their first weights are drawn to suit it. Choose a depth, press Start and look at the "
        "left end of the curves: with sigmoids the first layers of a deep network are told almost nothing, "
        "so they do not learn. Try 3 layers, then 15."
    )
    formula = pieces_of(
        phrase(
            "{product}, one factor for each layer above",
            product=r"$\partial L / \partial W_1 \propto \prod_l W_l \, f'(a_l)$",
        ),
        phrase("sigmoid: {least};  ReLU: {slope} is 0 or 1", least=r"$f' \leq 1/4$", slope="$f'$"),
        phrase(
            "gradient descent, rate 0.02, momentum 0.9, batches of 64, steps of a gradient no longer than 1"
        ),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self._seed = 0
        self.chosen = QSlider(Qt.Orientation.Horizontal)
        self.chosen.setRange(LEAST, MOST)
        self.chosen.setValue(USUAL)
        self.chosen.setAccessibleName(tr("Layers of weights"))
        self.chosen.valueChanged.connect(self._turned)
        self._depth_words = small()
        self._depth_words.setMinimumWidth(64)
        self.note = small()
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(46)
        dotted = {key: Line(line.words, line.colour, dots=True, width=2) for key, line in KINDS.items()}
        self.layers = LinesView(
            theme, tr("gradient by a weight, root mean square"), tr("layer, the pixels at the left"), dotted,
            up=Axis(log=True),
        )  # fmt: skip
        self.accuracy = LinesView(
            theme, tr("digits told rightly"), tr("batches"), KINDS,
            Axis(0, None), Axis(0, 1.02, percent=True),
            level=(0.1, tr("guessing")),
        )  # fmt: skip
        left = QVBoxLayout()
        left.setSpacing(10)
        controls = row(small(tr("depth")), self.chosen, self._depth_words, spacing=10)
        buttons = row(self.start_button, self.stop_button, 1)
        left.addWidget(panel(tr("Two networks"), controls, buttons, self.where, self.note))
        left.addWidget(self.accuracy, 1)
        content = QHBoxLayout()
        content.setSpacing(10)
        content.addLayout(left, 1)
        content.addWidget(self.layers, 1)
        self.body.addLayout(content, 1)
        self._turned()
        self.changed()

    def _turned(self) -> None:
        self._depth_words.setText(tr("{layers} layers").format(layers=self.chosen.value()))

    def request(self, mnist: Path) -> TrainDeep:
        """Ask for both networks; each time from another start."""
        self._seed += 1
        return TrainDeep(str(mnist), self.chosen.value(), self._seed)

    def began(self) -> None:
        """Empty the pictures."""
        self.layers.clear()
        self.accuracy.clear()
        self.note.setText("")

    def told(self, message: Message) -> str:
        """Draw the layers' gradients and how well both do."""
        if isinstance(message, Series):
            kind, _, what = message.name.partition(" ")
            view = self.layers if what == "gradient" else self.accuracy
            view.show_line(kind, message.x, message.y)
            if what == "gradient":
                self._compare()
        return message.doing if isinstance(message, Share) else ""

    def _compare(self) -> None:
        """Say how the first layer's gradient compares with the last one's."""
        said = []
        for key, line in KINDS.items():
            _, sizes = self.layers.line(key)
            if len(sizes) and sizes[0] > 0:
                ratio = sizes[-1] / sizes[0]
                times = in_figures(float(f"{max(ratio, 1 / ratio):.2g}"), ",.10g")
                if ratio > 1:
                    words = tr("{network}: the first layer is told {times} times weaker than the last.")
                else:
                    words = tr("{network}: the first layer is told {times} times stronger than the last.")
                said.append(words.format(network=tr(line.words), times=times))
        self.note.setText("\n".join(said))
