"""The map: walk the latent plane, see your digit as a cloud on it, morph between two pins."""

from __future__ import annotations

import time
from collections import deque

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QVBoxLayout,
)

from monitor.ui.lab.map_view import MapView
from monitor.ui.lab.pane import Pane, panel, row, small
from monitor.ui.lab.pictures import PictureView, grey, heat
from monitor.ui.lab.state import LabState
from monitor.ui.theme import Theme

MODELS = ("vae", "conv-vae", "adversarial", "ae-2")
FRAMES = 9
"""Pictures of a morph shown side by side."""

ANIMATION_MS = 40


class MapPane(Pane):
    """The course's picture, alive."""

    words = (
        "Each place on this map is a digit the network can draw; neighbours look alike, because every "
        "training digit "
        "was stored as a small cloud and the clouds were pulled together. Walk from one pin to the other: "
        "nothing in "
        "between was ever written by anyone."
    )
    formula = "z = (z₁, z₂) → x̂ = σ(W₂ ReLU(W₁ z + b₁) + b₂);   a picture x lands at N(μ(x), σ²(x))"

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.decode_ms: deque[float] = deque(maxlen=500)
        self.view = MapView(theme, "Latent map: point with the mouse or the arrow keys, Return puts a pin")
        self.view.pointed.connect(self._point)
        self.view.pressed.connect(self.put_pin)
        self._model = QComboBox()
        self._model.setAccessibleName("Model whose map is shown")
        self._grounds = QButtonGroup(self)
        grounds = QHBoxLayout()
        grounds.setSpacing(6)
        for i, text in enumerate(("Grid", "Density", "10 000 digits")):
            choice = QPushButton(text)
            choice.setCheckable(True)
            self._grounds.addButton(choice, i)
            grounds.addWidget(choice)
        self._grounds.button(0).setChecked(True)
        self._grounds.idClicked.connect(lambda _: self._show_ground())
        self._here = PictureView(theme, 148, "The digit decoded at the cursor")
        self._place, self._judged, self._took, self._landed = small(), small(), small(), small()
        self._landed.setWordWrap(True)
        self._landed.setMinimumHeight(32)
        self._slide = QSlider(Qt.Orientation.Horizontal)
        self._slide.setRange(0, 100)
        self._slide.setAccessibleName("Place between pin A and pin B")
        self._slide.valueChanged.connect(self._show_morph)
        self._arc = QCheckBox("along the arc (slerp)")
        self._arc.toggled.connect(self._show_morph)
        self._morphing = PictureView(theme, 96, "The morph at the slider")
        self._frames = [PictureView(theme, 38, f"Step {i + 1} of the morph") for i in range(FRAMES)]
        self._animate = QPushButton("▶")
        self._animate.setCheckable(True)
        self._animate.setToolTip("Let the slider run from A to B and back")
        self._animate.toggled.connect(self._run_animation)
        self._timer = QTimer(self)
        self._timer.setInterval(ANIMATION_MS)
        self._timer.timeout.connect(self._step_animation)
        self._direction = 1
        self._build(grounds)
        self._fill_models()

    def _build(self, grounds: QHBoxLayout) -> None:
        here = panel(
            "The map here",
            row(self._here, _column(self._place, self._judged, self._took, None), 1, spacing=12),
            self._landed,
        )
        frames = row(*self._frames, 1, spacing=4)
        morph = panel(
            "Morph",
            row(self._morphing, _column(self._arc, row(self._animate, self._slide), None), spacing=12),
            frames,
            note=small("click twice on the map: A and B"),
        )
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(row(self._model, 1))
        right.addLayout(row(grounds, 1))
        right.addWidget(here)
        right.addWidget(morph)
        right.addStretch(1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addWidget(self.view, 5)
        content.addLayout(right, 4)
        self.body.addLayout(content)

    def _fill_models(self) -> None:
        from models.digits import catalogue

        for name in MODELS:
            self._model.addItem(catalogue.entry(name).title, name)
        self._model.currentIndexChanged.connect(self._choose_model)
        self._choose_model()

    # The model ------------------------------------------------------------------------------------

    def _choose_model(self) -> None:
        from models.digits import catalogue
        from models.digits.cloud import load_cloud

        name = self._model.currentData()
        self._model.setToolTip(catalogue.entry(name).words)
        self.network = catalogue.load(name)
        self._cloud = load_cloud(name)
        self._judge = catalogue.load_judge()
        self._show_ground()
        self.show_input()
        at = self.view.marks.cursor or (0.6, -1.2)
        if not self.view.marks.pins:
            self.view.marks.pins = [(-1.5, -0.6), (1.2, 0.4)]
        self._show_morph()
        self._point(*at)

    def _show_ground(self) -> None:
        from models.digits.latent import decode_grid, mosaic

        which = self._grounds.checkedId()
        self.view.show_points(None)
        if which == 0:
            self.view.show_ground(grey(mosaic(decode_grid(self.network))))
        elif which == 1:
            density = np.sqrt(self._cloud.density(120))
            self.view.show_ground(heat(density, float(density.max())))
        else:
            self.view.show_ground(QImage())
            self.view.show_points((self._cloud.means, self._cloud.labels))

    # Pointing -------------------------------------------------------------------------------------

    def _point(self, x: float, y: float) -> None:
        began = time.perf_counter()
        picture = self.network.decode(np.array([x, y], np.float32))[0]
        took = time.perf_counter() - began
        self.decode_ms.append(1000 * took)
        self.view.marks.cursor = (x, y)
        self.view.update()
        self._here.show_image(grey(picture))
        self._place.setText(f"z = ({x:+.2f}, {y:+.2f})")
        chance = self._judge.probabilities(picture)[0]
        first, second = np.argsort(chance)[::-1][:2]
        self._judged.setText(f"judge: {first} {chance[first]:.2f}   {second} {chance[second]:.2f}")
        self._took.setText(f"decoded in {1000 * took:.1f} ms")

    def show_input(self) -> None:
        """Show what becomes of the present input."""
        picture = self.state.picture
        if picture is None:
            self.view.marks.cloud = None
            self._landed.setText("Draw a digit to see where it lands.")
        else:
            mean, std = self.network.cloud(picture)
            self.view.marks.cloud = (mean[0], std[0])
            (x, y), (sx, sy) = mean[0], std[0]
            if max(abs(x), abs(y)) > 3:
                where = f"Your digit lands off the map, at ({x:.1f}, {y:.1f})."
            elif sx == 0:
                where = f"Your digit lands at ({x:.2f}, {y:.2f}): a point, for this model stores no clouds."
            else:
                where = (
                    f"Your digit lands at ({x:.2f}, {y:.2f}) ± ({sx:.2f}, {sy:.2f}): a cloud, not a point."
                )
            self._landed.setText(where)
        self.view.update()

    # The morph ------------------------------------------------------------------------------------

    def put_pin(self, x: float, y: float) -> None:
        """Put a pin; the third one begins anew."""
        pins = self.view.marks.pins
        if len(pins) >= 2:
            pins.clear()
        pins.append((x, y))
        self._show_morph()

    def _path(self, t: np.ndarray) -> np.ndarray:
        from models.digits.latent import slerp, straight

        way = slerp if self._arc.isChecked() else straight
        start, end = self.view.marks.pins
        return way(start, end, t)

    def _show_morph(self) -> None:
        marks = self.view.marks
        ready = len(marks.pins) == 2
        self._slide.setEnabled(ready)
        self._animate.setEnabled(ready)
        if not ready:
            marks.path = None
            self.view.update()
            return
        marks.path = self._path(np.linspace(0, 1, 60))
        pictures = self.network.decode(self._path(np.linspace(0, 1, FRAMES)))
        for view, picture in zip(self._frames, pictures, strict=True):
            view.show_image(grey(picture))
        now = self._path(np.array([self._slide.value() / 100]))
        self._morphing.show_image(grey(self.network.decode(now)[0]))
        marks.cursor = (float(now[0, 0]), float(now[0, 1]))
        self.view.update()

    def _run_animation(self, on: bool) -> None:
        self._animate.setText("❚❚" if on else "▶")
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def _step_animation(self) -> None:
        if not self.isVisible():
            return
        value = self._slide.value() + self._direction
        if not 0 <= value <= 100:
            self._direction = -self._direction
            value = self._slide.value() + self._direction
        self._slide.setValue(value)

    def picture(self) -> QImage:
        """The map."""
        return self.view.grab(self.view.square.toRect()).toImage()


def _column(*content: object) -> QVBoxLayout:
    """Widgets and layouts one below the other; None stands for stretch."""
    layout = QVBoxLayout()
    layout.setSpacing(6)
    for one in content:
        if one is None:
            layout.addStretch(1)
        elif isinstance(one, QHBoxLayout):
            layout.addLayout(one)
        else:
            layout.addWidget(one)  # type: ignore[arg-type]
    return layout
