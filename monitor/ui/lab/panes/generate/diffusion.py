"""Diffusion: noise in, noise out, and what it makes of half a picture."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import row
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.diffusion.filling import Filling
from monitor.ui.lab.widgets.diffusion.noise_in import NoiseIn
from monitor.ui.lab.widgets.diffusion.noise_out import NoiseOut
from monitor.ui.lab.widgets.diffusion.section import Section

SECTIONS: tuple[type[NoiseIn | NoiseOut | Filling], ...] = (NoiseIn, NoiseOut, Filling)


class DiffusionPane(Pane):
    """Three parts, of which one is shown and works."""

    @property
    def words(self) -> str:
        """What is seen in the part that is shown."""
        return SECTIONS[self._shown].words

    formula = pieces_of(
        r"$x_t = \sqrt{\bar{\alpha}_t}\, x_0 + \sqrt{1 - \bar{\alpha}_t}\, \varepsilon$",
        r"$\bar{\alpha}_t = \prod_{s=1}^{t} (1 - \beta_s)$",
        r"$\hat{x}_0 = (x_t - \sqrt{1 - \bar{\alpha}_t}\, \hat{\varepsilon}) / \sqrt{\bar{\alpha}_t}$",
        phrase(
            "back: {what}",
            what=r"$x_s = \sqrt{\bar{\alpha}_s}\, \hat{x}_0 + \sqrt{1 - \bar{\alpha}_s}\, \hat{\varepsilon}$",
        ),
        phrase(
            "a digit {y}: {what}",
            y="$y$", what=r"$\hat{\varepsilon} = 2\, \varepsilon(x_t, y) - \varepsilon(x_t)$",
        ),
        phrase(
            "known pixels {k}: {what} decode{of}",
            k="$k$", what=r"$x_0 \sim N(\hat{x}_0, 1 - \bar{\alpha}_t)\, N(k \mid$", of="$(x_0), 0.2^2)$",
        ),
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        self._shown = 0
        self.sections: list[Section] = []
        super().__init__(state, theme)
        self.sections = [section(theme) for section in SECTIONS]
        self._choice = QButtonGroup(self)
        for i, section in enumerate(self.sections):
            choice = QPushButton(tr(section.title))
            choice.setObjectName("pill")
            choice.setCheckable(True)
            choice.setChecked(i == self._shown)
            self._choice.addButton(choice, i)
        self._choice.idClicked.connect(self.show_section)
        self.body.addLayout(row(*self._choice.buttons(), 1, spacing=6))
        for i, section in enumerate(self.sections):
            section.setVisible(i == self._shown)
            self.body.addWidget(section, 1)

    @property
    def section(self) -> Section:
        """The part that is shown."""
        return self.sections[self._shown]

    def show_section(self, number: int) -> None:
        """Show another part; the one before it ends its work."""
        self.section.stop()
        self.section.hide()
        self._shown = number
        self._choice.button(number).setChecked(True)
        self.section.show()
        self.explain()
        self._make_room()
        self.refresh()

    def show_input(self) -> None:
        """Show what the part that is shown makes of the present input."""
        if self.state.picture is None:
            self.say(tr("Draw a digit, or pick an example."))
        else:
            self.say("")
        self.section.show_digit(self.state.picture)

    def arrange(self, width: int) -> None:
        """Let the part that is shown choose what there is room for."""
        if self.sections:
            self.section.arrange(self.height())

    def hideEvent(self, event: QHideEvent) -> None:
        """A pane that nobody sees does no work; it goes on when it is seen again."""
        super().hideEvent(event)
        self.section.stop()
        self._stale = True

    def stop(self) -> None:
        """End the work of all parts."""
        for section in self.sections:
            section.stop()
