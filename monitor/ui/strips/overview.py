"""The record, or the stream so far, as one narrow strip: where we are, where the alerts were, where to go."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QThread, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from assets.phrase import phrase
from models.alerts.events import Event
from models.signal.states import StateKind, Topic
from monitor.alerts.log import AlertLog
from monitor.stream.past.stretches import Stretch
from monitor.ui.kit.drawing.colours import event_colour
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.states.look import state_colour
from monitor.ui.kit.theme import Theme
from monitor.ui.strips.outline import Glance, Outline
from monitor.ui.strips.signs.bands import StatesBetween, hatch, no_states
from monitor.ui.strips.signs.verdicts import ROWS, ToldBetween, draw_rows
from monitor.ui.strips.silhouette import envelope, picture

TICKS_PX = 12
"""Height of the row of alert ticks under the record."""

KEY_STEP_S = 30.0
"""How far Page Up and Page Down move, in seconds."""

FIRST_SPAN_S = 300.0
"""Of a stream without an end so much is shown at first, in seconds; each time it is full, twice as much."""

LONGEST_SPAN_S = 3600.0
"""Of a stream without an end no more is shown than this, in seconds: then the oldest leaves."""

REDRAWN = 240
"""A stream without an end is drawn anew each time it has grown by one in so many parts of what is shown."""

AT_ONCE = 2**22
"""A record of more samples a lead is looked over in the background, and not gone through at once."""

TIP = phrase("In colour: what was analysed; paler: on other leads than now. A click goes there.")

KNOWN_ALPHA, OTHERWISE_ALPHA = 0.55, 0.26
"""Strength of the colour of what was analysed, and of what was analysed on other leads than now."""

Samples = Callable[[int, int], npt.NDArray[np.float32]]
"""Gives a lead's samples between two indices, shape (n,), NaN where there are none."""


