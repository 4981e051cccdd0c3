"""``ecg-train alarms``: tables, figures, and what it refuses."""

import json

import pytest

from training.__main__ import main
from training.engine.results import read_section


def test_results_are_of_a_database_and_not_of_some_records(capsys, tmp_path):
    assert main(["alarms", "--records", "207", "--results", str(tmp_path / "R.md")]) == 2
    assert "--results goes without --records" in capsys.readouterr().err


def test_a_half_of_the_other_database_can_be_asked_for(monkeypatch, capsys, tmp_path):
    asked = []
    monkeypatch.setattr("training.engine.pool.spread", lambda run, jobs, n: asked.extend(jobs) or [])
    monkeypatch.setattr("training.evaluation.alarms.tables.tables", lambda outcomes: "none")
    assert main(["alarms", "--split", "SVDB"]) == 0
    from assets.databases.svdb import DEVELOPMENT, TEST

    assert [job.record for job in asked] == list(DEVELOPMENT)
    assert not {job.record for job in asked} & set(TEST)


def test_a_record_without_annotations_is_named(capsys, write_record):
    import numpy as np

    header = write_record(np.zeros((3600, 1), dtype=int), name="bare")
    assert main(["alarms", "--records", str(header)]) == 2
    assert "Record bare has no annotations to judge alarms by." in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_flutter_of_207_is_caught_in_time(data_dir, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("assets.databases.mitbih.DS1", ("207", "119"))
    file, results = tmp_path / "a.json", tmp_path / "R.md"
    asked = ["alarms", "--split", "DS1", "--data-dir", str(data_dir), "--jobs", "2"]
    assert main([*asked, "--json", str(file), "--results", str(results)]) == 0
    text = capsys.readouterr().out
    assert read_section(results, "alarms-DS1").strip() in text
    figures = json.loads(file.read_text())
    flutter = figures["conditions"]["ventricular_flutter"]
    assert flutter["episodes"] == flutter["caught"] == 6
    assert max(flutter["from_onset_s"]) <= 10
    assert figures["lethal"]["false_per_10_h"] < 10
    assert set(figures["records"]) == {"207", "119"}
    assert {"condition", "priority", "start", "end", "raised"} <= set(figures["records"]["207"]["alarms"][0])
