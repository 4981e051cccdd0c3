"""Likelihood: the bounds close on the exact value as draws are added, for any digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from assets.phrase import phrase
from models.digits import catalogue
from models.digits.likelihood.closing import KS, Closing, Posterior, close, posterior
from models.digits.likelihood.measured import load_likelihood
from models.digits.likelihood.pixels import DYNAMIC, GREY, STATIC, pixels_of
from models.digits.networks.network import CloudNetwork
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey
from monitor.ui.lab.widgets.plots.figure_table import FigureTable
from monitor.ui.lab.widgets.plots.nats_bars import NatsBars
from monitor.ui.lab.widgets.plots.posterior_view import PosteriorView

if TYPE_CHECKING:
    import torch

MODEL = "vae"

SETTLE_MS = 300
"""A drawing is looked at when the hand has rested for so long."""

BREATH_S = 0.02
"""Rest between two steps of the work: slow enough to watch, and out of the stream's way."""

NOTHING = 0.005
"""Fewer nats than are shown."""

PIXELS = {DYNAMIC: phrase("As coins"), GREY: phrase("Grey")}


class ClosingThread(BackgroundThread):
    """Closes in on one picture.

    Parameters
    ----------
    network : CloudNetwork
        With a code of two numbers.
    x : Tensor, shape (1, 784)
        Pixels.
    seed : int
        Of the draws.
    """

    placed = Signal(object)
    told = Signal(object)

    def __init__(self, network: CloudNetwork, x: torch.Tensor, seed: int) -> None:
        super().__init__()
        self._network, self._x, self._seed = network, x, seed

    def run(self) -> None:
        """Tell of the posterior, then of every step."""
        import torch

        torch.set_num_threads(1)
        self.placed.emit(posterior(self._network, self._x))
        for known in close(self._network, self._x, self._seed):
            if self.stopping:
                return
            self.told.emit(known)
            self.pause(BREATH_S)


