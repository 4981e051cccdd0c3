"""A scenario as a source: one stream, whatever its steps bring."""

from __future__ import annotations

import hashlib
import queue
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, runtime_checkable

import msgspec
import numpy as np

from assets.causes import words_of
from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.record import Annotations
from assets.sources.source import Source, SourceBlock, SourceInfo
from models.alarms.alarm import Alarm
from models.patients.artefacts.course import Disturbance
from models.patients.artefacts.kinds import ARTEFACTS, artefact_named, settled_amount
from models.patients.artefacts.noise import Noises
from models.patients.artefacts.source import Artefacts
from models.patients.figures import NIBP_LEADS
from models.patients.kinds import settled
from models.scenario.body import Body, told
from models.scenario.plan import Plan, Turn
from models.scenario.player import Happened, Player, What
from models.scenario.script import END, Artefact, Deed, Scenario, Step
from models.scenario.stretch import Stretch

SCHEME = "scenario"
"""What stands before the colon."""


@dataclass(frozen=True)
class Truth:
    """What is so at a moment; what the instructor sees and the class does not.

    Attributes
    ----------
    at : int
        The moment, in samples of the stream.
    step : Step
        The step that is on.
    has : str
        What the patient has, in words, or which minutes of what record are played.
    kind : str
        What the patient has, as `models.patients.kinds` names it; empty while a record is played.
    options : mapping of str to float
        Of that kind, as they are just now.
    since : int
        Sample from which on that has been so.
    left_s : float or None
        How long the step still lasts by itself, s.
    next : str
        What follows then.
    over, paused : bool
        Whether the scenario is over, or its step's time stands still.
    plan : tuple of (float, str)
        What the instructor has asked for and is still to come: in how many s, and what.
    artefacts : mapping of str to float
        What disturbs the signal, and how much of it.
    steerable : bool
        Whether the patient can be let have something else; a record's cannot.
    """

    at: int
    step: Step
    has: str
    kind: str
    options: Mapping[str, float]
    since: int
    left_s: float | None
    next: str
    over: bool
    paused: bool
    plan: tuple[tuple[float, str], ...] = ()
    artefacts: Mapping[str, float] = field(default_factory=dict)
    steerable: bool = True


