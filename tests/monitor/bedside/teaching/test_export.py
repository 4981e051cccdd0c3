"""Results for spreadsheets and programs."""

import csv
import json

import pytest

from assets.errors import WriteError
from monitor.bedside.teaching.export import (
    CLASS_COLUMNS,
    QUIZ_COLUMNS,
    write_class_csv,
    write_class_json,
    write_pairs_csv,
    write_quiz_csv,
    write_quiz_json,
)
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.pairing import pair
from monitor.bedside.teaching.quiz import Quiz
from monitor.bedside.teaching.scoring import score
from monitor.bedside.teaching.truth import truth
from tests.monitor.bedside.teaching.conftest import FS
from tests.monitor.bedside.teaching.test_quiz import PLACES

HOSTILE = "=HYPERLINK(1)"


@pytest.fixture
def judged(minute):
    true = truth(minute, FS, 0, 6000)
    return true, score(true, [Mark(HOSTILE, 2200, Finding.VT), Mark("Bob", 520)], [HOSTILE, "Bob"])


def rows(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_each_mark_and_each_missed_episode_is_a_row_and_no_name_is_a_formula(judged, tmp_path):
    write_class_csv(tmp_path / "c.csv", *judged)
    found = rows(tmp_path / "c.csv")
    assert tuple(found[0]) == CLASS_COLUMNS
    assert [(r["learner"], r["answer"], r["verdict"], r["reaction_s"]) for r in found] == [
        (f"'{HOSTILE}", "vt", "right", "2.000"),
        ("Bob", "now", "right", "0.200"),
        ("Bob", "", "missed", ""),
    ]


def test_the_json_says_by_which_rules(judged, tmp_path):
    write_class_json(tmp_path / "c.json", "made", *judged)
    told = json.loads((tmp_path / "c.json").read_text())
    assert told["rules"]["match_s"] == 0.15
    first, second = told["learners"]
    assert (first["learner"], first["named"], first["median_reaction_s"]) == (HOSTILE, 1, 2.0)
    assert second["missed"] == [{"truth": "vt", "start_s": 20.0, "end_s": 29.99}]
    assert second["ectopic_beats"]["hits"] == 1


def test_a_quiz_is_written_with_its_table(tmp_path):
    quiz = Quiz(PLACES, [HOSTILE])
    quiz.answer(HOSTILE, Finding.SVT, 2.0)
    write_quiz_csv(tmp_path / "q.csv", quiz)
    (row,) = rows(tmp_path / "q.csv")
    assert tuple(row) == QUIZ_COLUMNS
    assert (row["learner"], row["truth"], row["answer"], row["right"]) == (f"'{HOSTILE}", "vt", "svt", "no")
    write_quiz_json(tmp_path / "q.json", quiz, seed=7)
    told = json.loads((tmp_path / "q.json").read_text())
    assert told["seed"] == 7
    assert told["confusion"]["vt"] == {"svt": 1}
    assert len(told["strips"]) == len(PLACES)


def test_hits_and_misses_of_both_are_written(tmp_path):
    write_pairs_csv(
        tmp_path / "p.csv", FS, {"Ada": pair([100], [150], FS, late_s=1.0), "detector": pair([100], [], FS)}
    )
    assert [(r["who"], r["what"], r["latency_s"]) for r in rows(tmp_path / "p.csv")] == [
        ("Ada", "hit", "0.500"),
        ("detector", "missed", ""),
    ]


def test_a_folder_that_is_not_there_is_told(judged, tmp_path):
    with pytest.raises(WriteError):
        write_class_csv(tmp_path / "none" / "c.csv", *judged)
