"""Who remembers longer: a plain RNN and an LSTM learn to keep a mark, before the learner's eyes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout

from assets.phrase import phrase
from models.contract.messages.commands import TrainRecall
from models.contract.messages.lab import Series, Share
from models.contract.messages.message import Message
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.plots.axis import Axis
from monitor.ui.lab.widgets.plots.lines import Line, LinesView
from monitor.ui.lab.work.job_pane import JobPane

WAYS = {
    "end": (phrase("Asked at the end only"), phrase("The plain way: one question, after the last step.")),
    "half": (
        phrase("The same, gates half open"),
        phrase("The LSTM begins without its head start: its forget gates are half open, not nearly open."),
    ),
    "along": (
        phrase("Asked on the way as well"),
        phrase(
            "While learning, both are asked after 5, 10, 20… steps too, so that short ways "
            "teach the long ones."
        ),
    ),
}
"""What is chosen, and what it is; `models.explain.recall.WAYS` has the rest."""

KINDS = {"rnn": phrase("plain RNN"), "lstm": "LSTM"}
COLOURS = {"rnn": "forecast", "lstm": "accent"}

FLOOR = 1e-9
"""Least gradient that is drawn, as a share of the largest."""


class MemoryPane(JobPane):
    """A mark, noise behind it, and the question what the mark was."""

    work = phrase("The training")
    takes_input = False
    words = phrase(
        "A mark flashes once, up or down; then comes noise as tall as the mark, and at the end the network "
        "is asked which it was. Press Start: over many steps a plain RNN only guesses; an LSTM remembers, "
        "for in it the answer still feels the mark. Then try the other two ways: without its head start the "
        "LSTM forgets as well, and asked on the way too the plain RNN remembers."
    )
    formula = pieces_of(
        phrase(
            "RNN: {state}, so {slope} is a product of {t} factors",
            state=r"$h_t = \tanh(W x_t + U h_{t-1})$", slope=r"$\partial h_t / \partial h_0$", t="$t$",
        ),
        phrase(
            "LSTM: {state}: along the memory each factor is a gate {gate} that can stay near 1",
            state="$c_t = f_t c_{t-1} + i_t g_t$", gate="$f_t$",
        ),
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.explain.recall import LAGS, load_recall

        self._shipped: Mapping[str, Any] = load_recall()
        self._curves: dict[str, Series] = {}
        self._seed = 0
        self.way = QComboBox()
        self.way.setAccessibleName(tr("How they are taught"))
        for name, (text, _) in WAYS.items():
            self.way.addItem(tr(text), name)
        self.way.currentIndexChanged.connect(self._choose_way)
        self.note = small()
        self.note.setWordWrap(True)
        self.lag = QComboBox()
        self.lag.setAccessibleName(tr("Steps from the mark to the question"))
        for lag in LAGS:
            self.lag.addItem(tr("{lag} steps").format(lag=lag), lag)
        self.lag.setCurrentIndex(LAGS.index(50))
        self.lag.currentIndexChanged.connect(self._choose_lag)
        lines = {kind: Line(words, COLOURS[kind]) for kind, words in KINDS.items()}
        untaught = {
            f"{kind} before": Line(words, COLOURS[kind], style=Qt.PenStyle.DotLine, width=1)
            for kind, words in (("rnn", ""), ("lstm", tr("before learning")))
        }
        dotted = {
            f"{kind} other {i}": Line("", COLOURS[kind], style=Qt.PenStyle.DotLine, width=1)
            for kind in KINDS
            for i in range(self._shipped["seeds"])
        }
        here = {kind: Line(words, COLOURS[kind], dots=True, width=2) for kind, words in KINDS.items()}
        self.accuracy = LinesView(
            theme, tr("right answers"), tr("steps to remember"), {**dotted, **here},
            Axis(LAGS[0] * 0.85, LAGS[-1] * 1.15, log=True, ticks=LAGS),
            Axis(0.4, 1.03, ticks=(0.5, 0.75, 1.0), percent=True), level=(0.5, tr("guessing")),
        )  # fmt: skip
        self.gradient = LinesView(
            theme, tr("what the answer feels"), tr("steps back"), {**untaught, **lines},
            up=Axis(FLOOR, 2.0, log=True),
            invitation=tr("How strongly the answer depends on each earlier input, once they learn."),
        )  # fmt: skip
        self.left = LinesView(
            theme, tr("trace of the mark"), tr("steps since the mark"), lines,
            up=Axis(-0.03, 1.05, ticks=(0, 0.5, 1), percent=True),
            invitation=tr(
                "How far apart the units are after a mark up and a mark down, once they have learnt."
            ),
        )  # fmt: skip
        self.task = LinesView(
            theme, tr("what they are given"), tr("steps"),
            {"noise": Line(tr("noise"), "dim", width=1),
             "mark": Line(tr("the mark"), "alert", dots=True, width=2)},
            up=Axis(-3, 3, ticks=(-1, 1)),
        )  # fmt: skip
        self.choice = panel(
            tr("Learn to remember"),
            row(self.start_button, self.stop_button, button(tr("Other start"), self._start_other), 1),
            self.way, self.note, self.where,
            row(small(tr("look closer at")), self.lag, 1),
            None,
        )  # fmt: skip
        content = QGridLayout()
        content.setSpacing(10)
        content.addWidget(self.choice, 0, 0)
        content.addWidget(self.accuracy, 0, 1)
        content.addWidget(self.task, 1, 0)
        below = QGridLayout()
        below.setSpacing(10)
        below.addWidget(self.left, 0, 0)
        below.addWidget(self.gradient, 0, 1)
        content.addLayout(below, 1, 1)
        content.setColumnStretch(0, 2)
        content.setColumnStretch(1, 5)
        content.setRowStretch(0, 1)
        content.setRowStretch(1, 1)
        self.body.addLayout(content, 1)
        self._choose_way()
        self._choose_lag()
        self.changed()

    @property
    def seed(self) -> int:
        """Start of the next training."""
        return self._seed

    def command(self) -> TrainRecall:
        """Ask for the training."""
        return TrainRecall(self.way.currentData(), self._seed)

    def _start_other(self) -> None:
        self._seed += 1
        self.start()

    def began(self) -> None:
        """Empty the pictures."""
        self._curves = {}
        self._choose_way()
        self._choose_lag()

    def told(self, message: Message) -> str:
        """Draw what has been learnt."""
        if isinstance(message, Series):
            self._curves[message.name] = message
            kind, what, *lag = message.name.split(" ")
            if what == "accuracy":
                self.accuracy.show_line(kind, message.x, message.y)
            elif int(lag[0]) == self.lag.currentData():
                self._show_why()
        return message.doing if isinstance(message, Share) else ""

    def _choose_way(self) -> None:
        """Draw what other starts of this way came to."""
        name = self.way.currentData()
        self.accuracy.clear()
        for kind in COLOURS:
            for i, run in enumerate(self._shipped[name][kind]):
                self.accuracy.show_line(f"{kind} other {i}", self._shipped["lags"], run)
        self.note.setText(
            tr("{way} Dotted: {seeds} other starts, red plain RNNs, green LSTMs.").format(
                way=tr(WAYS[name][1]), seeds=self._shipped["seeds"]
            )
        )
        if not self.running and self._curves:
            self._curves = {}
            self._choose_lag()

    def _choose_lag(self) -> None:
        """Draw the task and the reason for another number of steps."""
        import torch

        from models.explain.recall import sequences

        lag = self.lag.currentData()
        x, _ = sequences(1, lag, torch.Generator().manual_seed(lag))
        value = x[0, :, 0].numpy()
        self.task.show_line("noise", np.arange(lag + 1), np.where(np.arange(lag + 1) > 0, value, np.nan))
        self.task.show_line("mark", [0, 0], [0, value[0]])
        self.task.mark_at(lag, tr("asked here"))
        self._show_why()

    def _show_why(self) -> None:
        lag = self.lag.currentData()
        self.gradient.clear()
        self.left.clear()
        for kind in COLOURS:
            for view, key, what in (
                (self.gradient, f"{kind} before", "before"),
                (self.gradient, kind, "gradient"),
                (self.left, kind, "left"),
            ):
                if (curve := self._curves.get(f"{kind} {what} {lag}")) is not None:
                    top = max(*curve.y, 1e-30)
                    view.show_line(key, curve.x, np.maximum(np.array(curve.y) / top, FLOOR))
        self.gradient.mark_at(lag, tr("the mark"))

    def changed(self) -> None:
        """Let nobody choose another way while one is being taught: the picture is of one."""
        super().changed()
        self.way.setEnabled(not self.running)