class ScenarioSource(Source):
    """A stream that a scenario, its learners and its instructor steer.

    What is told to it may come from any thread; it takes effect with the next sample that is read.

    Parameters
    ----------
    scenario : Scenario
        What is played.
    stretches : mapping of str to Stretch
        The minutes of records, by the names of their steps.
    noises : Noises, optional
        Where the noise of artefacts is taken from.
    told : SourceInfo, optional
        What it says of itself; where not given nothing of what is to come, and no label is shown.

    Raises
    ------
    RecordError
        If a step's artefact cannot be in the scenario's leads.
    """

    def __init__(
        self,
        scenario: Scenario,
        stretches: Mapping[str, Stretch] | None = None,
        noises: Noises | None = None,
        told: SourceInfo | None = None,
    ) -> None:
        self.scenario = scenario
        self._body = Body(scenario, stretches or {})
        noises = noises or Noises()
        self._noises = noises
        _try_artefacts(scenario, Body(scenario, {}), noises)
        self._signal = Artefacts(self._body, noises, seed=scenario.seed)
        self._player = Player(scenario, scenario.fs)
        self._plan = Plan(scenario.fs)
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._heard: set[tuple[str, str, int, int]] = set()
        self._happened: list[Happened] = []
        self._at = self._since = 0
        self._info = told or replace(self._body.info, identity=_identity(scenario), hidden=True)
        self._take_news()
        self._truth = self._seen()

    @property
    def info(self) -> SourceInfo:
        """What it says of itself: nothing of what is to come."""
        return self._info

    @property
    def ended(self) -> bool:
        """Whether the scenario is over."""
        return self._player.over and self._orders.empty()

    @property
    def truth(self) -> Truth:
        """What was so at the last sample that was read."""
        return self._truth

    @property
    def happened(self) -> tuple[Happened, ...]:
        """All that has happened so far."""
        return tuple(self._happened)

    def read(self, n: int) -> SourceBlock:
        """Give the next `n` samples with their labels; fewer where the scenario ends."""
        start = self._at
        while not self._orders.empty():
            self._orders.get()()
        self._take_news()
        blocks = []
        while self._at < start + n and not self._player.over:
            dues = (start + n, self._player.due, self._plan.due)
            stop = min(due for due in dues if due is not None)
            blocks.append(self._signal.read(stop - self._at))
            self._at = stop
            self._player.reach(stop)
            for turn in self._plan.take(stop):
                self._turn(turn)
            self._take_news()
        self._truth = self._seen()
        return _joined(start, blocks, len(self._info.leads))

    # What learners do -----------------------------------------------------------------------------

    def do(self, deed: Deed) -> None:
        """Learners do something."""
        self._orders.put(lambda: self._player.do(deed))

    def answer(self, answer: str) -> None:
        """Learners give an answer."""
        self._orders.put(lambda: self._player.answer(answer))

    def hear(self, alarms: Iterable[Alarm]) -> None:
        """Alarms were raised, or have ended; each counts once."""
        for alarm in alarms:
            known = (alarm.condition.key, alarm.lead, alarm.start, alarm.raised)
            if known not in self._heard:
                self._heard.add(known)
                key = alarm.condition.key
                self._orders.put(lambda key=key: self._player.hear(key))  # type: ignore[misc]

    # What the instructor does ---------------------------------------------------------------------

    def pause(self, on: bool) -> None:
        """Let the step's time stand still, or go on; the stream goes on."""
        self._orders.put(lambda: self._player.pause(on))

    def skip(self) -> None:
        """Go on to the step that follows."""
        self._orders.put(self._player.skip)

    def go(self, step: str) -> None:
        """Go on to a step.

        Raises
        ------
        KeyError
            If there is none of that name.
        """
        if step != END:
            self.scenario.named(step)
        self._orders.put(lambda: self._player.go(step))

    def steer(self, kind: str, options: Mapping[str, float] | None = None, smooth_s: float = 0.0) -> None:
        """Let the patient have something else; what was planned is forgotten.

        Raises
        ------
        RecordError
            If the kind or an option cannot be.
        """
        self.schedule([Turn(0.0, kind, settled(kind, options or {}), smooth_s)])

    def schedule(self, turns: Iterable[Turn]) -> None:
        """Let the patient have one thing after the other; what was planned before is forgotten.

        Raises
        ------
        RecordError
            If a kind or an option cannot be.
        """
        wanted = [replace(turn, options=settled(turn.kind, turn.options)) for turn in turns]
        self._orders.put(lambda: self._begin_plan(wanted))

    def disturb(self, kind: str, amount: float | None = None) -> None:
        """Let an artefact come, or let it be another amount; it stays until the next step.

        Raises
        ------
        RecordError
            If there is no such artefact or amount, or these leads cannot have it.
        """
        value = settled_amount(kind, amount)
        _try_artefacts(self.scenario, Body(self.scenario, {}), self._noises, [Artefact(kind, value)])
        self._orders.put(lambda: self._disturb(kind, value))

    @property
    def has_cuff(self) -> bool:
        """Whether there is a cuff that can measure."""
        return any(lead in NIBP_LEADS for lead in self._info.leads)

    def measure(self) -> None:
        """Let the patient's cuff measure now."""
        self._orders.put(self._body.measure)

    def prepare(self) -> None:
        """Read the noise of all artefacts now, in a thread that may wait for it, so that `disturb` need not.

        Raises
        ------
        AssetError
            If a noise record is there, and is not the published one.
        """
        Artefacts(Body(self.scenario, {}), self._noises).prepare()

    def calm(self, kind: str) -> None:
        """Let an artefact go.

        Raises
        ------
        RecordError
            If there is none of that name.
        """
        artefact_named(kind)
        self._orders.put(lambda: self._calm(kind))

    def disturbances(self, start: int, stop: int) -> tuple[Disturbance, ...]:
        """Say which artefacts are on between samples `start` and `stop`, in the order of time."""
        return self._signal.disturbances(start, stop)

    # Inside ---------------------------------------------------------------------------------------

    def _disturb(self, kind: str, amount: float) -> None:
        self._signal.set(kind, amount)
        self._player.note(told_artefact(kind, amount))

    def _calm(self, kind: str) -> None:
        self._signal.clear(kind)
        self._player.note(phrase("no more: {artefact}", artefact=ARTEFACTS[kind].words))

    def _begin_plan(self, turns: list[Turn]) -> None:
        self._plan.set(turns, self._at)
        for turn in self._plan.take(self._at):
            self._turn(turn)

    def _turn(self, turn: Turn) -> None:
        self._body.steer(turn.kind, turn.options, turn.smooth_s)
        self._since = self._at
        self._player.note(told(turn.kind, turn.options))

    def _take_news(self) -> None:
        for one in self._player.news:
            self._happened.append(one)
            if one.what is not What.STEP:
                continue
            step = self.scenario.named(one.step)
            if step.patient is not None or step.record is not None:
                self._plan.set([], self._at)
                self._since = self._at
            self._body.take(step)
            self._set_artefacts(step)

    def _set_artefacts(self, step: Step) -> None:
        wanted = {artefact.kind: artefact for artefact in step.artefacts}
        for kind in set(self._signal.on) - set(wanted):
            self._signal.clear(kind)
        for kind, artefact in wanted.items():
            self._signal.set(kind, artefact.amount, artefact.leads or None)

    def _seen(self) -> Truth:
        player, fs = self._player, self.scenario.fs
        left = player.left
        return Truth(
            self._at,
            player.step,
            self._body.words,
            *self._body.kind,
            self._since,
            None if left is None else left / fs,
            player.next,
            player.over,
            player.paused,
            tuple(((at - self._at) / fs, told(turn.kind, turn.options)) for at, turn in self._plan.coming),
            {setting.kind: setting.amount for setting in self._signal.on.values()},
        )


