"""The lanes of the race: a column a sampler, its latest pictures above what is thought of them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from assets.phrase import phrase
from models.contract.messages.lab import RaceLane
from models.digits.sampling.racers import SAMPLERS
from models.digits.sampling.shipped import Row
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import small
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey
from monitor.ui.lab.widgets.plots.figure_table import EMPTY

if TYPE_CHECKING:
    from models.digits.sampling.race import Race

PICTURE_PX = 112

SIDE = 4
"""Pictures in a row and in a column of a lane."""

LOOK_MS = 30
"""Before the race a few pictures a lane are drawn, a slice of the work in so many milliseconds."""

FEW = 200
"""Of fewer pictures than this no distance is told: it would be far too large."""

_HELP = {
    "prior": phrase("Codes by chance: a round heap about the middle, as the training wanted it."),
    "chain": phrase("Codes by chance, then decoded and encoded again, as many times as the slider says."),
    "mixture": phrase("Codes from Gaussian heaps laid over the codes of training digits."),
    "diffusion": phrase("Codes that a second network makes of noise, step by step."),
    "floor": phrase("Codes of training digits: what the decoder can do at best."),
}

_FIGURES = (
    (
        "distance",
        phrase("distance"),
        phrase(
            "Fréchet distance from real digits, by what the judge notices in pictures: 0 is no difference, "
            "and smaller is nearer."
        ),
    ),
    ("sureness", phrase("sureness"), phrase("How sure the judge is of the digit that it reads, at most 1.")),
    ("variety", phrase("variety"), phrase("How evenly the ten digits occur, at most 2.30.")),
)


class RaceLanes(QWidget):
    """Pictures and figures of all samplers side by side.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for line, (_, name, help_) in enumerate(_FIGURES, start=2):
            head = small(tr(name))
            head.setToolTip(tr(help_))
            grid.addWidget(head, line, 0)
        self.views: dict[str, PictureView] = {}
        self._parts: dict[str, list[QWidget]] = {}
        self._cells: dict[str, list[PlainLabel]] = {}
        self._columns: dict[str, int] = {}
        centre = Qt.AlignmentFlag.AlignHCenter
        for column, (sampler, title) in enumerate(SAMPLERS.items(), start=1):
            head = PlainLabel(tr(title))
            head.setToolTip(tr(_HELP[sampler]))
            view = PictureView(
                theme,
                PICTURE_PX,
                tr("Pictures from {sampler}: {help}").format(sampler=tr(title), help=tr(_HELP[sampler])),
            )
            view.setToolTip(tr(_HELP[sampler]))
            cells = [PlainLabel(EMPTY) for _ in _FIGURES]
            for line, part in enumerate((head, view, *cells)):
                grid.addWidget(part, line, column, centre)
            self._columns[sampler] = column
            self.views[sampler], self._cells[sampler] = view, cells
            self._parts[sampler] = [head, view, *cells]
        self._measured: dict[str, Row | None] = {}
        self._slices: Iterator[None] = iter(())
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._slice)

    def offer(self, measured: dict[str, Row | None]) -> None:
        """Begin anew with some samplers, and what was measured of them on many pictures."""
        samplers = self._measured = measured
        for sampler, parts in self._parts.items():
            for part in parts:
                part.setVisible(sampler in samplers)
            self._grid.setColumnStretch(self._columns[sampler], int(sampler in samplers))
            self._fill(sampler, (None, None, None))

    def preview(self, race: Race) -> None:
        """Draw a few pictures in each lane, before the race: while seen, and in thin slices."""
        self._slices = self._drawn(race)
        self.resume()

    def resume(self) -> None:
        """Go on drawing the first pictures."""
        if self.isVisible():
            self._look.start()

    def stop(self) -> None:
        """Draw no more of them."""
        self._look.stop()

    def _drawn(self, race: Race) -> Iterator[None]:
        from models.digits import catalogue
        from models.digits.space.latent import mosaic

        decoder = catalogue.load(race.racer.name)
        for sampler in race.tallies:
            for codes in race.stages(sampler, SIDE**2):
                tiles = decoder.decode(codes.numpy())
                self.views[sampler].show_image(grey(mosaic(tiles.reshape(SIDE, SIDE, *tiles.shape[1:]))))
                yield

    def _slice(self) -> None:
        for _ in self._slices:
            return
        self._look.stop()

    def show_lane(self, lane: RaceLane) -> None:
        """Show what a lane has come to."""
        ink = lane.latest
        pixels = np.frombuffer(ink.ink, np.uint8).reshape(ink.height, ink.width)
        self.views[lane.sampler].show_image(grey(pixels))
        distance = lane.frechet if lane.n >= FEW else None
        spread = lane.spread or (None, None, None)
        self._fill(lane.sampler, (distance, lane.confidence, lane.entropy), spread)

    def text(self, sampler: str, figure: str) -> str:
        """What stands under a lane."""
        names = [name for name, *_ in _FIGURES]
        return self._cells[sampler][names.index(figure)].text()

    def _fill(
        self,
        sampler: str,
        now: tuple[float | None, ...],
        spread: tuple[float | None, ...] = (None, None, None),
    ) -> None:
        row = self._measured.get(sampler)
        many = (row.frechet, row.confidence, row.entropy) if row else (None, None, None)
        figures = zip(self._cells[sampler], now, spread, many, (0, 2, 2), strict=True)
        for cell, here, apart, shipped, digits in figures:
            told = _figure(here, digits)
            if here is not None and apart is not None:
                told = f"{told} ± {_figure(apart, digits)}"
            cell.setText(f"{told} ({_figure(shipped, digits)})")


def _figure(value: float | None, digits: int) -> str:
    return EMPTY if value is None else in_figures(value, f".{digits}f")
