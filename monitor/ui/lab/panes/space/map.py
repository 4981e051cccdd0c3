"""The map: walk the latent plane, see your digit as a cloud on it, morph between two pins."""

from __future__ import annotations

import time
from collections import deque

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout

from assets.errors import AssetError
from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, column, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey, heat
from monitor.ui.lab.widgets.plane.map_view import MapView
from monitor.ui.lab.widgets.plane.morph import Array, Morph
from monitor.ui.lab.widgets.plane.words import words_of

FIRST_PINS = [(-1.5, -0.6), (1.2, 0.4)]
FIRST_CURSOR = (0.6, -1.2)

REDRAWN_MS = 60
"""After the map was moved or zoomed, its digits are decoded anew when it has stood still for so long."""

DENSITY = 120
"""Places in a row and in a column at which the density is drawn."""


class MapPane(Pane):
    """The course's picture, alive."""

    @property
    def words(self) -> str:
        """What the map of the model shown is."""
        network = getattr(self, "network", None)  # none before the first model is read
        return words_of(None if network is None else network.entry)

    formula = pieces_of(
        phrase("{code} decode{of}", code=r"$z = (z_1, z_2) \rightarrow \hat{x} =$", of="$(z)$"),
        phrase("VAE: a picture {x} lands at {cloud}", x="$x$", cloud=r"$N(\mu(x), \sigma^2(x))$"),
        phrase("plain and adversarial: at the point encode{of}", of="$(x)$"),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.decode_ms: deque[float] = deque(maxlen=500)
        name = tr("Latent map: point with the mouse or the arrow keys, Return puts a pin")
        self.view = MapView(theme, name, zoomable=True)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAWN_MS)
        self._redraw.timeout.connect(self._show_ground)
        self.view.framed.connect(self._on_framed)
        self.view.pointed.connect(self._point)
        self.view.pressed.connect(self.put_pin)
        self.model = QComboBox()
        self.model.setAccessibleName(tr("Model whose map is shown"))
        self.label = QComboBox()
        self.label.setAccessibleName(tr("Digit that the model is told to draw"))
        for digit in range(10):
            self.label.addItem(tr("told to draw a {digit}").format(digit=digit), digit)
        self.label.setCurrentIndex(7)
        self.label.currentIndexChanged.connect(self._show_all)
        self._grounds = QButtonGroup(self)
        grounds = QHBoxLayout()
        grounds.setSpacing(6)
        for i, text in enumerate((tr("Grid"), tr("Density"), tr("10,000 digits"))):
            choice = QPushButton(text)
            choice.setCheckable(True)
            self._grounds.addButton(choice, i)
            grounds.addWidget(choice)
        self._grounds.button(0).setChecked(True)
        self._grounds.idToggled.connect(lambda _, on: self._show_ground() if on else None)
        self._here = PictureView(theme, 148, tr("The digit decoded at the cursor"))
        self._place, self._judged, self._took, self._landed = small(), small(), small(), small()
        self._landed.setWordWrap(True)
        self._landed.setMinimumHeight(32)
        self._find = button(tr("Show it"), self.find_input)
        self._find.setToolTip(tr("Move away from the map until your digit is on it"))
        self.morph = Morph(theme, self._decode)
        self.morph.walked.connect(self._walk)
        self._build(grounds)
        self._fill_models()

    def _build(self, grounds: QHBoxLayout) -> None:
        landed = row(self._landed, self._find)
        landed.setStretchFactor(self._landed, 1)
        here = panel(
            tr("The map here"),
            row(self._here, column(self._place, self._judged, self._took, None), 1, spacing=12),
            landed,
            note=small(tr("z₁ to the right, z₂ upwards")),
        )
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(row(self.model, self.label, 1))
        right.addLayout(row(grounds, 1))
        right.addWidget(here)
        right.addWidget(self.morph)
        right.addStretch(1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addWidget(self.view, 5)
        content.addLayout(right, 4)
        self.body.addLayout(content, 1)

    def _fill_models(self) -> None:
        from models.digits import catalogue

        for name in catalogue.MAPS:
            self.model.addItem(tr(catalogue.entry(name).title), name)
        self._offer_own()
        self.state.own_changed.connect(self._offer_own)
        self._load(catalogue.MAPS[0])
        self.view.marks.pins = list(FIRST_PINS)
        self.morph.between(self.view.marks.pins)
        self._show_ground()
        self._point(*FIRST_CURSOR)
        self.model.currentIndexChanged.connect(self._choose_model)

    def _offer_own(self) -> None:
        """Offer the learner's own nets too."""
        for name, net in self.state.own.items():
            if self.model.findData(name) < 0:
                self.model.addItem(tr(net.model.title), name)

    # The model ------------------------------------------------------------------------------------

    def _load(self, name: str) -> None:
        """Read a model and what goes with it.

        Raises
        ------
        AssetError
            If a file is missing or damaged; the model shown before stays.
        """
        from models.digits.catalogue import load_judge

        network, codes, self._judge = self.state.model(name), self.state.codes(name), load_judge()
        self.network, self._codes = network, codes
        self.model.setToolTip(tr(network.entry.words))
        self.label.setVisible(network.labelled)
        self.view.set_home(codes.extent)

    def _choose_model(self) -> None:
        try:
            self._load(self.model.currentData())
        except AssetError as error:
            self.say(complaint(error))
            self.model.blockSignals(True)
            self.model.setCurrentIndex(self.model.findData(self.network.name))
            self.model.blockSignals(False)
            return
        self.say("")
        self.explain()
        self._show_all()
        self.show_input()

    def _decode(self, codes: Array) -> Array:
        """Pictures of codes (n, 2); a model that is told the digit is told the one chosen."""
        return self.network.decode(codes, self._label)

    @property
    def _label(self) -> int | None:
        return self.label.currentData() if self.network.labelled else None

    def _show_all(self) -> None:
        cursor = self.view.marks.cursor or FIRST_CURSOR
        self._show_ground()
        self.morph.refresh()
        self._point(*cursor)

    def _show_ground(self) -> None:
        from models.digits.space.latent import GRID, decode_grid, mosaic

        which, extent = self._grounds.checkedId(), self.view.extent
        self.view.show_points(None)
        if which == 0:
            tiles = decode_grid(self.network, GRID, extent.tiles(GRID), self._label)
            self.view.show_ground(grey(mosaic(tiles)))
        elif which == 1:
            density = np.sqrt(self._codes.density(DENSITY, extent.tiles(DENSITY)))
            self.view.show_ground(heat(density, float(density.max())))
        else:
            self.view.show_ground(QImage())
            self.view.show_points((self._codes.means, self._codes.labels))

    def _on_framed(self) -> None:
        """Show another part of the map: what is there is stretched at once, and decoded when it stands."""
        self._redraw.start()
        self._say_where()

    def find_input(self) -> None:
        """Move away until the input is on the map."""
        if self.view.marks.cloud is not None:
            x, y = self.view.marks.cloud[0].tolist()
            self.view.frame(self.view.extent.including(x, y))

    # Pointing -------------------------------------------------------------------------------------

    def _point(self, x: float, y: float) -> None:
        began = time.perf_counter()
        picture = self._decode(np.array([[x, y]], np.float32))[0]
        took = time.perf_counter() - began
        self.decode_ms.append(1000 * took)
        self.view.marks.cursor = (x, y)
        self.view.update()
        self._here.show_image(grey(picture))
        self._place.setText(f"z = ({in_figures(x, '+.2f')}, {in_figures(y, '+.2f')})")
        chance = self._judge.probabilities(picture)[0]
        first, second = np.argsort(chance)[::-1][:2]
        self._judged.setText(
            tr("judge: {first} {chance:.2f}   {second} {less:.2f}").format(
                first=first, chance=chance[first], second=second, less=chance[second]
            )
        )
        self._took.setText(tr("decoded in {took:.1f} ms").format(took=1000 * took))

    def show_input(self) -> None:
        """Show where the present input lands."""
        picture = self.state.picture
        if picture is None:
            self.view.marks.cloud = None
        else:
            mean, std = self.network.cloud(picture)
            self.view.marks.cloud = (mean[0], std[0])
        self._say_where()
        self.view.update()

    def _say_where(self) -> None:
        cloud = self.view.marks.cloud
        self._find.setVisible(cloud is not None and not self.view.extent.holds(cloud[0])[0])
        if cloud is None:
            self._landed.setText(tr("Draw a digit to see where it lands."))
            return
        (x, y), (sx, sy) = cloud
        if self._find.isVisibleTo(self):
            where = tr(
                "Your digit lands beyond what is shown, at ({x:.1f}, {y:.1f}): an arrow points to it."
            ).format(x=x, y=y)
        elif sx == 0:
            where = tr(
                "Your digit lands at ({x:.2f}, {y:.2f}): a point, for this model stores no clouds."
            ).format(x=x, y=y)
        else:
            where = tr(
                "Your digit lands at ({x:.2f}, {y:.2f}) ± ({sx:.2f}, {sy:.2f}): a cloud, not a point."
            ).format(x=x, y=y, sx=sx, sy=sy)
        self._landed.setText(where)

    # The morph ------------------------------------------------------------------------------------

    def put_pin(self, x: float, y: float) -> None:
        """Put a pin; the third one begins anew."""
        pins = self.view.marks.pins
        if len(pins) >= 2:
            pins.clear()
        pins.append((x, y))
        self.morph.between(pins)

    def _walk(self) -> None:
        self.view.marks.path = self.morph.path
        self.view.update()
        if self.morph.place is not None:
            self._point(*self.morph.place)

    def stop(self) -> None:
        """End the animation."""
        self.morph.stop()
        self._redraw.stop()

    def picture(self) -> QImage:
        """The map."""
        return self.view.grab(self.view.square.toRect()).toImage()
