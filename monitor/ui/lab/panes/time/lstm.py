"""The LSTM lesson: windows that slide over an ECG, scaling without peeking, and a forecast that grows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSlider

from assets.phrase import phrase
from models.contract.messages.commands import TrainForecast
from models.contract.messages.lab import Series, Share
from models.contract.messages.message import Message
from monitor.ui.kit.drawing.motion import still, stilled
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.plots.axis import Axis
from monitor.ui.lab.widgets.plots.lines import Line, LinesView
from monitor.ui.lab.work.job_pane import JobPane

SLIDE_MS, SLIDE_SAMPLES = 50, 4
"""How the window slides by itself: so often, and so many samples further each time."""

AROUND = 200
"""Samples drawn on either side of the window."""


class LstmPane(JobPane):
    """The course's first lesson on time, in three pictures and a table."""

    work = phrase("The training")
    takes_input = False
    words = phrase(
        "The network sees fifty samples of an ECG, a seventh of a second, and says the next one; then the "
        "window slides on by one sample. It learns from the first 1400 samples only and is tried on the "
        "other 600: press Start and watch its forecast there become an ECG. A low loss is no proof of skill, "
        "so look at the two simple rivals in the end."
    )
    formula = pieces_of(
        phrase(
            "scaled {x}, both of the training span alone",
            x=r"$x = (u - \min u) / (\max u - \min u)$",
        ),
        phrase(
            "{guess}, {state} the last of an LSTM of 50 units over {span}",
            guess=r"$\hat{x}_t = w \cdot h_t + b$", state="$h_t$", span=r"$x_{t-50} \ldots x_{t-1}$",
        ),
        phrase(
            "mean {square}, Adam {rate}, 100 epochs of the whole span",
            square=r"$(x_t - \hat{x}_t)^2$", rate="$10^{-2}$",
        ),
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from assets.records.demo import load_demo
        from models.explain import lesson

        self._lesson = lesson
        self._signal = load_demo().signals[: lesson.SAMPLES, 0].astype(np.float64)
        self._data = {peek: lesson.prepare(self._signal, peek=peek) for peek in (False, True)}
        self._peeked = False
        self.errors: dict[str, float] | None = None
        self.peek = QCheckBox(tr("peek: scale by the test span too"))
        self.peek.toggled.connect(self._scale)
        self.note = small()
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(60)
        self.place = QSlider(Qt.Orientation.Horizontal)
        self.place.setRange(0, lesson.SAMPLES - lesson.WINDOW - 1)
        self.place.setValue(500)
        self.place.setAccessibleName(tr("Where the window stands"))
        self.place.valueChanged.connect(self._slide)
        self.slide_button = button(tr("▶ slide"), self._toggle)
        self._timer = QTimer(self)
        self._timer.setInterval(SLIDE_MS)
        self._timer.timeout.connect(self._go_on)
        stilled.connect(self._offer_sliding)
        self._offer_sliding()
        self.window_view = LinesView(
            theme, tr("one window"), tr("samples"),
            {
                "signal": Line(tr("ECG"), "dim", width=1.2),
                "window": Line(tr("50 samples seen"), "accent", width=2.4),
                "next": Line(tr("the next one"), "alert", dots=True),
            },
        )  # fmt: skip
        self.forecast = LinesView(
            theme, tr("forecast of what was not learnt from, scaled"), tr("samples"),
            {"signal": Line(tr("ECG"), "dim", width=1.2), "forecast": Line(tr("forecast"), "forecast")},
        )  # fmt: skip
        self.losses = LinesView(
            theme, tr("training loss"), tr("epochs"),
            {
                "published": Line(tr("published"), "alert", dots=True, style=Qt.PenStyle.NoPen),
                "loss": Line(tr("measured here"), "accent", width=2),
            },
            Axis(0, lesson.EPOCHS + 2), Axis(log=True),
        )  # fmt: skip
        self.scaling = LinesView(
            theme, tr("scaling: learnt from, then tried on"), tr("samples"),
            {"train": Line(tr("learnt from"), "accent"), "test": Line(tr("tried on"), "forecast")},
            up=Axis(-0.1, None, ticks=(0, 0.5, 1)), level=(1.0, "1"),
        )  # fmt: skip
        self.losses.show_line("published", *zip(*lesson.PUBLISHED_LOSSES.items(), strict=True))
        controls = panel(
            tr("The lesson"),
            row(self.start_button, self.stop_button, 1),
            self.where,
            row(self.slide_button, self.place),
            self.peek,
            self.note,
            None,
        )
        content = QGridLayout()
        content.setSpacing(10)
        content.addWidget(controls, 0, 0)
        content.addWidget(self.window_view, 0, 1)
        content.addWidget(self.scaling, 0, 2)
        content.addWidget(self.losses, 1, 0)
        content.addWidget(self.forecast, 1, 1, 1, 2)
        for column in range(3):
            content.setColumnStretch(column, 1)
        content.setRowStretch(0, 1)
        content.setRowStretch(1, 1)
        self.body.addLayout(content, 1)
        self._scale()
        self._slide()
        self.changed()

    # The window -----------------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
        else:
            self._timer.start()
        self.slide_button.setText(tr("❚❚ stop") if self._timer.isActive() else tr("▶ slide"))

    def _offer_sliding(self) -> None:
        """Let it slide of itself where things may move."""
        if still() and self._timer.isActive():
            self._toggle()
        self.slide_button.setEnabled(not still())
        tip = tr("Nothing moves of itself now (Shift+S): move the slider.")
        self.slide_button.setToolTip(tip if still() else "")

    def _go_on(self) -> None:
        if self.isVisible():
            value = self.place.value() + SLIDE_SAMPLES
            self.place.setValue(value if value <= self.place.maximum() else 0)

    def _slide(self) -> None:
        """Draw the window where the slider stands."""
        first, size = self.place.value(), self._lesson.WINDOW
        at = np.arange(max(0, first - AROUND), min(len(self._signal), first + size + AROUND))
        self.window_view.show_line("signal", at, self._signal[at])
        inside = np.arange(first, first + size)
        self.window_view.show_line("window", inside, self._signal[inside])
        self.window_view.show_line("next", [first + size], [self._signal[first + size]])

    def stop(self) -> None:
        """End the training and the sliding."""
        if self._timer.isActive():
            self._toggle()
        super().stop()

    # Scaling --------------------------------------------------------------------------------------

    def _scale(self) -> None:
        """Draw the signal as it is scaled, and say what peeking would do."""
        data, edge = self._data[self.peek.isChecked()], self._lesson.TRAIN_SAMPLES
        scaled = (self._signal - data.low) / (data.high - data.low)
        at = np.arange(len(scaled))
        self.scaling.show_line("train", at[:edge], scaled[:edge])
        self.scaling.show_line("test", at[edge:], scaled[edge:])
        own, seen = ((one.low, one.high) for one in (self._data[False], self._data[True]))
        factor = ((own[1] - own[0]) / (seen[1] - seen[0])) ** 2
        if factor == 1.0:
            said = tr(
                "The test span stays within the training span here, so that peeking would change nothing."
            )
        else:
            said = tr(
                "The span learnt from reaches from {low:.2f} to {high:.2f} mV, both together "
                "from {low_both:.2f} to {high_both:.2f} mV. Who peeks knows beforehand how far the "
                "future will go, and any squared error looks {factor:.2f} times smaller."
            ).format(low=own[0], high=own[1], low_both=seen[0], high_both=seen[1], factor=1 / factor)
        if not self.running:
            self.note.setText(said)
        self._draw_test()

    def _draw_test(self) -> None:
        data = self._data[self._peeked]
        first = self._lesson.TRAIN_SAMPLES + self._lesson.WINDOW
        self.forecast.show_line("signal", first + np.arange(len(data.test_next)), data.test_next)

    # The training ---------------------------------------------------------------------------------

    def command(self) -> TrainForecast:
        """Ask for the lesson."""
        self._peeked = self.peek.isChecked()
        return TrainForecast(self._peeked)

    def began(self) -> None:
        """Empty the curves of an earlier training."""
        self.errors = None
        self.losses.show_line("loss", [], [])
        self.forecast.show_line("forecast", [], [])

    def told(self, message: Message) -> str:
        """Draw how far it has come."""
        if isinstance(message, Series):
            if message.name == "loss":
                self.losses.show_line("loss", message.x, message.y)
            elif message.name == "forecast":
                self._draw_test()
                self.forecast.show_line("forecast", message.x, message.y)
            elif message.name == "errors":
                self._say_errors(message)
        return message.doing if isinstance(message, Share) else ""

    def _say_errors(self, errors: Series) -> None:
        lstm, last, linear = errors.y
        self.errors = {"lstm": lstm, "last": last, "linear": linear}
        if min(errors.y) == lstm:
            words = tr(
                "Mean squared error on what it never saw: LSTM {lstm:.1e}, “the same as just "
                "now” {last:.1e}, a straight weighing of the fifty {linear:.1e}. The LSTM is "
                "the best of the three."
            )
        else:
            words = tr(
                "Mean squared error on what it never saw: LSTM {lstm:.1e}, “the same as just "
                "now” {last:.1e}, a straight weighing of the fifty {linear:.1e}. A plain "
                "rival is better than the LSTM."
            )
        self.note.setText(words.format(lstm=lstm, last=last, linear=linear))
