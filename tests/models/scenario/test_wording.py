"""A scenario's texts in other languages stand in its own file, and change nothing of its course."""

from __future__ import annotations

import copy

import pytest

from assets.phrase import Written
from assets.shipped import scenarios_folder
from models.scenario.source import _identity
from models.scenario.text.reading import ScenarioError, read_file, read_scenario
from models.scenario.wording import texts_of

PLAIN = """title = "Quiet"

[[step]]
name = "before"
patient = "sinus"
lasts_s = 5
say = "Look."

[step.ask]
question = "What is it?"
answers = ["Sinus", "VT"]
right = "Sinus"
"""

WORDS = """
[words.ja]
"Quiet" = "静か"
"before" = "前"
"Look." = "見てください。"
"Sinus" = "洞調律"
"""


def test_a_text_is_told_in_the_language_that_the_file_has() -> None:
    scenario = read_scenario(PLAIN + WORDS, "a.toml")
    step = scenario.step[0]
    assert isinstance(step.say, Written)
    assert step.say.languages == {"ja": "見てください。"}
    assert (step.say, scenario.title) == ("Look.", "Quiet")
    assert step.ask is not None
    assert isinstance(step.ask.answers[0], Written)
    assert not isinstance(step.ask.answers[1], Written)
    assert scenario.named("before") is step
    assert copy.deepcopy(step.say).languages == step.say.languages


def test_words_change_no_signal() -> None:
    assert _identity(read_scenario(PLAIN + WORDS, "a")) == _identity(read_scenario(PLAIN, "a"))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('"Loook." = "見て"', "There is no text 'Loook.' in this scenario."),
        ('"Look." = ""', "Words have 1 to 400 characters."),
        ('"Look." = 3', "must be a text in quotes"),
    ],
)
def test_words_of_no_text_are_a_fault_with_a_line(line: str, what: str) -> None:
    with pytest.raises(ScenarioError) as refused:
        read_scenario(f"{PLAIN}\n[words.ja]\n{line}\n", "a.toml")
    assert what in str(refused.value)
    assert refused.value.line >= PLAIN.count("\n") + 1


def test_a_language_is_named_by_its_code() -> None:
    with pytest.raises(ScenarioError, match="line 14: A language is named by its code"):
        read_scenario(f'{PLAIN}\n[words.Japanese]\n"Look." = "見て"\n', "a.toml")


@pytest.mark.parametrize("path", sorted(scenarios_folder().glob("*.toml")), ids=lambda path: path.stem)
def test_what_ships_is_whole_in_japanese(path) -> None:
    short = {"VT", "VF", "SVT"}
    plain = [text for text in texts_of(read_file(path)) if text and not isinstance(text, Written)]
    assert set(plain) <= short
