"""Point or cloud: the same plane for a plain autoencoder and for a VAE, and the holes in the former."""

from __future__ import annotations

import functools

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from assets.errors import AssetError
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.map_view import MapView
from monitor.ui.lab.widgets.pictures import PictureView, grey, heat

UNSURE = 0.6
"""Below this probability of its favourite the judge is called unsure."""

SIDES = (("ae-2", "Points: a plain autoencoder"), ("vae", "Clouds: a VAE"))


class HolesPane(Pane):
    """Two planes beside each other."""

    words = (
        "Both networks squeeze a digit into two numbers. The plain one stores points and leaves holes "
        "between them, where it draws what no judge can read; the VAE stores clouds that overlap, so that "
        "nearly every place is a digit."
    )
    formula = (
        "bright: max_d p(d | decode(z)), the judge's confidence;   AE: min −log p(x | z),  VAE: + "
        "KL(q(z|x) ‖ N(0, I))"
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue
        from models.digits.space.codes import load_codes

        judge = catalogue.load_judge()
        content = QHBoxLayout()
        content.setSpacing(14)
        self.views: list[MapView] = []
        self.unsure: list[float] = []
        self._judge = judge
        self._networks = [catalogue.load(name) for name, _ in SIDES]
        self._pictures: list[PictureView] = []
        self._said: list[QLabel] = []
        self._codes: list[tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8]]] = []
        for name, title in SIDES:
            codes = load_codes(name)
            confidence = codes.confidence
            if confidence is None:
                raise AssetError(f"The codes of {name} come without the judge's confidence.")
            share = float((confidence < UNSURE).mean())
            self.unsure.append(share)
            view = MapView(theme, f"{title}: bright where the judge is sure")
            view.show_ground(heat((confidence - 0.2) / 0.8, 1.0))
            view.pointed.connect(self._point)
            self.views.append(view)
            picture, said = PictureView(theme, 72, f"{title}: the digit at the cursor"), small()
            said.setWordWrap(True)
            self._pictures.append(picture)
            self._said.append(said)
            self._codes.append((codes.means, codes.labels))
            real = QPushButton("Real digits")
            real.setCheckable(True)
            real.setAccessibleName(f"{title}: show where real digits lie")
            real.toggled.connect(functools.partial(self._show_points, len(self.views) - 1))
            below = row(picture, said, real, spacing=12)
            below.setStretchFactor(said, 1)
            content.addWidget(
                panel(
                    title,
                    view,
                    below,
                    note=small(f"{100 * share:.0f} % unreadable"),
                )
            )
        self.body.addLayout(content, 1)
        self._point(0.6, -1.2)

    def _show_points(self, which: int, on: bool) -> None:
        self.views[which].show_points(self._codes[which] if on else None)

    def _point(self, x: float, y: float) -> None:
        z = np.array([x, y], np.float32)
        for network, view, picture, said in zip(
            self._networks, self.views, self._pictures, self._said, strict=True
        ):
            drawn = network.decode(z)[0]
            view.marks.cursor = (x, y)
            view.update()
            picture.show_image(grey(drawn))
            chance = self._judge.probabilities(drawn)[0]
            best = int(chance.argmax())
            verdict = f"a {best}, sure to {chance[best]:.2f}"
            said.setText(
                f"judge: {verdict if chance[best] >= UNSURE else f'unsure ({best} at {chance[best]:.2f})'}"
            )

    def show_input(self) -> None:
        """Show what becomes of the present input."""
        for network, view in zip(self._networks, self.views, strict=True):
            if self.state.picture is not None:
                mean, std = network.cloud(self.state.picture)
                view.marks.cloud = (mean[0], std[0])
            view.update()
