"""Plots in the window's colours, for panes that are drawn a few times a second."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QVBoxLayout, QWidget

from monitor.ui.kit.plots.axes import FigureAxis
from monitor.ui.kit.plots.pens import plot_pen
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import SMALL, Theme

AXIS_PX = 44
"""Width of the vertical axes, the same everywhere, so that time axes stand under each other."""

LEAST_PX = 100
"""Least height of a plot, in logical pixels, where nothing else is said."""

SPARE, USED = 0.15, 0.5
"""Share of the range left free above and below the curves, and the share they must use, else it shrinks."""


class _View(pg.PlotWidget):
    """As high as there is room, and content with its least height."""

    def __init__(self) -> None:
        super().__init__(axisItems={side: FigureAxis(side) for side in ("left", "bottom")})

    def sizeHint(self) -> QSize:
        """Its least height: were it less, a column of plots would be shared without regard to their words."""
        return QSize(self.minimumWidth(), self.minimumHeight())


class Plot(QWidget):
    """A plot that the mouse does not move, with a line of words over it.

    Plots that belong together can show one moment: `stage` them, change them one after the other, `develop`
    each when there is time for it, and then `flip` all at once. Until then each shows what it showed before.

    Parameters
    ----------
    theme : Theme
        Colours.
    name : str
        What it shows, for screen readers.
    label_y, label_x : str
        What the axes say; an empty `label_x` leaves the time axis without numbers.
    least : int
        Least height of the plot without its words, in logical pixels.
    """

    clicked = Signal(float)

    def __init__(
        self, theme: Theme, name: str, label_y: str, label_x: str = "", least: int = LEAST_PX
    ) -> None:
        super().__init__()
        self._labels = label_y, label_x
        self._words = CaptionLabel()
        self._words.setObjectName("small")
        self._view = _View()
        self._view.setAccessibleName(name)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to do in it by keys
        self._view.setMinimumHeight(least)
        self._view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._still = PlainLabel()
        self._still.setParent(self)  # beside the view: a picture of that must not show the picture before
        self._still.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # It covers the plot whole: Qt then paints nothing of what lies under it.
        self._still.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._still.hide()
        self._staged = False
        self._coming: tuple[QPixmap, str] | None = None
        self._said = ""
        self.item: pg.PlotItem = self._view.getPlotItem()
        self.item.setMenuEnabled(False)
        self.item.hideButtons()
        self.item.setMouseEnabled(x=False, y=False)
        self.item.showGrid(x=True, y=True, alpha=0.12)
        self.item.layout.setContentsMargins(0, 2, 8, 0)
        for side in ("left", "bottom"):
            self.item.getAxis(side).enableAutoSIPrefix(False)
            # Numbers and grid are most of what a plot costs to paint, and seldom change.
            self.item.getAxis(side).setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.item.getAxis("left").setWidth(AXIS_PX)
        if not label_x:
            self.item.getAxis("bottom").setStyle(showValues=False)
            self.item.getAxis("bottom").setHeight(4)
        self.item.scene().sigMouseClicked.connect(self._clicked)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._view, 1)
        self.restyle(theme, theme.window)

    @property
    def words(self) -> str:
        """What stands over the plot."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Write over the plot; while it is staged, with the next `flip`."""
        self._said = words
        if not self._staged and words != self._words.text():
            self._words.setText(words)

    def stage(self) -> None:
        """From now on show what is shown now, whatever changes, until the next `flip`."""
        if not self._staged:
            self._staged = True
            self._hold(self._view.grab())

    def develop(self) -> None:
        """Paint the plot as it now is, out of sight: most of what showing it costs."""
        if self._staged:
            self._coming = self._view.grab(), self._said

    def flip(self) -> None:
        """Show what was developed."""
        if self._coming is None:
            return
        picture, words = self._coming
        self._coming = None
        if words != self._words.text():
            # Where they grow, the view makes room: its picture must not lie over their last line.
            self._words.setText(words)
            self._column.activate()
        if self._staged:
            self._hold(picture)

    def unstage(self) -> None:
        """Show the plot itself again."""
        self._staged, self._coming = False, None
        self._still.hide()
        self.say(self._said or self._words.text())

    def _hold(self, picture: QPixmap) -> None:
        self._still.setPixmap(picture)
        self._still.setGeometry(self._view.geometry())
        self._still.raise_()
        self._still.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another size a still picture is of no use."""
        super().resizeEvent(event)
        if self._staged:
            self.unstage()

    def restyle(self, theme: Theme, background: str) -> None:
        """Change colours."""
        self.unstage()
        self._view.setBackground(background)
        for side, label in zip(("left", "bottom"), self._labels, strict=True):
            axis = self.item.getAxis(side)
            axis.setPen(plot_pen(theme.border, 1))
            axis.setTextPen(pg.mkPen(theme.dim))
            if label:
                axis.setLabel(label, color=theme.dim, **{"font-size": f"{SMALL}px"})

    def _clicked(self, event: object) -> None:
        place = event.scenePos()  # type: ignore[attr-defined]
        if self.item.vb.sceneBoundingRect().contains(place):
            self.clicked.emit(float(self.item.vb.mapSceneToView(place).x()))


class Band:
    """A shaded band between two curves."""

    def __init__(self, item: pg.PlotItem, colour: str, alpha: int) -> None:
        self._low, self._high = pg.PlotCurveItem(pen=None), pg.PlotCurveItem(pen=None)
        self._fill = pg.FillBetweenItem(self._low, self._high)
        self._alpha = alpha
        for part in (self._low, self._high, self._fill):
            item.addItem(part)
        self.restyle(colour)

    def restyle(self, colour: str) -> None:
        """Change its colour."""
        shade = QColor(colour)
        shade.setAlpha(self._alpha)
        self._fill.setBrush(shade)

    def show(
        self,
        x: npt.NDArray[np.floating],
        middle: npt.NDArray[np.floating],
        half: npt.NDArray[np.floating],
    ) -> None:
        """Show the band `middle` - `half` to `middle` + `half`, all of shape (n,)."""
        self._low.setData(x, middle - half)
        self._high.setData(x, middle + half)


class Range:
    """A vertical range that holds the curves and does not twitch with each of them."""

    def __init__(self, item: pg.PlotItem) -> None:
        self._item = item
        self._low = self._high = 0.0

    def hold(self, *curves: npt.NDArray[np.floating]) -> None:
        """Make room for curves; the range shrinks only when much of it lies idle."""
        seen = np.concatenate([c[np.isfinite(c)] for c in curves])
        if not len(seen):
            return
        low, high = float(seen.min()), float(seen.max())
        room = max(high - low, 0.2)
        if low < self._low or high > self._high or room < USED * (self._high - self._low):
            self._low, self._high = low - SPARE * room, high + SPARE * room
            self._item.setYRange(self._low, self._high, padding=0)