class LikelihoodPane(Pane):
    """How likely the course's VAE holds the learner's digit."""

    words = phrase(
        "How likely does the network hold your digit? Nobody can try every code, so it asks the few that its "
        "encoder proposes: on average the answer is never too good (ELBO), and creeps towards the truth as "
        "it asks more of them. With two numbers we can try the whole plane, and see what was missing. Draw "
        "something that is no digit and watch the gap."
    )
    formula = pieces_of(
        r"$\log p(x) = \log \int p(x \mid z)\, p(z)\, dz$",
        r"$\log p(x) \geq E\, \log \frac{1}{k} \sum_{i=1}^{k} \frac{p(x, z_i)}{q(z_i \mid x)}$",
        phrase("{drawn}; {one}: the ELBO", drawn=r"$z_i \sim q(z \mid x)$", one="$k = 1$"),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        network = catalogue.load(MODEL).network
        assert isinstance(network, CloudNetwork)
        self._network = network
        self._thread: ClosingThread | None = None
        self._throw = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._begin)
        self.bars = NatsBars(theme)
        self.posterior = PosteriorView(theme)
        self.pixels = PictureView(theme, 84, tr("The pixels whose likelihood is asked for"))
        self.said = small()
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(34)  # two lines, so that nothing jumps
        self.kind = DYNAMIC
        self._kinds = {kind: QPushButton(tr(text)) for kind, text in PIXELS.items()}
        for kind, choice in self._kinds.items():
            choice.setCheckable(True)
            choice.setChecked(kind == self.kind)
            choice.clicked.connect(lambda _=False, kind=kind: self.choose(kind))
        self.again = button(tr("Throw again"), self._throw_again)
        self._build()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        note = small(tr("−log p(x) in nats, less is better"))
        left.addWidget(panel(tr("The bounds close"), self.bars, self.said, note=note), 1)
        left.addWidget(
            panel(
                tr("Test digits, course's VAE"),
                self._table(),
                note=small(tr("of grey pixels it is no likelihood")),
            )
        )
        right = QVBoxLayout()
        right.setSpacing(10)
        asked = panel(
            tr("The pixels asked for"),
            row(self.pixels, self._choices(), 1, spacing=12),
        )
        right.addWidget(asked)
        caption = small(
            tr(
                "Bright: where the digit's code may truly be. Rings: the encoder's cloud, one and two "
                "standard deviations. Where the two differ, the ELBO loses."
            )
        )
        caption.setWordWrap(True)
        right.addWidget(panel(tr("True posterior and cloud"), self.posterior, caption), 1)
        content = QHBoxLayout()
        content.setSpacing(14)
        content.addLayout(left, 6)
        content.addLayout(right, 5)
        self.body.addLayout(content, 1)

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        for choice in self._kinds.values():
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _table(self) -> FigureTable:
        rows = [r for r in load_likelihood() if r["model"] == MODEL]
        names = {DYNAMIC: tr("coins"), STATIC: tr("coins, kept"), GREY: tr("grey")}
        head = (tr("pixels"), "−ELBO", *(f"k = {k}" for k in KS[1:]), tr("exact"))
        return FigureTable(
            head,
            [
                (
                    names[r["pixels"]], in_figures(r['elbo'], '.2f'),
                    *(in_figures(r['bounds'][str(k)], '.2f') for k in KS[1:]), in_figures(r['exact'], '.2f'),
                )
                for r in rows
            ],
        )  # fmt: skip

    # What a learner does --------------------------------------------------------------------------

    def choose(self, kind: str) -> None:
        """Choose the kind of pixels."""
        self.kind = kind
        for name, choice in self._kinds.items():
            choice.setChecked(name == kind)
        self.again.setEnabled(kind == DYNAMIC)
        self._begin()

    def _throw_again(self) -> None:
        self._throw += 1
        self._begin()

    def show_input(self) -> None:
        """Begin with the present input when the hand rests."""
        self._settle.start()

    # The work -------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self.stop()
        self.bars.show_known(None, asked=self.state.picture is not None)
        self.posterior.show_posterior(None)
        self.said.setText("")
        if self.state.picture is None:
            self.pixels.show_image(None)
            return
        import torch

        ink = np.asarray(self.state.picture, np.float32).reshape(1, -1)
        x = pixels_of(self.kind, ink, self._throw)
        self.pixels.show_image(grey(x.reshape(28, 28)))
        thread = ClosingThread(self._network, torch.tensor(x), seed=self._throw)
        thread.placed.connect(self._on_placed)
        thread.told.connect(self._on_told)
        self._thread = thread
        thread.start()

    def _on_placed(self, where: Posterior) -> None:
        if self.sender() is self._thread:
            self.posterior.show_posterior(where)

    def _on_told(self, known: Closing) -> None:
        if self.sender() is not self._thread:
            return
        self.bars.show_known(known)
        self.said.setText(said(known, self.kind))

    @property
    def running(self) -> bool:
        """Whether a digit is being closed in on."""
        return self._thread is not None and self._thread.isRunning()

    def stop(self) -> None:
        """End the work."""
        self._settle.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.ask_to_stop()


def said(known: Closing, kind: str) -> str:
    """What the bars show, in a sentence that holds for them."""
    if known.exact is None:
        if known.swept:
            return tr("Trying the whole plane: {swept:.0f} %.").format(swept=100 * known.swept)
        return tr("{draws} codes asked of {codes}.").format(draws=known.draws, codes=max(KS))
    gap, left = known.elbo - known.exact, known.bounds[max(KS)] - known.exact
    if abs(left) < NOTHING:
        words = tr(
            "The ELBO is {gap:.2f} nats short of the truth: that is how far the cloud is from the true "
            "posterior. With {codes} codes nothing to speak of is missing."
        )
    elif left > 0:
        words = tr(
            "The ELBO is {gap:.2f} nats short of the truth: that is how far the cloud is from the true "
            "posterior. With {codes} codes {left:.2f} nats are missing."
        )
    else:
        words = tr(
            "The ELBO is {gap:.2f} nats short of the truth: that is how far the cloud is from the true "
            "posterior. With {codes} codes it is {left:.2f} too good, by chance."
        )
    if kind == GREY:
        words += " " + tr(
            "Of grey pixels this is no likelihood: cross-entropy counts them as coins, which they are not."
        )
    return words.format(gap=gap, codes=max(KS), left=abs(left))
