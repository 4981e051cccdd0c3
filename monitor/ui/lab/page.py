"""The digit lab's page: the input at the left, one pane at the right, groups and pills to change it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from assets.errors import AssetError
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import TIGHT_PX
from monitor.ui.kit.room.scrolling import LoneStack
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import restyle
from monitor.ui.lab.course.card import StepCard
from monitor.ui.lab.course.fact import NotYetError, Scene
from monitor.ui.lab.course.guide import Guide, Stage
from monitor.ui.lab.course.side import LESSON, Side
from monitor.ui.lab.formulas.view import FormulaTip, FormulaView
from monitor.ui.lab.legacy import Legacy
from monitor.ui.lab.loading import TorchLoader
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.pills import Pills, pills_style
from monitor.ui.lab.registry import PANES, pane_spec
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.input_panel import InputColumn, InputPanel
from monitor.ui.lab.work.job_pane import JobPane
from monitor.ui.lab.work.training_pane import TrainingPane
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import ControlsPage
from monitor.ui.pages.settings import Settings
from monitor.ui.session.session import Session

POLL_MS = 100
"""How often the page looks whether torch is there yet."""

LOW_PX = 560
"""A page less high than this is in a low window, in logical pixels."""

MARGINS, TIGHT = (16, 10, 16, 12), (16, 6, 16, 6)
"""Around the page's parts, and in a low window: left, top, right and bottom, in logical pixels."""

SPACING_PX = 10
"""Between them; `TIGHT_PX` in a low window."""


