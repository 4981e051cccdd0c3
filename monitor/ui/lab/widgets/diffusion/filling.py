"""Half is missing: answers that agree with what is there, and where they differ."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox

from assets.phrase import phrase
from models.digits import catalogue
from models.digits.diffusion.inpaint import STEPS, Guess, Inpainting
from models.digits.diffusion.latent import load_diffusion
from models.digits.diffusion.masks import MASKS, Mask, known_part
from models.digits.diffusion.measured import load_measured
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, row, small
from monitor.ui.kit.text import capital
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.lab.state import Picture
from monitor.ui.lab.widgets.diffusion.eraser import EraserView
from monitor.ui.lab.widgets.diffusion.section import Section, titled
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey, heat, rgb

SIDE = 112
SMALL_SIDE = 56
ANSWERS = 8

OWN = "own"
"""What is missing is what the learner erases on the picture."""

MASK_WORDS = {
    "lower half": phrase("lower half"),
    "upper half": phrase("upper half"),
    "left half": phrase("left half"),
    "right half": phrase("right half"),
    "middle": phrase("middle"),
    "half of the pixels": phrase("half of the pixels"),
}
"""What can be missing, in words."""

RUBBER = 2
"""Pixels that the rubber reaches to each side."""

SETTLE_MS = 300
"""A drawing is looked at when the hand has rested for so long."""

BREATH_S = 0.04
"""Rest between two steps of the work: slow enough to watch, and out of the stream's way."""

VEIL = np.array([70.0, 40.0, 90.0])
"""Colour of what is missing."""

MOST_SPREAD = 0.4
"""Standard deviation of ink that is drawn brightest."""

MODEL = "conv-vae-16"


class FillingThread(BackgroundThread):
    """Fills in one picture.

    Parameters
    ----------
    picture : Picture
        What is known of it, and nothing where it is not.
    known : Mask, shape (28, 28)
        Where it is known.
    seed : int
        Source of chance.
    """

    told = Signal(object)

    def __init__(self, picture: Picture, known: Mask, seed: int) -> None:
        super().__init__()
        self._picture, self._known, self._seed = picture, known, seed

    def run(self) -> None:
        """Tell of every step."""
        import torch

        torch.set_num_threads(1)
        inpainting = Inpainting(catalogue.load(MODEL).network, load_diffusion(MODEL))
        rng = torch.Generator().manual_seed(self._seed)
        for guess in inpainting.back(self._picture, self._known, ANSWERS, STEPS, rng):
            if self.stopping:
                return
            self.told.emit(guess)
            self.pause(BREATH_S)


