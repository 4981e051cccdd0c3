"""The column beside the strips: why the last alert was raised, and how sensitive the analysis is."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assets.phrase import phrase
from models.alerts.events import Event
from models.alerts.kinds import Nature
from models.alerts.muting import AlertOn
from models.alerts.reasons import CHANNELS, Channel, Reason
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import bracketed
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import ElidedLabel, PlainLabel, plain_tip
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.words import clock
from monitor.ui.session.thresholds import SENSITIVITIES, SENSITIVITY_STEP

FULL = 3.0
"""Multiple of the threshold at which a bar is full."""


COLOURS = {
    Reason.FORECAST: "forecast",
    Reason.RECONSTRUCTION: "reconstruction",
    Reason.TEMPLATE: "template",
    Reason.AUTOENCODER: "reconstruction",
    Reason.RHYTHM: "premature",
}
"""Field of the theme in which each reason is drawn."""

REASON_LINES = 5
"""So many lines has a reason in words, however long it is: the list below does not jump as alerts change."""

LINE_PX = 13
"""Height of such a line, in logical pixels."""

REASONS = (
    phrase("forecast"),
    phrase("reconstruction"),
    phrase("template"),
    phrase("beat autoencoder"),
    phrase("rhythm"),
)
"""What the values of `Reason` are called on the screen."""

ALERT_ON = {
    AlertOn.BEATS: (
        phrase("beats (confirmed)"),
        phrase(
            "An alert once a beat is classified, if it is over the line of the lane Beats. "
            "The running models' lines shade what they find until then"
        ),
    ),
    AlertOn.SPIKES: (
        phrase("any spike"),
        phrase(
            "An alert wherever the forecast's or the autoencoder's error is over its line, as in the course. "
            "Single beats, runs, bigeminy and trigeminy raise none; flutter, pauses and faults still do"
        ),
    ),
}
"""The choices: what their buttons say, and what they do."""

TIP = phrase("Further right: lower thresholds, more alerts")

CUSTOM_TIP = phrase(
    "A line was moved by hand: the cross at its handle puts it back, and moving this puts all back"
)

WORDS_PX = 60
"""Room for what the sensitivity control says of the thresholds, in pixels."""


class Bar(QWidget):
    """How far a score reached, with a line at the threshold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._reason: Reason | None = None
        self._multiple = 0.0

    def show_reason(self, reason: Reason, multiple: float) -> None:
        """Fill the bar to `multiple` of the level that normal beats seldom pass."""
        self._reason, self._multiple = reason, multiple
        self.setAccessibleName(
            tr("{value}: {multiple:.1f} times what normal beats seldom pass").format(
                value=tr(reason.value), multiple=multiple
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and thin."""
        return QSize(120, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw groove, filling and the line of the threshold."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        y, width = self.height() / 2, float(self.width())
        painter.setBrush(QColor(self.theme.border))
        painter.drawRoundedRect(QRectF(0, y - 3, width, 6), 3, 3)
        filled = width * min(max(self._multiple, 0.0) / FULL, 1.0)
        if filled > 0 and self._reason is not None:
            painter.setBrush(QColor(getattr(self.theme, COLOURS[self._reason])))
            painter.drawRoundedRect(QRectF(0, y - 3, max(filled, 6.0), 6), 3, 3)
        painter.setBrush(QColor(self.theme.alert))
        painter.drawRect(QRectF(width / FULL - 1, y - 6, 2, 12))


def spoken(event: Event) -> dict[Reason, float]:
    """What counted in an alert, each as a multiple of what it seldom is at normal beats; in a fixed order.

    Coming late counts nowhere, and of a premature beat whose shape raises no alert the rhythm alone does: how
    far all that speaks for one (`models.rhythm`) is over its line, of which coming early is but a part.
    """
    if event.kind.nature is Nature.PREMATURE and Channel.PREMATURE in event.scores:
        return {Reason.RHYTHM: event.scores[Channel.PREMATURE] / event.thresholds[Channel.PREMATURE]}
    if event.reasons:
        known = {r: event.reasons[r] for r in Reason if math.isfinite(event.reasons.get(r, math.nan))}
        if event.kind.nature is Nature.PREMATURE:
            return {r: value for r, value in known.items() if r is Reason.RHYTHM}
        return {r: value for r, value in known.items() if r is not Reason.RHYTHM or value > 0}
    return {Reason(c.value): event.scores[c] / event.thresholds[c] for c in CHANNELS if c in event.scores}


WHY = phrase("Why this alert")


class WhyPanel(QFrame):
    """What speaks for the last alert: a row for each reason that counted; a bar beyond its line fails."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = PlainLabel(tr(WHY))
        self._title.setObjectName("title")
        self._words = ElidedLabel(tr("No alert so far."), REASON_LINES)
        self._instead = ElidedLabel("", REASON_LINES)
        """Stands where the bars would, where no reason has one and there is no other room for words."""
        for words in (self._words, self._instead):
            words.setObjectName("small")
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            words.setFixedHeight(REASON_LINES * LINE_PX + 1)
        self._short = False
        bars = QWidget()
        grid = QGridLayout(bars)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        widest = max(QFontMetrics(font).horizontalAdvance(tr(reason.value)) for reason in Reason)
        grid.setColumnMinimumWidth(0, widest)
        grid.setVerticalSpacing(2)
        self._rows: list[tuple[QLabel, Bar, QLabel]] = []
        for i in range(len(Reason)):
            name, bar, value = PlainLabel(), Bar(theme), PlainLabel()
            name.setObjectName("small")
            value.setObjectName("small")
            value.setMinimumWidth(34)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for place, widget in enumerate((name, bar, value)):
                # The panel stays as high as it is, whatever counted.
                policy = widget.sizePolicy()
                policy.setRetainSizeWhenHidden(True)
                widget.setSizePolicy(policy)
                widget.hide()
                grid.addWidget(widget, i, place)
            self._rows.append((name, bar, value))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        # Whichever is shown, the panel is as high as the higher of the two.
        self._bars_or_words = QStackedWidget()
        for part in (bars, self._instead):
            self._bars_or_words.addWidget(part)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._bars_or_words)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for _, bar, _ in self._rows:
            bar.theme = theme
            bar.update()

    def set_short(self, short: bool) -> None:
        """Leave the words out, which the banner says too, where there are bars; or show them."""
        self._short = short
        self._words.setVisible(not short)
        self._choose()

    @property
    def shown(self) -> dict[str, str]:
        """What the rows say: the reasons that counted, and by how much."""
        return {name.text(): value.text() for name, bar, value in self._rows if not bar.isHidden()}

    def show_event(self, event: Event | None, fs: float = 1.0) -> None:
        """Explain an alert, or say that there is none; `fs` in Hz puts its place into time."""
        self._title.setText(
            tr(WHY) if event is None else tr("Why the alert at {clock}").format(clock=clock(event.peak / fs))
        )
        reasons = [*spoken(event).items()] if event is not None else []
        for row, (name, bar, value) in enumerate(self._rows):
            if row < len(reasons):
                reason, multiple = reasons[row]
                name.setText(tr(reason.value))
                bar.show_reason(reason, multiple)
                # Cut off, not rounded: what says 1.0 fails, as the bar and the words say.
                value.setText(f"{in_figures(math.floor(10 * max(multiple, 0.0) + 1e-6) / 10, '.1f')}×")
            for widget in (name, bar, value):
                widget.setVisible(row < len(reasons))
        why = tr(event.why()) if event is not None else tr("no alert so far")
        said = why if why.endswith(("?", "？")) else tr("{words}.").format(words=why)
        for words in (self._words, self._instead):
            words.setText(said[0].upper() + said[1:])
        self._choose()

    def _choose(self) -> None:
        """Show the words where the bars would be, or the bars."""
        self._bars_or_words.setCurrentIndex(int(self._short and not self.shown))


class SensitivityPanel(QFrame):
    """What raises alerts, and one control for all thresholds."""

    moved = Signal(int)
    alert_on_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        title, self._words = PlainLabel(tr("Sensitivity")), PlainLabel()
        title.setObjectName("small")
        self._words.setObjectName("small")
        self._words.setMinimumWidth(WORDS_PX)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(SENSITIVITIES.start, SENSITIVITIES.stop - 1)
        self._slider.setPageStep(1)
        self._slider.setAccessibleName(tr("Sensitivity: right is more alerts"))
        self._slider.valueChanged.connect(self.moved)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(title)
        row.addWidget(self._slider, 1)
        row.addWidget(self._words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 6, 16, 6)
        rows.setSpacing(4)
        rows.addLayout(self._make_choice())
        rows.addLayout(row)
        self.show_step(0)

    def _make_choice(self) -> QHBoxLayout:
        """Make the two buttons of which one is pressed: beats, or any spike."""
        title = PlainLabel(tr("Alert on"))
        title.setObjectName("small")
        choice = QHBoxLayout()
        choice.setSpacing(6)
        choice.addWidget(title)
        choice.addStretch(1)
        self._group = QButtonGroup(self)
        self._buttons: dict[AlertOn, QPushButton] = {}
        for alert_on, told in ALERT_ON.items():
            words, tip = (tr(one) for one in told)
            button = QPushButton(words)
            button.setCheckable(True)
            button.setToolTip(plain_tip(bracketed(tip, "X")))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setStyleSheet(f"min-height: 18px; padding: 1px 6px; font-size: {SMALL}px;")
            button.clicked.connect(lambda _, alert_on=alert_on: self.alert_on_chosen.emit(alert_on))
            self._group.addButton(button)
            self._buttons[alert_on] = button
            choice.addWidget(button)
        return choice

    @property
    def alert_on(self) -> AlertOn:
        """The choice that is shown."""
        return next(alert_on for alert_on, button in self._buttons.items() if button.isChecked())

    def show_alert_on(self, alert_on: AlertOn) -> None:
        """Show what alerts are raised on."""
        self._buttons[alert_on].setChecked(True)

    def show_step(self, step: int | None, usual: int = 0) -> None:
        """Show a step of the control.

        Parameters
        ----------
        step : int or None
            The step; None where a line was moved by hand.
        usual : int
            Then the step of the lines that were not.
        """
        self._slider.blockSignals(True)
        self._slider.setValue(usual if step is None else step)
        self._slider.blockSignals(False)
        factor = SENSITIVITY_STEP ** -(usual if step is None else step)
        if step is None:
            self._words.setText(tr("custom"))
            self._slider.setToolTip(plain_tip(f"{tr(TIP)}\n{tr(CUSTOM_TIP)}"))
        else:
            self._words.setText(tr("as shipped") if not step else f"× {in_figures(factor, '.2f')}")
            self._slider.setToolTip(plain_tip(tr(TIP)))
