"""Noise on the input, and what a denoising autoencoder makes of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QSlider

from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey, stack
from monitor.ui.lab.widgets.plots.figure_table import FigureTable

SIDE = 208

WIDE_PX = 640
"""Width from which four pictures stand side by side, in logical pixels."""

KIND_WORDS = {
    "gaussian": phrase("Gaussian"),
    "salt-and-pepper": phrase("salt and pepper"),
    "masking": phrase("masking"),
}


ORDER = ("clean", "noisy", "denoised", "plain")
NARROW_ORDER = ("noisy", "denoised", "clean", "plain")


class DenoisePane(Pane):
    """Spoil the input and have it cleaned."""

    words = phrase(
        "The denoising network was only ever shown spoilt digits and asked for the clean ones, so it "
        "learned what digits look like instead of copying. The plain autoencoder beside it never met "
        "noise, and redraws some of it."
    )
    formula = pieces_of(
        r"$\min\; \mathbb{E}\left[-\sum_i x_i \log \hat{x}_i(\tilde{x})"
        r" + (1 - x_i) \log(1 - \hat{x}_i(\tilde{x}))\right]$",
        phrase("{noisy}: {x} spoilt by noise of level 0.5", noisy=r"$\tilde{x}$", x="$x$"),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits.pictures import noise

        self._seed = 0
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind of noise"))
        for name in noise.KINDS:
            self.kind.addItem(tr(KIND_WORDS[name]), name)
        self.kind.currentIndexChanged.connect(self.refresh)
        self.level = QSlider(Qt.Orientation.Horizontal)
        self.level.setRange(0, 100)
        self.level.setValue(50)
        self.level.setAccessibleName(tr("Level of the noise"))
        self.level.valueChanged.connect(self.refresh)
        self._level_words = small()
        self._level_words.setMinimumWidth(36)
        self._views = {
            name: PictureView(theme, SIDE, words)
            for name, words in (
                ("clean", tr("The clean input")),
                ("noisy", tr("The spoilt input")),
                ("denoised", tr("What the denoising network makes of it")),
                ("plain", tr("What a plain autoencoder makes of it")),
            )
        }
        self._errors = {name: small() for name in self._views}
        for said in self._errors.values():
            said.setWordWrap(True)
        controls = panel(
            tr("Noise"),
            row(
                self.kind, self.level, self._level_words, button(tr("Another throw"), self._throw), spacing=12
            ),
        )
        self._titles = titles = {
            "clean": tr("Clean"),
            "noisy": tr("Spoilt"),
            "denoised": tr("Denoising network"),
            "plain": tr("Plain network"),
        }
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._panels = {
            name: panel(titles[name], view, self._errors[name], None) for name, view in self._views.items()
        }
        self.arrange(WIDE_PX)
        self.body.addWidget(controls)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.folded(self._measured(), tr("Measured")))
        self.body.addStretch(1)
        self.errors: dict[str, float] = {}

    def arrange(self, width: int) -> None:
        """Four pictures side by side, or two above two: what the slider changes first."""
        columns, order = (4, ORDER) if width >= WIDE_PX else (2, NARROW_ORDER)
        for i, name in enumerate(order):
            self._grid.addWidget(self._panels[name], i // columns, i % columns)

    @staticmethod
    def _measured() -> QFrame:
        """What the network does on all test digits, as measured."""
        from models.digits.figures import load_figures

        found = load_figures()["denoising"]
        levels = sorted({row["level"] for row in found})
        errors = {(row["kind"], row["level"]): row for row in found}
        head = [tr("kind")]
        for level in levels:
            head += [tr("{level:g}: spoilt").format(level=level), tr("cleaned")]
        rows = [
            [tr(words)]
            + [
                in_figures(errors[name, level][which], ".4f")
                for level in levels
                for which in ("noisy_mse", "denoised_mse")
            ]
            for name, words in KIND_WORDS.items()
        ]
        table = FigureTable(head, rows)
        return panel(
            tr("Measured: MSE to the clean digit"), table, note=small(tr("10,000 test digits, by level"))
        )

    def _throw(self) -> None:
        self._seed += 1
        self.refresh()

    def show_input(self) -> None:
        """Show what becomes of the present input."""
        from models.digits import catalogue
        from models.digits.pictures import noise

        clean = self.state.picture
        self._level_words.setText(in_figures(self.level.value() / 100, ".2f"))
        if clean is None:
            self.say(tr("Draw a digit, or pick an example."))
            return
        self.say("")
        noisy = noise.spoiled(clean, self.kind.currentData(), self.level.value() / 100, self._seed)[0]
        made = {
            "clean": clean,
            "noisy": noisy,
            "denoised": catalogue.load("denoising").reconstruct(noisy)[0],
            "plain": catalogue.load("ae").reconstruct(noisy)[0],
        }
        for name, picture in made.items():
            self._views[name].show_image(grey(picture))
            self.errors[name] = float(np.mean((picture - clean) ** 2))
            self._errors[name].setText(
                ""
                if name == "clean"
                else tr("MSE to the clean one {error:.4f}").format(error=self.errors[name])
            )

    def picture(self) -> QImage:
        """The four pictures."""
        return stack(
            [(self._titles[name], view.image) for name, view in self._views.items()], 140, self.theme
        )
