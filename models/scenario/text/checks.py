"""What a scenario may hold beyond the kinds of its values: whether it can be played to its end."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assets.causes import words_of
from assets.errors import RecordError
from assets.phrase import listed, phrase
from models.alarms.conditions import Condition
from models.patients.artefacts.kinds import settled_amount
from models.patients.body import BREATHS_RANGE
from models.patients.figures import NIBP_RANGE, SPO2_RANGE
from models.patients.kinds import KINDS, settled
from models.patients.leads import named_leads
from models.patients.patient import LEAST_FS, MOST_FS
from models.scenario.script import END, Scenario, Step
from models.scenario.text.places import Path
from models.scenario.wording import texts_of

MOST_S = 4 * 3600.0
"""No step lasts longer, s."""

LEAST_S = 1.0
"""No step is shorter, s."""

MOST_SMOOTH_S = 120.0
MOST_STEPS = 100
MOST_CHARS = 400
"""Characters of a text to the class."""

MOST_ANSWERS = 6
_NAME = re.compile(r"[^\W_][\w -]{0,39}")  # letters of any script
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_RECORD = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True)
class Fault:
    """What cannot be.

    Attributes
    ----------
    path : tuple
        Where (`models.scenario.text.places`).
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
            yield Fault(
                (*path, "name"),
                phrase(
                    "A step's name has letters, digits, spaces, - and _, at most 40, and not {end!r}; "
                    "this is {name!r}.",
                    end=END,
                    name=step.name,
                ),
            )
        elif names.index(step.name) != place:
            yield Fault(
                (*path, "name"),
                phrase("There are two steps {name!r}; each needs a name of its own.", name=step.name),
            )
        yield from _patient(step, path, first=not place)
        yield from _times(scenario, step, path)
        yield from _texts(step, path)
        yield from _ways(scenario, step, path, names)
        for number, artefact in enumerate(step.artefacts):
            try:
                settled_amount(artefact.kind, artefact.amount)
            except RecordError as error:
                yield Fault((*path, "artefacts", number), words_of(error))
    yield from _unreached(scenario)
    yield from _words(scenario)


def _head(scenario: Scenario) -> Iterator[Fault]:
    for key in ("title", "bed"):
        if not 1 <= len(getattr(scenario, key).strip()) <= 60:
            yield Fault((key,), phrase("The key {key!r} has 1 to 60 characters.", key=key))
    if not 1 <= len(scenario.step) <= MOST_STEPS:
        yield Fault(
            ("step",),
            phrase("A scenario has 1 to {most} steps, each under [[step]].", most=MOST_STEPS),
        )
    if not LEAST_FS <= scenario.fs <= MOST_FS:
        yield Fault(
            ("fs",),
            phrase(
                "The sampling frequency is from {least:g} to {most:g} Hz.",
                least=LEAST_FS,
                most=MOST_FS,
            ),
        )
    if not 0 <= scenario.seed < 2**32:
        yield Fault(("seed",), phrase("The seed is a whole number from 0 to 4294967295."))
    for key, value, (least, most) in (
        ("spo2", scenario.spo2, SPO2_RANGE),
        ("nibp", scenario.nibp, NIBP_RANGE),
        ("breaths", scenario.breaths, BREATHS_RANGE),
    ):
        if value is not None and not least <= value <= most:
            yield Fault(
                (key,),
                phrase("The key {key!r} is from {least:g} to {most:g}.", key=key, least=least, most=most),
            )
    if any(step.record is not None for step in scenario.step):
        if scenario.vitals:
            words = phrase("Vital signs follow simulated patients alone: with records, vitals is false.")
            yield Fault(("vitals",), words)
        for key, value in (("spo2", scenario.spo2), ("nibp", scenario.nibp)):
            if value is not None:
                words = phrase(
                    "Vital signs follow simulated patients alone: with records, the key {key!r} is left out.",
                    key=key,
                )
                yield Fault((key,), words)
    try:
        if any(step.patient is not None for step in scenario.step):
            named_leads(scenario.leads)
    except RecordError as error:
        yield Fault(("leads",), words_of(error))


def _patient(step: Step, path: Path, *, first: bool) -> Iterator[Fault]:
    if step.patient is not None and step.record is not None:
        yield Fault((*path, "record"), phrase("A step has a patient or a record, not both."))
    if first and step.patient is None and step.record is None:
        yield Fault(path, phrase("The first step needs a patient or a record."))
    if step.patient is not None:
        if step.patient not in KINDS:
            yield Fault(
                (*path, "patient"),
                phrase(
                    "There is no patient {name!r}; there are {names}.",
                    name=step.patient,
                    names=listed(KINDS),
                ),
            )
            return
        for name, value in step.options.items():
            try:
                settled(step.patient, {name: value})
            except RecordError as error:
                yield Fault((*path, "options", name), words_of(error))
    elif step.options:
        yield Fault((*path, "options"), phrase("Options belong to a patient; this step names none."))
    if step.record is not None and not _RECORD.fullmatch(step.record):
        yield Fault(
            (*path, "record"),
            phrase("A record is named as in the catalogue (208), not {record!r}.", record=step.record),
        )
    if not 0 <= step.start_s < 86_400:
        yield Fault((*path, "start_s"), phrase("Minutes of a record begin at 0 s or later, within a day."))
    if step.start_s and step.record is None:
        yield Fault((*path, "start_s"), phrase("start_s belongs to a record; this step names none."))


