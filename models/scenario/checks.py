"""What a scenario may hold beyond the kinds of its values: whether it can be played to its end."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assets.errors import RecordError
from models.alarms.conditions import Condition
from models.patients.artefacts.kinds import settled_amount
from models.patients.kinds import KINDS, settled
from models.patients.leads import named_leads
from models.patients.patient import LEAST_FS, MOST_FS
from models.scenario.places import Path
from models.scenario.script import END, Scenario, Step

MOST_S = 4 * 3600.0
"""No step lasts longer, s."""

LEAST_S = 1.0
"""No step is shorter, s."""

MOST_SMOOTH_S = 120.0
MOST_STEPS = 100
MOST_CHARS = 400
"""Characters of a text to the class."""

MOST_ANSWERS = 6
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,39}")
_RECORD = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True)
class Fault:
    """What cannot be.

    Attributes
    ----------
    path : tuple
        Where (`models.scenario.places`).
    what : str
        One sentence with what is allowed.
    """

    path: Path
    what: str


def faults(scenario: Scenario) -> Iterator[Fault]:
    """Give everything in a scenario that cannot be, from its beginning to its end."""
    yield from _head(scenario)
    names = [step.name for step in scenario.step]
    for place, step in enumerate(scenario.step):
        path: Path = ("step", place)
        if not _NAME.fullmatch(step.name) or step.name == END:
            allowed = f"letters, digits, spaces, - and _, at most 40, and not {END!r}"
            yield Fault((*path, "name"), f"A step's name has {allowed}; this is {step.name!r}.")
        elif names.index(step.name) != place:
            yield Fault((*path, "name"), f"There are two steps {step.name!r}; each needs a name of its own.")
        yield from _patient(step, path, first=not place)
        yield from _times(scenario, step, path)
        yield from _texts(step, path)
        yield from _ways(scenario, step, path, names)
        for number, artefact in enumerate(step.artefacts):
            try:
                settled_amount(artefact.kind, artefact.amount)
            except RecordError as error:
                yield Fault((*path, "artefacts", number), str(error))
    yield from _unreached(scenario)


def _head(scenario: Scenario) -> Iterator[Fault]:
    for key in ("title", "bed"):
        if not 1 <= len(getattr(scenario, key).strip()) <= 60:
            yield Fault((key,), f"The key {key!r} has 1 to 60 characters.")
    if not 1 <= len(scenario.step) <= MOST_STEPS:
        yield Fault(("step",), f"A scenario has 1 to {MOST_STEPS} steps, each under [[step]].")
    if not LEAST_FS <= scenario.fs <= MOST_FS:
        yield Fault(("fs",), f"The sampling frequency is from {LEAST_FS:g} to {MOST_FS:g} Hz.")
    if not 0 <= scenario.seed < 2**32:
        yield Fault(("seed",), "The seed is a whole number from 0 to 4294967295.")
    if scenario.vitals and any(step.record is not None for step in scenario.step):
        yield Fault(
            ("vitals",), "Vital signs follow simulated patients alone: with records, vitals is false."
        )
    try:
        if any(step.patient is not None for step in scenario.step):
            named_leads(scenario.leads)
    except RecordError as error:
        yield Fault(("leads",), str(error))


def _patient(step: Step, path: Path, *, first: bool) -> Iterator[Fault]:
    if step.patient is not None and step.record is not None:
        yield Fault((*path, "record"), "A step has a patient or a record, not both.")
    if first and step.patient is None and step.record is None:
        yield Fault(path, "The first step needs a patient or a record.")
    if step.patient is not None:
        if step.patient not in KINDS:
            yield Fault(
                (*path, "patient"), f"There is no patient {step.patient!r}; there are {', '.join(KINDS)}."
            )
            return
        for name, value in step.options.items():
            try:
                settled(step.patient, {name: value})
            except RecordError as error:
                yield Fault((*path, "options", name), str(error))
    elif step.options:
        yield Fault((*path, "options"), "Options belong to a patient; this step names none.")
    if step.record is not None and not _RECORD.fullmatch(step.record):
        yield Fault((*path, "record"), f"A record is named as in the catalogue (208), not {step.record!r}.")
    if not 0 <= step.start_s < 86_400:
        yield Fault((*path, "start_s"), "Minutes of a record begin at 0 s or later, within a day.")
    if step.start_s and step.record is None:
        yield Fault((*path, "start_s"), "start_s belongs to a record; this step names none.")


def _times(scenario: Scenario, step: Step, path: Path) -> Iterator[Fault]:
    if step.lasts_s is not None and not LEAST_S <= step.lasts_s <= MOST_S:
        yield Fault((*path, "lasts_s"), f"A step lasts {LEAST_S:g} to {MOST_S:g} s.")
    if step.lasts_s is None and step.record is not None:
        yield Fault((*path, "record"), "A step with a record needs lasts_s.")
    if not 0 <= step.smooth_s <= MOST_SMOOTH_S:
        yield Fault((*path, "smooth_s"), f"smooth_s is 0 to {MOST_SMOOTH_S:g} s.")
    for number, branch in enumerate(step.on):
        if not (math.isfinite(branch.after_s) and 0 <= branch.after_s <= 600):
            yield Fault((*path, "on", number, "after_s"), "after_s is 0 to 600 s.")


def _texts(step: Step, path: Path) -> Iterator[Fault]:
    for key in ("say", "note"):
        if len(getattr(step, key)) > MOST_CHARS:
            yield Fault((*path, key), f"The key {key!r} has at most {MOST_CHARS} characters.")
    if step.ask is None:
        return
    ask = step.ask
    if not 1 <= len(ask.question.strip()) <= 120:
        yield Fault((*path, "ask"), "A question has 1 to 120 characters.")
    if not 2 <= len(set(ask.answers)) == len(ask.answers) <= MOST_ANSWERS or not all(
        1 <= len(answer.strip()) <= 40 for answer in ask.answers
    ):
        yield Fault(
            (*path, "ask"),
            f"A question has 2 to {MOST_ANSWERS} answers, all different, of 1 to 40 characters.",
        )
    if ask.right and ask.right not in ask.answers:
        yield Fault(
            (*path, "ask"), f"The right answer is one of {', '.join(ask.answers)}, not {ask.right!r}."
        )


def _ways(scenario: Scenario, step: Step, path: Path, names: list[str]) -> Iterator[Fault]:
    there = f"there are {', '.join(names)} and {END}"
    if step.then and step.then not in (*names, END):
        yield Fault((*path, "then"), f"There is no step {step.then!r}; {there}.")
    if step.then and step.lasts_s is None:
        yield Fault((*path, "then"), "What follows in its time needs lasts_s.")
    if step.lasts_s is None and not step.on:
        yield Fault(path, "Nothing leads out of this step: it needs lasts_s, or on.")
    keys = [condition.key for condition in Condition]
    waited: set[tuple[object, ...]] = set()
    for number, branch in enumerate(step.on):
        at = (*path, "on", number)
        waits = (branch.does, branch.answer, branch.alarm)
        if sum(wait is not None for wait in waits) != 1:
            yield Fault(at, "Each way out has exactly one of does, answer and alarm.")
        elif waits in waited:
            yield Fault(at, f"There are two ways out on {branch.words}; the step can take one.")
        waited.add(waits)
        if branch.go not in (*names, END):
            yield Fault((*at, "go"), f"There is no step {branch.go!r}; {there}.")
        if branch.alarm is not None and branch.alarm not in keys:
            yield Fault((*at, "alarm"), f"There is no alarm {branch.alarm!r}; there are {', '.join(keys)}.")
        answers = step.ask.answers if step.ask is not None else ()
        if branch.answer is not None and branch.answer not in answers:
            allowed = f"the answers are {', '.join(answers)}" if answers else "this step asks nothing"
            yield Fault((*at, "answer"), f"There is no answer {branch.answer!r}; {allowed}.")


def _unreached(scenario: Scenario) -> Iterator[Fault]:
    """Whatever no way leads to was written in vain."""
    if not scenario.step:
        return
    steps = {step.name: step for step in scenario.step}
    found, to_see = set(), [scenario.step[0].name]
    while to_see:
        name = to_see.pop()
        if name in found or name not in steps:
            continue
        found.add(name)
        step = steps[name]
        to_see += [branch.go for branch in step.on]
        if step.lasts_s is not None:
            to_see.append(scenario.after(step))
    for place, step in enumerate(scenario.step):
        if step.name not in found:
            yield Fault(("step", place), f"No way leads to the step {step.name!r}.")
