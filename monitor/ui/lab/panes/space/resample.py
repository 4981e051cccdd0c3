"""Resample: one digit's cloud, chance drawn from outside, and the places and digits that come of it."""

from __future__ import annotations

import functools

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QVBoxLayout

from assets.errors import AssetError
from assets.phrase import phrase
from models.digits.space.extent import Extent
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, column, panel, row, small, small_markup
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.draw_table import DrawTable
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey
from monitor.ui.lab.widgets.plane.map_view import MapView

MODELS = ("vae", "conv-vae")
"""Models whose clouds can be drawn from: those of two numbers that are not told the digit."""

SEVERAL = 8
"""Draws at once."""

WIDTHS = (1, 2, 3, 5, 8, 12, 20)
"""How many times as wide the cloud may be made."""

SIGMAS_SHOWN = 6.0
"""The part of the map that is shown reaches so many standard deviations from the cloud's middle."""

SIGMAS_NEEDED = 3.0
"""Nearly all draws lie within so many."""

LEAST_PART = 0.1
"""A cloud that takes less of the map is hardly seen."""

PAD_PX = 130
"""Least side of the bell curve's plane, in logical pixels."""

PAD_REACH = 3.2
"""How far the bell curve's own plane reaches."""

DIMMED = 0.5
REDRAWN_MS = 60

Array = npt.NDArray[np.float32]


