"""A scenario's texts in other languages: what its file says of each under ``[words.CODE]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from assets.phrase import Written, phrase
from models.scenario.script import Scenario

_NUMBERED = re.compile(r"Bed (\d{1,4})")


def texts_of(scenario: Scenario) -> Iterator[str]:
    """Give every text that somebody reads: title, names, what is said, asked and noted."""
    yield from (scenario.title, scenario.about)
    for step in scenario.step:
        yield from (step.name, step.say, step.note)
        if step.ask is not None:
            yield from (step.ask.question, *step.ask.answers)


def in_words(scenario: Scenario) -> Scenario:
    """Give the scenario with each text that has words in another language as `Written`."""
    if not scenario.words:
        return scenario
    known = {
        text: Written(text, {code: table[text] for code, table in scenario.words.items() if text in table})
        for text in texts_of(scenario)
        if any(text in table for table in scenario.words.values())
    }
    plain = msgspec.structs.replace(scenario, words={})
    given: Scenario = _given(plain, known)
    return msgspec.structs.replace(given, words=scenario.words)


def bed_words(bed: str) -> str:
    """Give a bed's name; that of a numbered bed, ``Bed 1``, can be told in the user's language."""
    numbered = _NUMBERED.fullmatch(bed)
    return bed if numbered is None else phrase("Bed {number}", number=numbered[1])


def _given(value: Any, known: dict[str, Written]) -> Any:
    if type(value) is str:
        return known.get(value, value)
    if isinstance(value, tuple):
        return tuple(_given(one, known) for one in value)
    if isinstance(value, msgspec.Struct):
        fields = {name: _given(getattr(value, name), known) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    return value
