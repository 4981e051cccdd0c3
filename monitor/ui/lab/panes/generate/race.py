"""The race: ways to choose codes for one decoder, side by side, and a chain watched step by step."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QSlider, QVBoxLayout, QWidget

from assets.phrase import phrase
from models.contract.messages.commands import RunRace
from models.contract.messages.lab import RaceLane
from models.contract.messages.message import Message
from models.digits.sampling.racers import CHAIN_STEPS, RACERS, Racer
from models.digits.sampling.shipped import Row, load_ground, load_measured
from models.digits.sampling.verdict import verdict
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import FRECHET, pieces_of
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.plots.figure_table import EMPTY, FigureTable
from monitor.ui.lab.widgets.race.lanes import RaceLanes
from monitor.ui.lab.widgets.race.walk import ChainWalk
from monitor.ui.lab.work.job_pane import JobPane

STEPS = 5
"""Steps of the chain at first."""

SPREAD = phrase(
    "Three races are run at once, each from other chance, and the pictures are the first one's. The figures "
    "are their mean and, after ±, their standard deviation: lanes that differ by less than that are not "
    "told apart. Codes of real digits are the same few hundred in all three: their deviation shrinks as "
    "they run out, and is not told at the end."
)

SETTLE_MS = 250
"""The slider has to rest so long before anything begins anew."""


class RacePane(JobPane):
    """Samplers on the same weights."""

    work = phrase("The race")
    words = phrase(
        "One decoder, several ways to choose the codes that it draws: by chance, by a chain that decodes and "
        "encodes again and again, or from where codes of real digits lie. Start the race: who comes "
        "nearest to real digits, and is a longer chain better? What was measured stands below. Watch the "
        "variety: a lane that draws one digit well is sure, and useless."
    )
    formula = pieces_of(
        phrase(
            "chain: {first}, then {second}",
            first=r"$x \sim p(x \mid z)$",
            second=r"$z \sim q(z \mid \tilde{x})$",
        ),
        phrase("{noisy}: {x}; of a denoising model, {x} with noise", noisy=r"$\tilde{x}$", x="$x$"),
        phrase("distance: {what} of the judge's features", what=f"${FRECHET}$"),
        phrase("variety: {what}", what=r"$-\sum_d p(d) \log p(d)$"),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits import catalogue

        self._measured, self._ground = load_measured(), load_ground()
        self._judge = catalogue.load_judge().network
        self._seed = 0
        self.models = QComboBox()
        self.models.setAccessibleName(tr("Whose codes and decoder"))
        self.models.addItems([tr(one.title) for one in RACERS])
        self.models.currentIndexChanged.connect(self._begin)
        self.steps = QSlider(Qt.Orientation.Horizontal)
        self.steps.setRange(0, max(CHAIN_STEPS))
        self.steps.setPageStep(5)
        self.steps.setValue(STEPS)
        self.steps.setAccessibleName(tr("Steps of the chain"))
        self._steps_said = small()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._begin)
        self.steps.valueChanged.connect(self._turned)
        self.start_button.setText(tr("Start the race"))
        self.lanes = RaceLanes(theme)
        self.walk = ChainWalk(theme)
        self.said = PlainLabel()
        self.said.setWordWrap(True)
        heads = [str(k) for k in CHAIN_STEPS]
        figures = (tr("distance"), tr("sureness"), tr("variety"))
        self.table = FigureTable(
            (tr("steps of the chain"), *heads), [[n, *[EMPTY] * len(heads)] for n in figures]
        )
        self._race_view = self._racing()
        self.body.addLayout(
            row(*self._views(), self.models, small(tr("steps")), self.steps, self._steps_said, spacing=8)
        )
        self.body.addWidget(self._race_view, 1)
        self.body.addWidget(self.walk, 1)
        self.walk.hide()
        self._begin()

    def _views(self) -> list[QPushButton]:
        """Two pills: the race, and one chain."""
        group = self._pills = QButtonGroup(self)
        pills = []
        for i, text in enumerate((tr("All samplers"), tr("One chain"))):
            pill = QPushButton(text)
            pill.setObjectName("pill")
            pill.setCheckable(True)
            group.addButton(pill, i)
            pills.append(pill)
        pills[0].setChecked(True)
        group.idClicked.connect(self.show_view)
        return pills

    def _racing(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        n = in_figures(self._measured.n, ",")
        note = small(tr("in brackets: measured on {n}; on fewer, distances come out larger").format(n=n))
        note.setToolTip(tr(SPREAD))
        start = row(self.start_button, self.stop_button, self.where, 1)
        column.addWidget(panel(tr("The latest pictures of each lane"), self.lanes, start, note=note))
        measured = panel(tr("The chain, measured on {n} pictures").format(n=n), self.table, self.said)
        column.addWidget(self.folded(measured, tr("Measured")))
        column.addStretch(1)
        return whole

    @property
    def racer(self) -> Racer:
        """The model chosen."""
        return RACERS[self.models.currentIndex()]

    def show_view(self, which: int) -> None:
        """Show the race (0) or one chain (1)."""
        self._pills.button(which).setChecked(True)
        self._race_view.setVisible(which == 0)
        self.walk.setVisible(which == 1)
        self._make_room()
        self.walk.resume()

    # What is chosen -------------------------------------------------------------------------------

    def _turned(self) -> None:
        self._steps_said.setText(str(self.steps.value()))
        self._settle.start()

    def _begin(self) -> None:
        """Begin anew with the model and the steps that are chosen."""
        from models.digits.sampling.race import Race

        steps, racer = self.steps.value(), self.racer
        self._steps_said.setText(str(steps))
        self._seed += 1
        race = Race(racer, self._judge, self._ground, steps, self._seed)
        self._offer(tuple(race.tallies))
        for column, k in enumerate(CHAIN_STEPS, start=1):
            found = self._measured.row(racer.name, "chain", k)
            figures = (
                ("", "", "") if found is None else _figures(found.frechet, found.confidence, found.entropy)
            )
            for line, text in enumerate(figures):
                self.table.fill(line, column, text or EMPTY)
        self.said.setText(" ".join(tr(one) for one in verdict(self._measured, racer)))
        if self.job is not None:
            self.job.tell(RunRace(racer.name, steps, self._seed))
        else:
            self.lanes.preview(race)
        self.walk.choose(racer, steps)
        if self.isVisible():
            self._make_room()

    def _offer(self, samplers: tuple[str, ...]) -> None:
        """Empty the lanes, and show what was measured beside."""
        self.lanes.offer({sampler: self._row(sampler) for sampler in samplers})

    def _row(self, sampler: str) -> Row | None:
        steps = self.steps.value() if sampler == "chain" else 0
        return self._measured.row(self.racer.name, sampler, steps)

    # The race -------------------------------------------------------------------------------------

    def began(self) -> None:
        """Leave the lanes to what the race draws."""
        from models.digits.sampling.race import samplers_of

        self._offer(samplers_of(self.racer))
        self._seed += 1

    def command(self) -> RunRace:
        """Ask for all lanes, of the model and the steps that are chosen."""
        return RunRace(self.racer.name, self.steps.value(), self._seed)

    def told(self, message: Message) -> str:
        """Show what a lane has come to."""
        # What was drawn before the learner chose something else is on its way still.
        chosen = (self.racer.name, self.steps.value())
        if not isinstance(message, RaceLane) or (message.model, message.steps) != chosen:
            return ""
        self.lanes.show_lane(message)
        return tr("picture {n} of each lane, three starts: mean ± spread").format(n=message.n)

    def changed(self) -> None:
        """Show whether the race is under way."""
        super().changed()
        self.start_button.setEnabled(not self.running)

    def stop(self) -> None:
        """End the race and the walk; what has come of them stays on the screen."""
        self.lanes.stop()
        self._settle.stop()
        self.walk.stop()
        super().stop()

    # Seen or not ----------------------------------------------------------------------------------

    def show_input(self) -> None:
        """Let a chain begin at the present input."""
        if self.state.picture is not None:
            self.walk.show_digit(self.state.picture)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what was begun."""
        super().showEvent(event)
        self.lanes.resume()
        self.walk.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        """Work only while seen."""
        super().hideEvent(event)
        self.stop()


def _figures(frechet: float, confidence: float, entropy: float) -> tuple[str, str, str]:
    return in_figures(frechet, ".0f"), in_figures(confidence, ".2f"), in_figures(entropy, ".2f")
