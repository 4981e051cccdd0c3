"""Why regularisers work: three networks that were kept from copying, each beside one that was not."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSlider

from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey, heat
from monitor.ui.lab.widgets.plots.axis import Axis
from monitor.ui.lab.widgets.plots.lines import Line, LinesView

SIDE = 76

COLUMNS = 14
"""Units side by side in a picture of all of them."""

DIRECTIONS = 40
"""Directions of the picture that are drawn, those that move the code most."""

LEVELS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8)
"""Levels of noise at which the curve of the denoising one is worked out."""

WITHOUT, WITH = "forecast", "accent"


class RegularisersPane(Pane):
    """Sparse, contractive and denoising, before and after."""

    words = phrase(
        "Three ways to keep a network from merely copying, each beside one that was not. In the "
        "sparse one few units may be on; the code of the contractive one hardly moves when your picture is "
        "disturbed; the denoising one brings it back. Draw something, then disturb it with the slider. None "
        "is free: the first two redraw digits worse."
    )
    formula = pieces_of(
        phrase(
            "sparse: loss {penalty}, {firing}: mean of {unit}",
            penalty=r"$+ \, \beta \sum_j \mathrm{KL}(\rho \,\|\, \hat{\rho}_j)$",
            firing=r"$\hat{\rho}_j$", unit="$h_j$",
        ),
        phrase(
            "contractive: loss {penalty}", penalty=r"$+ \, \lambda \, \|\partial h / \partial x\|^2$"
        ),
        phrase(
            "denoising: the loss of {redrawn} noise{end} to the clean {x}",
            redrawn=r"$\hat{x}(x +$", end="$)$", x="$x$",
        ),
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self._seed = 0
        self.level = QSlider(Qt.Orientation.Horizontal)
        self.level.setRange(0, 80)
        self.level.setValue(30)
        self.level.setAccessibleName(tr("How much the picture is disturbed"))
        self.level.valueChanged.connect(self.refresh)
        self._level_words = small()
        self._level_words.setMinimumWidth(36)
        names = {
            "units": (
                tr("no penalty"),
                tr("Units of the network without a penalty, bright where they are on"),
            ),
            "sparse": (tr("sparse"), tr("Units of the sparse network, bright where they are on")),
            "free": (tr("no penalty"), tr("Pixels that move the code of the network without a penalty")),
            "contractive": (tr("contractive"), tr("Pixels that move the code of the contractive network")),
            "spoilt": (tr("disturbed"), tr("Your picture, disturbed")),
            "plain": (tr("plain"), tr("What a plain network makes of it")),
            "denoising": (tr("denoising"), tr("What the denoising network makes of it")),
        }
        self.views = {key: PictureView(theme, SIDE, told) for key, (_, told) in names.items()}
        self._titles = {key: title for key, (title, _) in names.items()}
        self.notes = {key: small() for key in ("sparse", "contractive", "denoising")}
        self.curves = {
            "sparse": LinesView(
                theme, tr("how far each is on"), tr("units, %, strongest first"),
                {"units": Line(tr("no penalty"), WITHOUT), "sparse": Line(tr("sparse"), WITH, width=2)},
                Axis(0, 100), Axis(-0.03, 1.05, ticks=(0, 0.5, 1)),
            ),
            "contractive": LinesView(
                theme, tr("how far the code moves"), tr("directions, strongest first"),
                {"free": Line(tr("no penalty"), WITHOUT),
                 "contractive": Line(tr("contractive"), WITH, width=2)},
                Axis(1, DIRECTIONS), Axis(0, None),
            ),
            "denoising": LinesView(
                theme, tr("error to the clean picture"), tr("disturbance"),
                {"plain": Line(tr("plain"), WITHOUT), "denoising": Line(tr("denoising"), WITH, width=2)},
                Axis(0, LEVELS[-1]), Axis(0, None),
            ),
        }  # fmt: skip
        content = QGridLayout()
        content.setSpacing(10)
        disturb = row(
            small(tr("disturb the picture")), self.level, self._level_words,
            button(tr("Another throw"), self._throw),
            spacing=12,
        )  # fmt: skip
        content.addLayout(disturb, 0, 0, 1, 3)
        for i, (key, title, shown) in enumerate(
            (
                ("sparse", tr("Sparse"), ("units", "sparse")),
                ("contractive", tr("Contractive"), ("free", "contractive")),
                ("denoising", tr("Denoising"), ("spoilt", "plain", "denoising")),
            )
        ):
            content.addWidget(self._column(title, shown, key), 1, i)
            content.addWidget(self.curves[key], 2, i)
            content.setColumnStretch(i, 1)
        content.setRowStretch(2, 1)
        self.body.addLayout(content, 1)

    def _column(self, title: str, shown: tuple[str, ...], key: str) -> QFrame:
        """Put pictures side by side, each below its name, over a note."""
        pictures = QGridLayout()
        pictures.setSpacing(4)
        for i, name in enumerate(shown):
            pictures.addWidget(small(self._titles[name]), 0, i)
            pictures.addWidget(self.views[name], 1, i)
        pictures.setColumnStretch(len(shown), 1)
        note: PlainLabel = self.notes[key]
        note.setWordWrap(True)
        note.setMinimumHeight(46)
        return panel(title, pictures, note)

    def _throw(self) -> None:
        self._seed += 1
        self.refresh()

    def show_input(self) -> None:
        """Show what the three do with the present input."""
        level = self.level.value() / 100
        self._level_words.setText(in_figures(level, ".2f"))
        picture = self.state.picture
        if picture is None:
            self.say(tr("Draw a digit, or pick an example."))
            return
        self.say("")
        self._show_sparse(picture)
        self._show_contractive(picture, level)
        self._show_denoising(picture, level)

    def _show_sparse(self, picture: npt.NDArray[np.float32]) -> None:
        from models.digits import catalogue
        from models.digits.regularising import ON, load_unpunished

        said = []
        for key, model in (("units", load_unpunished()), ("sparse", catalogue.load("sparse"))):
            code = model.encode(picture)[0]
            self.views[key].show_image(heat(tiled(code), 1.0))
            self.curves["sparse"].show_line(
                key, 100 * np.arange(1, len(code) + 1) / len(code), -np.sort(-code)
            )
            said.append(
                tr("{network}: {on} of {units} units on").format(
                    network=self._titles[key], on=int((code > ON).sum()), units=len(code)
                )
            )
        self.notes["sparse"].setText(tr("{plain}; {other}.").format(plain=said[0], other=said[1]))

    def _show_contractive(self, picture: npt.NDArray[np.float32], level: float) -> None:
        from models.digits import catalogue
        from models.digits.regularising import jacobian, load_unpunished, moved

        models = {"free": load_unpunished(), "contractive": catalogue.load("contractive")}
        slopes = {key: jacobian(model, picture) for key, model in models.items()}
        pixels = {key: np.linalg.norm(slope, axis=0).reshape(28, 28) for key, slope in slopes.items()}
        top = max(float(one.max()) for one in pixels.values())
        ways = {key: moved(model, picture, level, seed=self._seed) for key, model in models.items()}
        for key, slope in slopes.items():
            self.views[key].show_image(heat(pixels[key], top))
            strengths = np.linalg.svd(slope, compute_uv=False)[:DIRECTIONS]
            self.curves["contractive"].show_line(key, np.arange(1, len(strengths) + 1), strengths)
        self.notes["contractive"].setText(
            tr(
                "Bright: a pixel that moves the code. Disturbed so, it moves by {free:.2f} "
                "without the penalty, by {contractive:.2f} with it."
            ).format(free=ways["free"], contractive=ways["contractive"])
        )

    def _show_denoising(self, picture: npt.NDArray[np.float32], level: float) -> None:
        from models.digits import catalogue
        from models.digits.pictures import noise

        spoilt = noise.spoiled(picture, "gaussian", level, self._seed)[0]
        worse = np.concatenate([noise.spoiled(picture, "gaussian", one, self._seed) for one in LEVELS])
        self.views["spoilt"].show_image(grey(spoilt))
        said = []
        for key, name in (("plain", "ae"), ("denoising", "denoising")):
            model = catalogue.load(name)
            redrawn = model.reconstruct(np.concatenate([spoilt[None], worse]))
            errors = ((redrawn - picture) ** 2).mean(axis=(1, 2))
            self.views[key].show_image(grey(redrawn[0]))
            self.curves["denoising"].show_line(key, LEVELS, errors[1:])
            said.append(
                tr("{network} ({numbers} numbers) {error:.4f}").format(
                    network=self._titles[key], numbers=model.latent, error=errors[0]
                )
            )
        self.curves["denoising"].mark_at(level)
        self.notes["denoising"].setText(
            tr("Mean squared error to the clean picture: {errors}.").format(errors=listed(said))
        )


def tiled(code: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Put the numbers of a code into rows of `COLUMNS`, zeros behind the last."""
    rows = -(-len(code) // COLUMNS)
    whole = np.zeros(rows * COLUMNS, np.float32)
    whole[: len(code)] = code
    return whole.reshape(rows, COLUMNS)
