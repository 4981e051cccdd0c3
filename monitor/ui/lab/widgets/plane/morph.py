"""From one pin to the other: the pictures on the way, by hand or by themselves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QPushButton, QSlider, QVBoxLayout, QWidget

from monitor.ui.kit.drawing.motion import still, stilled
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import column, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey

FRAMES = 9
"""Pictures of a morph shown side by side."""

STEPS = 100
"""Places of the slider."""

PATH_POINTS = 60
"""Points by which the way is drawn on the map."""

ANIMATION_MS = 40

Array = npt.NDArray[np.float32]
Pin = tuple[float, float]


class Morph(QWidget):
    """Slider, animation and pictures between two pins.

    Parameters
    ----------
    theme : Theme
        Colours.
    decode : callable
        Gives what codes stand for; (n, 2) to (n, 28, 28), or whatever `paint` takes.
    paint : callable
        Makes a picture of one of them.
    frames : int
        Pictures shown side by side.
    """

    walked = Signal()

    def __init__(
        self,
        theme: Theme,
        decode: Callable[[Array], Array],
        paint: Callable[[Array], QImage] = grey,
        frames: int = FRAMES,
    ) -> None:
        super().__init__()
        self._decode, self._paint = decode, paint
        self._ends: tuple[Pin, Pin] | None = None
        self.slide = QSlider(Qt.Orientation.Horizontal)
        self.slide.setRange(0, STEPS)
        self.slide.setAccessibleName(tr("Place between pin A and pin B"))
        self.slide.valueChanged.connect(self._show_here)
        self.arc = QCheckBox(tr("along the arc (slerp)"))
        self.arc.toggled.connect(self.refresh)
        self.here = PictureView(theme, 96, tr("The morph at the slider"))
        self._frames = [
            PictureView(theme, 32, tr("Step {i} of the morph").format(i=i + 1)) for i in range(frames)
        ]
        self.animate = QPushButton("▶")
        self.animate.setCheckable(True)
        self.animate.setAccessibleName(tr("Animate the morph"))
        self.animate.toggled.connect(self._run)
        stilled.connect(self._offer_film)
        self._timer = QTimer(self)
        self._timer.setInterval(ANIMATION_MS)
        self._timer.timeout.connect(self._step)
        self._direction = 1
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(
            panel(
                tr("Morph"),
                row(self.here, column(self.arc, row(self.animate, self.slide), None), spacing=12),
                row(*self._frames, 1, spacing=4),
                note=small(tr("click or press Return twice on the map: A and B")),
            )
        )

    @property
    def path(self) -> Array | None:
        """The way between the pins, shape (k, 2); None where there are not two."""
        return None if self._ends is None else self._way(np.linspace(0, 1, PATH_POINTS))

    @property
    def place(self) -> Pin | None:
        """Where the slider stands."""
        if self._ends is None:
            return None
        x, y = self._way(np.array([self.slide.value() / STEPS]))[0]
        return float(x), float(y)

    def between(self, pins: list[Pin]) -> None:
        """Morph between two pins; fewer end it."""
        self._ends = (pins[0], pins[1]) if len(pins) == 2 else None
        self.slide.setEnabled(self._ends is not None)
        self._offer_film()
        self.refresh()

    def _offer_film(self) -> None:
        """Let it run where there is a way, and things may move."""
        may = self._ends is not None and not still()
        self.animate.setEnabled(may)
        if not may:
            self.animate.setChecked(False)
        tip = tr("Nothing moves of itself now (Shift+S): move the slider.")
        self.animate.setToolTip(tip if still() else tr("Let the slider run from A to B and back"))

    def refresh(self) -> None:
        """Draw all pictures anew: the pins, the way or the model are others."""
        if self._ends is not None:
            pictures = self._decode(self._way(np.linspace(0, 1, len(self._frames))))
            for view, picture in zip(self._frames, pictures, strict=True):
                view.show_image(self._paint(picture))
        self._show_here()

    def stop(self) -> None:
        """Stand still."""
        self.animate.setChecked(False)

    def _way(self, t: npt.NDArray[np.float64]) -> Array:
        from models.digits.space.latent import slerp, straight

        assert self._ends is not None
        return (slerp if self.arc.isChecked() else straight)(*self._ends, t)

    def _show_here(self) -> None:
        if (place := self.place) is not None:
            self.here.show_image(self._paint(self._decode(np.array([place], np.float32))[0]))
        self.walked.emit()

    def _run(self, on: bool) -> None:
        self.animate.setText("❚❚" if on else "▶")
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def _step(self) -> None:
        if not self.isVisible():
            return
        value = self.slide.value() + self._direction
        if not 0 <= value <= STEPS:
            self._direction = -self._direction
            value = self.slide.value() + self._direction
        self.slide.setValue(value)