class Overview(QWidget):
    """Envelope of the analysed lead over the whole record, or over the stream so far."""

    SPOKEN = Role.Slider

    seek_asked = Signal(object)  # a sample; Qt's own int ends after seven weeks at 500 Hz

    def __init__(self, log: AlertLog, theme: Theme) -> None:
        super().__init__()
        self._log = log
        self._open: Event | None = None
        self._theme = theme
        self._samples: Samples = _silence
        self._first, self._stop = 0, 1
        self._ends = True
        self._analysed: Callable[[], Iterable[Stretch]] = tuple
        self._otherwise: Callable[[], Iterable[Stretch]] = tuple
        self._states: StatesBetween = no_states
        self._outline: Outline | None = None
        self._drawn = 0  # position at which a stream without an end was last drawn
        self._fs = 360.0
        self._position = 0
        self._known, self._known_otherwise, self._coming = QImage(), QImage(), QImage()
        self._look: tuple[int, int] | None = None
        self._told: ToldBetween | None = None
        self.canvas_width: int | None = None
        self.setFixedHeight(52)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Whole record; a click goes there"))
        self.setToolTip(tr(TIP))

    def show_source(
        self,
        samples: Samples,
        fs: float,
        n_samples: int | None,
        glance: Glance | None = None,
        analysed: Callable[[], Iterable[Stretch]] = tuple,
        states: StatesBetween = no_states,
        otherwise: Callable[[], Iterable[Stretch]] = tuple,
    ) -> None:
        """Show a lead.

        Parameters
        ----------
        samples : callable
            Gives its samples between two indices.
        fs : float
            Sampling frequency in Hz.
        n_samples : int or None
            Length of the record; None shows the stream so far.
        glance : callable, optional
            Gives samples that are looked at once, in another thread: for a long record.
        analysed : callable
            Gives the stretches that were analysed: they are drawn in colour.
        states : callable
            Gives what went on between two samples: unusable signal is hatched, a rhythm has a line above.
        otherwise : callable
            Gives the stretches that were analysed on other leads: they are drawn in a paler colour.
        """
        self.stop()
        if glance is not None and n_samples is not None and n_samples > AT_ONCE:
            self._outline = Outline(glance, fs, n_samples)
            self._outline.grown.connect(self._rebuild)
            self._outline.start(QThread.Priority.LowPriority)
        self._samples, self._fs, self._analysed = samples, fs, analysed
        self._states, self._otherwise = states, otherwise
        self._ends = n_samples is not None
        self._first, self._position, self._drawn = 0, 0, 0
        self._stop = max(1, n_samples if n_samples is not None else round(FIRST_SPAN_S * fs))
        self._rebuild()

    def stop(self) -> None:
        """Look over the record no further."""
        if self._outline is not None:
            self._outline.grown.disconnect(self._rebuild)
            self._outline.ask_to_stop()
            self._outline = None

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._rebuild()

    def set_position(self, sample: int) -> None:
        """Move the cursor; repaints only when it moves by a pixel."""
        before, self._position = self._position, sample
        if not self._ends and self._grown():
            self._rebuild()
        elif int(self._x(sample)) != int(self._x(before)):
            self.update()

    def _grown(self) -> bool:
        """Make room for a stream without an end; whether it is to be drawn anew."""
        span = self._stop - self._first
        if self._position >= self._stop:
            longest = round(LONGEST_SPAN_S * self._fs)
            span = min(2 * span, longest)
            self._first = max(self._first, self._position + longest // 10 - longest)
            self._stop = max(self._first + span, self._position + 1)
        elif self._position - self._drawn < span / REDRAWN:
            return False
        self._drawn = self._position
        return True

    @property
    def alerts(self) -> list[Event]:
        """The alerts that have a tick: those that are over, and the one that goes on."""
        return [*self._log, *([] if self._open is None else [self._open])]

    def show_open(self, event: Event | None) -> None:
        """Mark the alert that goes on, as far as it is known; None where there is none."""
        if event != self._open:
            self._open = event
            self.update()

    def show_look(self, page: tuple[int, int] | None) -> None:
        """Frame the samples that the strips show while one looks back; None for none."""
        self._look = page
        self.update()

    def show_told(self, told: ToldBetween | None) -> None:
        """Put the ticks in rows by what the annotations say: true, false, and the beats that were missed."""
        self._told = told
        self.setToolTip(f"{tr(TIP)}\n{tr(ROWS)}" if told is not None else tr(TIP))
        self.update()

    def fit(self, width: int) -> None:
        """Use the width of the strips above, so that edges line up."""
        if width != self.canvas_width:
            self.canvas_width = width
            self._rebuild()

    def _span(self) -> int:
        return max(1, min(self.width(), self.canvas_width or self.width()))

    def _x(self, sample: float) -> float:
        return (sample - self._first) / (self._stop - self._first) * self._span()

    def _rebuild(self) -> None:
        ratio = self.devicePixelRatioF()
        height = self.height() - TICKS_PX
        size = QSize(int(self._span() * ratio), int(height * ratio))
        low, high = self._envelope(size.width())
        self._coming = picture(size, low, high, self._theme.border)
        known = QColor(self._theme.lead(0))
        made = []
        for alpha in (KNOWN_ALPHA, OTHERWISE_ALPHA):
            known.setAlphaF(alpha)
            made.append(picture(size, low, high, known.name(QColor.NameFormat.HexArgb)))
        self._known, self._known_otherwise = made
        for image in (self._coming, self._known, self._known_otherwise):
            image.setDevicePixelRatio(ratio)
        self.update()

    def _envelope(self, columns: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Lowest and highest value in each column shown; a stream so far has only the first ones."""
        if self._outline is not None:
            return self._outline.envelope(columns)
        signal = self._samples(self._first, self._stop if self._ends else min(self._stop, self._position))
        share = len(signal) / (self._stop - self._first)
        return envelope(signal, max(1, int(columns * share)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the record, what was analysed in colour, the ticks and the cursor."""
        painter = QPainter(self)
        t, height, span = self._theme, self.height() - TICKS_PX, self._span()
        painter.fillRect(0, 0, span, height, QColor(t.paper))
        x = self._x(self._position)
        painter.drawImage(QPointF(0, 0), self._coming)
        for stretches, image in ((self._otherwise, self._known_otherwise), (self._analysed, self._known)):
            self._draw_known(painter, stretches(), image)
        self._draw_states(painter, span, height)
        if self._told is not None:
            told, ticks = self._told(self._first, self._stop), TICKS_PX - 3
            draw_rows(painter, t, [(int(self._x(at)), said) for at, said in told], height + 2.5, ticks)
        else:
            self._draw_ticks(painter)
        if self._look is not None:
            left, right = (self._x(sample) for sample in self._look)
            painter.setPen(QPen(QColor(t.text), 1))
            painter.drawRect(QRectF(left - 1, 0.5, max(right - left, 2) + 1, height - 1))
        painter.setPen(QPen(QColor(t.accent if self.hasFocus() else t.text), 2))
        painter.drawLine(QLineF(x, 0, x, height + 2))

    def _draw_known(self, painter: QPainter, stretches: Iterable[Stretch], image: QImage) -> None:
        """Draw what was analysed in colour."""
        span, height = self._span(), self.height() - TICKS_PX
        for stretch in stretches:
            left, right = self._x(stretch.start), self._x(stretch.stop)
            if right <= 0 or left >= span:
                continue
            painter.save()
            painter.setClipRect(QRectF(left, 0, max(right - left, 1), height))
            painter.fillRect(0, 0, span, height, QColor(self._theme.paper))
            painter.drawImage(QPointF(0, 0), image)
            painter.restore()

    def _draw_states(self, painter: QPainter, span: int, height: int) -> None:
        """Hatch where the signal was unusable, and draw a line over what was about the heart."""
        for state in self._states(self._first, min(self._stop, self._position)):
            left, right = self._x(state.start), min(self._x(state.end), self._x(self._position))
            place = QRectF(left, 0, min(max(right - left, 2), span - left), height)
            colour = QColor(state_colour(self._theme, state.kind))
            if state.kind.topic is not Topic.QUALITY:
                painter.fillRect(QRectF(place.left(), 0, place.width(), 3), colour)
            elif state.kind is StateKind.UNUSABLE:
                hatch(painter, place, colour)

    def _draw_ticks(self, painter: QPainter) -> None:
        """Draw a tick for each alert; of an urgent one a wider and higher tick, over as much as it lasts."""
        ticks: dict[str, set[int]] = {}
        urgent: list[QRectF] = []
        top, foot = self.height() - TICKS_PX + 3, self.height() - 1
        for alert in self.alerts:
            if alert.urgent:
                left, right = self._x(alert.start), self._x(alert.end)
                urgent.append(QRectF(left - 1, top - 3, max(right - left, 1.0) + 2, foot - top + 4))
            else:
                ticks.setdefault(event_colour(self._theme, alert), set()).add(int(self._x(alert.peak)))
        for colour in sorted(ticks, key=lambda c: -len(ticks[c])):  # the rarer kinds over the common one
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawLines([QLineF(i + 0.5, top, i + 0.5, foot) for i in ticks[colour]])
        for place in urgent:
            painter.fillRect(place, QColor(self._theme.urgent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place clicked."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the cursor."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        share = min(max(event.position().x() / self._span(), 0.0), 1.0)
        self.seek_asked.emit(self._first + int(share * (self._stop - self._first)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by half a minute with Page Up and Page Down."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            step = steps[Qt.Key(event.key())] * KEY_STEP_S * self._fs
            self.seek_asked.emit(int(self._position + step))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self._rebuild()


def _silence(start: int, stop: int) -> npt.NDArray[np.float32]:
    """Stand in for a lead while there is none."""
    return np.zeros(0, dtype=np.float32)
