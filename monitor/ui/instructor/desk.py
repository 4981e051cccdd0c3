"""Where instructor, class and stream meet: deeds go to the source, and what happens comes from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence

from assets.errors import AssetError, RecordError
from assets.sources.source import Source
from models.alarms.conditions import title_of
from models.patients.artefacts.noise import Noises
from models.scenario.conducted import Conducted, conducted_in
from models.scenario.plan import Turn
from models.scenario.player import Happened, What
from models.scenario.script import Deed, by_hand
from models.scenario.source import ScenarioSource, scenario_in
from monitor.alarms.lifecycle import Change, Entry
from monitor.bedside.ward.bed import Bed
from monitor.bedside.ward.opened import BedSource
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.pages.context import Context
from monitor.ui.session.loading.wish import Wish

LOOK_MS = 200
"""Between two looks at what has happened, in milliseconds."""


class _Preparing(BackgroundThread):
    """Reads noise, which takes a second: the window does not wait for it."""

    failed = Signal(str)

    def __init__(self, source: Conducted) -> None:
        super().__init__()
        self._source = source

    def run(self) -> None:
        try:
            self._source.prepare()
        except AssetError as error:
            self.failed.emit(complaint(error))


class Desk(QObject):
    """Follows the scenario that the class has, if any; steers what the class has, or a bed of the ward.

    Of the class, ``changed`` tells that another source is on, or that its scenario is over, and ``happened``
    carries what is new, a `Happened` each. For the instructor, ``chosen`` tells that something else is
    steered or that its scenario is over, ``noted`` carries what is new of what is steered, and ``looked``
    comes every `LOOK_MS`; ``failed`` carries a sentence for the instructor alone; ``wanted`` carries a source
    that is to be watched.

    Parameters
    ----------
    context : Context
        The session.
    """

    changed = Signal()
    happened = Signal(object)
    chosen = Signal()
    noted = Signal(object)
    looked = Signal()
    failed = Signal(str)
    wanted = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, context.session
        self._wish: Wish | None = None
        self._preparing: _Preparing | None = None
        self._attended = False
        self._bed: Bed | None = None
        self._steered: Conducted | None = None
        self._said = self._noted = 0
        self._acknowledged = -1.0
        self._session.opened.connect(self._on_opened)
        self._session.alarms.heard.connect(self._on_alarm)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    # What is so -----------------------------------------------------------------------------------

    @property
    def beds(self) -> tuple[Bed, ...]:
        """The ward's beds that can be conducted; none while there is no ward."""
        ward = self._context.ward.ward
        beds = ward.beds if ward is not None else ()
        return tuple(bed for bed in beds if not bed.failure and conducted_in(bed.source) is not None)

    @property
    def bed(self) -> Bed | None:
        """The bed that is steered; None where it is what the class watches."""
        return self._bed if self._bed in self.beds else None

    @property
    def source(self) -> Conducted | None:
        """What is steered or disturbed; None where a record or another stream is on."""
        own = self._session.source
        bed = self.bed or (own.bed if isinstance(own, BedSource) else None)
        return conducted_in(own if bed is None else bed.source)

    @property
    def undisturbed(self) -> tuple[str, str]:
        """Why artefacts cannot be added from here, in a few words and in a sentence; empty where they can."""
        if self.source is not None:
            return "", ""
        session = self._session
        if session.source is None:
            return tr("Nothing is on."), tr("Nothing is on: put a patient on, or a scenario.")
        if not session.artefacts.possible:
            return tr("Not of this bed"), tr("What is on cannot be disturbed from here.")
        key = (
            self._context.actions["show_artefacts"]
            .shortcut()
            .toString(QKeySequence.SequenceFormat.NativeText)
        )
        words = tr("What is on is disturbed in the class's window, with {key}; the class sees what disturbs.")
        return tr("In the class's window: {key}").format(key=key), words.format(key=key)

    @property
    def course(self) -> ScenarioSource | None:
        """The scenario that runs for the class; None where there is none, or it is over."""
        source = scenario_in(self._session.source)
        return source if source is not None and source.scenario.is_course and not source.truth.over else None

    @property
    def told(self) -> tuple[Happened, ...]:
        """What `noted` has carried of what is steered."""
        source = self.source
        return source.happened[: self._noted] if source is not None else ()

    @property
    def heard(self) -> tuple[Happened, ...]:
        """What `happened` has carried of what the class watches."""
        source = scenario_in(self._session.source)
        return source.happened[: self._said] if source is not None else ()

    @property
    def frozen(self) -> bool:
        """Whether what is steered stands still."""
        bed = self.bed
        return not self._session.playing if bed is None else bed.frozen

    def choose(self, bed: Bed | None) -> None:
        """Steer a bed of the ward, or what the class watches; the ward names no patient from then on."""
        self._bed = bed
        unnamed = self._context.actions["hide_names"]
        if bed is not None and not unnamed.isChecked():
            unnamed.trigger()
        self._look()

    def attend(self) -> None:
        """An instructor is there: what he may ask for is made ready beforehand, now and with each source."""
        self._attended = True
        self._look()
        self._prepare()

    # What the instructor does ---------------------------------------------------------------------

    def start(self, path: Path) -> None:
        """Open a scenario in the background, and watch it; a failure is told to the instructor alone."""
        self._forget()
        wish = self._wish = Wish(str(path), self._context.data_dir, parent=self)
        wish.loaded.connect(self._on_loaded)
        wish.failed.connect(self._on_failed)
        wish.start()

    def put_on(self, kind: str, options: Mapping[str, float], *, vitals: bool) -> None:
        """Watch a patient who is steered by hand."""
        self._forget()
        noises = Noises(self._context.data_dir)
        bed = "Bed 1"  # it tells nothing
        made = by_hand(bed, kind, dict(options), vitals=vitals)
        self.wanted.emit(ScenarioSource(made, noises=noises))

    def steer(self, kind: str, options: Mapping[str, float], smooth_s: float) -> None:
        """Let the patient who is on have something else."""
        self.schedule([Turn(0.0, kind, options, smooth_s)])

    def schedule(self, turns: list[Turn]) -> None:
        """Let the patient who is on have one thing after the other."""
        source = self.source
        if source is None:
            self.failed.emit(tr("What is on cannot be steered: put a patient on, or a scenario."))
            return
        try:
            source.schedule(turns)
        except RecordError as error:
            self.failed.emit(complaint(error))

    def disturb(self, kind: str, amount: float | None, on: bool) -> None:
        """Let an artefact come or go."""
        source = self.source
        if source is None:
            self.failed.emit(tr("Artefacts come with a patient or a scenario: put one on."))
            return
        try:
            if on:
                source.disturb(kind, amount)
            else:
                source.calm(kind)
        except RecordError as error:
            self.failed.emit(complaint(error))

    def measure(self) -> None:
        """Let the patient's cuff measure now."""
        source = self.source
        if source is not None:
            source.measure()

    def freeze(self, on: bool) -> None:
        """Let what is steered stand still, or go on."""
        ward, bed = self._context.ward.ward, self.bed
        if ward is not None and bed is not None:
            ward.order(partial(ward.freeze if on else ward.thaw, bed))
        elif on:
            self._session.pause()
        else:
            self._session.play()

    # What learners do -----------------------------------------------------------------------------

    def do(self, deed: Deed) -> None:
        """Learners do something; without a scenario it means nothing."""
        if self.course is not None:
            self.course.do(deed)

    def answer(self, answer: str) -> None:
        """Learners give an answer."""
        if self.course is not None:
            self.course.answer(answer)

    # Inside ---------------------------------------------------------------------------------------

    def stop(self) -> None:
        """Stop what is on its way."""
        self._timer.stop()
        wish, self._wish = self._wish, None
        if wish is not None:
            wish.stop()
        if self._preparing is not None:
            self._preparing.stop()

    def _forget(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish.forget()

    def _on_loaded(self, source: Source, _lead: int) -> None:
        self._wish = None
        self.wanted.emit(source)

    def _on_failed(self, why: str) -> None:
        self._wish = None
        self.failed.emit(why)

    def _on_opened(self) -> None:
        self._said = 0
        self._follow()
        self.changed.emit()
        self._look()

    def _follow(self) -> bool:
        """Take up what is steered now; whether it is another source than before."""
        source = self.source
        if source is self._steered:
            return False
        self._steered, self._noted = source, 0
        self._prepare()
        return True

    def _prepare(self) -> None:
        if not self._attended or self._steered is None:
            return
        preparing = self._preparing = _Preparing(self._steered)
        preparing.failed.connect(self.failed)
        preparing.start()

    def _on_alarm(self, entry: Entry) -> None:
        source = scenario_in(self._session.source)
        if source is None or entry.alarm.source != source.info.identity:
            return
        if entry.change in (Change.RAISED, Change.NOTED):
            source.hear([entry.alarm])
        elif entry.change is Change.ACKNOWLEDGED and entry.at_s != self._acknowledged:
            self._acknowledged = entry.at_s  # one press acknowledges all alarms there are
            source.do(Deed.ACKNOWLEDGE)

    def _look(self) -> None:
        """Tell what is new: first the class, then the instructor."""
        of_class = scenario_in(self._session.source)
        for one in of_class.happened[self._said :] if of_class is not None else ():
            self._said += 1
            self.happened.emit(one)
            if one.what is What.END:
                self.changed.emit()
        if self._follow():
            self.chosen.emit()
        steered = self._steered
        for one in steered.happened[self._noted :] if steered is not None else ():
            self._noted += 1
            self.noted.emit(one)
            if one.what is What.END:
                self.chosen.emit()
        self.looked.emit()


def in_words(one: Happened) -> str:
    """What happened, for the instructor's log."""
    words = {
        What.STEP: tr("step {step}").format(step=tr(one.step)),
        What.SAY: tr("class is told: {words}").format(words=tr(one.words)),
        What.ASK: tr("class is asked: {words}").format(words=tr(one.words)),
        What.DEED: tr("learners: {words}").format(words=tr(one.words)),
        What.ANSWER: tr("learners answer: {words}").format(words=tr(one.words)),
        What.ALARM: tr("monitor: {alarm}").format(alarm=tr(title_of(one.words))),
        What.INSTRUCTOR: tr("instructor: {words}").format(words=tr(one.words)),
        What.END: tr("the scenario is over"),
    }[one.what]
    if one.right is not None:
        words += tr(" (right)") if one.right else tr(" (wrong)")
    if one.why and one.what in (What.STEP, What.END):
        words += tr(" ({why})").format(why=tr(one.why))
    return words