def scenario_in(source: Source | None) -> ScenarioSource | None:
    """Give the scenario that a source is, or that it disturbs; None where it is none."""
    while isinstance(source, Artefacts):
        source = source.source
    return source if isinstance(source, ScenarioSource) else None


@runtime_checkable
class Disturbing(Protocol):
    """A source that knows which artefacts are in its samples."""

    def disturbances(self, start: int, stop: int) -> tuple[Disturbance, ...]:
        """Say which artefacts are on between samples `start` and `stop`, in the order of time."""


def disturbances_in(source: Source, start: int, stop: int) -> tuple[Disturbance, ...]:
    """Say which artefacts are on between two samples of any source; none where it has none that it knows."""
    if isinstance(source, Artefacts):
        return (*disturbances_in(source.source, start, stop), *source.disturbances(start, stop))
    return source.disturbances(start, stop) if isinstance(source, Disturbing) else ()


def told_artefact(kind: str, amount: float) -> str:
    """An artefact in words: ``Muscle noise, 6 dB``."""
    own = ARTEFACTS[kind]
    return (
        phrase("{words}, {amount:g} {unit}", words=own.words, amount=amount, unit=own.unit)
        if own.unit
        else own.words
    )


def _try_artefacts(
    scenario: Scenario, body: Body, noises: Noises, asked: Iterable[Artefact] | None = None
) -> None:
    """Refuse artefacts that cannot be in these leads, before anything is played; the noise is read by it."""
    tried = Artefacts(body, noises)
    steps = {step.name: step.artefacts for step in scenario.step} if asked is None else {"": asked}
    for name, artefacts in steps.items():
        for one in artefacts:
            try:
                tried.set(one.kind, one.amount, one.leads or None)
            except RecordError as error:
                raise RecordError(
                    phrase("Step {name!r}: {error}", name=name, error=words_of(error))
                    if name
                    else words_of(error)
                ) from error


def _joined(start: int, blocks: list[SourceBlock], n_leads: int) -> SourceBlock:
    if len(blocks) == 1:
        return blocks[0]
    if not blocks:
        return SourceBlock(start, np.zeros((0, n_leads), np.float32))
    samples = np.concatenate([block.samples for block in blocks])
    samples.flags.writeable = False
    known = [block.annotations for block in blocks]
    return SourceBlock(
        start,
        samples,
        Annotations(
            np.concatenate([each.sample for each in known]),
            tuple(symbol for each in known for symbol in each.symbol),
            tuple(aux for each in known for aux in each.aux_note),
        ),
    )


def _identity(scenario: Scenario) -> str:
    """Whose signal this is, without a word of what he has: learners may come to see it."""
    # Its words in other languages change no signal, and a text with some is no text that can be written.
    signal = msgspec.to_builtins(scenario, enc_hook=str)
    del signal["words"]
    digest = hashlib.blake2s(msgspec.json.encode(signal), digest_size=6).hexdigest()
    return f"bedside:{digest}"