class LabPage(ControlsPage):
    """The tab.

    Parameters
    ----------
    data_dir : Path or None
        Local mirror for MNIST.
    theme : Theme
        Colours.
    settings : Settings or None
        Where a learner's progress is kept; None keeps it as long as the page.
    session : Session or None
        What the monitor watches, for panes that show it.
    """

    def __init__(
        self,
        data_dir: Path | None,
        theme: Theme,
        settings: Settings | None = None,
        session: Session | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self._loader: TorchLoader | None = None
        self.state = LabState(data_dir, self, settings, session)
        self.guide = Guide(self.state.progress, self)
        self.guide.changed.connect(self._on_guide)
        self.guide.finished.connect(lambda: self.show_pane("course"))
        self.state.pane_asked.connect(self.show_pane)
        self.state.lesson_asked.connect(self._begin_lesson)
        self.panes: dict[str, Pane] = {}
        # What there is of a pane that could not be made hangs on its error. Its widgets refer to each other:
        # once forgotten they would be gathered up in any thread, and one not the window's aborts the program.
        self._unmade: list[AssetError] = []
        self.side: Side | None = None
        self._input: InputPanel | None = None
        self.pills = Pills()
        self.pills.chosen.connect(self.show_pane)
        self._stack = LoneStack()
        self._legacy: Legacy | None = None
        self._waiting = PlainLabel(tr("Loading the models…"))
        self._waiting.setObjectName("note")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setWordWrap(True)
        self._stack.addWidget(self._waiting)
        self._content = QHBoxLayout()
        self._content.setSpacing(14)
        self._content.addWidget(self._stack, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(SPACING_PX)
        column.addWidget(self.pills)
        column.addLayout(self._content, 1)
        self.pills.setStyleSheet(pills_style(theme))
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._begin)

    @property
    def pane(self) -> Pane | None:
        """The pane shown."""
        return self.panes.get(self.pills.pane)

    @property
    def ready(self) -> bool:
        """Whether the pane is there, or a sentence that says why not."""
        return self.side is not None or not self._poll.isActive()

    @property
    def pane_names(self) -> tuple[str, ...]:
        """Names of the panes in `registry.PANES`."""
        return tuple(spec.name for spec in PANES)

    def activate(self) -> None:
        """Show the page's content as soon as torch is loaded; whoever analyses a record is loading it."""
        if self.side is None:
            self._poll.start()
            self._begin()

    def prepare(self) -> None:
        """Make the pane."""
        self.activate()

    def _begin(self) -> None:
        torch = sys.modules.get("torch")
        if (
            torch is None
            or not hasattr(torch, "inference_mode")
            or getattr(torch, "set_num_threads", None) is None
        ):
            self._load()
            return
        self._poll.stop()
        if self.side is not None:
            return
        # The setting belongs to the thread that makes it; this one decodes single digits.
        torch.set_num_threads(1)
        try:
            panel = self._input = InputPanel(self.state, self.theme)
        except AssetError as error:
            self._unmade.append(error)
            self._waiting.setText(complaint(error))
            return
        card = StepCard(self.guide)
        card.checked.connect(self._check)
        card.pane_wanted.connect(self.show_pane)
        self.side = Side(card, InputColumn(panel), self.pills.fold)
        self.side.be_in(self.width())
        self._content.insertWidget(0, self.side)
        self.show_pane(self.pills.pane)
        self._go_on()

    def _load(self) -> None:
        """Load torch where nothing is watched yet: a record may be long on its way."""
        if self._loader is None and self._session is not None and self._session.source is None:
            self._loader = TorchLoader()
            self._loader.failed.connect(self._on_no_torch)
            self._loader.start()

    def _on_no_torch(self, why: str) -> None:
        self._poll.stop()
        self._waiting.setText(tr("The lab needs torch, which could not be loaded ({why}).").format(why=why))

    def show_pane(self, name: str) -> None:
        """Show a pane of `registry.PANES`; one whose files cannot be read says why.

        Raises
        ------
        ValueError
            If there is no such pane.
        """
        spec = pane_spec(name)
        self.pills.choose(name)
        if self.side is None:
            return
        if name not in self.panes:
            try:
                pane = spec.load()(self.state, self.theme)
            except AssetError as error:
                self._unmade.append(error)
                self._waiting.setText(complaint(error))
                self._stack.setCurrentWidget(self._waiting)
                return
            self.panes[name] = pane
            self._stack.addWidget(pane)
            pane.order_tabs()
            pane.keep_secret(self.guide.secrets)
            pane.use_changed.connect(self._on_use)
        self.side.show_input(self.panes[name].takes_input)
        self.side.card.show_pane(name)
        self._stack.setCurrentWidget(self.panes[name])

    def _on_use(self) -> None:
        if self.side is not None and self.pane is self.sender():
            self.side.show_input(self.pane.takes_input)

    # Another language -----------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Something learns or is measured, or MNIST is on its way."""
        jobs = [pane for pane in self.panes.values() if isinstance(pane, JobPane)]
        return self.state.loading_mnist or any(pane.running for pane in jobs)

    def hand_over(self) -> Legacy:
        """Pane, lesson, input and the learner's nets; one that a training has left behind is among them."""
        for pane in self.panes.values():
            if isinstance(pane, TrainingPane):
                pane.use()
        lesson = self.guide.lesson
        legacy = Legacy.of(self.state, self.pills.pane, None if lesson is None else lesson.name)
        self.stop()
        return legacy

    def take_over(self, legacy: object) -> None:
        """Go on with it, as soon as torch is there."""
        if isinstance(legacy, Legacy):
            self._legacy = legacy
            self.pills.choose(legacy.pane)
            self._go_on()

    def _go_on(self) -> None:
        legacy = self._legacy
        if legacy is None or self.side is None:
            return
        self._legacy = None
        legacy.give(self.state)
        self.show_pane(legacy.pane)
        if legacy.lesson is not None:
            self.guide.begin(legacy.lesson)

    # The course -----------------------------------------------------------------------------------

    def _begin_lesson(self, name: str) -> None:
        """Begin a lesson beside the lessons: neither a pane nor the teacher's page tells an answer there."""
        self.guide.begin(name)
        self.show_pane("course")

    def _on_guide(self) -> None:
        """Show the card of the present step; its pane only once something has been predicted."""
        guide, side = self.guide, self.side
        if side is None:
            return
        side.show_lesson(guide.lesson is not None)
        for pane in self.panes.values():
            pane.keep_secret(guide.secrets)
        if guide.step is not None and guide.stage is Stage.PREDICT and self.pills.pane == guide.step.pane:
            self.show_pane("course")  # it would show the answer beside the question
        if guide.step is not None and guide.stage is Stage.TRY:
            self.show_pane(guide.step.pane)
        if guide.lesson is not None:
            side.turn_to(LESSON)
        if guide.stage is Stage.TOLD:
            side.show_end()
        side.card.show_pane(self.pills.pane)

    def _check(self) -> None:
        """Find out what happened on the step's pane."""
        step, side = self.guide.step, self.side
        if step is None or side is None:
            return
        if step.pane not in self.panes:
            self.show_pane(step.pane)
        if (pane := self.panes.get(step.pane)) is None:
            return  # its files cannot be read, which stands where it would be
        try:
            self.guide.check(Scene(self.state.picture, pane))
        except (NotYetError, AssetError) as error:
            side.card.say(complaint(error))
            side.show_end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have card and input side by side, where there is room; a low window's goes to the pane."""
        super().resizeEvent(event)
        low = self.height() < LOW_PX
        self.pills.be_low(low)
        self._column.setContentsMargins(*(TIGHT if low else MARGINS))
        self._column.setSpacing(TIGHT_PX if low else SPACING_PX)
        if self.side is not None:
            self.side.be_in(self.width())

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.theme = theme
        self.pills.setStyleSheet(pills_style(theme))
        for pane in self.panes.values():
            pane.theme = theme
            restyle(pane, theme)
        restyle(self, theme)

    def put_away(self, pane: str) -> None:
        """Keep a pane that is not shown outside of the window, until it is shown."""
        if pane in self.panes:
            self._stack.put_away(self.panes[pane])

    def stop(self) -> None:
        """End every thread of the lab; an import has no way out, and is not waited for."""
        self._poll.stop()
        if self._loader is not None:
            self._loader.ask_to_stop()
        self._stack.bring_back()
        for pane in self.panes.values():
            pane.stop()
        for view in self.findChildren(FormulaView):
            view.stop()
        for tip in self.findChildren(FormulaTip):
            tip.stop()
        self.state.stop()


def make_page(context: Context) -> LabPage:
    """Make the page."""
    return LabPage(context.data_dir, context.theme, context.settings, context.session)
