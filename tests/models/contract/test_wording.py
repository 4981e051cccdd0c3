"""What a process says in words comes to the app as a phrase, and no line makes a phrase of other words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assets.phrase import Phrase, joined, phrase, unstopped
from models.contract.messages.fitting import Error, LeftOut, Log
from models.contract.messages.lines import read_message, write_line

SENTENCES = (
    phrase("Nothing to put in."),
    phrase("{n} of {all:.1f} {what!r}", n=3, all=4.0, what="beats"),
    phrase("{path}: {why}.", path=Path("/tmp/a.hea"), why=phrase("it is {n} KiB", n=2)),
    joined(" ", (phrase("One {n}.", n=1), "Two.", phrase("Three."))),
    phrase("{error}; more", error=unstopped(phrase("It is {n}.", n=2))),
)


def upside_down(template: str) -> str:
    return f"<{template}>"


@pytest.mark.parametrize("text", SENTENCES, ids=str)
def test_a_phrase_arrives_as_it_was(text: Phrase) -> None:
    read = read_message(write_line(Error(text, "beats")))
    assert isinstance(read, Error)
    assert read == Error(text, "beats")
    assert isinstance(read.text, Phrase)
    assert read.text.told(upside_down) == text.told(upside_down)


def test_the_line_still_has_the_english_text() -> None:
    told = json.loads(write_line(LeftOut("r", phrase("{n} beats", n=3))))
    assert told["why"] == "3 beats"
    assert told["words"] == {"why": {"template": "{n} beats", "values": {"n": 3}}}
    assert "words" not in json.loads(write_line(Log("plain")))


@pytest.mark.parametrize(
    "words",
    [
        {"template": "something else"},
        {"template": "{missing}"},
        {"template": "{n.__class__}", "values": {"n": 1}},
        {"template": "{n:q}", "values": {"n": 1}},
        {"parts": ["a", "b"]},
        {"whole": {"template": "x."}},
    ],
)
def test_words_that_do_not_come_to_the_text_are_not_believed(words: dict[str, object]) -> None:
    line = json.dumps({"event": "log", "text": "said", "words": {"text": words, "kind": words, "no": words}})
    read = read_message(line.encode())
    assert read == Log("said")
    assert isinstance(read, Log)
    assert not isinstance(read.text, Phrase)
