"""What disturbs the signal: buttons for artefacts, and how much of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from assets.phrase import phrase
from models.patients.artefacts.kinds import ARTEFACTS
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, row
from monitor.ui.kit.text import ElidedLabel, PlainLabel, plain_tip

COLUMNS = 3
LEAST_DB, MOST_DB, USUAL_DB = -12, 24, 6
"""Of the slider; a noise at 24 dB is hardly seen."""

SHORT = {
    "wander": phrase("Wander"),
    "muscle": phrase("Muscle"),
    "electrode": phrase("Electrode"),
    "brushing": phrase("Brushing"),
    "mains-50": phrase("50 Hz"),
    "mains-60": phrase("60 Hz"),
    "swap-ra-la": phrase("RA–LA"),
    "swap-ra-ll": phrase("RA–LL"),
    "swap-la-ll": phrase("LA–LL"),
    "swap-leads": phrase("Leads 1–2"),
    "polarity": phrase("Polarity"),
    "gain": phrase("Gain ½"),
    "off": phrase("Lead off"),
    "gap": phrase("Gap"),
}
"""What the buttons say; their tooltips say it in full."""


class ArtefactsPanel(QWidget):
    """``asked`` carries an artefact, its amount (None for the usual one), and whether it is to be there."""

    asked = Signal(str, object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, (kind, own) in enumerate(ARTEFACTS.items()):
            button = self.buttons[kind] = QPushButton(tr(SHORT.get(kind, own.words)))
            button.setObjectName("pill")
            button.setCheckable(True)
            button.clicked.connect(lambda on, kind=kind: self._ask(kind, on))
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(LEAST_DB, MOST_DB)
        self.slider.setValue(USUAL_DB)
        self.slider.setAccessibleName(tr("Signal-to-noise ratio, dB"))
        self._db = PlainLabel()
        self._db.setMinimumWidth(52)
        self.slider.valueChanged.connect(self._show_db)
        self.slider.sliderReleased.connect(self._renew)
        self._show_db()
        self.why = ElidedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        noise = row(PlainLabel(tr("Noise at")), self._db, self.slider)
        column.addWidget(panel(tr("Artefacts"), grid, noise, note=self.why))
        self._why = ""
        self._show_tips()

    def show_on(self, on: Mapping[str, float] | None, why: str = "", in_full: str = "") -> None:
        """Show what is on; None where nothing can be, and why: in a few words, and in a sentence."""
        for kind, button in self.buttons.items():
            button.setEnabled(on is not None)
            button.setChecked(on is not None and kind in on)
        if self.why.text() != why:
            self.why.setText(why)
        if in_full != self._why:
            self._why = in_full
            self._show_tips()

    def _show_tips(self) -> None:
        for kind, button in self.buttons.items():
            button.setToolTip(plain_tip("\n".join(filter(None, [tr(ARTEFACTS[kind].words), self._why]))))
        self.why.setToolTip(plain_tip(self._why))

    def _ask(self, kind: str, on: bool) -> None:
        self.asked.emit(kind, float(self.slider.value()) if ARTEFACTS[kind].is_noise else None, on)

    def _renew(self) -> None:
        for kind, button in self.buttons.items():
            if button.isChecked() and ARTEFACTS[kind].is_noise:
                self._ask(kind, True)

    def _show_db(self) -> None:
        self._db.setText(tr("{value} dB").format(value=self.slider.value()).replace("-", "−"))
