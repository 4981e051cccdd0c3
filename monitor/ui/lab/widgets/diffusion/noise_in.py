"""Noise goes in: a slider from the digit to nothing but noise."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSlider, QWidget

from assets.phrase import phrase
from models.digits import catalogue
from models.digits.diffusion.latent import load_diffusion
from models.digits.diffusion.reverse import guess_clean
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import Picture
from monitor.ui.lab.widgets.diffusion.code_bars import CodeBars
from monitor.ui.lab.widgets.diffusion.section import Section, titled
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey

if TYPE_CHECKING:
    import torch

SIDE = 150

MARKS = (0, 50, 1000)
"""Steps that have a button."""

FIRST = 250
"""Shown at first: there is something to see."""

SLIDER = 100
"""Places of the slider; the steps go with the square of the place, for the first ones matter most."""

STRIP = (0, 50, 100, 150, 200, 300, 400, 550, 750)
"""Steps that are shown side by side where there is room."""

NOTHING_LEFT = 0.01
"""Where less of the variance is the digit's, the guess divides by nearly nothing: it is chance."""

STRIP_SIDE = 64
TALL_PX = 720
"""A pane as high as this has room for the strip, in logical pixels."""

MODEL = "conv-vae-16"


class NoiseIn(Section):
    """The forward process on the input's code, and what the network can still make out in it."""

    title = phrase("1  Noise goes in")
    words = phrase(
        "Noise is poured over your digit in a thousand small steps; move the slider. Pixels only get "
        "grainy, but a code of sixteen numbers drifts to the code of something else. The network never "
        "sees the digit: it looks at the noisy code and guesses what was below. When is it first wrong?"
    )

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model, self._judge = catalogue.load(MODEL), catalogue.load_judge()
        self._diffusion = load_diffusion(MODEL)
        self._picture: Picture | None = None
        self._throw_again(show=False)
        self.t = FIRST
        self.slide = QSlider(Qt.Orientation.Horizontal)
        self.slide.setRange(0, SLIDER)
        self.slide.setAccessibleName(tr("Steps of noise"))
        self.slide.setValue(round(SLIDER * (FIRST / self._diffusion.schedule.steps) ** 0.5))
        self.slide.valueChanged.connect(
            lambda place: self.go_to(round(self._diffusion.schedule.steps * (place / SLIDER) ** 2))
        )
        self.said = small()
        self.said.setWordWrap(True)
        marks = [button(f"t = {t}", partial(self.go_to, t)) for t in MARKS]
        self.frame(
            row(*marks, self.slide, button(tr("Another throw"), self._throw_again), spacing=8), self.said
        )
        self.pixels = PictureView(theme, SIDE, tr("The picture with noise in its pixels"))
        self.bars = CodeBars(theme, SIDE, tr("The sixteen numbers of the noisy code"))
        self.drawn = PictureView(theme, SIDE, tr("What the noisy code draws"))
        self.guessed = PictureView(theme, SIDE, tr("What the network takes the code for"))
        self.reads: dict[QWidget, QLabel] = {self.drawn: small(), self.guessed: small()}
        notes: dict[QWidget, QLabel] = {
            self.pixels: small(tr("for the eye only")),
            self.bars: small(tr("marks: without noise")),
            **self.reads,
        }
        titles: dict[QWidget, str] = {
            self.pixels: tr("Noise on pixels"),
            self.bars: tr("Noise on the code"),
            self.drawn: tr("That code, drawn"),
            self.guessed: tr("The guess below it"),
        }
        columns = [titled(words, view, notes[view]) for view, words in titles.items()]
        self.frame(row(1, *(part for column in columns for part in (column, 1)), spacing=12))
        self._strip = self._make_strip(theme)
        self._strip.hide()
        self.column.addStretch(1)

    def _make_strip(self, theme: Theme) -> QFrame:
        """All the way at a glance: the code drawn and the guess, at several steps."""
        self.line = [
            (PictureView(theme, STRIP_SIDE, tr("The code after {t} steps, drawn").format(t=t)),
             PictureView(theme, STRIP_SIDE, tr("The guess after {t} steps").format(t=t)))
            for t in STRIP
        ]  # fmt: skip
        grid = QGridLayout()
        grid.setSpacing(6)
        grid.addWidget(small(tr("the code")), 0, 0)
        grid.addWidget(small(tr("the guess")), 1, 0)
        for i, (t, pair) in enumerate(zip(STRIP, self.line, strict=True), start=1):
            for line, view in enumerate(pair):
                grid.addWidget(view, line, i)
            grid.addWidget(small(f"t = {t}"), 2, i)
        return self.frame(row(1, grid, 1))

    def arrange(self, height: int) -> None:
        """Show the strip where there is room."""
        there, room = not self._strip.isHidden(), height >= TALL_PX
        self._strip.setVisible(room)
        if room and not there:
            self._show_strip()

    def _throw_again(self, *, show: bool = True) -> None:
        import torch

        rng = np.random.default_rng()
        self._pixel_noise = rng.standard_normal((28, 28)).astype(np.float32)
        self._noise = torch.from_numpy(rng.standard_normal((1, self._model.latent)).astype(np.float32))
        if show:
            self._show()
            self._show_strip()

    def show_digit(self, picture: Picture | None) -> None:
        """Show a picture with as much noise as before."""
        self._picture = picture
        self._show()
        self._show_strip()

    def go_to(self, t: int) -> None:
        """Show the input after t steps."""
        self.t = t
        self.slide.blockSignals(True)
        self.slide.setValue(round(SLIDER * (t / self._diffusion.schedule.steps) ** 0.5))
        self.slide.blockSignals(False)
        self._show()

    def _show(self) -> None:
        if self._picture is None:
            return
        import torch

        t, diffusion = self.t, self._diffusion
        scale, std = (float(part) for part in diffusion.schedule.moments(t))
        # Ink from -1 to 1, as diffusion of pixels has it.
        self.pixels.show_image(grey((scale * (2 * self._picture - 1) + std * self._pixel_noise + 1) / 2))
        clean = diffusion.standardised(self._model.encode(self._picture))
        noisy, guess = self._at(clean, t)
        self.bars.show_code(noisy[0].numpy(), clean[0].numpy())
        pictures = self._model.decode(diffusion.codes(torch.cat([noisy, guess])))
        for view, picture in zip((self.drawn, self.guessed), pictures, strict=True):
            view.show_image(grey(picture))
            self.reads[view].setText(
                tr("the judge reads a {digit}").format(digit=self._judge.digits(picture)[0])
            )
        if scale**2 < NOTHING_LEFT:
            self.reads[self.guessed].setText(tr("from noise alone: chance"))
        self.said.setText(
            tr(
                "After {t} of {steps} steps {digit:.3g} % of the variance is the digit's, "
                "{noise:.3g} % is noise."
            ).format(t=t, steps=diffusion.schedule.steps, digit=100 * scale**2, noise=100 * std**2)
        )

    def _show_strip(self) -> None:
        """Draw the strip anew: it goes by the picture and the noise, not by the slider."""
        if self._picture is None or self._strip.isHidden():
            return
        import torch

        clean = self._diffusion.standardised(self._model.encode(self._picture))
        codes = torch.cat([code for t in STRIP for code in self._at(clean, t)])
        views = [view for pair in self.line for view in pair]
        for view, picture in zip(views, self._model.decode(self._diffusion.codes(codes)), strict=True):
            view.show_image(grey(picture))

    def _at(self, clean: torch.Tensor, t: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Give the code after t steps, and the guess at the clean one; shape (1, latent) both."""
        schedule = self._diffusion.schedule
        noisy = schedule.noised(clean, t, self._noise)
        if not t:
            return noisy, noisy
        import torch

        with torch.inference_mode():
            return noisy, guess_clean(schedule, noisy, t, self._diffusion.noise_in()(noisy, t))
