"""Each language has all words, with the source's places, and the program reads what the files say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.languages.collect import files, messages, release, update

EACH = pytest.mark.parametrize(
    ("language", "part", "file"), [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in files()]
)
PLACE = re.compile(r"\{[^{}]*\}|%n")


@EACH
def test_nothing_is_left_out(language: str, part: str, file: Path, tmp_path: Path) -> None:
    fresh = shutil.copy(file, tmp_path / file.name)
    update(language, part, fresh)
    kept, found = ({(source, note) for source, note, *_ in messages(path)} for path in (file, fresh))
    assert sorted(found - kept) == [], "said, and not in the file: python -m tests.languages"
    assert sorted(kept - found) == [], "in the file, and said no more: python -m tests.languages"
    unfinished = [source for source, _, _, finished in messages(file) if not finished]
    assert unfinished == []


@EACH
def test_each_place_of_the_source_is_in_the_words(language: str, part: str, file: Path) -> None:
    for source, _, forms, _ in messages(file):
        for form in forms:
            places, wanted = set(PLACE.findall(form)), set(PLACE.findall(source))
            if language == "en":  # "1 beat" needs no figure
                assert places <= wanted, source
            else:
                assert places == wanted, source


@EACH
def test_what_is_read_is_what_the_file_says(language: str, part: str, file: Path, tmp_path: Path) -> None:
    release(file, tmp_path / "fresh.qm")
    assert file.with_suffix(".qm").read_bytes() == (tmp_path / "fresh.qm").read_bytes(), (
        "python -m tests.languages"
    )


def test_a_word_is_one_in_all_parts() -> None:
    """Two parts of a language would lend each other their words, and an alarm be called as a button is."""
    told: dict[tuple[str, str, str], set[tuple[str, ...]]] = {}
    for language, _, file in files():
        for source, note, forms, _ in messages(file):
            told.setdefault((language, source, note), set()).add(tuple(forms))
    assert {key: words for key, words in told.items() if len(words) > 1} == {}