class ResamplePane(Pane):
    """The reparametrisation, by hand."""

    words = phrase(
        "For this network your digit is a cloud with a middle μ and a width σ. To learn, it draws places "
        "from the cloud; but no error can be sent back through mere chance. So chance comes from outside, "
        "as two numbers ε of a bell curve, which the network only stretches by σ and shifts by μ. Click in "
        "the bell curve; then take another digit: ε stays, and z follows."
    )
    formula = pieces_of(
        r"$z = \mu(x) + \sigma(x)\, \varepsilon$,",
        r"$\varepsilon \sim N(0, I)$",
        r"$\partial z / \partial \mu = 1$",
        phrase(
            "{slope}: so the error reaches the encoder", slope=r"$\partial z / \partial \sigma = \varepsilon$"
        ),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits.catalogue import entry, load_judge

        self._rng = np.random.default_rng(0)
        self._judge = load_judge()
        self.noise: Array = np.array([[0.8, -0.5]], np.float32)
        self.model = QComboBox()
        self.model.setAccessibleName(tr("Model whose cloud is drawn from"))
        for name in MODELS:
            self.model.addItem(tr(entry(name).title), name)
        self.network = state.model(MODELS[0])
        self.view = MapView(theme, tr("Your digit's cloud on the map"), walkable=True, zoomable=True)
        self.view.marks.name = tr("your digit")
        self.pad = MapView(theme, tr("The bell curve: a click or Return takes that ε"), PAD_REACH)
        self.pad.marks.prior = True
        self.pad.least = PAD_PX
        self.pad.pressed.connect(self.take)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAWN_MS)
        self._redraw.timeout.connect(self._show_ground)
        self.view.framed.connect(self._redraw.start)
        self.table = DrawTable()
        self._middle = PictureView(theme, 64, tr("The digit decoded at the middle of the cloud"))
        self._drawn = PictureView(theme, 64, tr("The digit decoded at z"))
        self.pictures = [PictureView(theme, 36, tr("Draw {i}").format(i=i + 1)) for i in range(SEVERAL)]
        self.said = small_markup()
        self.said.setWordWrap(True)
        self.wider = QSlider(Qt.Orientation.Horizontal)
        self.wider.setRange(0, len(WIDTHS) - 1)
        self.wider.setMinimumWidth(56)
        self.wider.setAccessibleName(tr("How many times as wide the cloud is made"))
        self.wider.valueChanged.connect(self._widen)
        self._times = small()
        self._times.setFixedWidth(30)
        self._build()
        self._offer_own()
        state.own_changed.connect(self._offer_own)
        self.model.currentIndexChanged.connect(self._choose)
        self._widen()

    def _build(self) -> None:
        whole = button(tr("Whole map"), lambda: self.view.frame(self.view.home))
        cloud = button(tr("Your cloud"), self.find_cloud)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(row(self.model, 1, cloud, whole))
        right.addWidget(
            panel(
                "z = μ + σ · ε",
                row(
                    self.pad,
                    column(
                        self.table,
                        row(
                            column(self._middle, small(tr("at μ"))), column(self._drawn, small(tr("at z"))), 1
                        ),
                    ),
                    spacing=14,
                ),
                note=small(tr("click in the bell curve")),
            ),
            1,
        )
        right.addWidget(
            panel(
                tr("Several draws of one cloud"),
                row(
                    button(tr("Draw one"), functools.partial(self.draw, 1)),
                    button(
                        tr("Draw {several}").format(several=SEVERAL),
                        functools.partial(self.draw, SEVERAL),
                        primary=True,
                    ),
                    small(tr("wider σ")),
                    self.wider,
                    self._times,
                ),
                row(*self.pictures, 1, spacing=3),
                self.said,
            )
        )
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addWidget(self.view, 5)
        content.addLayout(right, 4)
        self.body.addLayout(content, 1)

    # The model and the cloud ----------------------------------------------------------------------

    def _offer_own(self) -> None:
        for name, net in self.state.own.items():
            if self.model.findData(name) < 0:
                self.model.addItem(tr(net.model.title), name)

    def _choose(self) -> None:
        try:
            self.network = self.state.model(self.model.currentData())
        except AssetError as error:
            self.say(complaint(error))
            self.model.setCurrentIndex(self.model.findData(self.network.name))
            return
        self.refresh()

    @property
    def width_factor(self) -> int:
        """How many times as wide the cloud is made."""
        return WIDTHS[self.wider.value()]

    @property
    def places(self) -> Array:
        """The codes drawn, shape (k, 2)."""
        mean, std = self._cloud
        made: Array = (mean + std * self.noise).astype(np.float32)
        return made

    @property
    def _cloud(self) -> tuple[Array, Array]:
        """Middle and width, the latter as wide as it is made."""
        assert self.state.picture is not None
        mean, std = self.network.cloud(self.state.picture)
        return mean[0], std[0] * self.width_factor

    def show_input(self) -> None:
        """Show the present input's cloud, and where the same ε leads in it."""
        if self.state.picture is None:
            self.said.setText(tr("Draw a digit, or pick an example."))
            return
        self.view.set_home(self.state.codes(self.network.name).extent)
        self.find_cloud()
        self._show_draws()

    def find_cloud(self) -> None:
        """Show the part of the map where the cloud lies."""
        if self.state.picture is not None:
            (x, y), std = self._cloud
            self.view.frame(Extent(float(x), float(y), SIGMAS_SHOWN * float(std.max())))
            self._show_ground()

    def _show_ground(self) -> None:
        from models.digits.space.latent import GRID, decode_grid, mosaic

        extent = self.view.extent
        tiles = mosaic(decode_grid(self.network, GRID, extent.tiles(GRID)))
        self.view.show_ground(grey(DIMMED * tiles))

    # Drawing --------------------------------------------------------------------------------------

    def take(self, first: float, second: float) -> None:
        """Take two numbers as the noise."""
        self.noise = np.array([[first, second]], np.float32)
        self._show_draws()

    def draw(self, n: int) -> None:
        """Let chance draw the noise, so many times."""
        self.noise = self._rng.standard_normal((n, 2)).astype(np.float32)
        self._show_draws()

    def _widen(self) -> None:
        self._times.setText(f"{self.width_factor} ×")
        if self.state.picture is not None:
            if self._beyond_view():
                self.find_cloud()
            self._show_draws()

    def _beyond_view(self) -> bool:
        """Whether the cloud has become too wide for what is shown of the map, or far too narrow."""
        reach = SIGMAS_NEEDED * float(self._cloud[1].max())
        return not LEAST_PART < reach / self.view.extent.half < 1

    def _show_draws(self) -> None:
        """Show the last draw in figures, and all of them as places and as digits."""
        mean, std = self._cloud
        z = self.places
        self.view.marks.cloud = (mean, std)
        self.view.marks.draws = z
        self.pad.marks.draws = self.noise
        self.table.show_draw(mean, std, self.noise[-1], z[-1])
        made = self.network.decode(np.concatenate([mean[None], z]))
        self._middle.show_image(grey(made[0]))
        self._drawn.show_image(grey(made[-1]))
        for i, picture in enumerate(self.pictures):
            picture.show_image(grey(made[1 + i]) if i < len(z) else None)
        digits = self._judge.digits(made)
        same = int((digits[1:] == digits[0]).sum())
        share = float(std.max()) / (2 * self.view.home.half)
        one = tr(
            "σ is {share:.1f} % of the map's width. The judge reads a <b>{digit}</b> at μ, and the same "
            "digit in <b>{same} of 1</b> draw."
        )
        several = tr(
            "σ is {share:.1f} % of the map's width. The judge reads a <b>{digit}</b> at μ, and the same "
            "digit in <b>{same} of {draws}</b> draws."
        )
        said = one if len(z) == 1 else several
        self.said.setText(said.format(share=100 * share, digit=digits[0], same=same, draws=len(z)))
        self.view.update()
        self.pad.update()

    def stop(self) -> None:
        """Decode nothing more."""
        self._redraw.stop()

    def picture(self) -> QImage:
        """The map with the cloud and its draws."""
        return self.view.grab(self.view.square.toRect()).toImage()
