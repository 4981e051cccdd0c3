"""The file of a class: what is written is read, and what is broken is refused in a sentence."""

import json

import msgspec
import pytest

from monitor.bedside.teaching.file import (
    ClassFile,
    ClassFileError,
    KeptMark,
    Span,
    read_class,
    write_class,
)
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import Mark
from tests.monitor.bedside.teaching.conftest import FS

MARKS = (Mark("<b>Ada</b>", 2200, Finding.VT), Mark("<b>Ada</b>", 2300), Mark("<b>Ada</b>", 10, None, True))


@pytest.fixture
def kept():
    return ClassFile(
        version=1,
        made="2026-11-22T09:00:00",
        name="made",
        identity="test:made",
        fs=FS,
        start=0,
        stop=6000,
        learners=("<b>Ada</b>",),
        marks=(
            KeptMark("<b>Ada</b>", 2200, "vt", verdict="right"),
            KeptMark("<b>Ada</b>", 2300),
            KeptMark("<b>Ada</b>", 10, clicked=True),
        ),
        alarms=(Span(2100, 2900, "Ventricular tachycardia: 120/min", "high"),),
        truth=(Span(2000, 2999, "Ventricular tachycardia", "vt"),),
    )


def test_what_is_written_is_read(kept, tmp_path):
    write_class(tmp_path / "c.json", kept)
    read = read_class(tmp_path / "c.json")
    assert read == kept
    assert read.taken_marks() == MARKS


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": True},
        {"fs": 0},
        {"fs": None},
        {"stop": -1},
        {"start": 7000},
        {"learners": ["x" * 100]},
        {"learners": ["Bob"]},
        {"marks": [{"learner": "<b>Ada</b>", "sample": 5, "finding": "nothing"}]},
        {"truth": [{"start": 9, "end": 3, "label": "x"}]},
        {"alarms": [{"start": 1, "end": 3, "label": "x" * 500}]},
        {"marks": [{"learner": "<b>Ada</b>", "sample": 5, "verdict": "splendid"}]},
        {"surplus": 1},
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_a_sentence_that_names_the_file(kept, tmp_path, change):
    path = tmp_path / "c.json"
    path.write_text(json.dumps({**json.loads(msgspec.json.encode(kept)), **change}))
    with pytest.raises(ClassFileError, match=r"c\.json .*\.$"):
        read_class(path)


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff\xfe", b"[" * 100_000, b'{"version": 1}'])
def test_any_other_file_is_refused(tmp_path, content):
    path = tmp_path / "c.json"
    path.write_bytes(content)
    with pytest.raises(ClassFileError, match=r"\.$"):
        read_class(path)


def test_a_file_that_is_not_there_or_cannot_be_written_is_told(kept, tmp_path):
    with pytest.raises(ClassFileError, match="There is no file"):
        read_class(tmp_path / "none.json")
    with pytest.raises(ClassFileError, match="could not be written"):
        write_class(tmp_path / "none" / "c.json", kept)
