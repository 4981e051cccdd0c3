"""Noise comes out: from chance to digits, as a film."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QPushButton, QSlider

from assets.phrase import phrase
from models.digits import catalogue
from models.digits.diffusion.latent import STEPS, load_diffusion
from models.digits.diffusion.reverse import Stage
from monitor.ui.kit.drawing.motion import still
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import Picture
from monitor.ui.lab.widgets.diffusion.section import Section
from monitor.ui.lab.widgets.digits.digit_chooser import DigitChooser
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey

SIDE = 92
DIGITS = 6
"""Drawn side by side."""

TICK_MS = 60

MODEL = "conv-vae-16"


class NoiseOut(Section):
    """The way back: each step takes a little of the noise away."""

    title = phrase("2  Noise comes out")
    words = phrase(
        "Here the film runs backwards. It begins with numbers by chance, and fifty times the network says "
        "what noise it sees and a part of it is taken away. Ask for a digit: the start is the same chance, "
        "yet another digit comes of it. Slide back to see how early it is decided which one."
    )

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        import torch

        self._model, self._judge = catalogue.load(MODEL), catalogue.load_judge()
        self._diffusion = load_diffusion(MODEL)
        self.stages: list[Stage] = []
        self._coming: Iterator[Stage] = iter(())
        self._start = torch.randn(DIGITS, self._model.latent)
        self.any = QPushButton(tr("Any digit"))
        self.any.setCheckable(True)
        self.any.toggled.connect(self._begin)
        self.digits = DigitChooser(tr("Draw a {digit}"), 7)
        self.digits.picked.connect(self._ask)
        self.digits.clicked.connect(lambda: self.any.setChecked(False))
        self.again = button(tr("Other noise"), self._throw_again)
        self.slide = QSlider(Qt.Orientation.Horizontal)
        self.slide.setRange(0, STEPS)
        self.slide.setAccessibleName(tr("Step of the way back"))
        self.slide.valueChanged.connect(self._show)
        self.said = small()
        self.said.setWordWrap(True)
        self.frame(row(self.any, self.digits, self.again, 1), row(self.slide), self.said)
        self.noisy = [
            PictureView(theme, SIDE, tr("Digit {i} with its noise, drawn").format(i=i + 1))
            for i in range(DIGITS)
        ]
        self.clean = [
            PictureView(theme, SIDE, tr("The guess at digit {i}").format(i=i + 1)) for i in range(DIGITS)
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        for line, (words, views) in enumerate(
            ((tr("the codes\nas they are"), self.noisy), (tr("the guess\nbelow them"), self.clean))
        ):
            grid.addWidget(small(words), line, 0)
            for i, view in enumerate(views):
                grid.addWidget(view, line, i + 1)
        self.frame(row(1, grid, 1))
        self.column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._step)

    @property
    def digit(self) -> int | None:
        """The digit asked for, or any."""
        return None if self.any.isChecked() else self.digits.digit

    @property
    def running(self) -> bool:
        """Whether the film is being made."""
        return self._timer.isActive()

    def show_digit(self, picture: Picture | None) -> None:
        """Draw; this part needs no input, and one that changes does not disturb it."""
        if not self.stages:
            self._begin()

    def ask(self, digit: int) -> None:
        """Ask for a digit."""
        self.digits.choose(digit)
        self.any.setChecked(False)

    def _ask(self) -> None:
        if self.any.isChecked():
            self.any.setChecked(False)
        else:
            self._begin()

    def _throw_again(self) -> None:
        import torch

        self._start = torch.randn(DIGITS, self._model.latent)
        self._begin()

    def _begin(self) -> None:
        self.stages = []
        self._coming = self._diffusion.back(self._start, STEPS, digit=self.digit)
        self._timer.start()

    def _step(self) -> None:
        """Take one step, and show it."""
        stage = next(self._coming, None)
        if stage is None:
            self._timer.stop()
            self._show_last()
            return
        self.stages.append(stage)
        if not still():
            self._show_last()

    def _show_last(self) -> None:
        self.slide.blockSignals(True)
        self.slide.setValue(len(self.stages) - 1)
        self.slide.blockSignals(False)
        self._show()

    def _show(self) -> None:
        if not self.stages:
            return
        import torch

        stage = self.stages[min(self.slide.value(), len(self.stages) - 1)]
        codes = torch.cat([stage.noisy, stage.clean])
        pictures = self._model.decode(self._diffusion.codes(codes))
        for view, picture in zip([*self.noisy, *self.clean], pictures, strict=True):
            view.show_image(grey(picture))
        read = listed(str(digit) for digit in self._judge.digits(pictures[:DIGITS]))
        self.said.setText(
            tr("{t} of {steps} steps of noise are left. The judge reads the upper row as {read}.").format(
                t=stage.t, steps=self._diffusion.schedule.steps, read=read
            )
        )

    def stop(self) -> None:
        """Hold the film; it begins anew when it is shown again."""
        if self._timer.isActive():
            self._timer.stop()
            self.stages = []
