"""Why something failed, as it is told."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from assets.causes import reason, words_of
from assets.errors import RecordError, WriteError
from assets.phrase import Phrase, phrase
from assets.regular import read_regular
from assets.write import write_text


def test_what_the_system_says_can_be_told_in_another_language(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as refused:
        write_text(tmp_path / "none" / "a.txt", "x")
    words = words_of(refused.value)
    assert isinstance(words, Phrase)
    german = {
        "No such file or directory": "Datei fehlt",
        "{path} could not be written: {why}.": "{path}: {why}.",
    }
    assert words.told(lambda text: german[text]) == f"{tmp_path / 'none' / 'a.txt'}: Datei fehlt."
    said = reason(OSError(errno.ENOSPC, "kein Platz"))
    assert said == "No space left on device"
    assert isinstance(said, Phrase)


def test_a_cause_of_ours_goes_before_the_systems(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="a folder") as refused:
        read_regular(tmp_path, 10)
    assert reason(refused.value) == "it is a folder, not an ordinary file"


def test_whatever_else_fails_says_so_itself_without_its_stop() -> None:
    assert reason(ValueError("There is no such thing.")) == "There is no such thing"
    assert reason(RuntimeError()) == "RuntimeError"
    assert reason(OSError(99999, "Something new")) == "Something new"
    assert words_of(RecordError(phrase("{n} beats", n=1))) == "1 beats"
    assert words_of(KeyError("a")) == "'a'"