class Filling(Section):
    """A part of the input is taken away and filled in again."""

    title = phrase("3  Half is missing")
    words = phrase(
        "A scanner that measures only half is quick, and a network fills in the rest. Part of your digit is "
        "taken away: each answer is drawn to go with what is left, which is then set into it. Most look like "
        "a digit, and all that was missing is made up. Where the spread is bright the answers differ; where "
        "it is dark they agree, which is no proof. Take the lower half of a 4, a 7 or a 9."
    )

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._judge, self._denoising = catalogue.load_judge(), catalogue.load("denoising")
        self._picture: Picture | None = None
        self._thread: FillingThread | None = None
        self._seed = 0
        self._known = np.ones((28, 28), dtype=np.bool_)
        self.guess: Guess | None = None
        self.errors: dict[str, float] = {}
        self.missing = QComboBox()
        self.missing.setAccessibleName(tr("What is missing"))
        for name in MASKS:
            self.missing.addItem(capital(tr(MASK_WORDS[name])), name)
        self.missing.addItem(tr("What I erase"), OWN)
        self.missing.currentIndexChanged.connect(self._choose)
        self.measured = small()
        self.measured.setWordWrap(True)
        controls = row(self.missing, button(tr("Other answers"), self._throw_again), spacing=10)
        controls.addWidget(self.measured, 1)
        self.frame(controls)
        known = EraserView(theme, SIDE, tr("What is known of your digit; the mouse erases more of it"))
        known.erased.connect(self._erase)
        known.lifted.connect(self._begin)
        self._views: dict[str, PictureView] = {"known": known}
        self._views |= {
            name: PictureView(theme, SIDE, words)
            for name, words in (
                ("mean", tr("The mean of all answers")),
                ("spread", tr("The spread of the answers, bright where they differ")),
                ("denoising", tr("What the denoising autoencoder makes of it")),
            )
        }
        titles = {
            "known": tr("Known: erase here"),
            "mean": tr("Mean"),
            "spread": tr("Spread"),
            "denoising": tr("Denoising net"),
        }
        self._notes = {name: small() for name in self._views}
        columns = [titled(titles[name], view, self._notes[name]) for name, view in self._views.items()]
        pictures = row(1, *(part for column in columns for part in (column, 1)), spacing=12)
        self._answers = [
            PictureView(theme, SMALL_SIDE, tr("Answer {i}").format(i=i + 1)) for i in range(ANSWERS)
        ]
        self.said = small()
        self.said.setWordWrap(True)
        self.frame(pictures, row(1, small(tr("answers")), *self._answers, 1, spacing=6), self.said)
        self.column.addStretch(1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._begin)

    @property
    def kind(self) -> str:
        """What is missing, one of `MASKS` or `OWN`."""
        return str(self.missing.currentData())

    @property
    def done(self) -> bool:
        """Whether all steps have been taken."""
        return self.guess is not None and self.guess.t == 0

    def show_digit(self, picture: Picture | None) -> None:
        """Fill a picture in when the hand rests."""
        self._picture = picture
        self._settle.start()

    def take_away(self, missing: str) -> None:
        """Choose what is missing."""
        self.missing.setCurrentIndex(MASKS.index(missing))

    def _choose(self) -> None:
        if self.kind == OWN:
            self._known = np.ones_like(self._known)
        self._begin()

    def _erase(self, row: int, column: int) -> None:
        """Take what is around a pixel away, from the whole digit if nothing was erased before."""
        self.stop()
        if self.kind != OWN:
            self._known = np.ones_like(self._known)
            self.missing.blockSignals(True)
            self.missing.setCurrentIndex(self.missing.count() - 1)
            self.missing.blockSignals(False)
        above, left = max(row - RUBBER, 0), max(column - RUBBER, 0)
        self._known[above : row + RUBBER + 1, left : column + RUBBER + 1] = False
        self._show_known()

    def _show_known(self) -> None:
        if self._picture is not None:
            ink = 255 * self._picture[..., None]
            self._views["known"].show_image(rgb(np.where(self._known[..., None], ink, VEIL)))

    def _throw_again(self) -> None:
        self._seed += 1
        self._begin()

    def _begin(self) -> None:
        self.stop()
        self.guess = None
        self.measured.setText(measured_words(self.kind))
        if self._picture is None:
            return
        if self.kind != OWN:
            self._known = known_part(self.kind, seed=self._seed)[0]
        known = self._known.copy()
        gap = np.where(known, self._picture, np.float32(0))
        self._show_known()
        cleaned = np.where(known, self._picture, self._denoising.reconstruct(gap)[0])
        self._views["denoising"].show_image(grey(cleaned))
        self.errors = {"known": self._error(gap), "denoising": self._error(cleaned)}
        self._say_errors()
        self._thread = FillingThread(gap, known, self._seed)
        self._thread.told.connect(self._on_told)
        self._thread.start()

    def _error(self, made: Picture) -> float:
        assert self._picture is not None
        return float(np.square(made - self._picture).mean())

    def _on_told(self, guess: Guess) -> None:
        if self.sender() is not self._thread or self._picture is None:
            return
        self.guess = guess
        answers = np.where(self._known, self._picture, guess.drawn[0])
        for view, answer in zip(self._answers, answers, strict=True):
            view.show_image(grey(answer))
        self._views["mean"].show_image(grey(answers.mean(0)))
        self._views["spread"].show_image(heat(answers.std(0), MOST_SPREAD))
        self.errors["mean"] = self._error(answers.mean(0))
        self._say_errors()
        read = self._judge.digits(answers)
        whole = self._judge.digits(self._picture)[0]
        self.said.setText(
            tr("The judge reads them as {digits}, the whole digit as a {whole}.").format(
                digits=listed(map(str, read)), whole=whole
            )
        )

    def _say_errors(self) -> None:
        for name, value in self.errors.items():
            self._notes[name].setText(f"MSE {in_figures(value, '.4f')}")
        self._notes["spread"].setText(tr("bright: they differ"))

    def stop(self) -> None:
        """End the work."""
        self._settle.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.ask_to_stop()


def measured_words(missing: str) -> str:
    """What was measured of a mask on test digits, in a sentence; another mask's where it was not."""
    rows = {row["missing"]: row for row in load_measured()["inpainting"]}
    row = rows.get(missing) or next(iter(rows.values()))
    if row["spread"] < row["error"]:
        words = tr(
            "{digits} test digits, {missing} missing. MSE: as it is {masked:.3f}, denoising "
            "net {denoising:.3f}, mean {mean:.3f}. Answers lie {spread:.2f} apart and are "
            "{error:.2f} off: too sure."
        )
    else:
        words = tr(
            "{digits} test digits, {missing} missing. MSE: as it is {masked:.3f}, denoising "
            "net {denoising:.3f}, mean {mean:.3f}. Answers lie {spread:.2f} apart and are "
            "{error:.2f} off."
        )
    return words.format(
        digits=row["digits"],
        missing=tr(MASK_WORDS[row["missing"]]),
        masked=row["masked"],
        denoising=row["denoising_kept"],
        mean=row["mean"],
        spread=row["spread"],
        error=row["error"],
    )