def _times(scenario: Scenario, step: Step, path: Path) -> Iterator[Fault]:
    if step.lasts_s is not None and not LEAST_S <= step.lasts_s <= MOST_S:
        yield Fault(
            (*path, "lasts_s"),
            phrase("A step lasts {least:g} to {most:g} s.", least=LEAST_S, most=MOST_S),
        )
    if step.lasts_s is None and step.record is not None:
        yield Fault((*path, "record"), phrase("A step with a record needs lasts_s."))
    if not 0 <= step.smooth_s <= MOST_SMOOTH_S:
        yield Fault((*path, "smooth_s"), phrase("smooth_s is 0 to {most:g} s.", most=MOST_SMOOTH_S))
    for number, branch in enumerate(step.on):
        if not (math.isfinite(branch.after_s) and 0 <= branch.after_s <= 600):
            yield Fault((*path, "on", number, "after_s"), phrase("after_s is 0 to 600 s."))


def _texts(step: Step, path: Path) -> Iterator[Fault]:
    for key in ("say", "note"):
        if len(getattr(step, key)) > MOST_CHARS:
            yield Fault(
                (*path, key),
                phrase("The key {key!r} has at most {most} characters.", key=key, most=MOST_CHARS),
            )
    if step.ask is None:
        return
    ask = step.ask
    if not 1 <= len(ask.question.strip()) <= 120:
        yield Fault((*path, "ask"), phrase("A question has 1 to 120 characters."))
    if not 2 <= len(set(ask.answers)) == len(ask.answers) <= MOST_ANSWERS or not all(
        1 <= len(answer.strip()) <= 40 for answer in ask.answers
    ):
        yield Fault(
            (*path, "ask"),
            phrase(
                "A question has 2 to {most} answers, all different, of 1 to 40 characters.",
                most=MOST_ANSWERS,
            ),
        )
    if ask.right and ask.right not in ask.answers:
        yield Fault(
            (*path, "ask"),
            phrase(
                "The right answer is one of {names}, not {right!r}.",
                names=listed(ask.answers),
                right=ask.right,
            ),
        )


def _ways(scenario: Scenario, step: Step, path: Path, names: list[str]) -> Iterator[Fault]:
    there = phrase("there are {names} and {end}", names=listed(names), end=END)
    if step.then and step.then not in (*names, END):
        yield Fault(
            (*path, "then"), phrase("There is no step {name!r}; {there}.", name=step.then, there=there)
        )
    if step.then and step.lasts_s is None:
        yield Fault((*path, "then"), phrase("What follows in its time needs lasts_s."))
    if step.lasts_s is None and not step.on:
        yield Fault(path, phrase("Nothing leads out of this step: it needs lasts_s, or on."))
    keys = [condition.key for condition in Condition]
    waited: set[tuple[object, ...]] = set()
    for number, branch in enumerate(step.on):
        at = (*path, "on", number)
        waits = (branch.does, branch.answer, branch.alarm)
        if sum(wait is not None for wait in waits) != 1:
            yield Fault(at, phrase("Each way out has exactly one of does, answer and alarm."))
        elif waits in waited:
            yield Fault(
                at, phrase("There are two ways out on {words}; the step can take one.", words=branch.words)
            )
        waited.add(waits)
        if branch.go not in (*names, END):
            yield Fault(
                (*at, "go"), phrase("There is no step {name!r}; {there}.", name=branch.go, there=there)
            )
        if branch.alarm is not None and branch.alarm not in keys:
            yield Fault(
                (*at, "alarm"),
                phrase(
                    "There is no alarm {alarm!r}; there are {names}.",
                    alarm=branch.alarm,
                    names=listed(keys),
                ),
            )
        answers = step.ask.answers if step.ask is not None else ()
        if branch.answer is not None and branch.answer not in answers:
            allowed = (
                phrase("the answers are {names}", names=listed(answers))
                if answers
                else phrase("this step asks nothing")
            )
            yield Fault(
                (*at, "answer"),
                phrase("There is no answer {answer!r}; {allowed}.", answer=branch.answer, allowed=allowed),
            )


def _words(scenario: Scenario) -> Iterator[Fault]:
    """Words in another language are of texts that stand in the scenario."""
    texts = set(texts_of(scenario))
    for code, table in scenario.words.items():
        path: Path = ("words", code)
        if not _LANGUAGE.fullmatch(code):
            yield Fault(path, phrase("A language is named by its code, as ja; {code!r} is none.", code=code))
        for text, words in table.items():
            if text not in texts:
                yield Fault(
                    (*path, text), phrase("There is no text {text!r} in this scenario.", text=text[:60])
                )
            elif not 1 <= len(words) <= MOST_CHARS:
                yield Fault((*path, text), phrase("Words have 1 to {most} characters.", most=MOST_CHARS))


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
            yield Fault(("step", place), phrase("No way leads to the step {name!r}.", name=step.name))
