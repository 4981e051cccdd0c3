"""Point or cloud: the same plane for a plain autoencoder and for a VAE, and the holes in the former."""

from __future__ import annotations

import functools

import numpy as np
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from assets.errors import AssetError
from assets.phrase import phrase
from models.digits.space.holes import UNSURE, Unreadable, unreadable
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey, heat
from monitor.ui.lab.widgets.plane.map_view import MapView

DRAWN = 7
"""Codes that chance draws at a time."""

SIDES = (("ae-2", phrase("Points: a plain autoencoder")), ("vae", phrase("Clouds: a VAE")))

TOLD = phrase(
    "Each plane reaches as far as 98 % of its own codes. Where digits lie a judge reads both about "
    "equally well: points alone make no holes. But only the VAE was told where its clouds shall lie, "
    "round the middle, in the dashed circle. Press “By chance”: of the plain one few digits lie "
    "there, and fewer of those chance draws can be read."
)

ASKED = phrase(
    "Each plane reaches as far as 98 % of its own codes, and is bright where a judge is sure which digit is "
    "drawn there. Only the VAE was told where its clouds shall lie: round the middle, in the dashed circle."
)

FIRST = ((0.6, -1.2), (0.6, -1.2))
"""Where the cursors stand at first."""


class HolesPane(Pane):
    """Two planes beside each other."""

    tells = frozenset({"clouds/chance"})
    formula = pieces_of(
        phrase(
            "bright: {best} decode{code}, the judge's confidence",
            best=r"$\max_d\; p(d \mid$", code="$(z))$",
        ),
        phrase("autoencoder: {what}", what=r"$\min\; -\log p(x \mid z)$"),
        r"VAE: $\min\; -\log p(x \mid z) + \mathrm{KL}(q(z \mid x) \,\|\, N(0, I))$",
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue
        from models.digits.space.codes import load_codes

        content = QHBoxLayout()
        content.setSpacing(14)
        self.views: list[MapView] = []
        self.unsure: list[Unreadable] = []
        self.drawn: list[list[PictureView]] = []
        self._rng = np.random.default_rng(0)
        self._judge = catalogue.load_judge()
        self._networks = [catalogue.load(name) for name, _ in SIDES]
        self._codes = [load_codes(name) for name, _ in SIDES]
        self._pictures: list[PictureView] = []
        self._said: list[QLabel] = []
        self._shares: list[QLabel] = []
        for which, (name, title) in enumerate(SIDES):
            content.addWidget(self._plane(which, name, tr(title)))
        self.body.addLayout(content, 1)
        for which, cursor in enumerate(FIRST):
            self.views[which].point(*cursor)
        self.draw_by_chance()

    @property
    def words(self) -> str:
        """What is seen; what chance draws come to only to whoever has predicted it."""
        return tr(ASKED if self.secrets else TOLD)

    def cover(self) -> None:
        """Show how much cannot be read, unless that is asked."""
        for share in self._shares:
            share.setVisible(not self.secrets)

    def _plane(self, which: int, name: str, title: str) -> QFrame:
        """Make a plane with what stands below it."""
        codes = self._codes[which]
        if codes.confidence is None:
            raise AssetError(tr("The codes of {name} come without the judge's confidence.").format(name=name))
        share = unreadable(codes)
        self.unsure.append(share)
        theme = self.theme
        view = MapView(theme, tr("{title}: bright where the judge is sure").format(title=title), codes.extent)
        view.show_ground(heat((codes.confidence - 0.2) / 0.8, 1.0))
        view.marks.prior = True
        view.pointed.connect(functools.partial(self._point, which))
        self.views.append(view)
        picture, said = (
            PictureView(theme, 64, tr("{title}: the digit at the cursor").format(title=title)),
            small(),
        )
        said.setWordWrap(True)
        self._pictures.append(picture)
        self._said.append(said)
        real = QPushButton(tr("Real digits"))
        real.setCheckable(True)
        real.setToolTip(tr("Show where the 10,000 test digits lie"))
        real.setAccessibleName(tr("{title}: show where real digits lie").format(title=title))
        real.toggled.connect(functools.partial(self._show_points, which))
        again = button(tr("By chance"), self.draw_by_chance)
        again.setToolTip(tr("Let chance draw codes round the middle, in both planes"))
        views = [
            PictureView(theme, 30, tr("{title}: drawn by chance, {i}").format(title=title, i=i + 1))
            for i in range(DRAWN)
        ]
        self.drawn.append(views)
        place = row(picture, said, real, spacing=12)
        place.setStretchFactor(said, 1)
        words = (
            tr("unreadable: {digits:.0%} where digits lie, {chance:.0%} where chance draws")
            .format(digits=share.digits, chance=share.chance)
            .replace("%", "\N{NO-BREAK SPACE}%")
        )
        said_of_all = small(words)
        said_of_all.setWordWrap(True)
        self._shares.append(said_of_all)
        return panel(title, view, said_of_all, place, row(*views, 1, again, spacing=3))

    def _show_points(self, which: int, on: bool) -> None:
        codes = self._codes[which]
        self.views[which].show_points((codes.means, codes.labels) if on else None)

    def draw_by_chance(self) -> None:
        """Draw codes from the standard normal, the same ones for both, and show what they decode to."""
        z = self._rng.standard_normal((DRAWN, 2)).astype(np.float32)
        for network, view, pictures in zip(self._networks, self.views, self.drawn, strict=True):
            view.marks.draws = z
            view.update()
            for picture, made in zip(pictures, network.decode(z), strict=True):
                picture.show_image(grey(made))

    def _point(self, which: int, x: float, y: float) -> None:
        drawn = self._networks[which].decode(np.array([x, y], np.float32))[0]
        self._pictures[which].show_image(grey(drawn))
        chance = self._judge.probabilities(drawn)[0]
        best = int(chance.argmax())
        if chance[best] >= UNSURE:
            said = tr("z = ({x:+.1f}, {y:+.1f}); judge: a {best}, sure to {sure:.2f}")
        else:
            said = tr("z = ({x:+.1f}, {y:+.1f}); judge: unsure ({best} at {sure:.2f})")
        self._said[which].setText(said.format(x=x, y=y, best=best, sure=chance[best]))

    def show_input(self) -> None:
        """Show what becomes of the present input."""
        for network, view in zip(self._networks, self.views, strict=True):
            if self.state.picture is not None:
                mean, std = network.cloud(self.state.picture)
                view.marks.cloud = (mean[0], std[0])
            view.update()
