"""What stands at a place of the map of heartbeats, the way between two of them, and what was measured."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from assets.phrase import phrase
from models.digits.space.latent import grid_codes
from models.heartbeats.figures import load_figures
from models.heartbeats.model import decode
from models.heartbeats.network import HeartbeatVae
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import column, panel, row, small, small_markup
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.heart.curves import ECTOPIC, KINDS, NAMES, curve, dots, grid
from monitor.ui.lab.heart.heart_map import HeartMap
from monitor.ui.lab.heart.words import table_rows
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey
from monitor.ui.lab.widgets.plane.morph import Morph
from monitor.ui.lab.widgets.plots.figure_table import FigureTable

TILES = 14
"""Beats of the map in a row and in a column."""

FIRST_PINS = [(1.2, 0.6), (-1.4, -1.2)]
FIRST_CURSOR = (0.6, 0.8)

GROUPS = ((phrase("ventricular"), 1, 2), (phrase("supraventricular"), 3, 2))
"""Heads of the table: words, first column, how many."""

REDRAWN_MS = 60
"""The map is drawn anew when the wheel has rested for so long; until then what was drawn is stretched."""

SIDE_PX = 84

TALL_PX = 560
"""In a body of so many logical pixels there is room for the table of what was measured."""


class Walk(QWidget):
    """The column beside the map.

    Parameters
    ----------
    theme : Theme
        Colours.
    network : HeartbeatVae
        Whose map it is.
    view : HeartMap
        The map.
    """

    def __init__(self, theme: Theme, network: HeartbeatVae, view: HeartMap) -> None:
        super().__init__()
        self._network, self._view = network, view
        self._landings = load_figures()["landings"]
        view.pointed.connect(self.point)
        view.pressed.connect(self.put_pin)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAWN_MS)
        self._redraw.timeout.connect(self._show_ground)
        view.framed.connect(self._redraw.start)
        self.grounds = choice(self, tr("Beats"), tr("Where they lie"))
        self.grounds.idToggled.connect(lambda _, on: self._show_ground() if on else None)
        self.legend = small_markup()
        self.legend.setWordWrap(True)
        self.legend.setToolTip(
            tr("Where they lie: beats of 22 patients; it learnt from the normal ones alone")
        )
        self.here = PictureView(theme, SIDE_PX, tr("The beat decoded at the cursor"))
        self._digits = PictureView(theme, SIDE_PX, tr("The map of digits, for comparison"))
        self._place = small()
        self.morph = Morph(theme, self._decode, paint=curve, frames=5)
        self.morph.here.hide()  # what is at the cursor is shown above
        self.morph.walked.connect(self._walk)
        self._measured = panel(
            tr("Measured on patients new to it"),
            FigureTable(
                (tr("AUC against normal beats"), "DS1", "SVDB", "DS1", "SVDB"),
                table_rows(),
                [(tr(words), first, columns) for words, first, columns in GROUPS],
            ),
        )
        self._build()
        self._show_ground()
        self._show_digits()
        self.name_kinds(reference=True)
        view.marks.pins = list(FIRST_PINS)
        self.morph.between(view.marks.pins)
        self.point(*FIRST_CURSOR)

    def _build(self) -> None:
        pictures = row(
            column(self.here, self._place, None),
            column(self._digits, small(tr("the digits' map")), None),
            1,
            spacing=12,
        )
        walk = panel(tr("The map here"), row(*self.grounds.buttons(), 1, spacing=6), self.legend, pictures)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for one in (walk, self.morph, self._measured):
            rows.addWidget(one)
        rows.addStretch(1)

    def be_in(self, height: int) -> None:
        """Show what there is room for, in logical pixels."""
        self._measured.setVisible(height >= TALL_PX)

    def name_kinds(self, *, reference: bool) -> None:
        """Say what the colours stand for: the record's word, or the monitor's where there is none."""
        kinds = [(KINDS[kind], tr(name)) for kind, name in NAMES.items()]
        if not reference:
            kinds += [(ECTOPIC, tr("ectopic, says the monitor"))]
        self.legend.setText(
            "  ".join(f'<span style="color:{colour}">●</span>\N{NO-BREAK SPACE}{n}' for colour, n in kinds)
        )

    def stop(self) -> None:
        """End the animation."""
        self._redraw.stop()
        self.morph.stop()

    def _decode(self, codes: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        return decode(self._network, codes)

    def _show_ground(self) -> None:
        if self.grounds.checkedId() == 0:
            tiles = grid_codes(TILES, self._view.extent.tiles(TILES))
            self._view.show_ground(grid(self._decode(tiles), TILES))
        else:
            self._view.show_ground(dots(self._landings, self._view.extent))

    def _show_digits(self) -> None:
        from models.digits import catalogue
        from models.digits.space.latent import decode_grid, mosaic

        self._digits.show_image(grey(mosaic(decode_grid(catalogue.load("vae"), 10))))

    def point(self, x: float, y: float) -> None:
        """Show what is decoded at a place."""
        self._view.marks.cursor = (x, y)
        self._view.update()
        self.here.show_image(curve(self._decode(np.array([[x, y]], np.float32))[0]))
        self._place.setText(f"z = ({in_figures(x, '+.2f')}, {in_figures(y, '+.2f')})")

    def put_pin(self, x: float, y: float) -> None:
        """Put a pin; the third one begins anew."""
        pins = self._view.marks.pins
        if len(pins) >= 2:
            pins.clear()
        pins.append((x, y))
        self.morph.between(pins)

    def _walk(self) -> None:
        self._view.marks.path = self.morph.path
        self._view.update()
        if self.morph.place is not None:
            self.point(*self.morph.place)


def choice(parent: QWidget, *texts: str) -> QButtonGroup:
    """Buttons of which one is chosen, the first to begin with."""
    group = QButtonGroup(parent)
    for i, text in enumerate(texts):
        one = QPushButton(text)
        one.setCheckable(True)
        one.setChecked(i == 0)
        group.addButton(one, i)
    return group
