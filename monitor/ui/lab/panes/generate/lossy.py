"""What the code keeps: one code drawn thrice, by decoders that see more or less of their drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSlider

from assets.phrase import phrase
from models.digits import catalogue
from models.digits.lossy.catalogue import ALL, BEST, load
from models.digits.lossy.figures import PUBLISHED, Kept, load_kept
from monitor.ui.kit.drawing.motion import still
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, column, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey, stack
from monitor.ui.lab.widgets.plots.figure_table import FigureTable
from monitor.ui.lab.widgets.plots.reach_view import ReachView

if TYPE_CHECKING:
    import torch

    from models.digits.lossy.network import LossyAutoencoder
    from models.digits.lossy.sampler import Drawing

DRAWINGS = 3
SETTLE_MS = 300
"""A drawing is looked at when the hand has rested for so long."""

TICK_MS = 16
PIXELS_A_TICK = 8
"""All pixels in about a second and a half: slow enough to watch, a fraction of a millisecond a tick."""

WIDE_PX = 900
"""Width from which there are two panels a row, in logical pixels."""

_WIDE = ((0, 0, 1, 2), (0, 2, 1, 4), (1, 0, 1, 2), (1, 2, 1, 4))
_NARROW = ((0, 0, 1, 1), (0, 1, 1, 4), (0, 5, 1, 1), (1, 0, 1, 6))

CODES = 24
"""Codes, one a tick, of which the nats are the mean."""


class LossyPane(Pane):
    """Shows what a code keeps, and what is left to the decoder."""

    words = phrase(
        "A decoder draws your digit from a code of 32 numbers, a throw of a coin for each pixel, and it "
        "may look at a few pixels that it has just drawn. What those tell, the code need not keep: what "
        "the three drawings share is what it kept. Try the slider: a decoder that sees nothing of its "
        "drawing has to be told more."
    )
    formula = pieces_of(
        r"$\min\; E_{q(z \mid x)}\left[-\sum_i \log p(x_i \mid z, x_j : j \in S_i)\right]"
        r" + KL(q(z \mid x)\, \|\, p(z))$",
        phrase("{seen}: the pixels seen from pixel {i}", seen="$S_i$", i="$i$"),
        phrase("{prior}: noise through an autoregressive flow", prior="$p(z)$"),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.network: LossyAutoencoder | None = None
        self.drawing: Drawing | None = None
        self._x: torch.Tensor | None = None
        self._throws = 0
        self._measured: list[tuple[float, float]] = []
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.draw)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self.given = PictureView(theme, 124, tr("Your digit in black and white"))
        self.nats = small()
        self.views = [
            PictureView(theme, 124, tr("Drawing {i} from its code").format(i=i + 1)) for i in range(DRAWINGS)
        ]
        self.said = small()
        self.reach = QSlider(Qt.Orientation.Horizontal)
        self.reach.setAccessibleName(tr("How much of its own drawing the decoder sees"))
        self.reach.setRange(0, len(ALL) - 1)
        self.reach.setPageStep(1)
        self.reach.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.reach.setValue(len(ALL) - 1)
        self.reach.valueChanged.connect(self._choose)
        self.sees = small()
        self.window_view = ReachView(theme)
        self.legend = small(
            tr(
                "In nats, 1.44 answers of yes or no each. The less a pixel sees, the more "
                "the code has to say, and the more a digit costs. Same digit: what the judge "
                "calls the drawings. Drawings differ: pixels in which two drawings from one "
                "code differ, as a share of the ink. Published: Chen et al. 2016, of a "
                "longer fit."
            )
        )
        self.legend.setWordWrap(True)
        for label in (self.nats, self.said, self.sees):
            label.setWordWrap(True)
            label.setMinimumHeight(34)  # two lines, so that nothing jumps
        self._build()
        self._tell_reach()

    def _build(self) -> None:
        again = button(tr("Draw again"), self._again)
        drawn = row(self.said, spacing=12)
        drawn.addWidget(again, 0, Qt.AlignmentFlag.AlignRight)
        best = load_kept()[BEST.name]
        published = tr(
            "{reach} rows, bound of {codes} codes: {measured:.2f} measured, {published} published"
        ).format(reach=best.reach, codes=best.codes, measured=best.iwae, published=PUBLISHED["dynamic"])
        sees = column(self.window_view, self.reach, None)
        self._panels = (
            panel(tr("Black and white"), row(self.given, 1), self.nats),
            panel(tr("Three drawings from one code"), row(*self.views, 1, spacing=6), drawn),
            panel(tr("Pixels seen"), row(sees, 1), self.sees),
            panel(tr("Test digits"), self._table(), self.legend, None, note=small(published)),
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self.arrange(WIDE_PX)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def arrange(self, width: int) -> None:
        """Two panels above two, or three above the table without its legend."""
        self.legend.setVisible(width >= WIDE_PX)
        for one, place in zip(self._panels, _WIDE if width >= WIDE_PX else _NARROW, strict=True):
            self._grid.addWidget(one, *place)

    @staticmethod
    def _table() -> FigureTable:
        kept = load_kept()
        head = (
            tr("rows seen"),
            "−ELBO",
            tr("in the code"),
            tr("in the pixels"),
            tr("same digit"),
            tr("drawings differ"),
        )
        return FigureTable(head, [_figures(kept[e.name]) for e in ALL])

    # What a learner does --------------------------------------------------------------------------

    def show_input(self) -> None:
        """Draw the present input when the hand rests."""
        self._settle.start()

    def _choose(self) -> None:
        self._tell_reach()
        if self.isVisible():
            self.draw()

    def _again(self) -> None:
        self._throws += 1
        self.draw()

    def _tell_reach(self) -> None:
        entry = ALL[self.reach.value()]
        reach = int(entry.settings["reach"])
        self.window_view.show_reach(reach)
        pixels = len(self.window_view.seen)
        if reach:
            sees = tr("It sees {pixels} pixels (coloured) and the code.").format(pixels=pixels)
        else:
            sees = tr("It sees nothing of its own drawing, only the code.")
        self.sees.setText(sees)

    # The work, a little a tick --------------------------------------------------------------------

    def draw(self) -> None:
        """Begin to draw the present input from its code."""
        import torch

        from models.digits.lossy.sampler import Drawing

        self.stop()
        self._measured = []
        self.nats.setText("")
        self.said.setText("")
        picture = self.state.picture
        if picture is None:
            for view in (self.given, *self.views):
                view.show_image(None)
            self.drawing = None
            return
        self.network = load(ALL[self.reach.value()])
        black_and_white = (np.asarray(picture) > 0.5).astype(np.float32)
        self.given.show_image(grey(black_and_white))
        self._x = torch.from_numpy(black_and_white.reshape(1, -1))
        with torch.inference_mode():
            features = self.network.features(self.network.cloud(self._x)[0])
        rng = np.random.default_rng(self._throws)
        chances = rng.uniform(1e-9, 1, (DRAWINGS, 784))
        self.drawing = Drawing(self.network.pixels, features.expand(DRAWINGS, -1, -1, -1), chances)
        self._ticks.start()

    @property
    def running(self) -> bool:
        """Whether something is being drawn or measured, or soon will be."""
        return self._ticks.isActive() or self._settle.isActive()

    def _tick(self) -> None:
        assert self.drawing is not None
        if self.drawing.drawn < self.drawing.images[0].size:
            on = self.drawing.advance(PIXELS_A_TICK)
            if not on:
                self._tell_digits()
            if on and still():
                return
            for view, image in zip(self.views, self.drawing.images, strict=True):
                view.show_image(grey(image))
        elif len(self._measured) < CODES:
            self._measure()
        else:
            self._ticks.stop()

    def _tell_digits(self) -> None:
        assert self.drawing is not None
        digits = catalogue.load_judge().digits(self.drawing.images)
        most, named = int(np.bincount(digits).max()), listed(str(d) for d in digits)
        alike = tr("The judge takes them for {named}: all alike.")
        different = tr("The judge takes them for {named}: not all alike.")
        self.said.setText((alike if most == DRAWINGS else different).format(named=named))

    def _measure(self) -> None:
        """What the digit costs with one more code."""
        import torch

        from models.digits.lossy.bound import parts

        assert self.network is not None
        assert self._x is not None
        rng = torch.Generator().manual_seed(len(self._measured))
        with torch.inference_mode():
            cost = parts(self.network, self._x, torch.randn(1, self.network.latent, generator=rng))
        self._measured.append((float(cost.kl.sum()), float(cost.reconstruction[0])))
        if len(self._measured) == CODES:
            code, pixels = np.mean(self._measured, 0)
            self.nats.setText(
                tr("{code:.1f} nats in the code, {pixels:.1f} left to the pixels").format(
                    code=code, pixels=pixels
                )
            )

    def stop(self) -> None:
        """Draw no further."""
        self._settle.stop()
        self._ticks.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: wait."""
        super().hideEvent(event)
        self._ticks.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it waited."""
        super().showEvent(event)
        if self.drawing is not None:
            self._ticks.start()

    def picture(self) -> QImage:
        """The digit and its drawings."""
        drawn = [(tr("drawing {i}").format(i=i + 1), view.image) for i, view in enumerate(self.views)]
        return stack([(tr("given"), self.given.image), *drawn], 140, self.theme)


def _figures(kept: Kept) -> tuple[str, ...]:
    """Cells of a model's row."""
    return (
        str(kept.reach),
        in_figures(kept.elbo, ".1f"),
        in_figures(kept.kl, ".1f"),
        in_figures(kept.reconstruction, ".1f"),
        f"{in_figures(100 * kept.same_digit, '.0f')} %",
        f"{in_figures(100 * kept.differing, '.0f')} %",
    )
